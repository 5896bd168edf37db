"""Answer a SPARQL query from outside: guarded, in a process of its own, with limits on time and memory.

The engine can neither be interrupted nor trusted with its stack, so it runs where it takes nobody with it.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from pyoxigraph import (
    Literal,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    serialize,
)

from graph.errors import QueryError
from graph.guard import inspect, tokens
from graph.ingesting.pool import Failure, Limits, work_through
from graph.snapshots import reading
from graph.stores.dialect import with_prefixes
from graph.stores.forward import Forwarded, forward
from graph.stores.http import Server
from graph.stores.oxigraph import open_reader
from graph.stores.remote import load_remote
from graph.vocabulary import PREFIXES

SOLUTION_FORMATS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
GRAPH_FORMATS = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD}
FORMATS = (*SOLUTION_FORMATS, *GRAPH_FORMATS)
SYNTAX_ERROR = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
NEEDS = re.compile(r"--set (\w+)=")
LIMITS = Limits(jobs=1, timeout_s=60.0, memory_bytes=4 << 30)


@dataclass(frozen=True, slots=True)
class Question:
    """A query with what it needs: the answer's format and the base of relative IRIs."""

    sparql: str
    format: str
    base_iri: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that comes with the project: what its first comment says, and its text."""

    name: str
    description: str
    sparql: str

    @property
    def needs(self) -> tuple[str, ...]:
        """The variables that must be given a value, as the first comment says."""
        return tuple(NEEDS.findall(self.description))


@dataclass(frozen=True, slots=True)
class _Job:
    question: Question
    store: Path
    answer: Path


@contextmanager
def answer(data: Path, question: Question, limits: Limits = LIMITS) -> Iterator[Path]:
    """Yield a file that holds the answer to `question` from the newest snapshot; it goes with the block.

    Raises: QueryError if the query is refused, wrong or too heavy; NoGraphError before the first build.
    """
    _check_format(question)
    with tempfile.TemporaryDirectory(prefix="sagsgraf-") as folder, reading(data) as snapshot:
        job = _Job(question, snapshot.directory / "store", Path(folder) / "answer")
        for _, outcome in work_through(_run, [job], limits):
            if isinstance(outcome, Failure):
                raise QueryError(question.sparql, outcome.reason, outcome.status)
        yield job.answer


def named_queries() -> dict[str, NamedQuery]:
    """Return the queries that come with the project by name, in alphabetical order.

    >>> "unreadable-files" in named_queries()
    True
    """
    found = sorted(files("graph").joinpath("queries").iterdir(), key=lambda path: path.name)
    texts = {
        path.name.removesuffix(".rq"): path.read_text("utf-8") for path in found if path.name.endswith(".rq")
    }
    return {name: NamedQuery(name, text.split("\n", 1)[0].lstrip("# "), text) for name, text in texts.items()}


def named_query(name: str) -> NamedQuery:
    """Return one of the bundled queries.

    Raises: QueryError naming those there are.
    """
    queries = named_queries()
    if name not in queries:
        raise QueryError(
            name, f"there is no bundled query {name!r}; there are: {', '.join(queries)}", "unknown"
        )
    return queries[name]


def fill_in(sparql: str, values: Mapping[str, str]) -> str:
    r"""Put texts in the place of variables; a text stays a text, whatever stands in it.

    Raises: QueryError if the query has no such variable.

    >>> fill_in("ASK { ?s skos:prefLabel ?name }", {"name": 'a "b"'})
    'ASK { ?s skos:prefLabel "a \\"b\\"" }'
    """
    found = [token for token in tokens(sparql) if token.kind == "variable" and token.text[1:] in values]
    missing = values.keys() - {token.text[1:] for token in found}
    if missing:
        raise QueryError(sparql, f"the query has no variable ?{min(missing)}", "unknown")
    for token in reversed(found):
        end = token.start + len(token.text)
        sparql = sparql[: token.start] + str(Literal(values[token.text[1:]])) + sparql[end:]
    return sparql


def _check_format(question: Question) -> None:
    form = inspect(question.sparql).form
    fitting = SOLUTION_FORMATS if form in ("SELECT", "ASK") else GRAPH_FORMATS
    if question.format not in fitting:
        reason = f"{form} is answered in {', '.join(fitting)}, not in {question.format}"
        raise QueryError(question.sparql, reason, "format")


def _run(job: _Job) -> Failure | None:
    question = job.question
    try:
        if job.store.is_file():
            _run_elsewhere(job)
            return None
        engine = open_reader(job.store).engine
        results = engine.query(question.sparql, base_iri=question.base_iri, prefixes=PREFIXES)
        if isinstance(results, QueryTriples):
            results.serialize(str(job.answer), GRAPH_FORMATS[question.format])
        else:
            results.serialize(str(job.answer), SOLUTION_FORMATS[question.format])
    except SyntaxError as error:
        return Failure("syntax", _explain(question.sparql, str(error)))
    except QueryError as error:
        return Failure(error.status, error.reason)
    except (OSError, RuntimeError, ValueError) as error:
        return Failure("engine", str(error))
    return None


def _run_elsewhere(job: _Job) -> None:
    question, remote = job.question, load_remote(job.store)
    asked = Forwarded(with_prefixes(question.sparql), question.base_iri)
    with closing(Server(remote.address)) as server, forward(server, remote, asked) as results:
        if isinstance(results, QuerySolutions | QueryBoolean):
            results.serialize(str(job.answer), SOLUTION_FORMATS[question.format])
        else:
            serialize(results, str(job.answer), GRAPH_FORMATS[question.format])


def _explain(sparql: str, message: str) -> str:
    match = SYNTAX_ERROR.match(message)
    if match is None:
        return f"the query is not valid: {message}"
    line, column = int(match.group(1)), int(match.group(2))
    there = sparql.splitlines()[line - 1 : line]
    rest = there[0][column - 1 :].strip()[:30] if there else ""
    expected = match.group(3) if len(match.group(3)) <= 120 else "something else"
    if "Prefix not found" in message:
        expected = "a prefix that is declared"
    where = f"at {rest!r}" if rest else "at the end of the line"
    return f"line {line}, column {column}, {where}: {expected.removeprefix('expected ')} was expected"
