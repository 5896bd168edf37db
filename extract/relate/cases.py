"""Which case a document or an agenda item is filed under: the number in its field "Sag:"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.fields import Field
from extract.records import Kind
from extract.relate.ground import Ground
from extract.relations import CaseOf

IN_FIELD = 0.97
OF_ITEM = 0.9  # an item is filed as the document that puts it forward


def find_cases(ground: Ground, fields: Sequence[Field]) -> tuple[CaseOf, ...]:
    """Return each case of each document and item once, in order of text."""
    found: dict[tuple[str, str], CaseOf] = {}
    for field in fields:
        if field.name == "case":
            for case in _filed(ground, field):
                found.setdefault((case.subject_id, ground.name(case.case)), case)
    return tuple(found.values())


def _filed(ground: Ground, field: Field) -> Iterator[CaseOf]:
    stretch = ground.at(field.span.start)
    if stretch is None:
        return
    for index in ground.inside(Kind.CASE, field.span):
        evidence = ground.span(index)
        if stretch.item is not None:
            yield CaseOf(stretch.item.id, index, evidence, IN_FIELD)
        if stretch.document is not None:
            yield CaseOf(stretch.document.id, index, evidence, IN_FIELD)
            if stretch.document.type == "indstilling" and stretch.document.agenda_item_id:
                yield CaseOf(stretch.document.agenda_item_id, index, evidence, OF_ITEM)
