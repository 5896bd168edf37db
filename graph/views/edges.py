"""The neighbours of an entity in both directions, each relation counted, the newest first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import QuerySolution

from graph.store import Reader
from graph.views.evidence import Passages, Stated, chosen, own_passages, quotes, stated_passages
from graph.views.records import Evidence, Link, Relation, Thing
from graph.views.rows import rows, value, whole
from graph.views.terms import relation_labels, short
from graph.views.things import Things
from graph.vocabulary import PREFIXES, SG

READ = 5_000  # neighbours that are read in each direction
# What is machinery, or is shown in another way: as evidence, as mentions, as former IRIs, as classes.
LEFT_OUT = """rdf:type rdf:subject rdf:predicate rdf:object owl:sameAs prov:wasGeneratedBy
  prov:wasDerivedFrom sg:evidence sg:sentence sg:refersTo sg:concerns skos:topConceptOf skos:hasTopConcept
  <http://rdfs.org/ns/void#subset>"""
OUT = """SELECT ?relation ?other {
  <%s> ?relation ?other . FILTER(ISIRI(?other) && ?relation NOT IN (%s))
} LIMIT %d"""
IN = """SELECT ?relation ?other {
  ?other ?relation <%s> . FILTER(ISIRI(?other) && ?relation NOT IN (%s))
  FILTER NOT EXISTS { ?other a sg:Passage }
} LIMIT %d"""
ROLES = """SELECT ?other ?via { ?via sg:organization <%s> . ?other sg:role ?via } LIMIT %d"""
# What is named in it: by its mentions, each kind of thing with its own way to them.
NAMED = """SELECT ?other (COUNT(?mention) AS ?times) (MIN(?mention) AS ?via) {
  %s ?mention sg:refersTo ?other . FILTER(?other != <%s>)
} GROUP BY ?other ORDER BY DESC(?times) STR(?other) LIMIT %d"""
NAMED_BY = {
    "AgendaItem": "?mention sg:agendaItem <%s> .",
    "Document": "?mention sg:document <%s> .",
    "Meeting": "?item sg:meeting <%s> . ?mention sg:agendaItem ?item .",
    "Case": "?filed sg:case <%s> . ?mention sg:agendaItem|sg:document ?filed .",
}
PARTS = """SELECT DISTINCT ?other {
  GRAPH <%s> { VALUES ?class { sg:Meeting sg:AgendaItem sg:Document } ?other a ?class }
} LIMIT %d"""
NUMBER = re.compile(r"\d{1,9}")
REFERS, ROLE = SG("refersTo").value, SG("role").value
HAS_PART, PART_OF = PREFIXES["dcterms"] + "hasPart", PREFIXES["dcterms"] + "isPartOf"


