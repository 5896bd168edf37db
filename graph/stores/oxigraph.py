"""The embedded store: Oxigraph in a directory.

Adapter: what the engine raises when it opens becomes a `StoreError` here, once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Store, Triple

from graph.errors import StoreError
from graph.store import Change, Resource, Results, Term
from graph.vocabulary import PREFIXES

MERGE = DefaultGraph()
ENGINE_ERRORS = (OSError, RuntimeError, ValueError)  # missing or locked; corrupt; not a store of this version
BATCH = 50_000  # triples a bulk load of the merge hands to the engine at a time


class OxigraphReader:
    """Answers from an Oxigraph store; satisfies `graph.store.Reader`."""

    def __init__(self, engine: Store) -> None:
        self.engine = engine

    def query(self, sparql: str) -> Results:
        """Answer a trusted SPARQL query with the contract's prefixes declared."""
        return self.engine.query(sparql, prefixes=dict(PREFIXES))

    def quads(
        self,
        subject: Resource | None = None,
        predicate: NamedNode | None = None,
        value: Term | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """Yield the quads of the named graphs that fit; None fits all."""
        found = self.engine.quads_for_pattern(subject, predicate, value, graph)
        return (quad for quad in found if quad.graph_name != MERGE)

    def triples(
        self, subject: Resource | None = None, predicate: NamedNode | None = None, value: Term | None = None
    ) -> Iterator[Triple]:
        """Yield the triples of the merge that fit; None fits all."""
        return (quad.triple for quad in self.engine.quads_for_pattern(subject, predicate, value, MERGE))

    def graphs(self) -> Iterator[NamedNode]:
        """Yield the names of the named graphs in alphabetical order."""
        names = (name for name in self.engine.named_graphs() if isinstance(name, NamedNode))
        return iter(sorted(names, key=lambda name: name.value))

    def __len__(self) -> int:
        """Count the triples of the merge."""
        found = self.engine.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")  # in native code
        counted = next(found)["n"] if isinstance(found, QuerySolutions) else None
        return int(counted.value) if isinstance(counted, Literal) else 0

    def close(self) -> None:
        """Let go of the files; the store answers no more."""
        del self.engine


class OxigraphWriter(OxigraphReader):
    """Changes an Oxigraph store; satisfies `graph.store.Writer`. `directory` is named where that fails."""

    def __init__(self, engine: Store, directory: Path = Path("memory")) -> None:
        super().__init__(engine)
        self.directory = directory

    def begin(self, dataset: NamedNode) -> bool:
        """Begin: a draft is a copy of what was last saved."""
        return True

    def load(self, quads: Iterable[Quad]) -> None:
        """Add many quads of named graphs at once, and their triples to the merge."""
        waiting = iter(quads)
        while batch := list(islice(waiting, BATCH)):
            with _writing(self.directory):
                self._load(batch)

    def replace(self, graph: NamedNode, triples: Iterable[Triple]) -> Change:
        """Make `triples` all that the named graph holds; touches only what differs."""
        old = {quad.triple for quad in self.engine.quads_for_pattern(None, None, None, graph)}
        new = set(triples)
        gained, lost = new - old, old - new
        with _writing(self.directory):
            self._forget(graph, lost)
            self._learn(graph, gained)
            if not new and self.engine.contains_named_graph(graph):
                self.engine.remove_graph(graph)
        return Change(len(gained), len(lost))

    def remove(self, graph: NamedNode) -> Change:
        """Take a named graph out, and out of the merge what no other graph says."""
        return self.replace(graph, ())

    def save(self, path: Path) -> None:
        """Make a copy of the store in the folder `path`, whole on disk when this returns."""
        with _writing(path):
            self.engine.flush()
            self.engine.backup(str(path))

    def _load(self, quads: list[Quad]) -> None:
        merged = {quad.triple for quad in quads}
        self.engine.bulk_extend(quads)
        self.engine.bulk_extend(Quad(t.subject, t.predicate, t.object, MERGE) for t in merged)

    def _learn(self, graph: NamedNode, triples: set[Triple]) -> None:
        self.engine.extend(
            Quad(t.subject, t.predicate, t.object, name) for t in triples for name in (graph, MERGE)
        )

    def _forget(self, graph: NamedNode, triples: set[Triple]) -> None:
        for triple in triples:
            self.engine.remove(Quad(triple.subject, triple.predicate, triple.object, graph))
            if not self._said(triple):
                self.engine.remove(Quad(triple.subject, triple.predicate, triple.object, MERGE))

    def _said(self, triple: Triple) -> bool:
        return any(True for _ in self.quads(triple.subject, triple.predicate, triple.object))


def open_reader(directory: Path) -> OxigraphReader:
    """Open a store that nobody writes to.

    Raises: StoreError if the directory is no readable store.
    """
    try:
        return OxigraphReader(Store.read_only(str(directory)))
    except ENGINE_ERRORS as error:
        raise StoreError(directory, f"the graph cannot be opened: {error}") from error


def open_writer(directory: Path) -> OxigraphWriter:
    """Open a store for writing, made if it is not there.

    Raises: StoreError if the directory cannot be written or another process has it open.
    """
    with _writing(directory):
        return OxigraphWriter(Store(str(directory)), directory)


@contextmanager
def _writing(directory: Path) -> Iterator[None]:
    try:
        yield
    except ENGINE_ERRORS as error:
        raise StoreError(directory, f"the graph cannot be written: {error}") from error
