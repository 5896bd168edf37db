"""The data set's description of itself: VoID, DCAT and PROV, in a graph of its own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from pyoxigraph import Literal, NamedNode, QuerySolutions, Triple

from graph.iri import Iris
from graph.store import Reader
from graph.vocabulary import DCTERMS, PREFIXES, PROV, SCHEMA, TYPE, XSD

VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
TITLE = {"da": "Kommunale sager på tværs af møder", "en": "Municipal subjects across meetings"}
ABOUT = {
    "da": "Hvad kommunale mødepakker siger, som en graf, hvor hvert udsagn fører til sin sætning.",
    "en": "What municipal meeting packages say, as a graph in which every statement leads to its sentence.",
}

SERVICE = {"da": "Forespørgsler i SPARQL", "en": "Queries in SPARQL"}
# The graphs that every data set has, by the end of their IRIs.
GRAPHS = {
    "entities": {"da": "Det, der gælder på tværs af filer", "en": "What holds across files"},
    "vocabulary": {"da": "Ordforråd og begrebslister", "en": "Vocabulary and concept schemes"},
}


@dataclass(frozen=True, slots=True)
class Run:
    """What made the graph: program version, settings in words, digest of both; first and last time it ran."""

    version: str
    settings: str
    digest: str
    started: str
    ended: str

    def iri(self, iris: Iris) -> str:
        """Return the run's IRI: the same for the same code and settings."""
        return iris.entity("run", self.digest)


def now() -> str:
    """Return the time to the second (ISO 8601, UTC), or that of `SOURCE_DATE_EPOCH` where it is set.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def describe(store: Reader, iris: Iris, run: Run) -> Iterator[Triple]:
    """Yield the description of what the store's other graphs hold, and of the run that made them."""
    dataset = NamedNode(iris.dataset)
    graphs = [graph for graph in store.graphs() if graph != dataset]
    yield from _about(dataset, iris)
    yield from _service(dataset, iris)
    yield from _parts(dataset, graphs, iris)
    yield from _counts(dataset, store)
    yield from _run(dataset, iris, run)


def _about(dataset: NamedNode, iris: Iris) -> Iterator[Triple]:
    for name in (f"{VOID}Dataset", f"{DCAT}Dataset"):
        yield Triple(dataset, TYPE, NamedNode(name))
    for predicate, texts in ((DCTERMS("title"), TITLE), (DCTERMS("description"), ABOUT)):
        for language, text in texts.items():
            yield Triple(dataset, predicate, Literal(text, language=language))
    yield Triple(dataset, NamedNode(f"{VOID}uriSpace"), Literal(iris.base))
    yield Triple(dataset, NamedNode(f"{VOID}sparqlEndpoint"), NamedNode(f"{iris.base}sparql"))
    for namespace in PREFIXES.values():
        yield Triple(dataset, NamedNode(f"{VOID}vocabulary"), NamedNode(namespace))


def _service(dataset: NamedNode, iris: Iris) -> Iterator[Triple]:
    """Yield how the data set is asked: its SPARQL service, and the formats that its things answer in."""
    service = NamedNode(f"{iris.base}sparql")
    yield Triple(service, TYPE, NamedNode(f"{DCAT}DataService"))
    yield Triple(service, NamedNode(f"{DCAT}servesDataset"), dataset)
    yield Triple(service, NamedNode(f"{DCAT}endpointURL"), service)
    yield Triple(service, DCTERMS("conformsTo"), NamedNode("http://www.w3.org/TR/sparql11-protocol/"))
    for language, title in SERVICE.items():
        yield Triple(service, DCTERMS("title"), Literal(title, language=language))
    for name in ("Turtle", "N-Triples", "RDF_XML", "JSON-LD"):
        yield Triple(dataset, NamedNode(f"{VOID}feature"), NamedNode(f"http://www.w3.org/ns/formats/{name}"))


def _parts(dataset: NamedNode, graphs: Iterable[NamedNode], iris: Iris) -> Iterator[Triple]:
    for graph in graphs:
        is_source = graph.value.startswith(f"{iris.base}source/")
        predicate = PROV("wasDerivedFrom") if is_source else NamedNode(f"{VOID}subset")
        yield Triple(dataset, predicate, graph)
        if not is_source:
            yield Triple(graph, TYPE, NamedNode(f"{VOID}Dataset"))
            for language, title in GRAPHS.get(graph.value.removeprefix(iris.base), {}).items():
                yield Triple(graph, DCTERMS("title"), Literal(title, language=language))


def _counts(dataset: NamedNode, store: Reader) -> Iterator[Triple]:
    described = sum(1 for _ in store.quads(graph=dataset))
    yield Triple(dataset, NamedNode(f"{VOID}triples"), _number(len(store) - described))
    for kind, things in _classes(store):
        part = NamedNode(f"{dataset.value}/{kind.value.rpartition('#')[2]}")
        yield Triple(dataset, NamedNode(f"{VOID}classPartition"), part)
        yield Triple(part, TYPE, NamedNode(f"{VOID}Dataset"))
        yield Triple(part, NamedNode(f"{VOID}class"), kind)
        yield Triple(part, NamedNode(f"{VOID}entities"), _number(things))


def _classes(store: Reader) -> Iterator[tuple[NamedNode, int]]:
    found = store.query(
        "SELECT ?class (COUNT(DISTINCT ?thing) AS ?things) { ?thing a ?class } GROUP BY ?class"
    )
    for solution in found if isinstance(found, QuerySolutions) else ():
        kind, things = solution["class"], solution["things"]
        is_ours = isinstance(kind, NamedNode) and kind.value.startswith(PREFIXES["sg"])
        if isinstance(kind, NamedNode) and isinstance(things, Literal) and is_ours:
            yield kind, int(things.value)


def _run(dataset: NamedNode, iris: Iris, run: Run) -> Iterator[Triple]:
    node = NamedNode(run.iri(iris))
    yield Triple(dataset, PROV("wasGeneratedBy"), node)
    yield Triple(node, TYPE, PROV("Activity"))
    yield Triple(node, SCHEMA("softwareVersion"), Literal(run.version))
    yield Triple(node, DCTERMS("description"), Literal(run.settings))
    yield Triple(node, PROV("startedAtTime"), Literal(run.started, datatype=XSD("dateTime")))
    yield Triple(node, PROV("endedAtTime"), Literal(run.ended, datatype=XSD("dateTime")))


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=XSD("integer"))
