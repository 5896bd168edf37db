"""How a page shows all that is known of an entity: what stands at its head, and its neighbours in sections.

A relation that leads from the entity to one or two things ("case", "unit") is a line of the head; one that
leads to many, or to the entity, is a section of its own, the sections that matter most for the type first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.views.records import EntityView, Fact, Link, Relation

# Shown elsewhere on the page, or of no use to a reader.
HIDDEN_FACTS = frozenset(
    (
        "sg:confidence",
        "sg:number",
        "dcterms:title",
        "dcterms:identifier",
        "sg:sha256",
        "sg:year",
        "schema:text",
    )
)
FACT_ORDER = (
    *("schema:startDate", "schema:endDate", "schema:location", "dcterms:issued"),
    *("sg:value", "sg:when"),
)
HIDDEN_LINKS = frozenset(("sg:evidence",))
HEAD = 3  # things that a line of the head can name
# The sections that come first, by the type of the page; "<" is a relation that leads to the entity.
FIRST = {
    "AgendaItem": ("<sg:agendaItem", "<sg:subjectOf", "sg:refersTo", "<sg:followedUpIn"),
    "Document": ("<sg:document", "<sg:subjectOf", "sg:refersTo"),
    "Person": ("<sg:responsible", "<sg:caseworker", "sg:role"),
    "Case": ("<sg:case", "sg:refersTo"),
    "BudgetYear": ("<sg:budgetYear",),
    "Place": ("<sg:place",),
}
TYPE_ORDER = (
    *("Initiative", "Document", "AgendaItem", "Commitment", "Amount", "Figure", "InitiativeEvent"),
    *("Recommendation", "Person", "Department", "Unit", "Committee", "ExternalOrganization", "Place"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours of one type within a section."""

    type: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The neighbours of one relation: by type, the newest first; `total` counts those not shown as well."""

    relation: Relation
    groups: tuple[Group, ...]

    @property
    def key(self) -> str:
        """The relation and its direction as one word, for anchors and addresses."""
        arrow = "" if self.relation.is_outgoing else "<"
        return f"{arrow}{self.relation.relation}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head: a relation that leads to a few things."""

    relation: Relation
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Sections:
    """The parts of a page."""

    facts: tuple[Fact, ...]
    lines: tuple[Line, ...]
    sections: tuple[Section, ...]


def sections(view: EntityView) -> Sections:
    """Return how an entity is shown."""
    type_ = view.types[0] if view.types else ""
    facts = sorted((fact for fact in view.facts if _is_shown(fact, view)), key=_fact_rank)
    lines, rest = [], []
    for relation in view.relations:
        if relation.relation in HIDDEN_LINKS:
            continue
        links = view.linked(relation.relation, relation.is_outgoing)
        if relation.is_outgoing and relation.total <= HEAD and relation.relation != "sg:refersTo":
            lines.append(Line(relation, links))
        elif links:
            rest.append(Section(relation, _by_type(links)))
    first = FIRST.get(type_, ())
    rest.sort(key=lambda each: first.index(each.key) if each.key in first else len(first))
    return Sections(tuple(facts), tuple(lines), tuple(rest))


def _is_shown(fact: Fact, view: EntityView) -> bool:
    """Tell whether a reader wants to see it: how a date was found, only where it is not printed."""
    is_printed = any(each.relation == "sg:dateBasis" and each.value == "explicit" for each in view.facts)
    if fact.relation in ("sg:dateBasis", "sg:dateReason"):
        return not is_printed
    return fact.relation not in HIDDEN_FACTS


def _fact_rank(fact: Fact) -> int:
    return FACT_ORDER.index(fact.relation) if fact.relation in FACT_ORDER else len(FACT_ORDER)


def _by_type(links: Iterable[Link]) -> tuple[Group, ...]:
    grouped: dict[str, list[Link]] = {}
    for link in links:
        grouped.setdefault(link.thing.type, []).append(link)
    ordered = sorted(grouped, key=lambda name: (_rank(name), name))
    return tuple(Group(name, tuple(grouped[name])) for name in ordered)


def _rank(type_: str) -> int:
    return TYPE_ORDER.index(type_) if type_ in TYPE_ORDER else len(TYPE_ORDER)
