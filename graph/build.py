"""What was read and resolved to quads: a named graph a source, one for entities, one for the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import NamedNode, Quad, Triple

from extract.relations import Extract
from graph.building.entities import entity_triples
from graph.building.facts import fact_triples
from graph.building.literals import integer, text
from graph.building.mentions import mention_triples
from graph.building.package import package_triples
from graph.building.source_context import Edition, SourceContext
from graph.building.statements import statement_triples
from graph.iri import Iris
from graph.ontologies import vocabulary_triples
from graph.resolving.resolution import Resolution
from graph.vocabulary import DCTERMS, PROV, SG, TYPE


@dataclass(frozen=True, slots=True)
class FailedSource:
    """A file that could not be read: `status` is a stable word for machines, `reason` a sentence."""

    name: str
    status: str
    reason: str
    sha256: str | None = None
    media_type: str | None = None


def build_source(extract: Extract, resolution: Resolution, edition: Edition) -> Iterator[Quad]:
    """Yield the named graph of one source: all that was read out of it, with its evidence.

    The same extract and resolution give the same quads, whenever they are built.
    """
    context = SourceContext.create(extract, resolution, edition)
    graph = NamedNode(context.source)
    said = chain(
        _source(context),
        package_triples(context),
        mention_triples(context),
        statement_triples(context),
        fact_triples(context),
    )
    seen: set[Triple] = set()
    for triple in chain(said, _late(context)):
        if triple not in seen:
            seen.add(triple)
            yield _in(graph, triple)


def build_failure(failed: FailedSource, edition: Edition) -> Iterator[Quad]:
    """Yield the named graph of a file that could not be read: that it is there, and why it says nothing."""
    iris = edition.iris
    node = NamedNode(iris.source(failed.sha256) if failed.sha256 else iris.unread_source(failed.name))
    stated = (("sha256", failed.sha256), ("status", failed.status), ("reason", failed.reason))
    for triple in _file(node, failed.name, failed.media_type, edition):
        yield _in(node, triple)
    for predicate, value in stated:
        if value:
            yield Quad(node, SG(predicate), text(value), node)


def build_entities(resolution: Resolution, iris: Iris) -> Iterator[Triple]:
    """Yield the graph of what holds across files."""
    return entity_triples(resolution, iris)


def build_vocabulary(iris: Iris) -> Iterator[Triple]:
    """Yield the ontology, its alignments, and the concept schemes under the base IRI."""
    return vocabulary_triples(iris)


def _in(graph: NamedNode, triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, graph)


def _source(context: SourceContext) -> Iterator[Triple]:
    raw = context.extract.raw
    node = NamedNode(context.source)
    yield from _file(node, raw.name, raw.media_type, context.edition)
    yield Triple(node, SG("sha256"), text(raw.sha256))
    yield Triple(node, SG("status"), text("ok"))
    yield Triple(node, SG("characters"), integer(len(raw.text)))
    yield Triple(node, SG("pages"), integer(len(raw.pages)))
    for warning in raw.warnings:
        yield Triple(node, SG("warning"), text(warning))


def _file(node: NamedNode, name: str, media_type: str | None, edition: Edition) -> Iterator[Triple]:
    yield Triple(node, TYPE, SG("Source"))
    yield Triple(node, SG("fileName"), text(name.replace("\\", "/").rpartition("/")[2] or name))
    yield Triple(node, SG("path"), text(name))
    yield Triple(node, PROV("wasGeneratedBy"), NamedNode(edition.run))
    if media_type:
        yield Triple(node, DCTERMS("format"), text(media_type))


def _late(context: SourceContext) -> Iterator[Triple]:
    """Yield the passages, which are known when everything else has been yielded."""
    yield from context.passages.triples()
