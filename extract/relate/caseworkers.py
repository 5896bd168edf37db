"""Who is the caseworker of a document: the names in its field "Sagsbehandler:"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.fields import Field
from extract.records import Kind, MentionIndex, Span
from extract.relate.ground import Ground
from extract.relations import Caseworker

IN_FIELD = 0.97


def find_caseworkers(ground: Ground, fields: Sequence[Field]) -> tuple[Caseworker, ...]:
    """Return each caseworker of each document once, in order of text."""
    found: dict[tuple[str, str], Caseworker] = {}
    for field in fields:
        if field.name != "caseworker":
            continue
        for person, value in _people(ground, field):
            document = ground.document_at(field.span.start)
            if document is not None:
                worker = Caseworker(document.id, person, value, IN_FIELD)
                found.setdefault((document.id, ground.name(person)), worker)
    return tuple(found.values())


def _people(ground: Ground, field: Field) -> Iterator[tuple[MentionIndex, Span]]:
    for value in field.values:
        for person in ground.inside(Kind.PERSON, value)[:1]:
            yield person, ground.span(person)
