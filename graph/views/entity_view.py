"""Everything known about one entity of any kind, with its evidence: what pages and REST answers show.

All that is read is bounded, so that a department that everything is tied to is answered as well; `complete`
says whether there was more.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import UnknownEntityError
from graph.store import Reader
from graph.traces.dossier import last_part
from graph.views.edges import LinkPage, grouped, links, read_edges, relation
from graph.views.evidence import Passages, chosen, own_passages, quotes
from graph.views.mentions import history, mention_page, read_sightings
from graph.views.records import EntityView, Evidence, Fact, Mentions, Thing, Word
from graph.views.terms import class_labels, relation_labels, short
from graph.views.things import OURS, Things
from graph.vocabulary import OWL, SG, TYPE

MOST_FACTS = 500  # literals that are read of one entity
TELLING = 4  # characters of a value that stands in a quote by more than chance
NAMES = frozenset({"skos:prefLabel", "skos:altLabel", "skos:notation"})


@dataclass(frozen=True, slots=True)
class Window:
    """How much to show: links a relation, mentions from an offset, meetings of the history."""

    links: int = 50
    mentions: int = 20
    mentions_from: int = 0
    meetings: int = 200


def describe(store: Reader, iri: str, window: Window = Window()) -> EntityView:
    """Return what is known about the thing that has this IRI, or had it before it was joined with another.

    Raises: UnknownEntityError if the graph says nothing of it.
    """
    current = current_iri(store, iri)
    things = Things(store)
    things.fetch([current])
    stated = _stated(store, current)
    edges = read_edges(store, current, things.type(current))
    things.fetch((*(edge.other for edge in edges.all), *stated.sources))
    groups = grouped(edges, things)
    shown = {key: group[: window.links] for key, group in groups.items()}
    sightings = read_sightings(store, current, things)
    thing = things.of(current)
    return EntityView(
        iri=current,
        label=thing.label,
        label_en=thing.label_en,
        alt_labels=stated.texts("skos:altLabel"),
        acronym=None if thing.type == "Concept" else next(iter(stated.texts("skos:notation")), None),
        types=stated.types,
        kind=_kind(stated, things),
        date=thing.date,
        former_iris=stated.former,
        facts=_facts(store, stated),
        relations=tuple(relation(key, len(groups[key]), len(shown[key])) for key in groups),
        links=links(store, edges, (edge for group in shown.values() for edge in group), things),
        mentions=mention_page(store, sightings, things, window.mentions_from, window.mentions),
        history=history(store, sightings, things, window.meetings),
        evidence=_own_evidence(store, current),
        sources=tuple(sorted((things.of(each) for each in stated.sources), key=lambda each: each.label)),
        complete=edges.complete and sightings.complete and stated.complete,
    )


def links_of(
    store: Reader, iri: str, relation_iri: str, is_outgoing: bool, offset: int = 0, limit: int = 50
) -> LinkPage:
    """Return one page of the links of one relation (its full IRI), the newest first.

    Raises: UnknownEntityError if the graph says nothing of the entity.
    """
    current = current_iri(store, iri)
    things = Things(store)
    things.fetch([current])
    edges = read_edges(store, current, things.type(current))
    wanted = [edge for edge in edges.all if (edge.relation, edge.is_outgoing) == (relation_iri, is_outgoing)]
    things.fetch(edge.other for edge in wanted)
    ordered = grouped(edges, things).get((relation_iri, is_outgoing), [])
    shown = ordered[offset : offset + limit]
    after = offset + len(shown)
    more = after if shown and after < len(ordered) else None
    return LinkPage(links(store, edges, shown, things), len(ordered), more, edges.complete)


def mentions_of(store: Reader, iri: str, offset: int = 0, limit: int = 50) -> Mentions:
    """Return one page of the places where an entity is named, the newest first.

    Raises: UnknownEntityError if the graph says nothing of the entity.
    """
    things = Things(store)
    sightings = read_sightings(store, current_iri(store, iri), things)
    return mention_page(store, sightings, things, offset, limit)


def current_iri(store: Reader, iri: str) -> str:
    """Return the IRI that a thing has today.

    Raises: UnknownEntityError if nothing has it and nothing had it.
    """
    try:
        node = NamedNode(iri)
    except ValueError as error:
        raise UnknownEntityError(iri) from error
    if any(True for _ in store.triples(node)):
        return node.value
    holders = (triple.subject for triple in store.triples(None, OWL("sameAs"), node))
    found = sorted(holder.value for holder in holders if isinstance(holder, NamedNode))
    if not found:
        raise UnknownEntityError(iri)
    return found[0]


@dataclass(slots=True)
class _Stated:
    """What the graph says of the entity itself: literals with the graphs they stand in, classes, sources."""

    iri: str
    literals: dict[tuple[str, Literal], set[str]] = field(default_factory=lambda: defaultdict(set))
    types: tuple[str, ...] = ()
    kind: str | None = None
    former: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    complete: bool = True

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(sorted(literal.value for relation_, literal in self.literals if relation_ == name))


def _stated(store: Reader, iri: str) -> _Stated:
    found = _Stated(iri)
    types: set[str] = set()
    former: set[str] = set()
    sources: set[str] = set()
    for quad in store.quads(NamedNode(iri)):
        graph = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
        if "/source/" in graph:
            sources.add(graph)
        if isinstance(quad.object, Literal):
            found.complete = found.complete and len(found.literals) < MOST_FACTS
            if found.complete:
                found.literals[short(quad.predicate.value), quad.object].add(graph)
        elif isinstance(quad.object, NamedNode):
            _note(quad, types, former, found)
    found.types = tuple(sorted(last_part(each) for each in types)) or ("Thing",)
    found.former, found.sources = tuple(sorted(former)), tuple(sorted(sources))
    return found


def _note(quad: Quad, types: set[str], former: set[str], found: _Stated) -> None:
    value = quad.object.value if isinstance(quad.object, NamedNode) else ""
    if quad.predicate == TYPE and value.startswith(OURS):
        types.add(value)
    elif quad.predicate == OWL("sameAs"):
        former.add(value)
    elif quad.predicate == SG("initiativeKind"):
        found.kind = value


def _kind(stated: _Stated, things: Things) -> Word:
    """Return an initiative's kind, else the class."""
    if stated.kind:
        concept: Thing = things.of(stated.kind)
        return Word(last_part(stated.kind), concept.label, concept.label_en)
    name = things.type(stated.iri)
    return Word(name, *class_labels(name))


