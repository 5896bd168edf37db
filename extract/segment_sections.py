"""Cut a document into sections by the headings of its template."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from extract.records import Section, SegmentKind, Span
from extract.segment_layout import Paragraph
from extract.structure import FIELD_LINE, LISTED, POSTAL, SIGNATURE

TEMPLATES = Path(__file__).parent / "data" / "templates.toml"
# "3. Hvorfor …?", "SAGSFREMSTILLING", "Bilag -": what is left is looked up.
HEADING = re.compile(r"(?:\d{1,2}\.? ?)?(?P<words>[A-ZÆØÅ][^.!;\n]{2,70}?) ?[?:]?(?: ?[-–])?")
# "Det indstilles,", "… indstiller til byrådet, at".
RECOMMENDING = re.compile(r"Det (?:indstilles|anbefales)\b.{0,60}|.{3,160}\bindstiller\b.{0,80}[,:]")
# "1. at …", "At 2) …", "1) At …", "- at …", "at …".
RECOMMENDED = re.compile(
    r"(?:[Aa]t )?(?P<number>\d{1,2})[.)]\s*(?P<numbered>\S.*)|(?:[-•] ?)?(?P<plain>[Aa]t\b.*)", re.DOTALL
)
LETTERHEAD_REACH = 9  # lines above a field that may belong to it: sender, unit, street, date
LONGEST_LINE = 62
OPENING = "[0123456789"
PROSE_END = (".", ",", ";", "!", "?", ":")


@cache
def headings() -> Mapping[str, SegmentKind]:
    """Return what stands under each heading of `data/templates.toml`, by the heading's folded words."""
    table = tomllib.loads(TEMPLATES.read_text("utf-8"))
    return {words.casefold(): SegmentKind(kind) for kind, list_ in table.items() for words in list_}


def heading_kind(text: str) -> SegmentKind | None:
    """Tell what stands under a paragraph that is a heading, None if it is none.

    >>> heading_kind("6. Hvilke ressourcer kræves?"), heading_kind("Økonomi er svært.")
    (<SegmentKind.RESOURCES: 'resources'>, None)
    """
    match = HEADING.fullmatch(text)
    return headings().get(match["words"].casefold()) if match else None


def sections_of(paragraphs: Sequence[Paragraph], head: int) -> tuple[Section, ...]:
    """Return the sections of a document whose first `head` paragraphs are its head.

    They stand in reading order, do not overlap and cover every paragraph. A box ("Det indstilles …") in the
    middle of a section cuts it in two.
    """
    letterhead = letterhead_paragraphs(paragraphs)
    return tuple(_joined(list(_kinds(paragraphs, head, letterhead)), paragraphs))


def _kinds(
    paragraphs: Sequence[Paragraph], head: int, letterhead: frozenset[int]
) -> Iterator[tuple[SegmentKind, str]]:
    """Yield kind and heading of the section that each paragraph is in."""
    current = (SegmentKind.OTHER, "")
    box: tuple[SegmentKind, str] | None = None
    for index, paragraph in enumerate(paragraphs):
        kind = heading_kind(paragraph.text) if index >= head else None
        if index in letterhead:
            yield SegmentKind.LETTERHEAD, ""
        elif index < head:
            yield SegmentKind.TITLE, ""
        elif kind is not None:
            current, box = (kind, paragraph.text), None
            yield current
        elif RECOMMENDING.fullmatch(paragraph.text):
            box = (SegmentKind.RECOMMENDATION, paragraph.text)
            yield box
        elif box and RECOMMENDED.fullmatch(paragraph.text):
            yield box
        else:
            box = None
            yield current


def _joined(kinds: Sequence[tuple[SegmentKind, str]], paragraphs: Sequence[Paragraph]) -> Iterator[Section]:
    start = 0
    for index in range(1, len(kinds) + 1):
        if index == len(kinds) or kinds[index] != kinds[start]:
            kind, heading = kinds[start]
            yield Section(kind, heading, Span(paragraphs[start].span.start, paragraphs[index - 1].span.end))
            start = index


def letterhead_paragraphs(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return which paragraphs are letterhead or signature: labelled fields and the short lines above them.

    >>> lines = ["Havnen er dyb.", "Havnekontoret", "3. marts 2031", "Sagsbehandler: Anna Lund"]
    >>> sorted(letterhead_paragraphs([Paragraph(t, Span(0, 1), 1, 1, False) for t in lines]))
    [1, 2, 3]
    """
    found: set[int] = set()
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if SIGNATURE.fullmatch(text) or FIELD_LINE.match(text) or POSTAL.fullmatch(text):
            found.add(index)
            above = index - 1
            while above >= max(index - LETTERHEAD_REACH, 0) and _may_be_sender(paragraphs[above]):
                found.add(above)
                above -= 1
    return frozenset(found)


def _may_be_sender(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if len(text) > LONGEST_LINE or text.endswith(PROSE_END) or not (text[0].isupper() or text[0] in OPENING):
        return False
    return not (LISTED.fullmatch(text) or heading_kind(text) or re.match(r"\w+ ?:|[-•]", text))
