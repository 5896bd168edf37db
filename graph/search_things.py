"""Read what things are, to put them into a search index: class, kind, dates and departments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from graph.network import TYPES
from graph.store import Reader, Term
from graph.trace_dossier import last_part
from graph.vocabulary import DCTERMS, ORG, PREFIXES, SCHEMA, SG, TYPE

KINDS = (SG("initiativeKind"), DCTERMS("type"))
RANK = {name: rank for rank, name in enumerate(TYPES)}
NO_RANK = len(TYPES)
ANCESTORS = 12  # levels of organizations; more are a circle


@dataclass(frozen=True, slots=True)
class Thing:
    """What a node is: its type, all its classes of our vocabulary, its kind."""

    iri: str
    type: str
    classes: tuple[str, ...]
    kind: str | None


@dataclass(frozen=True, slots=True)
class Things:
    """Looks things up in a store and remembers them: for as long as the store does not change."""

    store: Reader
    _known: dict[str, Thing | None] = field(default_factory=dict)
    _leads: dict[tuple[str, tuple[NamedNode, ...]], list[str]] = field(default_factory=dict)
    _belongs: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, iri: str) -> Thing | None:
        """Return what a node is; None if it has no class that can be shown."""
        if iri not in self._known:
            self._known[iri] = self._read(NamedNode(iri))
        return self._known[iri]

    def units(self, iri: str) -> tuple[str, ...]:
        """Return the organizations that an organization is part of, itself first."""
        if iri not in self._belongs:
            self._belongs[iri] = tuple(self._upwards(iri))
        return self._belongs[iri]

    def departments(self, units: Iterable[str]) -> tuple[str, ...]:
        """Return those of the organizations that are departments."""
        return tuple(unit for unit in units if (thing := self.of(unit)) and thing.type == "Department")

    def values(self, iri: str, predicate: NamedNode) -> list[Term]:
        """Return what a node has by a predicate, in alphabetical order."""
        found = self.store.triples(NamedNode(iri), predicate, None)
        return sorted((triple.object for triple in found), key=str)

    def iris(self, iri: str, *predicates: NamedNode) -> list[str]:
        """Return the nodes that a node leads to by any of the predicates."""
        if (iri, predicates) not in self._leads:
            found = (term for each in predicates for term in self.values(iri, each))
            self._leads[iri, predicates] = [term.value for term in found if isinstance(term, NamedNode)]
        return self._leads[iri, predicates]

    def text(self, iri: str, predicate: NamedNode) -> str | None:
        """Return the first literal that a node has by a predicate."""
        found = (term.value for term in self.values(iri, predicate) if isinstance(term, Literal))
        return next(found, None)

    def meeting_date(self, meeting: str) -> str | None:
        """Return a meeting's ISO date."""
        return (self.text(meeting, SCHEMA("startDate")) or "")[:10] or None

    def _read(self, node: NamedNode) -> Thing | None:
        ours = {
            triple.object.value.removeprefix(PREFIXES["sg"])
            for triple in self.store.triples(node, TYPE, None)
            if isinstance(triple.object, NamedNode) and triple.object.value.startswith(PREFIXES["sg"])
        }
        type_ = next((name for name in TYPES if name in ours), None)
        if type_ is None:
            return None
        kind = next(iter(self.iris(node.value, *KINDS)), None)
        return Thing(node.value, type_, tuple(sorted(ours)), last_part(kind) if kind else None)

    def _upwards(self, iri: str) -> Iterator[str]:
        seen: dict[str, None] = {}
        frontier = [iri]
        for _ in range(ANCESTORS):
            seen.update(dict.fromkeys(frontier))
            frontier = [
                above
                for each in frontier
                for above in self.iris(each, ORG("subOrganizationOf"))
                if above not in seen
            ]
        yield from seen


def by_object(store: Reader, *predicates: NamedNode) -> dict[str, list[tuple[str, str]]]:
    """Return the subjects, each with the graph that says so, that lead to each node by the predicates."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for predicate in predicates:
        for quad in store.quads(None, predicate, None, None):
            if isinstance(quad.object, NamedNode) and isinstance(quad.subject, NamedNode):
                found[quad.object.value].append((quad.subject.value, _name(quad.graph_name)))
    return found


def _name(graph: object) -> str:
    return graph.value if isinstance(graph, NamedNode) else ""
