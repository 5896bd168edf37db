"""The remote store: a graph in any SPARQL 1.1 server, with the merge kept as a set.

A server has no snapshots: who reads while a build writes sees it half done. So a build takes the data set's
description out before it changes anything and puts it back last: where it is not what the last build left,
that build or another was stopped on its way, or the store was changed by others, and all is looked at anew.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QuerySolution,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
)

from graph.errors import RemoteStoreError
from graph.store import Change, Resource, Results, Term
from graph.stores.dialect import phrase, with_prefixes
from graph.stores.forward import answered, form_of, read_solutions
from graph.stores.http import SOLUTIONS, TRIPLES, Server
from graph.stores.remote import MERGE, Remote, save_remote

BATCH = 50_000  # quads a bulk load holds in memory
UPDATE_BATCH = 1_000  # triples of one update: Virtuoso's parser runs out of memory at five times as many
SUBJECTS = 200  # things asked about in one query
FINISHED = """{
  ?dataset a <http://rdfs.org/ns/void#Dataset> ; <http://rdfs.org/ns/void#triples> ?size ;
    <http://www.w3.org/ns/prov#wasGeneratedBy> ?run .
  ?run <http://www.w3.org/ns/prov#endedAtTime> ?ended
}"""  # the description that a build writes last


class SparqlReader:
    """Answers from a SPARQL 1.1 server; satisfies `graph.store.Reader`."""

    def __init__(self, remote: Remote, server: Server) -> None:
        self.remote = remote
        self.server = server

    def query(self, sparql: str) -> Results:
        """Answer a trusted SPARQL query with the contract's prefixes declared."""
        text, form = phrase(self.remote, with_prefixes(sparql), None)
        kind = form_of(text)
        accept = SOLUTIONS if kind in ("SELECT", "ASK") else TRIPLES
        with self._reading(), self.server.answer(text, accept, form) as body:
            whole = body.whole()
            if accept == SOLUTIONS:
                return read_solutions(whole, kind, self.remote)
            answer = Store()
            answer.extend(
                Quad(q.subject, q.predicate, q.object) for q in parse(whole.file(), RdfFormat.N_TRIPLES)
            )
            return answer.query("CONSTRUCT WHERE { ?s ?p ?o }")

    def quads(
        self,
        subject: Resource | None = None,
        predicate: NamedNode | None = None,
        value: Term | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """Yield the quads of the named graphs that fit; None fits all."""
        name = "?g" if graph is None else str(graph)
        for row in self._rows(f"{{ GRAPH {name} {_pattern(subject, predicate, value)} }}"):
            found = _triple(row, subject, predicate, value)
            within = row["g"] if graph is None else graph
            if isinstance(within, NamedNode) and within.value not in self.remote.hidden:
                yield Quad(found.subject, found.predicate, found.object, within)

    def triples(
        self, subject: Resource | None = None, predicate: NamedNode | None = None, value: Term | None = None
    ) -> Iterator[Triple]:
        """Yield the triples of the merge that fit; None fits all."""
        for row in self._rows(_pattern(subject, predicate, value)):
            yield _triple(row, subject, predicate, value)

    def graphs(self) -> Iterator[NamedNode]:
        """Yield the names of the named graphs in alphabetical order."""
        found = (row["g"] for row in self._rows("{ GRAPH ?g { ?s ?p ?o } }", "DISTINCT ?g"))
        names = {name.value for name in found if isinstance(name, NamedNode)}
        return iter([NamedNode(name) for name in sorted(names.difference(self.remote.hidden))])

    def __len__(self) -> int:
        """Count the triples of the merge."""
        counted = next((row["n"] for row in self._rows("{ ?s ?p ?o }", "(COUNT(*) AS ?n)")), None)
        return int(counted.value) if isinstance(counted, Literal) else 0

    def version(self) -> str:
        """Return what tells one finished build from the next; "" while one is under way, or was stopped."""
        found = sorted(f"{row['ended']} {row['size']}" for row in self._rows(FINISHED, "?ended ?size"))
        return hashlib.sha256(" ".join(found).encode()).hexdigest()[:8] if found else ""

    def close(self) -> None:
        """Let go of the connections."""
        self.server.close()

    def _rows(self, pattern: str, wanted: str = "*") -> Iterator[QuerySolution]:
        text, form = phrase(self.remote, f"SELECT {wanted} WHERE {pattern}", None)
        with self._reading(), answered(self.server, self.remote, text, form) as found:
            if isinstance(found, QuerySolutions):
                yield from found

    @contextmanager
    def _reading(self) -> Iterator[None]:
        url = self.server.address.query
        try:
            yield
        except SyntaxError as error:
            raise RemoteStoreError(url, f"its answer cannot be read: {error}") from error
        except OSError as error:
            raise RemoteStoreError(url, str(error), "unreachable") from error


class SparqlWriter(SparqlReader):
    """Changes a graph in a SPARQL 1.1 server; satisfies `graph.store.Writer`.

    Nothing spans two requests there: a killed writer can leave a graph and the merge apart, which the next
    one mends.
    """

    def __init__(self, remote: Remote, server: Server) -> None:
        super().__init__(remote, server)
        self._dataset: NamedNode | None = None

    def is_as_left(self, dataset: NamedNode) -> bool:
        """Tell whether the description in `dataset` is what the last build left."""
        return bool(self.remote.mark) and self.mark(dataset) == self.remote.mark

    def begin(self, dataset: NamedNode) -> bool:
        """Take out the description in `dataset`; tell whether it was what the last build left."""
        self._dataset = dataset
        is_as_left = self.is_as_left(dataset)
        self.remove(dataset)
        if not is_as_left:
            self.mend()
        return is_as_left

    def mark(self, dataset: NamedNode) -> str:
        """Return a digest of the description in `dataset`; "" where there is none."""
        lines = sorted(str(quad.triple) for quad in self.quads(graph=dataset))
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16] if lines else ""

    def load(self, quads: Iterable[Quad]) -> None:
        """Add many quads of named graphs at once, and their triples to the merge."""
        waiting = iter(quads)
        while batch := list(islice(waiting, BATCH)):
            by_graph: dict[NamedNode, list[Triple]] = defaultdict(list)
            for quad in batch:
                if isinstance(quad.graph_name, NamedNode):
                    by_graph[quad.graph_name].append(quad.triple)
            for graph, triples in by_graph.items():
                self._add(graph, triples)
            self._add(None, list({quad.triple for quad in batch}))

    def replace(self, graph: NamedNode, triples: Iterable[Triple]) -> Change:
        """Make `triples` all that the named graph holds; touches only what differs."""
        old, new = {quad.triple for quad in self.quads(graph=graph)}, set(triples)
        gained, lost = new - old, old - new
        if lost:
            orphaned = lost - self._said_elsewhere(lost, graph)
            self._delete(graph, lost)
            self._delete(None, orphaned)
            if not new:
                self.server.update(f"DROP SILENT GRAPH {graph}")
        if gained:
            self._add(graph, list(gained))
            self._add(None, list(gained))
        return Change(len(gained), len(lost))

    def remove(self, graph: NamedNode) -> Change:
        """Take a named graph out, and out of the merge what no other graph says."""
        return self.replace(graph, ())

    def mend(self) -> None:
        """Make the merge the union of the named graphs again, whatever it is now."""
        hidden = ", ".join(f"<{graph}>" for graph in self.remote.hidden)
        ours = f"FILTER(?g NOT IN ({hidden}))" if hidden else ""
        said = f"GRAPH ?g {{ ?s ?p ?o }} {ours}"
        merged = self._in_merge("?s ?p ?o")
        self.server.update(f"DELETE {{ {merged} }} WHERE {{ {merged} FILTER NOT EXISTS {{ {said} }} }}")
        self.server.update(f"INSERT {{ {merged} }} WHERE {{ {said} }}")

    def save(self, path: Path) -> None:
        """Keep where the graph is, and what state this writer leaves it in, as the file `path`."""
        mark = self.mark(self._dataset) if self._dataset else self.remote.mark
        save_remote(path, replace(self.remote, mark=mark))

    def _add(self, graph: NamedNode | None, triples: Sequence[Triple]) -> None:
        """Add triples to a graph; None is the merge."""
        for triple in triples:
            if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode):
                raise RemoteStoreError(self.server.address.update, f"it cannot keep blank nodes: {triple}")
        if self._add_at_once(graph, triples):
            return
        for batch in _batches(triples):
            self.server.update(f"INSERT DATA {{ {self._within(graph, batch)} }}")

    def _add_at_once(self, graph: NamedNode | None, triples: Iterable[Triple]) -> bool:
        """Add triples by the Graph Store Protocol; tell whether the server took them.

        Virtuoso tells the format by the first lines, and refuses what begins with a very long text.
        """
        if not self.server.address.graphs:
            return False
        merge = self.remote.merge
        name = graph.value if graph else merge.value if isinstance(merge, NamedNode) else None
        try:
            self.server.add(name, "".join(sorted(_lines(triples), key=len)).encode("utf-8"))
        except RemoteStoreError as error:
            if error.status != "refused":
                raise
            return False
        return True

    def _delete(self, graph: NamedNode | None, triples: Iterable[Triple]) -> None:
        for batch in _batches(list(triples)):
            self.server.update(f"DELETE DATA {{ {self._within(graph, batch)} }}")

    def _within(self, graph: NamedNode | None, triples: Iterable[Triple]) -> str:
        lines = "".join(_lines(triples))
        return self._in_merge(lines) if graph is None else f"GRAPH {graph} {{ {lines} }}"

    def _in_merge(self, pattern: str) -> str:
        return pattern if self.remote.has_own_merge else f"GRAPH {MERGE} {{ {pattern} }}"

    def _said_elsewhere(self, triples: set[Triple], graph: NamedNode) -> set[Triple]:
        """Return those triples that another graph says as well."""
        found: set[Triple] = set()
        subjects = sorted({str(triple.subject) for triple in triples})
        for start in range(0, len(subjects), SUBJECTS):
            things = " ".join(subjects[start : start + SUBJECTS])
            pattern = f"{{ VALUES ?s {{ {things} }} GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != {graph}) }}"
            for row in self._rows(pattern):
                within = row["g"]
                if isinstance(within, NamedNode) and within.value not in self.remote.hidden:
                    found.add(_triple(row, None, None, None))
        return found & triples


def _pattern(subject: Resource | None, predicate: NamedNode | None, value: Term | None) -> str:
    terms = ((subject, "?s"), (predicate, "?p"), (value, "?o"))
    return f"{{ {' '.join(name if term is None else str(term) for term, name in terms)} }}"


def _triple(
    row: QuerySolution, subject: Resource | None, predicate: NamedNode | None, value: Term | None
) -> Triple:
    return Triple(
        row["s"] if subject is None else subject,
        row["p"] if predicate is None else predicate,
        row["o"] if value is None else value,
    )


def _lines(triples: Iterable[Triple]) -> list[str]:
    return [f"{triple} .\n" for triple in triples]


def _batches(triples: Sequence[Triple]) -> Iterator[Sequence[Triple]]:
    return (triples[start : start + UPDATE_BATCH] for start in range(0, len(triples), UPDATE_BATCH))
