"""The words of what somebody looks for, and where in a text they stand.

Words are compared as names are (`graph.lookup.folded`). The last word may be the beginning of one, as while
somebody types. A misprint is allowed by the length of the word, and never in a number: 2024 is not 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from graph.lookup import folded

MOST_WORDS = 16
# A word may be broken over two lines, with a hyphen or the sign that a PDF reader leaves for one.
BREAK = "(?:[-\u00ad\u0002]\\s{0,3}\n\\s{0,3}|[\u00ad\u0002])"
WORD = re.compile(rf"[^\W_][\w\u0300-\u036f]*(?:{BREAK}\w[\w\u0300-\u036f]*)*")
JOINT = re.compile(BREAK)
SNIPPET = 320  # characters of a text that are shown around what was found
LEAD = 80  # of them before the first word that was found


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: folded words in their order."""

    words: tuple[str, ...]

    @property
    def whole(self) -> str:
        """Return the words as one folded name."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; a hit is a word that was looked for."""

    text: str
    is_hit: bool


def asked(text: str) -> Asked:
    """Return what a text asks for; no words if it holds no letter and no digit.

    >>> asked("Gadens KØK!").words
    ('gadens', 'koek')
    """
    return Asked(tuple(folded(text).split()[:MOST_WORDS]))


def misprints(word: str) -> int:
    """Return how many letters of a word may be wrong.

    >>> [misprints(word) for word in ("msb", "havn", "havnebad", "budget2024")]
    [0, 1, 2, 0]
    """
    if len(word) < 4 or any(character.isdigit() for character in word):
        return 0
    return 1 if len(word) < 8 else 2


def indexed(text: str) -> str:
    r"""Return a text's folded words for an index; a word broken over two lines also as one.

    >>> indexed("Havne-\nbadet åbner")
    'havne badet aabner havnebadet'
    """
    joined = (JOINT.sub("", match[0]) for match in WORD.finditer(text) if JOINT.search(match[0]))
    return " ".join((folded(text), *(folded(word) for word in joined)))


def is_word(word: str, token: str) -> bool:
    """Tell whether a folded token is the word."""
    return word == token


def is_beginning(word: str, token: str) -> bool:
    """Tell whether a folded token begins with the word."""
    return token.startswith(word)


def is_misprint(word: str, token: str) -> bool:
    """Tell whether a folded token may have been meant by the word."""
    allowed = misprints(word)
    return allowed > 0 and OSA.distance(word, token, score_cutoff=allowed) <= allowed


def is_misprinted_beginning(word: str, token: str) -> bool:
    """Tell whether a folded token may begin with what was meant by the word."""
    allowed = misprints(word)
    lengths = range(len(word) - allowed, len(word) + allowed + 1)
    return allowed > 0 and any(is_misprint(word, token[:length]) for length in lengths)


def pieces(wanted: Asked, text: str) -> tuple[Piece, ...]:
    """Return a text in pieces, the words that were looked for as hits; a long text is cut around the first.

    >>> [piece.text for piece in pieces(asked("kokken"), "Gadens Køkken.") if piece.is_hit]
    ['Køkken']
    """
    hits = _hits(wanted, text)
    start, end = _window(text, hits)
    cut = [(max(left, start), min(right, end)) for left, right in hits if right > start and left < end]
    found = list(_split(text, start, end, cut))
    before = [Piece("… ", False)] if start > 0 else []
    after = [Piece(" …", False)] if end < len(text) else []
    return (*before, *found, *after)


def _hits(wanted: Asked, text: str) -> list[tuple[int, int]]:
    """Return the spans of the words that were looked for; a misprint only of a word that is missing."""
    spans = [(match.start(), match.end(), _tokens(match[0])) for match in WORD.finditer(text)]
    found: set[tuple[int, int]] = set()
    for number, word in enumerate(wanted.words):
        is_last = number == len(wanted.words) - 1
        exactly, nearly = (is_beginning, is_misprinted_beginning) if is_last else (is_word, is_misprint)
        for fits in (exactly, nearly):
            here = {(left, right) for left, right, tokens in spans if any(fits(word, t) for t in tokens)}
            found |= here
            if here:
                break
    return sorted(found)


def _tokens(raw: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(indexed(raw).split()))


def _window(text: str, hits: list[tuple[int, int]]) -> tuple[int, int]:
    if len(text) <= SNIPPET:
        return 0, len(text)
    start = max(0, min(hits[0][0] - LEAD if hits else 0, len(text) - SNIPPET))
    if start > 0:
        start = max(start, text.find(" ", start, start + 40) + 1)
    end = min(len(text), start + SNIPPET)
    last_blank = text.rfind(" ", end - 40, end) if end < len(text) else -1
    return start, last_blank if last_blank > start else end


def _split(text: str, start: int, end: int, hits: list[tuple[int, int]]) -> Iterator[Piece]:
    at = start
    for left, right in hits:
        if left > at:
            yield Piece(text[at:left], False)
        yield Piece(text[left:right], True)
        at = right
    if at < end:
        yield Piece(text[at:end], False)
