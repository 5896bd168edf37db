"""Check graphs against the SHACL shapes, a source at a time, so that the graph may be of any size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import pyshacl
from pyoxigraph import NamedNode, RdfFormat, Triple, serialize
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from graph.ontologies import turtle
from graph.store import Reader
from graph.validating.findings import Finding
from graph.vocabulary import ORG, SG, TYPE

CHUNK = 400  # entities that are checked together
LEADING_ON = (
    ORG("subOrganizationOf"),
    SG("committee"),
    SG("initiativeKind"),
)  # what an entity's own shape looks up


def check_source(store: Reader, graph: NamedNode, across: Sequence[NamedNode]) -> Iterator[Finding]:
    """Find what in a source's graph does not have its shape.

    What it refers to is looked up in the graphs `across` (entities, vocabulary), and is not judged there.
    """
    own = [quad.triple for quad in store.quads(graph=graph)]
    subjects = {name for triple in own if (name := _iri(triple.subject))}
    objects = {name for triple in own if (name := _iri(triple.object)) and triple.predicate != TYPE}
    yield from _check([*own, *_described(store, across, subjects | objects)], graph, subjects)


def check_entities(store: Reader, graph: NamedNode, across: Sequence[NamedNode]) -> Iterator[Finding]:
    """Find what in the graph of entities does not have its shape, looking up in the graphs `across`."""
    subjects = sorted({name for quad in store.quads(graph=graph) if (name := _iri(quad.subject))})
    for start in range(0, len(subjects), CHUNK):
        batch = set(subjects[start : start + CHUNK])
        objects = {
            name
            for subject in batch
            for quad in store.quads(NamedNode(subject), None, None, graph)
            if (name := _iri(quad.object)) and quad.predicate != TYPE
        }
        yield from _check(_described(store, across, batch | objects), graph, batch)


def _check(triples: Iterable[Triple], graph: NamedNode, focus: set[str]) -> Iterator[Finding]:
    data = Graph().parse(data=serialize(set(triples), format=RdfFormat.N_TRIPLES), format="nt")
    _, results, _ = pyshacl.validate(data, shacl_graph=_shapes(), inference="none", inplace=True)
    if isinstance(results, Graph):
        found = {_finding(results, node, graph) for node in results.subjects(RDF.type, SH.ValidationResult)}
        yield from sorted(finding for finding in found if finding.node in focus)


@cache
def _shapes() -> Graph:
    return Graph().parse(data=turtle("shapes"), format="turtle")


def _finding(results: Graph, node: Node, graph: NamedNode) -> Finding:
    path = results.value(node, SH.resultPath)
    rule = path if isinstance(path, URIRef) else results.value(node, SH.sourceConstraintComponent)
    messages = sorted(str(message) for message in results.objects(node, SH.resultMessage))
    value = results.value(node, SH.value)
    return Finding(
        graph.value,
        str(results.value(node, SH.focusNode)),
        str(rule),
        "; ".join(messages),
        None if value is None else str(value),
    )


def _described(store: Reader, across: Sequence[NamedNode], iris: Iterable[str]) -> Iterator[Triple]:
    """Yield what the graphs `across` say of things and of what they lead on to; of others the classes."""
    waiting, seen = sorted(set(iris)), set[str]()
    while waiting:
        iri = waiting.pop()
        if iri in seen:
            continue
        seen.add(iri)
        node = NamedNode(iri)
        said = [quad.triple for graph in across for quad in store.quads(node, None, None, graph)]
        yield from said or store.triples(node, TYPE)
        waiting += [name for t in said if t.predicate in LEADING_ON and (name := _iri(t.object))]


def _iri(term: object) -> str | None:
    return term.value if isinstance(term, NamedNode) else None
