"""Read what things are, to put them into a search index: class, kind, dates and departments.

Everything is read at once, a predicate at a time: that is as quick for a store elsewhere as for one at hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from graph.network import TYPES
from graph.store import Reader
from graph.traces.dossier import last_part
from graph.traces.facts import solutions
from graph.vocabulary import DCTERMS, ORG, SCHEMA, SG, SKOS, TYPE

KINDS = (SG("initiativeKind"), DCTERMS("type"))
PART_OF, COMMITTEE = ORG("subOrganizationOf"), SG("committee")
LINKED = (
    *KINDS,
    *(PART_OF, COMMITTEE),
    *(SG(name) for name in ("meeting", "body", "role", "organization", "department", "unit")),
)
WRITTEN = (SCHEMA("startDate"), DCTERMS("issued"), SG("number"), SKOS("prefLabel"))
RANK = {name: rank for rank, name in enumerate(TYPES)}
NO_RANK = len(TYPES)
ANCESTORS = 12  # levels of organizations; more are a circle


@dataclass(frozen=True, slots=True)
class Thing:
    """What a node is: its type, all its classes that can be shown, its kind."""

    iri: str
    type: str
    classes: tuple[str, ...]
    kind: str | None


class Things:
    """What the things of a store are and lead to, as they were when this was made."""

    def __init__(self, store: Reader) -> None:
        self.store = store
        self._links = {predicate: _links(store, predicate) for predicate in LINKED}
        self._links[SG("agendaItem")] = _filed(store)
        self._texts = {predicate: _texts(store, predicate) for predicate in WRITTEN}
        self._things = {thing.iri: thing for thing in self._read()}
        self._belongs: dict[str, tuple[str, ...]] = {}

    def __iter__(self) -> Iterator[Thing]:
        """Yield all that is of a class that can be shown, type by type."""
        return iter(self._things.values())

    def of(self, iri: str) -> Thing | None:
        """Return what a node is; None if it has no class that can be shown."""
        return self._things.get(iri)

    def units(self, iri: str) -> tuple[str, ...]:
        """Return the organizations that an organization is part of, itself first."""
        if iri not in self._belongs:
            self._belongs[iri] = tuple(self._upwards(iri))
        return self._belongs[iri]

    def departments(self, units: Iterable[str]) -> tuple[str, ...]:
        """Return those of the organizations that are departments."""
        return tuple(unit for unit in units if (thing := self.of(unit)) and thing.type == "Department")

    def iris(self, iri: str, *predicates: NamedNode) -> list[str]:
        """Return the nodes that a node leads to by any of the predicates in LINKED, a document to items."""
        return [value for each in predicates for value in self._links[each].get(iri, ())]

    def text(self, iri: str, predicate: NamedNode) -> str | None:
        """Return the first text that a node has by a predicate in WRITTEN."""
        return self._texts[predicate].get(iri)

    def meeting_date(self, meeting: str) -> str | None:
        """Return a meeting's ISO date."""
        return (self.text(meeting, SCHEMA("startDate")) or "")[:10] or None

    def holders(self, meeting: str) -> list[str]:
        """Return the organizations whose meeting it is: the body's department and committee."""
        bodies = self.iris(meeting, SG("body"))
        return [unit for body in bodies for unit in self.iris(body, PART_OF, COMMITTEE)]

    def _read(self) -> Iterator[Thing]:
        classes: dict[str, list[str]] = defaultdict(list)
        for name in TYPES:
            for triple in self.store.triples(None, TYPE, SG(name)):
                if isinstance(triple.subject, NamedNode):
                    classes[triple.subject.value].append(name)
        for iri, names in classes.items():
            kind = next(iter(self.iris(iri, *KINDS)), None)
            yield Thing(iri, names[0], tuple(sorted(names)), last_part(kind) if kind else None)

    def _upwards(self, iri: str) -> Iterator[str]:
        seen: dict[str, None] = {}
        frontier = [iri]
        for _ in range(ANCESTORS):
            seen.update(dict.fromkeys(frontier))
            above = (each for unit in frontier for each in self.iris(unit, PART_OF))
            frontier = [each for each in above if each not in seen]
        yield from seen


def named_in(store: Reader) -> dict[str, set[str]]:
    """Return the named graphs that tell of each entity."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in solutions(store, "named_in"):
        found[row["entity"].value].add(row["g"].value)
    return found


def _filed(store: Reader) -> dict[str, list[str]]:
    """Return the items that documents are filed under; passages, which stand in items, are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in solutions(store, "filed_under"):
        found[row["document"].value].append(row["item"].value)
    return {document: sorted(items) for document, items in found.items()}


def _links(store: Reader, predicate: NamedNode) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for triple in store.triples(None, predicate, None):
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode):
            found[triple.subject.value].append(triple.object.value)
    return {node: sorted(each) for node, each in found.items()}


def _texts(store: Reader, predicate: NamedNode) -> dict[str, str]:
    """Return the first text of each node, in alphabetical order."""
    found: dict[str, str] = {}
    for triple in store.triples(None, predicate, None):
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, Literal):
            node, text = triple.subject.value, triple.object.value
            found[node] = min(text, found.get(node, text))
    return found
