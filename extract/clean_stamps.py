"""Take page stamps out of the text: "Punkt 7, Bilag 2: Status på handleplan.docx"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.clean_lines import Line, cut, without
from extract.records import Span

STAMP = re.compile(
    r"Punkt (?P<item>\d{1,3}[A-ZÆØÅ]?), Bilag (?P<attachment>\d{1,3}[A-ZÆØÅ]?):\s*(?P<title>.*)"
)
# Printed without a blank after the last word of the page: "vejledning.Punkt 3, Bilag 1: Notat".
GLUED = re.compile(r"(?<=[^\W\d_]|[.,;:!?)”])(?=Punkt \d{1,3}[A-ZÆØÅ]?, Bilag \d{1,3}[A-ZÆØÅ]?:)")
FILE_TYPE = re.compile(r"\.(?:docx?|pdf|pptx?|xlsx?|html?|txt|msg|odt)$", re.IGNORECASE)
MOST_LINES = 6
# A page that holds only the cut-off tail of a stamp is a line or two of this many characters.
TAIL_LENGTH = 45
SENTENCE_END = re.compile(r"[^\W\d_][.!?]$")


@dataclass(frozen=True, slots=True)
class FoundStamp:
    """A stamp with the raw stretch it was printed on."""

    item_number: str
    attachment_number: str
    title: str
    span: Span
    page: int


def take_stamps(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[FoundStamp]]:
    """Return the pages without their stamps, and the stamps in order.

    A stamp stands at the top or the end of its page, or apart from the text by empty lines; one that is only
    listed in the text stays.
    """
    stamps: list[FoundStamp] = []
    left: list[list[Line]] = []
    for page in pages:
        lines = _unglued(page)
        taken = _stamps_of(lines)
        stamps.extend(_read(lines[first:last]) for first, last in taken)
        left.append(without(lines, {index for first, last in taken for index in range(first, last)}))
    return [[] if _is_tail(lines, stamps) else lines for lines in left], stamps


def _unglued(page: Sequence[Line]) -> list[Line]:
    lines: list[Line] = []
    for line in page:
        glue = GLUED.search(line.text) if ", Bilag " in line.text else None
        if glue is None:
            lines.append(line)
        else:
            parts = (cut(line, 0, glue.start()), cut(line, glue.start(), len(line.text)))
            lines.extend(part for part in parts if part is not None)
    return lines


def _stamps_of(lines: Sequence[Line]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if STAMP.match(line.text):
            found.append((index, _end_of_stamp(lines, index)))
    kept: list[tuple[int, int]] = []
    following = len(lines)
    for first, last in reversed(found):
        at_end, at_top = last == following, first == 0 or (kept and kept[-1] == (0, first))
        apart = lines[first].gap > 0 and (last == len(lines) or lines[last].gap > 0)
        if at_end or at_top or apart:
            kept.append((first, last))
            following = first if at_end else following
    return kept[::-1]


def _end_of_stamp(lines: Sequence[Line], first: int) -> int:
    last = first + 1
    while (
        last < len(lines)
        and last < first + MOST_LINES
        and lines[last].gap == 0
        and not STAMP.match(lines[last].text)
        and not FILE_TYPE.search(lines[last - 1].text)
    ):
        last += 1
    return last


def _read(lines: Sequence[Line]) -> FoundStamp:
    match = STAMP.match(" ".join(line.text for line in lines))
    if match is None:
        raise ValueError("a stamp begins with its numbers")
    return FoundStamp(
        match["item"],
        match["attachment"],
        match["title"].strip(),
        Span(lines[0].start, lines[-1].end),
        lines[0].page,
    )


def _is_tail(lines: Sequence[Line], stamps: Sequence[FoundStamp]) -> bool:
    """Tell whether a page holds only the end of a stamp whose beginning the page before has, or has lost."""
    if len(lines) not in (1, 2) or any(len(line.text) > TAIL_LENGTH for line in lines):
        return False
    page = lines[0].page
    if page == 1 or not stamps or any(stamp.page == page for stamp in stamps):
        return False
    text = " ".join(line.text for line in lines)
    if any(text.casefold() in stamp.title.casefold() for stamp in stamps):
        return True
    return text[0].islower() and not SENTENCE_END.search(text)
