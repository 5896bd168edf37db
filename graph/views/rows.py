"""Ask the merge about many things at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions

from graph.store import Reader

BATCH = 500  # things asked about in one query


def rows(store: Reader, sparql: str) -> Iterator[QuerySolution]:
    """Yield the solutions of a trusted query."""
    results = store.query(sparql)
    if isinstance(results, QuerySolutions):
        yield from results


def rows_about(store: Reader, sparql: str, iris: Iterable[str]) -> Iterator[QuerySolution]:
    """Yield the solutions for these IRIs, which stand in the query where it says UNDEF."""
    nodes = [str(NamedNode(iri)) for iri in sorted(set(iris))]
    for start in range(0, len(nodes), BATCH):
        yield from rows(store, sparql.replace("UNDEF", " ".join(nodes[start : start + BATCH])))


def value(row: QuerySolution, name: str) -> str | None:
    """Return the text of a literal or IRI, None where it is unbound or something else."""
    term = row[name]
    return term.value if isinstance(term, Literal | NamedNode) else None


def whole(row: QuerySolution, name: str) -> int | None:
    """Return a value as a whole number, None if it is none."""
    text = value(row, name)
    return int(text) if text is not None and text.lstrip("-").isdecimal() else None
