"""Read the head of an enclosed document: what it calls itself, when it was issued, for which meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.printed_dates import first_date
from extract.records import SegmentKind, Span
from extract.segment_layout import Paragraph
from extract.segment_sections import heading_kind
from extract.structure import (
    ADDRESSEE,
    BILAG_OPENER,
    COMMITTEE_HEADING,
    DATE_LINE,
    EMNE,
    FIELD_LINE,
    HEAD_FIELD,
    INDSTILLING_OPENER,
    INDSTILLING_TOP,
    NOTAT_OPENER,
    PUBLICITY,
    SUBJECT_LINE,
)

REACH = 12
LABELS_REACH = 5
FIRST_KINDS = (SegmentKind.INTRODUCTION, SegmentKind.RECOMMENDATION)
LONGEST_TITLE = 200
LONGEST_TITLE_LINE = 160
WORD = re.compile(r"[^\W\d]{2}")
# "[11/03/2031 - 10 minutter]", "20. maj 2031 - 10 minutter", "10 min - Lukket".
TIMED = re.compile(r".{0,60}\b\d{1,3} ?min(?:\.|utter)?\b.{0,20}", re.IGNORECASE)
FOR_MEETING = re.compile(r".{0,30}(?:rådmands|magistrats|direktions|udvalgs)møde\w*\b.{0,40}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """A line of a head that says something else than the title: `name` tells what."""

    name: str  # indstilling | notat | bilag | addressee | date | meeting | publicity | field
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """The head of a document: `size` paragraphs; `title` as printed, with where it stands."""

    size: int
    labels: tuple[Label, ...]
    title: str | None
    title_span: Span | None
    attachment_number: str | None  # the author's own: "Bilag 1: …"
    templated: bool  # a heading of a template ends it

    def labelled(self, name: str) -> Iterator[Paragraph]:
        """Yield the lines of one kind."""
        return (label.paragraph for label in self.labels if label.name == name)


def document_head(paragraphs: Sequence[Paragraph]) -> DocumentHead:
    """Read the head of a document that has at least one paragraph.

    The title is what stands between the labels and the first heading of the template; without a template it
    is the first line that may be one.
    """
    first_heading = _first_heading(paragraphs)
    templated = first_heading is not None
    top = list(paragraphs[: REACH if first_heading is None else first_heading])
    labels, lines = _labels_and_lines(top, templated)
    number, inline = _own_number(labels)
    if inline:
        lines = [inline, *lines] if templated else [inline]
    last = max((each.span.end for each in (*(label.paragraph for label in labels), *lines)), default=0)
    size = sum(1 for each in top if each.span.end <= last)
    whole = bool(lines) and not lines[0].text[0].islower()  # else its beginning was lost with the page before
    title = " ".join(line.text for line in lines)[:LONGEST_TITLE] if whole else None
    span = Span(lines[0].span.start, lines[-1].span.end) if lines else None
    return DocumentHead(size, tuple(labels), title, span, number, templated)


def _labels_and_lines(top: Sequence[Paragraph], templated: bool) -> tuple[list[Label], list[Paragraph]]:
    """Sort the lines at the top into labels and those of the title, up to the first that is neither."""
    labels: list[Label] = []
    lines: list[Paragraph] = []
    for index, paragraph in enumerate(top):
        name = _label(paragraph.text, top[index + 1].text if index + 1 < len(top) else "")
        subject = SUBJECT_LINE.match(paragraph.text) if not lines else None
        if subject and not COMMITTEE_HEADING.fullmatch(subject["title"]):
            lines.append(_rest(paragraph, subject.start("title")))
            continue
        # Below a title a line that is a date or an attachment is the first of the text, but for a template.
        if lines and (name == "bilag" or (name == "date" and not templated)):
            break
        if name is not None:
            labels.append(Label(name, paragraph))
        elif lines and not _goes_on(lines[-1], paragraph, templated):
            break
        elif _may_be_title(paragraph.text):
            lines.append(paragraph)
        elif not templated:
            break
    return labels, lines


def _first_heading(paragraphs: Sequence[Paragraph]) -> int | None:
    """Return where the first section of a template begins; "Indstilling" at the very top is a label."""
    for index, paragraph in enumerate(paragraphs[:REACH]):
        is_label = index < LABELS_REACH and INDSTILLING_OPENER.fullmatch(paragraph.text)
        is_label = is_label or (index == 0 and INDSTILLING_TOP.fullmatch(paragraph.text))
        if heading_kind(paragraph.text) in FIRST_KINDS and not is_label:
            return index
    return None


def _label(text: str, following: str) -> str | None:
    if FOR_MEETING.fullmatch(text) and (INDSTILLING_OPENER.fullmatch(text) or first_date(text)):
        return "meeting"
    if INDSTILLING_OPENER.fullmatch(text) or INDSTILLING_TOP.fullmatch(text):
        return "indstilling"
    if NOTAT_OPENER.fullmatch(text):
        return "notat"
    if BILAG_OPENER.fullmatch(text):
        return "bilag"
    if TIMED.fullmatch(text):
        return "meeting" if first_date(text) else "publicity"
    if DATE_LINE.fullmatch(text):
        return "meeting" if TIMED.fullmatch(following) or PUBLICITY.fullmatch(following) else "date"
    if PUBLICITY.fullmatch(text):
        return "publicity"
    if ADDRESSEE.fullmatch(text) or EMNE.fullmatch(text):
        return "addressee"
    return "field" if FIELD_LINE.match(text) or HEAD_FIELD.match(text) else None


def _may_be_title(text: str) -> bool:
    return len(text) <= LONGEST_TITLE_LINE and not text.endswith((".", ";")) and bool(WORD.search(text))


def _goes_on(line: Paragraph, following: Paragraph, templated: bool) -> bool:
    if templated:
        return True
    if following.text[0].islower() or following.text[0] in "(–-" or line.text.endswith((":", "–", "-")):
        return True
    return _in_one_style(line.text, following.text)


def _in_one_style(line: str, following: str) -> bool:
    """Tell whether a heading in capitals is followed by another short line, as on a cover."""
    return line.isupper() and len(following) < LONGEST_TITLE_LINE / 2 and not following.endswith(".")


def _own_number(labels: Sequence[Label]) -> tuple[str | None, Paragraph | None]:
    """Return the author's number of an attachment, and its title where it stands on the same line."""
    for label in labels:
        match = BILAG_OPENER.fullmatch(label.paragraph.text) if label.name == "bilag" else None
        if match:
            return match["number"], _rest(label.paragraph, match.start("title")) if match["title"] else None
    return None, None


def _rest(paragraph: Paragraph, start: int) -> Paragraph:
    text, span = paragraph.text[start:], Span(paragraph.span.start + start, paragraph.span.end)
    return Paragraph(text, span, paragraph.page, paragraph.printed_on, False)
