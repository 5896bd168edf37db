"""What a store of quads must be able to do; `graph.stores` has the embedded one and the remote one.

Terms are pyoxigraph's own records (`NamedNode`, `Literal`, `Triple`, `Quad`): they are plain values and serve
any engine. The default graph of a store is the merge, as a set, of all its named graphs: whoever writes
through `Writer` keeps it so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

Term = NamedNode | BlankNode | Literal | Triple
Resource = NamedNode | BlankNode | Triple
Results = QuerySolutions | QueryBoolean | QueryTriples


@dataclass(frozen=True, slots=True)
class Change:
    """How many triples one named graph won and lost."""

    added: int
    removed: int

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.added or self.removed)


class Reader(Protocol):
    """Answers from one state of the graph."""

    def query(self, sparql: str) -> Results:
        """Answer a trusted SPARQL query; the contract's prefixes are declared, the merge is the default.

        Queries that came from outside go through `graph.query.answer`, which guards them.
        """
        ...

    def quads(
        self,
        subject: Resource | None = None,
        predicate: NamedNode | None = None,
        value: Term | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """Yield the quads of the named graphs that fit; None fits all. No order is promised."""
        ...

    def triples(
        self,
        subject: Resource | None = None,
        predicate: NamedNode | None = None,
        value: Term | None = None,
    ) -> Iterator[Triple]:
        """Yield the triples of the merge that fit, each once; None fits all. No order is promised."""
        ...

    def graphs(self) -> Iterator[NamedNode]:
        """Yield the names of the named graphs in alphabetical order."""
        ...

    def __len__(self) -> int:
        """Count the triples of the merge."""
        ...

    def close(self) -> None:
        """Let go of what is open; the store answers no more."""
        ...


class Writer(Reader, Protocol):
    """Changes the graph, one named graph at a time, and keeps the merge."""

    def begin(self, dataset: NamedNode) -> bool:
        """Make ready to change many graphs; `dataset` holds the description, which is written last.

        Tells whether the store holds what was last saved; if not, no graph can be taken to be as it was.
        """
        ...

    def load(self, quads: Iterable[Quad]) -> None:
        """Add many quads of named graphs at once: the fast way into a store that is empty."""
        ...

    def replace(self, graph: NamedNode, triples: Iterable[Triple]) -> Change:
        """Make `triples` all that the named graph holds; an empty graph is taken out."""
        ...

    def remove(self, graph: NamedNode) -> Change:
        """Take a named graph out."""
        ...

    def save(self, path: Path) -> None:
        """Make a state of the store, or where it is to be found, whole on disk as `path`."""
        ...