@dataclass(frozen=True, slots=True)
class Edge:
    """One neighbour. `via` is the node between the two that says so, `weight` how often it is said."""

    relation: str
    is_outgoing: bool
    other: str
    via: str | None = None
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Edges:
    """The neighbours of an entity; not `complete` if there are more than are read."""

    iri: str
    all: tuple[Edge, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class LinkPage:
    """Some of the links of one relation: from an offset, the newest first."""

    links: tuple[Link, ...]
    total: int
    next: int | None
    complete: bool


def read_edges(store: Reader, iri: str, kind: str) -> Edges:
    """Return the neighbours of an entity of a kind ("Person")."""
    outgoing = [_edge(row, True) for row in rows(store, OUT % (iri, _list(LEFT_OUT), READ))]
    incoming = [_edge(row, False) for row in rows(store, IN % (iri, _list(LEFT_OUT), READ))]
    others = list(_others(store, iri, kind))
    if any(edge.relation == ROLE for edge in others):  # the person says more than the role between
        incoming = [edge for edge in incoming if edge.relation != SG("organization").value]
    complete = all(len(found) < READ for found in (outgoing, incoming, others))
    return Edges(iri, tuple(dict.fromkeys((*outgoing, *incoming, *others))), complete)


def grouped(edges: Edges, things: Things) -> dict[tuple[str, bool], list[Edge]]:
    """Return the neighbours by relation and direction, the newest first, what is undated by name."""
    groups: dict[tuple[str, bool], list[Edge]] = defaultdict(list)
    for edge in edges.all:
        groups[edge.relation, edge.is_outgoing].append(edge)
    return {key: _in_order(groups[key], things) for key in sorted(groups, key=_relation_order)}


def relation(key: tuple[str, bool], total: int, shown: int) -> Relation:
    """Return the count of one relation."""
    name, is_outgoing = short(key[0]), key[1]
    return Relation(name, *relation_labels(name, is_outgoing), is_outgoing, total, shown)


def links(store: Reader, edges: Edges, shown: Iterable[Edge], things: Things) -> tuple[Link, ...]:
    """Return these edges as links with their evidence."""
    kept = list(shown)
    evidence = _Grounds.read(store, edges.iri, kept)
    known = quotes(store, {passage for edge in kept for passage in evidence.of(edge)})
    return tuple(_link(edge, things.of(edge.other), chosen(evidence.of(edge), known)) for edge in kept)


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What edges rest on: statements about the entity, and what nodes rest on themselves."""

    iri: str
    subject: Stated
    object: Stated
    own: Passages

    @classmethod
    def read(cls, store: Reader, iri: str, edges: Sequence[Edge]) -> _Grounds:
        nodes = {iri, *(e.via or e.other for e in edges)}
        is_out, is_in = (any(e.is_outgoing is way for e in edges) for way in (True, False))
        return cls(
            iri,
            stated_passages(store, iri, True) if is_out else {},
            stated_passages(store, iri, False) if is_in else {},
            own_passages(store, nodes),
        )

    def of(self, edge: Edge) -> tuple[str, ...]:
        stated = (self.subject if edge.is_outgoing else self.object).get((edge.relation, edge.other))
        if stated:
            return stated
        if edge.via is not None:  # a mention is a quoted place itself
            return self.own.get(edge.via, (edge.via,))
        speakers = (self.iri, edge.other) if edge.is_outgoing else (edge.other, self.iri)
        return next((self.own[speaker] for speaker in speakers if speaker in self.own), ())


def _others(store: Reader, iri: str, kind: str) -> Iterable[Edge]:
    """Yield the neighbours that are a step farther away than one triple."""
    if kind in NAMED_BY:
        for row in rows(store, NAMED % (NAMED_BY[kind] % iri, iri, READ)):
            yield Edge(REFERS, True, value(row, "other") or "", value(row, "via"), whole(row, "times") or 1)
    if kind == "Source":
        for row in rows(store, PARTS % (iri, READ)):
            yield Edge(HAS_PART, True, value(row, "other") or "")
    head, folder, rest = iri.partition("/source/")
    if folder and "/" in rest:
        yield Edge(PART_OF, True, f"{head}{folder}{rest.partition('/')[0]}")
    for row in rows(store, ROLES % (iri, READ)):
        yield Edge(ROLE, False, value(row, "other") or "", value(row, "via"))


def _edge(row: QuerySolution, is_outgoing: bool) -> Edge:
    return Edge(value(row, "relation") or "", is_outgoing, value(row, "other") or "")


def _list(names: str) -> str:
    return ", ".join(names.split())


def _relation_order(key: tuple[str, bool]) -> tuple[bool, str]:
    return not key[1], short(key[0])


def _in_order(edges: Iterable[Edge], things: Things) -> list[Edge]:
    """Put what is dated in order of time, the newest first; then the rest by weight and name."""

    def by_name(edge: Edge) -> tuple[int, str, str]:
        name = NUMBER.sub(lambda found: found[0].zfill(9), things.of(edge.other).label.casefold())
        return -edge.weight, name, edge.other  # item 2 stands before item 10

    named = sorted(edges, key=by_name)
    return sorted(named, key=lambda edge: things.date(edge.other) or "", reverse=True)


def _link(edge: Edge, thing: Thing, evidence: tuple[Evidence, ...]) -> Link:
    name = short(edge.relation)
    return Link(name, *relation_labels(name, edge.is_outgoing), edge.is_outgoing, thing, evidence)
