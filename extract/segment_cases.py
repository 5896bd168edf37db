"""Find the cases presented below agenda items: on public pages an item holds its own indstilling."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from extract.records import AgendaItem, Document, SegmentKind, Span
from extract.segment_committees import DECISION_HEADING
from extract.segment_layout import Paragraph
from extract.segment_sections import heading_kind, sections_of
from extract.structure import AFTER_DECISION, ITEM_HEADING

# Headings that an item's presentation has and a plain agenda has not.
PRESENTING = frozenset((SegmentKind.INTRODUCTION, SegmentKind.RECOMMENDATION, SegmentKind.BACKGROUND))


def case_documents(paragraphs: Sequence[Paragraph], items: Iterable[AgendaItem]) -> Iterator[Document]:
    """Yield a document for every item below whose heading a case is presented, with the item's title."""
    titled = {item.title_span.start: item for item in items}
    item: AgendaItem | None = None
    body: list[Paragraph] = []
    for paragraph in paragraphs:
        begun = _item_at(paragraph, titled)
        if begun is not None or _ends(paragraph):
            yield from _document(item, body)
            item, body = begun, []
        elif item is not None:
            body.append(paragraph)
    yield from _document(item, body)


def outside(spans: Sequence[Span], cases: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is left of `spans` without `cases`, so that no two documents share a character.

    Both are in order; a case lies wholly inside one span or outside all.

    >>> outside([Span(0, 10)], [Span(2, 4)])
    (Span(start=0, end=2), Span(start=4, end=10))
    """
    left: list[Span] = []
    for span in spans:
        start = span.start
        for case in cases[bisect_left(cases, span) : bisect_left(cases, Span(span.end, 0))]:
            left.append(Span(start, case.start))
            start = case.end
        left.append(Span(start, span.end))
    return tuple(span for span in left if span.start < span.end)


def _item_at(paragraph: Paragraph, titled: dict[int, AgendaItem]) -> AgendaItem | None:
    reach = range(paragraph.span.start, min(paragraph.span.end, paragraph.span.start + 30))
    return next((titled[at] for at in reach if at in titled), None)


def _ends(paragraph: Paragraph) -> bool:
    match = ITEM_HEADING.fullmatch(paragraph.text)
    return bool(match or DECISION_HEADING.match(paragraph.text) or AFTER_DECISION.fullmatch(paragraph.text))


def _document(item: AgendaItem | None, body: Sequence[Paragraph]) -> Iterator[Document]:
    kinds = {heading_kind(each.text) for each in body}
    if item is None or not kinds & PRESENTING:
        return
    yield Document(
        id="",
        title=item.title,
        title_span=item.title_span,
        type="indstilling",
        spans=(Span(body[0].span.start, body[-1].span.end),),
        sections=sections_of(body, 0),
        agenda_item_id=item.id,
    )
