"""Which unit and department issued a document.

A template prints its sender in one of three places: in the field "Fra", in the column beside the first page's
text (department, unit, municipality, address, caseworker), or as a signature (unit, date, caseworker).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.fields import Field
from extract.records import Document, Kind, MentionIndex, Span
from extract.relate.ground import Ground
from extract.relations import Issuer

FROM_FIELD = 0.95
BESIDE_CASEWORKER = 0.9
REACH = 400  # characters between a sender printed on its own line and the caseworker's field
LEVELS = {"department": "department", "unit": "unit"}


def find_issuers(ground: Ground, fields: Sequence[Field]) -> tuple[Issuer, ...]:
    """Return each issuer of each document once; the surer of two places counts."""
    found: dict[tuple[str, str], Issuer] = {}
    for issuer in (*_senders(ground, fields), *_signatures(ground, fields)):
        found.setdefault((issuer.document_id, ground.name(issuer.organization)), issuer)
    return tuple(found.values())


def _senders(ground: Ground, fields: Sequence[Field]) -> Iterator[Issuer]:
    for field in fields:
        document = ground.document_at(field.span.start)
        if field.name != "from" or document is None:
            continue
        for value in field.values:
            yield from _issuers(ground, document, ground.inside(Kind.ORGANIZATION, value), FROM_FIELD)


def _signatures(ground: Ground, fields: Sequence[Field]) -> Iterator[Issuer]:
    for field in fields:
        document = ground.document_at(field.span.start)
        if field.name != "caseworker" or document is None:
            continue
        near = Span(field.span.start - REACH, field.span.end + REACH)
        alone = tuple(
            index
            for index in ground.inside(Kind.ORGANIZATION, near)
            if _stands_alone(ground, index) and ground.document_at(ground.span(index).start) is document
        )
        yield from _issuers(ground, document, alone, BESIDE_CASEWORKER)


def _stands_alone(ground: Ground, index: MentionIndex) -> bool:
    """Tell whether the organization is all that its line holds, but for brackets and a field behind it."""
    span = ground.span(index)
    line = ground.paragraph(span.start)
    before = ground.text[line.start : span.start].strip(" []|")
    behind = ground.text[span.end : line.end].strip(" []|/,")
    return not before and (not behind or behind.startswith("Sagsbehandler"))


def _issuers(
    ground: Ground, document: Document, organizations: Sequence[MentionIndex], confidence: float
) -> Iterator[Issuer]:
    for index in organizations:
        level = LEVELS.get(ground.reading.mentions[index].attributes.get("type", ""))
        if level is not None:
            yield Issuer(document.id, index, level, ground.span(index), confidence)
