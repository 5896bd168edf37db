"""Meetings, agenda items and documents to triples."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from extract.records import AgendaItem, Document, Meeting
from graph.building.literals import at, boolean, integer, moment, text
from graph.building.quotes import withheld
from graph.building.source_context import SourceContext
from graph.vocabulary import DCTERMS, SCHEMA, SG, TYPE


def package_triples(context: SourceContext) -> Iterator[Triple]:
    """Yield what the file says of its meetings, their agenda items and its documents."""
    package = context.extract.package
    for meeting in package.meetings:
        yield from _meeting(context, meeting)
    for item in package.agenda_items:
        yield from _item(context, item)
    for document in package.documents:
        yield from _document(context, document)


def _meeting(context: SourceContext, meeting: Meeting) -> Iterator[Triple]:
    node = NamedNode(context.package.meetings[meeting.id])
    yield Triple(node, TYPE, SG("Meeting"))
    held = context.resolution.held(context.extract.raw.sha256, meeting.id)
    if held:
        yield Triple(node, SG("body"), NamedNode(held.body))
    if began := at(meeting.date, held.start if held else meeting.start):
        yield Triple(node, SCHEMA("startDate"), began)
    end = held.end if held else meeting.end
    if end and (ended := at(meeting.date, end)):
        yield Triple(node, SCHEMA("endDate"), ended)
    if meeting.date and meeting.date_basis in ("explicit", "inferred"):
        yield Triple(node, SG("dateBasis"), text(meeting.date_basis))
    yield from _texts(node, ((SG("dateReason"), meeting.date_reason), (SCHEMA("location"), meeting.location)))
    yield from context.evidence(node, meeting.evidence)


def _item(context: SourceContext, item: AgendaItem) -> Iterator[Triple]:
    node = NamedNode(context.package.items[item.id])
    yield Triple(node, TYPE, SG("AgendaItem"))
    if meeting := context.package.meetings.get(item.meeting_id):
        yield Triple(node, SG("meeting"), NamedNode(meeting))
    yield from _texts(node, ((SG("number"), item.number), (DCTERMS("title"), item.title)))
    if item.minutes is not None:
        yield Triple(node, SG("minutes"), integer(item.minutes))
    if outcome := context.concept("outcome", item.outcome):
        yield Triple(node, SG("outcome"), outcome)
    if item.is_public is not None:
        yield Triple(node, SG("isPublic"), boolean(item.is_public))
    if item.decision:
        yield from _texts(node, ((SG("decisionText"), item.decision.of(context.extract.raw.text)),))
    for span in (item.title_span, item.decision, item.outcome_evidence):
        if span:
            yield from context.evidence(node, span)


def _document(context: SourceContext, document: Document) -> Iterator[Triple]:
    node = NamedNode(context.package.documents[document.id])
    yield Triple(node, TYPE, SG("Document"))
    stated = ((DCTERMS("title"), document.title), (SG("attachmentNumber"), document.attachment_number))
    yield from _texts(node, stated)
    if type_ := context.concept("type", document.type):
        yield Triple(node, DCTERMS("type"), type_)
    if issued := moment(document.issued):
        yield Triple(node, DCTERMS("issued"), issued)
    if item := context.place(document.agenda_item_id):
        yield Triple(node, SG("agendaItem"), item)
    for span in (document.title_span, document.issued_span):
        if span:
            yield from context.evidence(node, span)


def _texts(node: NamedNode, pairs: tuple[tuple[NamedNode, str | None], ...]) -> Iterator[Triple]:
    for predicate, value in pairs:
        if value and (written := withheld(value)):
            yield Triple(node, predicate, text(written))
