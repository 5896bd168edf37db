"""`sagsgraf trace`: the life of an initiative, a person, a unit or a case."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console

from api.console.options import DataOption, QuietOption
from api.console.render import WRITERS
from api.console.table import print_table
from api.console.terminal import Terminal, one_line
from api.settings import read_settings
from graph.lookup import AmbiguousNameError, Candidate, UnknownNameError, find
from graph.snapshots import reading
from graph.trace import trace as trace_life

NOT_DONE = 1


class TraceFormat(StrEnum):
    """How a trace is written."""

    TABLE = "table"
    JSON = "json"
    MD = "md"
    CSV = "csv"
    HTML = "html"


NameArgument = Annotated[
    str, typer.Argument(metavar="NAME", help="What it is called (or was misprinted as), or its IRI.")
]
FormatOption = Annotated[TraceFormat, typer.Option("--format", "-f", help="How to write it.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("trace")(trace)


def trace(
    name: NameArgument,
    data: DataOption = None,
    format_: FormatOption = TraceFormat.TABLE,
    quiet: QuietOption = False,
) -> None:
    """Tell the life of an initiative (a person, a unit, a case) in order of time, with its sentences."""
    terminal = Terminal(quiet)
    with reading(read_settings(data=data).data) as snapshot:
        try:
            life = trace_life(snapshot.store, find(snapshot.store, name))
        except (UnknownNameError, AmbiguousNameError) as error:
            explain(error)
            raise typer.Exit(NOT_DONE) from error
    if format_ is TraceFormat.TABLE:
        print_table(life, Console(highlight=False))
    else:
        terminal.answer(WRITERS[format_.value](life))


def explain(error: UnknownNameError | AmbiguousNameError) -> None:
    """Say on standard error what the name may have meant, or what the things of that name are."""
    typer.echo(f"sagsgraf: {one_line(str(error))}", err=True)
    if isinstance(error, AmbiguousNameError):
        for candidate in error.candidates:
            typer.echo(f"  {_described(candidate)}\n    {candidate.iri}", err=True)
    elif error.nearest:
        typer.echo("The nearest names are:", err=True)
        for candidate in error.nearest:
            typer.echo(f"  {_described(candidate)}", err=True)


def _described(candidate: Candidate) -> str:
    files = "1 file" if candidate.sources == 1 else f"{candidate.sources} files"
    span = dict.fromkeys(day for day in (candidate.first, candidate.last) if day)
    also = f"also {', '.join(candidate.alt_labels[:3])}" if candidate.alt_labels else ""
    told = "; ".join(part for part in (candidate.kind, also, files, " to ".join(span)) if part)
    return one_line(f"{candidate.label} ({told})")
