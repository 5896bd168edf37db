"""The ontology, its alignments and the concept schemes, as files in `ontology`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from pyoxigraph import RdfFormat, Triple, parse

from graph.iri import Iris

# Written relative to a base: the concept schemes' IRIs are those of the graph they are used in.
VOCABULARIES = ("sagsgraf", "alignments", "concepts")


@cache
def turtle(name: str) -> str:
    """Return the text of a file in `ontology`: sagsgraf, alignments, concepts or shapes."""
    return (files("graph") / "ontology" / f"{name}.ttl").read_text("utf-8")


def vocabulary_triples(iris: Iris) -> Iterator[Triple]:
    """Yield the ontology, the alignments, and the concept schemes under the base IRI."""
    for name in VOCABULARIES:
        for quad in parse(turtle(name), format=RdfFormat.TURTLE, base_iri=iris.base):
            yield quad.triple
