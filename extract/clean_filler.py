"""Take out what stands for no words: ornaments set in letters, leaders, unfilled fields of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.clean_lines import Line, cut

# A rule drawn in an ornament font comes out as one letter many times, now and then with another among them.
LETTERS = r"([A-Za-z])\1{7,}(?:[A-Za-z]?\1{4,})*"
LEADERS = r"[._…]{5,}|(?:[._…] ){5,}|[-–—=*~]{5,}"
# The text of a field nobody filled in, in the Danish editions of the office programs.
FIELD = r"Klik (?:her|eller tryk(?: her)?) for at (?:angive|skrive|vælge|indsætte) (?:tekst|en dato|dato)\.?"
FILLER = re.compile(rf"{LETTERS}|{LEADERS}|{FIELD}")
SUSPECT = re.compile(r"(\S)\1\1\1\1")  # quickly told: most lines hold none of it
SUSPECT_WORDS = ("Klik ", ". . . ", "_ _ _ ", "… … … ")
WIDE_GAP = 3  # blanks after the last letters of an ornament that go on in the next line
LONGEST_LINE = 10_000  # characters: a longer one was never printed
NOTHING = re.compile(r"[.]")  # printed where an agenda item has no text


@dataclass(slots=True)
class _Tail:
    """The letter of the ornament that the line before ended in, if it did."""

    letter: str = ""


def take_filler(page: Sequence[Line]) -> list[Line]:
    """Return the lines of a page without filler; words glued to it stay, and stand apart from each other."""
    tail = _Tail()
    return [part for line in page if not NOTHING.fullmatch(line.text) for part in _parts(line, tail)]


def _parts(line: Line, tail: _Tail) -> Iterator[Line]:
    start = _tail_length(line, tail.letter)
    tail.letter = ""
    if (not start and not _is_suspect(line.text)) or len(line.text) > LONGEST_LINE:
        yield line
        return
    gap = line.gap
    for match in FILLER.finditer(line.text, start):
        part = cut(line, start, match.start())
        if part is not None:
            yield replace(part, gap=gap)
        start, gap = match.end(), max(gap, 2)
        tail.letter = (match[1] or "") if match.end() == len(line.text) else ""
    part = cut(line, start, len(line.text))
    if part is not None:
        yield replace(part, gap=max(gap, 2))


def _is_suspect(text: str) -> bool:
    return SUSPECT.search(text) is not None or any(word in text for word in SUSPECT_WORDS)


def _tail_length(line: Line, letter: str) -> int:
    """Say how many letters at the start of the line still belong to the ornament above."""
    if not letter or len(line.pieces) < 3:
        return 0
    word, blank, following = line.pieces[:3]
    is_tail = word.text == letter * len(word.text) and blank.text == " "
    return len(word.text) + 1 if is_tail and following.raw_start - blank.raw_start >= WIDE_GAP else 0
