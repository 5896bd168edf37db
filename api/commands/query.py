"""`sagsgraf query`: a SPARQL query on the newest state of the graph."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.console.options import DataOption, QuietOption
from api.console.tables import print_solutions
from api.console.terminal import Terminal
from api.settings import Settings, read_settings
from graph.errors import QueryError
from graph.guard import inspect
from graph.ingesting.manifest import base_iri
from graph.ingesting.pool import Limits
from graph.query import VARIABLE, Question, answer, fill_in, named_queries, named_query


class QueryFormat(StrEnum):
    """How an answer is printed; `ttl`, `nt` and `jsonld` for CONSTRUCT and DESCRIBE, the others else."""

    TABLE = "table"
    JSON = "json"
    XML = "xml"
    CSV = "csv"
    TSV = "tsv"
    TTL = "ttl"
    NT = "nt"
    JSONLD = "jsonld"


QueryArgument = Annotated[
    str | None,
    typer.Argument(metavar="QUERY", help="SPARQL, @FILE, - for standard input, or a bundled query's name."),
]
FormatOption = Annotated[
    QueryFormat | None,
    typer.Option("--format", "-f", help="How to print the answer.  [default: table or ttl]"),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="Give a variable of the query a value."),
]
ListOption = Annotated[bool, typer.Option("--list", help="List the bundled queries.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("query")(query)


def query(
    query: QueryArgument = None,
    data: DataOption = None,
    format_: FormatOption = None,
    values: SetOption = None,
    list_: ListOption = False,
    quiet: QuietOption = False,
) -> None:
    """Ask the graph a SPARQL query; the contract's prefixes (sg:, dcterms:, skos: …) are declared."""
    terminal = Terminal(quiet)
    if list_:
        for each in named_queries().values():
            terminal.answer(f"{each.name:28}{each.description}")
        return
    if query is None:
        raise typer.BadParameter("a query is needed; --list shows those that are bundled")
    settings = read_settings(data=data)
    sparql = _filled_in(query, _values(values or []))
    shown = format_ or _default_format(sparql)
    asked = "json" if shown is QueryFormat.TABLE else shown.value
    base = base_iri(settings.data, settings.base_iri)
    with answer(settings.data, Question(sparql, asked, base), _limits(settings)) as file:
        if shown is QueryFormat.TABLE:
            print_solutions(file.read_bytes(), base)
        else:
            terminal.answer_file(file)


def _filled_in(query: str, values: dict[str, str]) -> str:
    if query == "-" or query.startswith("@") or any(mark in query for mark in "{ \n"):
        return fill_in(_text(query), values)
    bundled = named_query(query)
    for name in bundled.needs:
        if name not in values:
            raise typer.BadParameter(f"the query {query} needs --set {name}=…")
    return fill_in(bundled.sparql, values)


def _limits(settings: Settings) -> Limits:
    return Limits(1, settings.query_timeout_s, settings.query_memory_mb << 20)


def _text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if query.startswith("@"):
        try:
            return Path(query[1:]).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(query, f"{query[1:]} cannot be read: {error}", "unreadable") from error
    return query


def _default_format(sparql: str) -> QueryFormat:
    return QueryFormat.TABLE if inspect(sparql).form in ("SELECT", "ASK") else QueryFormat.TTL


def _values(settings: list[str]) -> dict[str, str]:
    values = {}
    for each in settings:
        name, equals, value = each.partition("=")
        if not equals or not VARIABLE.fullmatch(name):
            raise typer.BadParameter(f"{each!r} is not NAME=VALUE", param_hint="--set")
        values[name] = value
    return values
