"""A reading made ready for rules: what stands where, and which document and meeting it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.records import AgendaItem, Document, Kind, MentionIndex, Reading, Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text that belongs to a document or to an agenda item's minutes."""

    span: Span
    document: Document | None = None
    item: AgendaItem | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """A reading with its indices; every look-up costs the logarithm of the file."""

    reading: Reading
    by_kind: Mapping[Kind, tuple[MentionIndex, ...]]
    starts: Mapping[Kind, tuple[int, ...]]
    stretches: tuple[Stretch, ...]
    stretch_starts: tuple[int, ...]
    line_starts: tuple[int, ...]
    items: Mapping[str, AgendaItem]
    dates: Mapping[str, str]  # of agenda items, by their meeting

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.reading.text

    def inside(self, kind: Kind, span: Span) -> tuple[MentionIndex, ...]:
        """Return the mentions of a kind that begin inside `span`, in order."""
        starts = self.starts.get(kind, ())
        return self.by_kind.get(kind, ())[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def span(self, index: MentionIndex) -> Span:
        """Return where mention `index` stands."""
        return self.reading.mentions[index].span

    def name(self, index: MentionIndex) -> str:
        """Return the name of mention `index`."""
        return self.reading.mentions[index].name

    def at(self, position: int) -> Stretch | None:
        """Return the document or minutes that `position` lies in."""
        index = bisect_right(self.stretch_starts, position) - 1
        if index < 0 or position >= self.stretches[index].span.end:
            return None
        return self.stretches[index]

    def document_at(self, position: int) -> Document | None:
        """Return the document that `position` lies in."""
        stretch = self.at(position)
        return stretch.document if stretch is not None else None

    def sentences(self, span: Span) -> tuple[Span, ...]:
        """Return the sentences that begin inside `span`."""
        sentences = self.reading.sentences
        first = bisect_left(sentences, span.start, key=lambda each: each.start)
        last = bisect_left(sentences, span.end, key=lambda each: each.start)
        return sentences[first:last]

    def sentence(self, position: int) -> Span:
        """Return the sentence around `position`, or the empty span there."""
        sentences = self.reading.sentences
        index = bisect_right(sentences, position, key=lambda each: each.start) - 1
        if index >= 0 and position < sentences[index].end:
            return sentences[index]
        return Span(position, position)

    def paragraph(self, position: int) -> Span:
        """Return the line of cleaned text around `position`."""
        index = bisect_right(self.line_starts, position) - 1
        last = index + 1 == len(self.line_starts)
        return Span(self.line_starts[index], len(self.text) if last else self.line_starts[index + 1] - 1)

    def day(self, position: int) -> str | None:
        """Return the date that what stands at `position` is said: the document's, else the meeting's."""
        stretch = self.at(position)
        if stretch is None:
            return None
        if stretch.document is not None and stretch.document.issued:
            return stretch.document.issued
        item = self.item(stretch)
        return self.dates.get(item.id) if item else None

    def item(self, stretch: Stretch) -> AgendaItem | None:
        """Return the agenda item that a stretch belongs to."""
        if stretch.item is not None:
            return stretch.item
        document = stretch.document
        return self.items.get(document.agenda_item_id or "") if document else None


def survey(reading: Reading) -> Ground:
    """Index a reading."""
    by_kind = {kind: tuple(_indices(reading, kind)) for kind in Kind}
    stretches = tuple(sorted(_stretches(reading), key=lambda each: each.span))
    days = {meeting.id: meeting.date for meeting in reading.package.meetings}
    dates = {item.id: days.get(item.meeting_id) for item in reading.package.agenda_items}
    return Ground(
        reading,
        by_kind,
        {kind: tuple(reading.mentions[i].span.start for i in found) for kind, found in by_kind.items()},
        stretches,
        tuple(each.span.start for each in stretches),
        (0, *(match.end() for match in re.finditer("\n", reading.text))),
        {item.id: item for item in reading.package.agenda_items},
        {item: day for item, day in dates.items() if day},
    )


def _indices(reading: Reading, kind: Kind) -> Iterator[MentionIndex]:
    return (index for index, mention in enumerate(reading.mentions) if mention.kind is kind)


def _stretches(reading: Reading) -> Iterator[Stretch]:
    """Yield the parts of documents without the minutes that lie among them."""
    minutes = [
        Stretch(item.decision, item=item)
        for item in reading.package.agenda_items
        if item.decision is not None
    ]
    decided = sorted(each.span for each in minutes)
    yield from minutes
    for document in reading.package.documents:
        for span in document.spans:
            yield from (Stretch(part, document=document) for part in _without(span, decided))


def _without(span: Span, holes: list[Span]) -> Iterator[Span]:
    start = span.start
    index = bisect_left(holes, span.start, key=lambda each: each.end)
    while index < len(holes) and holes[index].start < span.end:
        if start < holes[index].start:
            yield Span(start, holes[index].start)
        start = max(start, holes[index].end)
        index += 1
    if start < span.end:
        yield Span(start, span.end)
