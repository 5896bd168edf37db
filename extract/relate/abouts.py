"""What agenda items and documents are about, and which initiatives they name."""

from __future__ import annotations

from collections.abc import Iterator

from extract.recognise.initiatives_names import key
from extract.records import AgendaItem, Document, Kind, MentionIndex, Span
from extract.relate.ground import Ground
from extract.relations import About

SUBJECT = "subject_of"
MENTIONED = "mentioned_in"
# A case is about what the document that puts it forward is about; an attachment may be about anything.
ATTACHED = frozenset({"notat", "bilag", "rapport", "oversigt", "slides", "plan"})
PUTS_FORWARD = frozenset({"indstilling"})
BEHIND_TITLE = 0.85


def find_abouts(ground: Ground) -> tuple[About, ...]:
    """Return, once for each initiative and target, what is about it and what names it."""
    subjects = tuple(_subjects(ground))
    seen = {(key(ground.name(each.initiative)), each.target_id) for each in subjects}
    found: list[About] = list(_first_of_each(ground, subjects))
    for about in _mentions(ground):
        identity = key(ground.name(about.initiative)), about.target_id
        if identity not in seen:
            seen.add(identity)
            found.append(about)
    return tuple(found)


def _first_of_each(ground: Ground, abouts: tuple[About, ...]) -> Iterator[About]:
    seen: set[tuple[str, str]] = set()
    for about in abouts:
        identity = key(ground.name(about.initiative)), about.target_id
        if identity not in seen:
            seen.add(identity)
            yield about


def _subjects(ground: Ground) -> Iterator[About]:
    package = ground.reading.package
    for item in package.agenda_items:
        yield from _in_title(ground, item.title_span, item.id, 1.0)
    for document in package.documents:
        for about in _in_title(ground, document.title_span, document.id, 1.0):
            yield about
            if document.type in PUTS_FORWARD and document.agenda_item_id:
                yield About(about.initiative, SUBJECT, document.agenda_item_id, about.evidence, BEHIND_TITLE)


def _in_title(ground: Ground, title: Span, target: str, weight: float) -> Iterator[About]:
    for index in titled(ground, title):
        confidence = round(weight * ground.reading.mentions[index].confidence, 2)
        yield About(index, SUBJECT, target, title, confidence)


def titled(ground: Ground, title: Span) -> tuple[MentionIndex, ...]:
    """Return the initiatives that a title is about: those in it."""
    return ground.inside(Kind.INITIATIVE, title)


def subjects_of(ground: Ground, document: Document) -> tuple[MentionIndex, ...]:
    """Return what a document is about: what its title names, else what its agenda item's title names.

    An attachment that is tied to no item is about what the indstilling before it puts forward.
    """
    own = titled(ground, document.title_span)
    item = ground.items.get(document.agenda_item_id or "")
    if own or item is not None:
        return own or (subjects_of_item(ground, item) if item else ())
    leading = _leading(ground, document) if document.type in ATTACHED else None
    return titled(ground, leading.title_span) if leading is not None else ()


def subjects_of_item(ground: Ground, item: AgendaItem) -> tuple[MentionIndex, ...]:
    """Return what an agenda item is about: what its title names, else what is put forward under it."""
    own = titled(ground, item.title_span)
    for document in ground.reading.package.documents if not own else ():
        if document.agenda_item_id == item.id and document.type in PUTS_FORWARD:
            own = own or titled(ground, document.title_span)
    return own


def _leading(ground: Ground, attachment: Document) -> Document | None:
    """Return the indstilling that an attachment follows, with nothing but attachments between."""
    documents = ground.reading.package.documents
    for document in reversed(documents[: documents.index(attachment)]):
        if document.type in PUTS_FORWARD:
            return document
        if document.type not in ATTACHED:
            return None
    return None


def _mentions(ground: Ground) -> Iterator[About]:
    for index in ground.by_kind[Kind.INITIATIVE]:
        span = ground.span(index)
        stretch = ground.at(span.start)
        if stretch is None:
            continue
        evidence = ground.sentence(span.start)
        confidence = ground.reading.mentions[index].confidence
        item = ground.item(stretch)
        if stretch.document is not None:
            yield About(index, MENTIONED, stretch.document.id, evidence, confidence)
        if item is not None:
            yield About(index, MENTIONED, item.id, evidence, confidence)
