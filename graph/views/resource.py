"""The description of one thing as triples: what is said of it, by whom it is named, and on what that rests.

Bounded: a department that everything is tied to is described by the first of it; the rest is asked for in
SPARQL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from graph.errors import UnknownEntityError
from graph.store import Reader
from graph.vocabulary import DCTERMS, OWL, PREFIXES, RDF, RDFS, SCHEMA, SG, SKOS, TYPE

MOST_OWN = 5_000  # triples that begin with the thing
MOST_OTHERS = 1_000  # triples that end with it, mentions apart
MOST_MENTIONS = 200
# What a neighbour is recognised by.
NAMING = (
    *(TYPE, SKOS("prefLabel"), RDFS("label"), DCTERMS("title"), DCTERMS("identifier")),
    *(SCHEMA("startDate"), SG("number"), SG("fileName")),
)
PASSAGES = (SG("evidence"), SG("sentence"))
ABOUT = (RDF("subject"), RDF("object"))
CONTROLS = {code: None for code in (*range(32), 0xFFFE, 0xFFFF) if chr(code) not in "\t\n\r"}


def resource_triples(store: Reader, iri: str) -> tuple[Triple, ...]:
    """Return the description of a thing in a stable order.

    It holds what is said of it and of the nodes that speak of it (events, figures, amounts, statements,
    mentions), the passages these rest on, and the names of its neighbours.

    Raises: UnknownEntityError if nothing is said of it.
    """
    node = _node(iri)
    found = dict.fromkeys(islice(store.triples(node), MOST_OWN))
    if not found:
        raise UnknownEntityError(iri)
    speakers = dict.fromkeys(_speakers(store, node))
    for speaker in speakers:
        found.update(dict.fromkeys(store.triples(speaker)))
    for passage in {t.object for t in found if t.predicate in PASSAGES and isinstance(t.object, NamedNode)}:
        found.update(dict.fromkeys(store.triples(passage)))
    neighbours = {each for triple in found for each in _ends(triple)} - {node, *speakers}
    for neighbour in neighbours:
        found.update(dict.fromkeys(_names(store, neighbour)))
    return tuple(sorted(found, key=str))


def written(triples: Iterable[Triple], media: RdfFormat, base: str) -> bytes:
    """Return triples in a format; control characters, which XML cannot hold, are left out of RDF/XML."""
    prefixes = {name: PREFIXES[name] for name in PREFIXES}
    chosen = map(_without_controls, triples) if media == RdfFormat.RDF_XML else triples
    made = serialize(chosen, format=media, prefixes=prefixes, base_iri=base)
    return made or b""


def _speakers(store: Reader, node: NamedNode) -> Iterator[NamedNode]:
    """Yield the nodes that speak of a thing, mentions last."""
    mentions = (triple.subject for triple in store.triples(None, SG("refersTo"), node))
    others = (t.subject for t in store.triples(None, None, node) if t.predicate not in _QUIET)
    for subject in (*islice(others, MOST_OTHERS), *islice(mentions, MOST_MENTIONS)):
        if isinstance(subject, NamedNode):
            yield subject


_QUIET = frozenset({SG("refersTo"), OWL("sameAs"), TYPE, *PASSAGES})


def _ends(triple: Triple) -> Iterator[NamedNode]:
    for end in (triple.subject, triple.object):
        if isinstance(end, NamedNode):
            yield end


def _names(store: Reader, neighbour: NamedNode) -> Iterator[Triple]:
    return (triple for triple in store.triples(neighbour) if triple.predicate in NAMING)


def _without_controls(triple: Triple) -> Triple:
    value = triple.object
    if not isinstance(value, Literal) or value.value == value.value.translate(CONTROLS):
        return triple
    text = value.value.translate(CONTROLS)
    clean = (
        Literal(text, language=value.language) if value.language else Literal(text, datatype=value.datatype)
    )
    return Triple(triple.subject, triple.predicate, clean)


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise UnknownEntityError(iri) from error
