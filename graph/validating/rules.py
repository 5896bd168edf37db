"""The contract's own rules: what SHACL cannot see, because it needs the source's text or the whole graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions

from extract.privacy import mask_cpr
from graph.store import Reader
from graph.validating.findings import Finding
from graph.vocabulary import OA, SG, TYPE, XSD

Texts = Callable[[str], str | None]
ENTITIES = ("Person", "Organization", "Initiative", "Place", "BudgetYear", "Case")
SHOWN = 60  # characters of a text that a finding shows
UNREACHED = """SELECT ?entity ?class {
  VALUES ?class { %s }
  GRAPH <%s> { ?entity a ?class }
  FILTER NOT EXISTS { ?mention sg:refersTo ?entity }
}"""
UNHELD = """SELECT ?entity ?class {
  BIND(sg:MeetingBody AS ?class)
  GRAPH <%s> { ?entity a ?class }
  FILTER NOT EXISTS { ?meeting sg:body ?entity }
}"""


@dataclass(slots=True)
class _Passage:
    exact: str | None = None
    start: int | None = None
    end: int | None = None


def quotes_stand_where_they_say(store: Reader, graph: NamedNode, text: str | None) -> Iterator[Finding]:
    """Find the passages of a source whose quote is not letter for letter what stands at their place."""
    for node, passage in sorted(_passages(store, graph).items()):
        if passage.exact is None or passage.start is None or passage.end is None:
            yield Finding(graph.value, node, "passage", "the passage lacks its quote, its start or its end")
        elif text is None:
            yield Finding(graph.value, node, "passage", "the source's text is not there to compare with")
        elif (there := text[passage.start : passage.end]) != passage.exact:
            message = f"at {passage.start}–{passage.end} stands {there[:SHOWN]!r}"
            yield Finding(graph.value, node, "passage", message, passage.exact[:SHOWN])


def count_passages(store: Reader, graph: NamedNode) -> int:
    """Return how many passages a source quotes."""
    return len(_passages(store, graph))


def evidence_is_there(store: Reader, graph: NamedNode) -> Iterator[Finding]:
    """Find the statements that rest on a passage which the same source does not hold."""
    known = set(_passages(store, graph))
    for predicate in ("evidence", "sentence"):
        for quad in store.quads(None, SG(predicate), None, graph):
            if isinstance(quad.object, NamedNode) and quad.object.value not in known:
                message = f"its {predicate} is a passage that is not there"
                yield Finding(graph.value, _name(quad.subject), predicate, message, quad.object.value)


def nothing_private_is_said(quads: Iterator[Quad]) -> Iterator[Finding]:
    """Find the literals that hold a CPR number. The finding does not repeat it."""
    for quad in quads:
        value = quad.object
        text = value.value if isinstance(value, Literal) and value.datatype == XSD("string") else ""
        if mask_cpr(text) != text:
            message = f"the {quad.predicate.value} of this node holds a CPR number"
            yield Finding(_name(quad.graph_name), _name(quad.subject), "privacy", message)


def entities_are_reached(store: Reader, entities: NamedNode) -> Iterator[Finding]:
    """Find the entities that no mention refers to, and the bodies that hold no meeting."""
    names = " ".join(f"sg:{name}" for name in ENTITIES)
    for query in (UNREACHED % (names, entities.value), UNHELD % entities.value):
        found = store.query(query)
        for solution in found if isinstance(found, QuerySolutions) else ():
            entity, kind = solution["entity"], solution["class"]
            if isinstance(entity, NamedNode) and isinstance(kind, NamedNode):
                message = "no mention leads to this entity"
                yield Finding(entities.value, entity.value, "reach", message, kind.value)


def _passages(store: Reader, graph: NamedNode) -> dict[str, _Passage]:
    found = {_name(q.subject): _Passage() for q in store.quads(None, TYPE, SG("Passage"), graph)}
    for quad in store.quads(None, OA("exact"), None, graph):
        if isinstance(quad.object, Literal):
            found.setdefault(_name(quad.subject), _Passage()).exact = quad.object.value
    for quad in store.quads(None, OA("start"), None, graph):
        found.setdefault(_name(quad.subject), _Passage()).start = _integer(quad.object)
    for quad in store.quads(None, OA("end"), None, graph):
        found.setdefault(_name(quad.subject), _Passage()).end = _integer(quad.object)
    return found


def _integer(term: object) -> int | None:
    return int(term.value) if isinstance(term, Literal) and term.value.isdecimal() else None


def _name(term: object) -> str:
    return term.value if isinstance(term, NamedNode | BlankNode) else str(term)