def _facts(store: Reader, stated: _Stated) -> tuple[Fact, ...]:
    """Return the literals but for the names, in order of relation, each with what it rests on."""
    own = own_passages(store, [stated.iri])
    known = quotes(store, {passage for passages in own.values() for passage in passages})
    facts = (
        Fact(
            name,
            *relation_labels(name),
            literal.value,
            short(literal.datatype.value),
            literal.language,
            _grounds(literal.value, graphs, own, known),
        )
        for (name, literal), graphs in stated.literals.items()
        if name not in NAMES or _is_count(name, stated)
    )
    return tuple(sorted(facts, key=lambda fact: (fact.relation, fact.language or "", fact.value)))


def _is_count(name: str, stated: _Stated) -> bool:
    """Tell whether a name is a fact all the same: what a figure counts is its label."""
    return name == "skos:prefLabel" and "Figure" in stated.types


def _grounds(value: str, graphs: set[str], own: Passages, known: dict[str, Evidence]) -> tuple[Evidence, ...]:
    """Return the quotes in the same files; those that hold the value letter for letter, where some do."""
    passages = [p for each in own.values() for p in each if p in known and known[p].source_iri in graphs]
    exact = [passage for passage in passages if value in " ".join(known[passage].quote.split())]
    return chosen(exact if exact and len(value) >= TELLING else passages, known)


def _own_evidence(store: Reader, iri: str) -> tuple[Evidence, ...]:
    passages = own_passages(store, [iri]).get(iri, ())
    return chosen(passages, quotes(store, passages))
