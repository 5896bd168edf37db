"""`sagsgraf demo`: from the bundled sample packages to the life of an initiative, and to the explorer."""

from __future__ import annotations

from contextlib import closing
from importlib.resources import as_file, files
from pathlib import Path
from socket import socket
from typing import Annotated

import typer
from rich.console import Console

from api.commands.build import report
from api.commands.serve import ListenError, PortOption, listen, run
from api.console.options import QuietOption
from api.console.table import print_table
from api.console.terminal import Terminal
from api.settings import Settings, read_settings
from graph.ingest import Build, ingest
from graph.ingesting.intake import Intake
from graph.ingesting.pool import Limits
from graph.ingesting.recognisers import Recognisers
from graph.snapshots import reading
from graph.store import Reader
from graph.trace import trace
from graph.traces.facts import solutions

HOST = "127.0.0.1"
PORTS = 20  # ports that are tried, one after the other
DataOption = Annotated[
    Path, typer.Option("--data", metavar="DIR", help="The folder the sample graph is built in.")
]
NoServeOption = Annotated[bool, typer.Option("--no-serve", help="Do not serve the explorer afterwards.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(
    data: DataOption = Path("sagsgraf-demo"),
    port: PortOption = 8000,
    no_serve: NoServeOption = False,
    quiet: QuietOption = False,
) -> None:
    """Build the bundled sample packages, tell the life of one initiative in them, and serve the explorer."""
    terminal, settings = Terminal(quiet), read_settings(data=data)
    build_samples(settings, terminal)
    with reading(settings.data) as snapshot:
        for iri in most_travelled(snapshot.store):
            print_table(trace(snapshot.store, iri), Console(highlight=False))
    if not no_serve:
        with closing(listen_nearby(port)) as listener:
            run(settings, listener, terminal)


def build_samples(settings: Settings, terminal: Terminal) -> None:
    """Build the bundled packages into the settings' data directory, or bring that up to date."""
    limits = Limits(timeout_s=settings.file_timeout_s, memory_bytes=settings.file_memory_mb << 20)
    with as_file(files("api") / "samples") as samples, terminal.progress("Reading") as progress:
        intake = Intake((samples,), settings.data, Recognisers(settings.term_lists, None), limits)
        summary = ingest(Build(intake, settings.base_iri, settings.show_contacts), progress)
    report(summary, terminal)


def most_travelled(store: Reader) -> tuple[str, ...]:
    """Return the initiative that most files tell of, the first by IRI of equals; none where there is none."""
    return tuple(row["entity"].value for row in solutions(store, "most_travelled"))


def listen_nearby(port: int) -> socket:
    """Hold the port, or where it is taken one of the next.

    Raises: ListenError if none of them is free.
    """
    for candidate in range(port, port + PORTS):
        try:
            return listen(HOST, candidate)
        except ListenError as error:
            refused = error
    raise refused
