"""Read the package's own pages: agenda items as they are printed, round by round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.decisions import decide
from extract.records import Span
from extract.segment_layout import Paragraph
from extract.segment_stretches import Stretch
from extract.structure import AFTER_DECISION, EMPTY, ITEM_HEADING, MINUTES, MINUTES_HEADING


@dataclass(frozen=True, slots=True)
class Heading:
    """A printed title, without its time: "Status (10 min)" is "Status" and 10."""

    title: str
    span: Span
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One printing of an agenda item. `body` stands below it: the minutes if `decides`, else the agenda."""

    number: str
    heading: Heading
    body: Span | None
    decides: bool


@dataclass(frozen=True, slots=True)
class Round:
    """Items printed one after another, and what stands above them (a meeting's head)."""

    head: tuple[Paragraph, ...]
    entries: tuple[Entry, ...]
    is_minutes: bool  # opened by "Referat"


@dataclass(slots=True)
class _Part:
    heading: Paragraph
    body: list[Paragraph] = field(default_factory=list)


def heading_of(text: str, start: int) -> Heading:
    """Split the time from a title that stands at `start`.

    >>> heading_of("Status på havnen (10 min)", 0)
    Heading(title='Status på havnen', span=Span(start=0, end=16), minutes=10)
    """
    match = MINUTES.search(text)
    title = (text[: match.start()] if match else text).strip()
    return Heading(title, Span(start, start + len(title)), int(match["minutes"]) if match else None)


def rounds_of(stretch: Stretch, text: str) -> Iterator[Round]:
    """Yield the rounds of one stretch; a new one begins where the numbers begin anew."""
    head: list[Paragraph] = []
    parts: list[_Part] = []
    for paragraph in stretch.paragraphs:
        if ITEM_HEADING.fullmatch(paragraph.text):
            if parts and _begins_anew(parts, paragraph):
                yield _round(head, parts, text)
                head, parts = [], []
            parts.append(_Part(paragraph))
        elif parts:
            parts[-1].body.append(paragraph)
        else:
            head.append(paragraph)
    if parts:
        yield _round(head, parts, text)


def _number(paragraph: Paragraph) -> str:
    match = ITEM_HEADING.fullmatch(paragraph.text)
    return match["number"].replace(" ", "").upper() if match else ""


def _decides(paragraph: Paragraph) -> bool:
    match = ITEM_HEADING.fullmatch(paragraph.text)
    return bool(match and match["decision"])


def order(number: str) -> tuple[int, str]:
    """Return what sorts "7" before "7A" before "10".

    >>> sorted(["10", "7A", "7"], key=order)
    ['7', '7A', '10']
    """
    digits = number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ")
    return int(digits), number[len(digits) :]


def _begins_anew(parts: Sequence[_Part], paragraph: Paragraph) -> bool:
    last, number = order(_number(parts[-1].heading)), order(_number(paragraph))
    repeated = last == number and _decides(parts[-1].heading) >= _decides(paragraph)
    return number < last or repeated


def _round(head: Sequence[Paragraph], parts: Sequence[_Part], text: str) -> Round:
    is_minutes = any(MINUTES_HEADING.fullmatch(each.text) for each in head)
    with_decisions = any(_decides(part.heading) for part in parts)
    entries = tuple(_entry(part, text, is_minutes, with_decisions) for part in parts)
    return Round(tuple(head), entries, is_minutes)


def _entry(part: _Part, text: str, is_minutes: bool, with_decisions: bool) -> Entry:
    match = ITEM_HEADING.fullmatch(part.heading.text)
    if match is None:
        raise ValueError("a part begins with its heading")
    heading = heading_of(match["title"], part.heading.span.start + match.start("title"))
    after = next((n for n, each in enumerate(part.body) if AFTER_DECISION.fullmatch(each.text)), None)
    body = body_span(part.body[:after])
    decides = bool(match["decision"]) or (is_minutes and not with_decisions)
    if not with_decisions and not decides and body is not None:
        decides = decide(body.of(text)) is not None
    return Entry(_number(part.heading), heading, body, decides)


def body_span(paragraphs: Sequence[Paragraph]) -> Span | None:
    """Return the stretch from the first to the last paragraph that says something, if any does."""
    saying = [each for each in paragraphs if not EMPTY.fullmatch(each.text)]
    return Span(saying[0].span.start, saying[-1].span.end) if saying else None
