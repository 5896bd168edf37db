"""Build a graph of a few files in memory, as `sagsgraf build` does on disk."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from pyoxigraph import NamedNode, Quad, Store

from extract.relations import Extract
from graph.build import build_entities, build_source
from graph.building.source_context import Edition
from graph.extraction import extract_bytes
from graph.identities import Identities
from graph.ingesting.recognisers import Recognisers
from graph.iri import Iris
from graph.resolve import resolve

BASE_IRI = "http://benchmarks.example/"


def build(files: Mapping[str, bytes], recognisers: Recognisers) -> Store:
    """Return a store with the graphs of the files, by name, and of their entities.

    What was read out of a file is kept for the next graph with the same file in it.

    Raises: ReadError if a file cannot be read; TermListError, ModelError if the recognisers cannot be made.
    """
    iris = Iris(BASE_IRI)
    extracts = [_extract(content, name, recognisers) for name, content in sorted(files.items())]
    resolution = resolve(extracts, (), Identities(), iris)
    edition = Edition(iris, f"{BASE_IRI}run", contacts=False)
    entities = NamedNode(iris.entities)
    store = Store()
    store.bulk_extend(
        chain(
            (quad for extract in extracts for quad in build_source(extract, resolution, edition)),
            (Quad(t.subject, t.predicate, t.object, entities) for t in build_entities(resolution, iris)),
        )
    )
    return store


@lru_cache(maxsize=64)
def _extract(content: bytes, name: str, recognisers: Recognisers) -> Extract:
    return extract_bytes(content, name, recognisers)
