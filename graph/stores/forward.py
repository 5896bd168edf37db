"""Let a remote store answer one query, and read the answer while it comes.

What comes back is read with our own parser and written with our own serialiser, so that clients get the same
media types, letter for letter, whatever engine has answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from graph.guard import FORMS, Limits, inspect, tokens
from graph.stores.dialect import Dataset, phrase, refuse_engine_ways, true_booleans
from graph.stores.http import SOLUTIONS, TRIPLES, Body, Form, Server
from graph.stores.remote import VIRTUOSO, Remote

Answer = QuerySolutions | QueryBoolean | QueryTriples | Iterator[Triple]
YES, NO = (b'{"head":{},"boolean":%s}' % word for word in (b"true", b"false"))
ASKED = "__ASK_RETVAL"  # what Virtuoso calls the answer to ASK


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A query from outside: its text, base and data set; the seconds that the engine may take, 0 for any."""

    query: str
    base_iri: str
    dataset: Dataset | None = None
    timeout_s: float = 0.0


@contextmanager
def forward(server: Server, remote: Remote, asked: Forwarded) -> Iterator[Answer]:
    """Yield a remote store's answer to a query that the guard has let through.

    The query is read by our own parser first: what passes is SPARQL 1.1, and no engine's own dialect.

    Raises: SyntaxError with the place; QueryError if it names an engine's functions; RemoteStoreError, and
    OSError while the answer is read, if the store does not answer.
    """
    refuse_engine_ways(asked.query)
    Store().query(asked.query, base_iri=asked.base_iri)
    dataset = asked.dataset or _from_clauses(asked)
    if dataset is not None and len(dataset.default) > 1:
        yield _answer_here(server, remote, asked, dataset)
        return
    text, form = phrase(remote, asked.query, dataset, asked.base_iri)
    if asked.timeout_s and remote.engine == VIRTUOSO:
        form.append(("timeout", str(int(asked.timeout_s * 1000))))
    with answered(server, remote, text, form) as answer:
        yield answer


@contextmanager
def answered(server: Server, remote: Remote, text: str, form: Form) -> Iterator[Answer]:
    """Yield the answer to a query as it is phrased for the engine."""
    kind = form_of(text)
    accept = SOLUTIONS if kind in ("SELECT", "ASK") else TRIPLES
    with server.answer(text, accept, form) as body:
        yield _triples(body) if accept == TRIPLES else read_solutions(body, kind, remote)


def read_solutions(body: Body, kind: str, remote: Remote) -> QuerySolutions | QueryBoolean:
    """Read the answer to SELECT or ASK."""
    if remote.engine == VIRTUOSO:
        body.mend(true_booleans)
    found = parse_query_results(body.file(), QueryResultsFormat.JSON)
    if kind == "ASK" and isinstance(found, QuerySolutions):
        is_so = any(isinstance(row[ASKED], Literal) and row[ASKED].value not in ("0", "") for row in found)
        truth = parse_query_results(YES if is_so else NO, QueryResultsFormat.JSON)
        return truth if isinstance(truth, QueryBoolean) else found
    return found


def form_of(query: str) -> str:
    """Return which of the four forms a query has.

    >>> form_of("PREFIX ask: <http://e/> SELECT * { }")
    'SELECT'
    """
    words = (token.text.upper() for token in tokens(query) if token.kind == "word")
    return next(word for word in words if word in FORMS)


def _triples(body: Body) -> Iterator[Triple]:
    return (quad.triple for quad in parse(body.file(), format=RdfFormat.N_TRIPLES))


def _from_clauses(asked: Forwarded) -> Dataset | None:
    default, named = inspect(asked.query, Limits()).dataset(asked.base_iri)
    return Dataset(default, named) if default or named else None


def _answer_here(server: Server, remote: Remote, asked: Forwarded, dataset: Dataset) -> Answer:
    """Fetch the graphs that are asked for and answer from them: engines count a shared triple twice."""
    merged = Store()
    for graph in dataset.default:
        merged.extend(
            Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in _fetched(server, remote, graph)
        )
    for graph in dataset.named:
        name = NamedNode(graph)
        merged.extend(Quad(t.subject, t.predicate, t.object, name) for t in _fetched(server, remote, graph))
    named = [NamedNode(graph) for graph in dataset.named]
    return merged.query(
        asked.query, base_iri=asked.base_iri, default_graph=[DefaultGraph()], named_graphs=[*named]
    )


def _fetched(server: Server, remote: Remote, graph: str) -> Iterator[Triple]:
    text, form = phrase(remote, "SELECT * { ?s ?p ?o }", Dataset((graph,), ()))
    with answered(server, remote, text, form) as found:
        for row in found if isinstance(found, QuerySolutions) else ():
            yield triple_of(row)


def triple_of(row: QuerySolution) -> Triple:
    """Return the triple in a solution's `s`, `p` and `o`."""
    return Triple(row["s"], row["p"], row["o"])
