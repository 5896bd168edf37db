"""`sagsgraf visualize`: what lies around an initiative, as a picture in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.trace import NOT_DONE, NameArgument, explain
from api.console.options import DataOption, QuietOption
from api.console.terminal import Terminal
from api.settings import read_settings
from graph.errors import ExportError
from graph.lookup import AmbiguousNameError, UnknownNameError, find
from graph.network import neighbourhood
from graph.snapshots import reading
from graph.visualise import LARGEST, page

OutputOption = Annotated[
    Path,
    typer.Option(
        "--output", "-o", metavar="FILE.html", help="The file to write; one that is there is replaced."
    ),
]
DepthOption = Annotated[int, typer.Option("--depth", min=1, max=5, help="How many steps away to look.")]
LimitOption = Annotated[int, typer.Option("--limit", min=1, max=LARGEST, help="How many things to show.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("visualize")(visualize)


def visualize(
    name: NameArgument,
    output: OutputOption,
    data: DataOption = None,
    depth: DepthOption = 2,
    limit: LimitOption = 100,
    quiet: QuietOption = False,
) -> None:
    """Draw what lies around an initiative (a person, a unit, a case) in a page that opens off line."""
    terminal = Terminal(quiet)
    with reading(read_settings(data=data).data) as snapshot:
        try:
            network = neighbourhood(snapshot.store, find(snapshot.store, name), depth, limit)
        except (UnknownNameError, AmbiguousNameError) as error:
            explain(error)
            raise typer.Exit(NOT_DONE) from error
    title = network.nodes[network.graph["focus"]]["label"]
    _write(output, page(network, title))
    omitted = network.graph["omitted"]
    more = f"; {omitted} more within reach were left out (--limit)" if omitted else ""
    terminal.say(f"{output}: {len(network)} things and {network.size()} ties{more}")


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise ExportError(path, f"it cannot be written: {error.strerror}") from error
