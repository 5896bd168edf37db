"""`sagsgraf export`: the graph as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.console.options import DataOption, QuietOption
from api.console.terminal import Terminal
from api.settings import read_settings
from graph.export import export as export_graph
from graph.snapshots import reading

FileArgument = Annotated[
    Path, typer.Argument(help="FILE.nq .trig .ttl .jsonld .graphml .gexf, or .csv for a folder of tables.")
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(file: FileArgument, data: DataOption = None, quiet: QuietOption = False) -> None:
    """Write the graph to a file; the suffix says in which format."""
    with reading(read_settings(data=data).data) as snapshot:
        export_graph(snapshot.store, file)
    Terminal(quiet).say(f"{file} written")
