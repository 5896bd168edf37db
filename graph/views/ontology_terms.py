"""The terms of the ontology with their labels and comments in both languages, as its page shows them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from graph.ontologies import turtle
from graph.views.terms import short
from graph.vocabulary import OWL, RDF, RDFS, SG, TYPE

ONTOLOGY = SG.base.rstrip("#")
CLASSES = frozenset({OWL("Class"), RDFS("Class")})
PROPERTIES = frozenset({OWL("ObjectProperty"), OWL("DatatypeProperty"), RDF("Property")})


@dataclass(frozen=True, slots=True)
class Term:
    """One class or property. What it is tied to is written short ("prov:Entity")."""

    name: str
    iri: str
    is_class: bool
    label: str
    label_en: str
    comment: str
    comment_en: str
    broader: tuple[str, ...]
    domain: tuple[str, ...]
    range: tuple[str, ...]


def ontology_triples() -> tuple[Triple, ...]:
    """Return the ontology and its alignments with other vocabularies."""
    return _triples(("sagsgraf", "alignments"))


@cache
def terms() -> tuple[Term, ...]:
    """Return every term: the classes, then the properties, each in alphabetical order."""
    said: dict[str, dict[NamedNode, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for triple in _triples(("sagsgraf",)):
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            said[triple.subject.value][triple.predicate].append(triple.object)
    kinds = CLASSES | PROPERTIES
    found = [_term(iri, by) for iri, by in said.items() if kinds.intersection(_nodes(by[TYPE]))]
    return tuple(sorted(found, key=lambda term: (not term.is_class, term.name.casefold())))


@cache
def _triples(names: tuple[str, ...]) -> tuple[Triple, ...]:
    return tuple(
        quad.triple
        for name in names
        for quad in parse(turtle(name), format=RdfFormat.TURTLE, base_iri=SG.base)
    )


def _nodes(values: list[NamedNode | Literal]) -> set[NamedNode]:
    return {value for value in values if isinstance(value, NamedNode)}


def _term(iri: str, by: dict[NamedNode, list[NamedNode | Literal]]) -> Term:
    return Term(
        iri.removeprefix(SG.base),
        iri,
        not CLASSES.isdisjoint(_nodes(by[TYPE])),
        _text(by[RDFS("label")], "da"),
        _text(by[RDFS("label")], "en"),
        _text(by[RDFS("comment")], "da"),
        _text(by[RDFS("comment")], "en"),
        _short(by[RDFS("subClassOf")] + by[RDFS("subPropertyOf")]),
        _short(by[RDFS("domain")]),
        _short(by[RDFS("range")]),
    )


def _text(values: list[NamedNode | Literal], language: str) -> str:
    return next((v.value for v in values if isinstance(v, Literal) and v.language == language), "")


def _short(values: list[NamedNode | Literal]) -> tuple[str, ...]:
    return tuple(sorted(short(node.value) for node in _nodes(values)))
