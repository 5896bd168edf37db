"""Take a package apart: its meetings, agenda items and enclosed documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.printed_dates import first_date
from extract.records import AgendaItem, CleanText, Document, Meeting, Package
from extract.segment_cases import case_documents, outside
from extract.segment_committees import committee_items, committee_sections
from extract.segment_dating import Evidence, date_meetings
from extract.segment_documents import Tied, document_type
from extract.segment_meetings import committee_meeting, meeting_of, own_body
from extract.segment_parts import Parts, parts_of
from extract.segment_sections import sections_of
from extract.segment_threads import agenda_items
from extract.segment_titles import title_of
from extract.structure import MINUTES_HEADING


@dataclass(frozen=True, slots=True)
class _Meetings:
    """The meetings: of the package's own pages by thread, of enclosed agendas by document."""

    of_thread: dict[int, Meeting]
    of_document: dict[int, Meeting]

    def in_order(self) -> tuple[Meeting, ...]:
        every = (*self.of_thread.values(), *self.of_document.values())
        return tuple(sorted(every, key=lambda meeting: int(meeting.id[1:])))


def segment(clean: CleanText, raw_name: str) -> Package:
    r"""Take a cleaned package apart into meetings, agenda items and documents.

    Meetings and documents stand in reading order, the items of a meeting in that of their numbers. Offsets
    are in the cleaned text. A text without any agenda is one document, an empty text nothing. `raw_name` is
    the file's name, which dates a meeting that nothing in the text dates.

    >>> package = segment(CleanText("Punkt 1: Havnen (5 min)\nGodkendt.", (), (0,)), "a.txt")
    >>> [(item.number, item.title, item.minutes, item.outcome) for item in package.agenda_items]
    [('1', 'Havnen', 5, 'approved')]
    """
    parts = parts_of(clean)
    meetings = _meetings(parts, clean.text, raw_name)
    items = tuple(_items(parts, meetings, clean.text))
    cases = list(_cases(parts, items))
    holes = sorted(span for case in cases for span in case.spans)
    whole = (*_documents(parts, meetings), *_minutes(parts))
    documents = [*(replace(each, spans=outside(each.spans, holes)) for each in whole), *cases]
    return Package(
        meetings.in_order(),
        items,
        tuple(
            replace(document, id=f"d{number}")
            for number, document in enumerate(sorted(documents, key=lambda each: each.spans), start=1)
        ),
    )


def _meetings(parts: Parts, text: str, raw_name: str) -> _Meetings:
    dated = date_meetings(parts.threads, Evidence(parts.tied, parts.files, parts.own, raw_name))
    heads = {n: each.draft.committee for n, each in enumerate(parts.tied) if each.draft.committee}
    places = [(each.rounds[0].entries[0].heading.span.start, True, n) for n, each in enumerate(parts.threads)]
    places += [(head.evidence.start, False, n) for n, head in heads.items()]
    otherwise = own_body(" ".join((text, *(title for _, title in parts.files))))
    found = _Meetings({}, {})
    for number, (_, is_own, n) in enumerate(sorted(places), start=1):
        if is_own:
            found.of_thread[n] = meeting_of(number, parts.threads[n], dated[n], otherwise)
        else:
            found.of_document[n] = committee_meeting(number, heads[n])
    return found


def _items(parts: Parts, meetings: _Meetings, text: str) -> Iterator[AgendaItem]:
    public: dict[str | None, bool] = {}
    for each in parts.tied:
        if each.draft.is_public is not None:
            public[_item_id(each, meetings)] = each.draft.is_public
    for n, thread in enumerate(parts.threads):
        for item in agenda_items(thread, meetings.of_thread[n].id, text):
            yield replace(item, is_public=public.get(item.id, item.is_public))
    for n, meeting in meetings.of_document.items():
        yield from committee_items(parts.tied[n].draft.paragraphs, meeting.id, text)


def _item_id(tied: Tied, meetings: _Meetings) -> str | None:
    return f"{meetings.of_thread[tied.tie.thread].id}-{tied.tie.number}" if tied.tie else None


def _documents(parts: Parts, meetings: _Meetings) -> Iterator[Document]:
    for each in parts.tied:
        yield _document(each, meetings)


def _document(tied: Tied, meetings: _Meetings) -> Document:
    draft = tied.draft
    title, place = title_of(tied)
    issued = first_date(draft.issued.text) if draft.issued else None
    return Document(
        id="",
        title=title,
        title_span=place,
        type=document_type(draft, title),
        spans=draft.stretch.spans,
        sections=committee_sections(draft.paragraphs)
        if draft.committee
        else sections_of(draft.paragraphs, draft.head.size),
        agenda_item_id=_item_id(tied, meetings),
        attachment_number=_attachment_number(tied),
        issued=issued.iso() if issued else None,
        issued_span=draft.issued.span if draft.issued else None,
    )


def _attachment_number(tied: Tied) -> str | None:
    """Return the number of an attachment as stamped, else as its author or its lister has it."""
    draft = tied.draft
    if draft.key is not None:
        return draft.key[1]
    return draft.own_number or (tied.listed.number if tied.listed else None)


def _cases(parts: Parts, items: Sequence[AgendaItem]) -> Iterator[Document]:
    """Yield the cases presented below the items themselves."""
    for stretch in parts.own_pages:
        yield from case_documents(stretch.paragraphs, items)
    for each in parts.tied:
        if each.draft.committee:
            yield from case_documents(each.draft.paragraphs, items)


def _minutes(parts: Parts) -> Iterator[Document]:
    """Yield the package's own minutes where they are printed as a whole, under "Referat"."""
    for stretch in parts.own_pages:
        heading = next((p for p in stretch.paragraphs[:3] if MINUTES_HEADING.fullmatch(p.text)), None)
        if heading is not None:
            yield Document("", heading.text, heading.span, "referat", stretch.spans)
