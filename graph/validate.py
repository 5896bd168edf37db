"""Validate a graph: SHACL shapes and the contract's own rules, source by source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode

from graph.errors import NoGraphError
from graph.ingesting.cache import ExtractCache
from graph.ingesting.manifest import load_manifest
from graph.iri import Iris
from graph.snapshots import reading
from graph.store import Reader
from graph.validating.findings import Finding, Report
from graph.validating.rules import (
    Texts,
    count_passages,
    entities_are_reached,
    evidence_is_there,
    nothing_private_is_said,
    quotes_stand_where_they_say,
)
from graph.validating.shapes import check_entities, check_source
from graph.vocabulary import SG, TYPE


def validate(store: Reader, texts: Texts, iris: Iris) -> Report:
    """Check every graph of a store; `texts` returns the text of a source by its IRI, None where it has none.

    Findings stand in order of graph, node and rule, each once. Graphs that were imported are not judged.
    """
    sources = [graph for graph in store.graphs() if _is_source(store, graph)]
    entities = NamedNode(iris.entities)
    across = (entities, NamedNode(iris.vocabulary))
    found: set[Finding] = set()
    for graph in sources:
        found.update(check_source(store, graph, across))
        found.update(_by_rules(store, graph, texts(graph.value)))
    found.update(check_entities(store, entities, across))
    found.update(entities_are_reached(store, entities))
    found.update(nothing_private_is_said(store.quads(graph=entities)))
    passages = sum(count_passages(store, graph) for graph in sources)
    return Report(tuple(sorted(found, key=_in_order)), len(sources) + 1, passages)


def validate_data(data: Path) -> Report:
    """Check the newest state of a data directory against the texts that it was read from.

    Raises: NoGraphError before the first build; StoreError if the state on disk is damaged.
    """
    with reading(data) as snapshot:
        manifest = load_manifest(snapshot.directory)
        if manifest is None:
            raise NoGraphError(data)
        keys = {entry.source: entry.key for entry in manifest.entries}
        cache = ExtractCache(data)

        def text_of(source: str) -> str | None:
            key = keys.get(source)
            extract = cache.load(key) if key else None
            return extract.raw.text if extract else None

        return validate(snapshot.store, text_of, Iris(manifest.base_iri))


def _by_rules(store: Reader, graph: NamedNode, text: str | None) -> Iterator[Finding]:
    yield from quotes_stand_where_they_say(store, graph, text)
    yield from evidence_is_there(store, graph)
    yield from nothing_private_is_said(store.quads(graph=graph))


def _is_source(store: Reader, graph: NamedNode) -> bool:
    return any(True for _ in store.quads(graph, TYPE, SG("Source"), graph))


def _in_order(finding: Finding) -> tuple[str, str, str, str, str]:
    return finding.graph, finding.node, finding.rule, finding.message, finding.value or ""
