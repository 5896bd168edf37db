"""The graph as a network of things that have names, for networkx, pictures and notebooks.

A node is an entity, a meeting, an agenda item or a document, with `iri`, `label` and `type`; an edge is what
a source says of two of them, with `relation` (the predicate's name, or the stage of an event at a place), its
Danish `label`, `source` (the file), `date` where the meeting's is known, and `quote` and `page` where the
sentence is. An event is an edge from its initiative to its place; figures and amounts are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx
from pyoxigraph import QuerySolution

from graph.store import Reader
from graph.traces.dossier import last_part
from graph.traces.facts import Fact, ask, solutions
from graph.vocabulary import DCTERMS, RDFS, SCHEMA, SG, SKOS

# The type of a node: the first of its classes here.
TYPES = (
    *("Initiative", "Person", "Department", "Unit", "Committee", "ExternalOrganization", "Organization"),
    *("Place", "BudgetYear", "Case", "AgendaItem", "Document", "Meeting", "MeetingBody"),
)
OUR_WORDS = {
    "subOrganizationOf": ("er del af", "is part of")
}  # what the ontology has no label of its own for
# What so much is tied to that the tie says little of two things that share it.
HUBS = frozenset(
    (
        "Department",
        "Unit",
        "Committee",
        "ExternalOrganization",
        "Organization",
        "Place",
        "BudgetYear",
        "MeetingBody",
    )
)


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """What one source says of two things."""

    start: str
    relation: str  # the predicate's IRI, or the stage's
    end: str
    source: str  # the named graph
    quote: str
    page: int | None


def entity_network(store: Reader, iris: Iterable[str] | None = None) -> nx.MultiDiGraph[str]:
    """Return the network of these things and what is said between them; of everything where None.

    Nodes and edges stand in alphabetical order. Of a relation that one source states in several sentences
    there is one edge, with the first of them.
    """
    wanted = None if iris is None else set(iris)
    edges = [e for e in _edges(store, wanted) if wanted is None or {e.start, e.end} <= wanted]
    ends = {end for edge in edges for end in (edge.start, edge.end)}
    return _assembled(store, ends if wanted is None else wanted, edges)


def neighbourhood(store: Reader, focus: str, depth: int = 2, limit: int = 100) -> nx.MultiDiGraph[str]:
    """Return what lies within `depth` edges of `focus`, at most `limit` nodes.

    Nothing is reached through HUBS but from the focus, so that a department does not draw in everything it
    ever did. Nearer nodes win over farther ones, and what little leads from over what much leads from.
    `graph.graph["omitted"]` counts the nodes within reach that were left out.
    """
    kept, omitted = [focus], 0
    frontier = [focus]
    for _ in range(depth):
        fresh = _beyond(store, frontier, set(kept))
        room = limit - len(kept)
        frontier = [iri for iri, type_ in fresh[:room] if type_ not in HUBS]
        kept += [iri for iri, _ in fresh[:room]]
        omitted += len(fresh[room:])
    network = entity_network(store, kept)
    network.graph["focus"] = focus
    network.graph["omitted"] = omitted
    return network


def _beyond(store: Reader, frontier: list[str], known: set[str]) -> list[tuple[str, str]]:
    """Return what the frontier leads to, with its type; what the least connected leads to comes first."""
    reached: dict[str, set[str]] = {node: set() for node in frontier}
    for edge in _edges(store, frontier):
        for here, there in ((edge.start, edge.end), (edge.end, edge.start)):
            if here in reached and there not in known:
                reached[here].add(there)
    ordered = sorted(reached.values(), key=lambda others: (len(others), sorted(others)))
    found = list(dict.fromkeys(there for others in ordered for there in sorted(others)))
    types = {fact.iri: _type(fact) for fact in ask(store, "things", found)}
    return [(there, type_) for there in found if (type_ := types.get(there))]


def _edges(store: Reader, nodes: Iterable[str] | None) -> list[Edge]:
    known = None if nodes is None else list(nodes)
    rows = (row for question in ("edges", "links") for row in solutions(store, question, known))
    first: dict[tuple[str, str, str, str], Edge] = {}
    for edge in sorted(_edge(row) for row in rows):
        key = edge.start, edge.relation, edge.end, edge.source
        if key not in first or not first[key].quote:
            first[key] = edge
    return sorted(first.values())


def _edge(row: QuerySolution) -> Edge:
    page = row["page"].value if row["page"] is not None else ""
    return Edge(
        start=row["from"].value,
        relation=row["relation"].value,
        end=row["to"].value,
        source=row["g"].value,
        quote=row["quote"].value if row["quote"] is not None else "",
        page=int(page) if page.isdecimal() else None,
    )


def _assembled(store: Reader, iris: Iterable[str], edges: Iterable[Edge]) -> nx.MultiDiGraph[str]:
    said = list(edges)
    files = {fact.iri: fact.text(SG("fileName")) for fact in ask(store, "things", {e.source for e in said})}
    things = ask(store, "things", iris)
    bodies = {fact.iri: _label(fact, {}) for fact in ask(store, "things", _bodies(things))}
    dates = _dates(store, things)
    days = _days(store, files)
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for fact in things:
        if type_ := _type(fact):
            found.add_node(fact.iri, iri=fact.iri, label=_label(fact, bodies), type=type_)
    words = {fact.iri: _word(fact) for fact in ask(store, "labels", {edge.relation for edge in said})}
    for edge in said:
        if edge.start in found and edge.end in found:
            name = last_part(edge.relation)
            source = files.get(edge.source) or edge.source
            date = dates.get(edge.end) or dates.get(edge.start) or days.get(edge.source)
            known = {"quote": edge.quote or None, "page": edge.page, "date": date}
            given = {key: value for key, value in known.items() if value is not None}
            label = words.get(edge.relation) or OUR_WORDS.get(name, (name,))[0]
            found.add_edge(edge.start, edge.end, relation=name, label=label, source=source, **given)
    return found


def _dates(store: Reader, things: Iterable[Fact]) -> dict[str, str]:
    """Return the ISO dates of meetings and of the agenda items of meetings."""
    meetings = {fact.iri: fact.iri_at(SG("meeting")) or fact.iri for fact in things}
    held = {fact.iri: fact.text(SCHEMA("startDate")) for fact in ask(store, "things", meetings.values())}
    found = {iri: (held.get(meeting) or "")[:10] for iri, meeting in meetings.items()}
    return {iri: date for iri, date in found.items() if date}


def _days(store: Reader, sources: Iterable[str]) -> dict[str, str]:
    """Return the ISO date of the first meeting that each source tells of."""
    found: dict[str, str] = {}
    for row in solutions(store, "network_days", sources):
        source, day = row["g"].value, row["date"].value[:10]
        found[source] = min(day, found.get(source, day))
    return found


def _word(fact: Fact) -> str | None:
    return fact.text(SKOS("prefLabel")) or fact.text(RDFS("label"))


def _type(fact: Fact) -> str | None:
    return next((name for name in TYPES if fact.has_class(SG(name))), None)


def _bodies(things: Iterable[Fact]) -> set[str]:
    return {body for fact in things for body in fact.iris(SG("body"))}


def _label(fact: Fact, bodies: Mapping[str, str]) -> str:
    """Return a name; of an item its number and title, of a meeting its body and date."""
    named = fact.text(SKOS("prefLabel")) or fact.text(DCTERMS("identifier"))
    numbered = (fact.text(SG("number")), fact.text(DCTERMS("title")))
    held = (bodies.get(fact.iri_at(SG("body")) or ""), (fact.text(SCHEMA("startDate")) or "")[:10])
    return named or " ".join(filter(None, numbered)) or " ".join(filter(None, held)) or last_part(fact.iri)
