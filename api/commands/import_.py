"""`sagsgraf import`: RDF from elsewhere as a named graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.console.options import DataOption, QuietOption
from api.console.terminal import Terminal
from api.settings import read_settings
from graph.importing import Import, import_files
from graph.ingesting.manifest import base_iri
from graph.iri import Iris

FilesArgument = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", help="Turtle, N-Triples, N-Quads, TriG, RDF/XML or JSON-LD."),
]
GraphOption = Annotated[
    str | None,
    typer.Option("--graph", metavar="IRI", help="The graph it becomes; else the files' own graphs."),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import")(import_)


def import_(
    files: FilesArgument, graph: GraphOption = None, data: DataOption = None, quiet: QuietOption = False
) -> None:
    """Add RDF from elsewhere (a register of organizations, say) as a named graph that no build touches.

    Importing to a graph again replaces what it held; an empty file empties it.
    """
    settings = read_settings(data=data)
    base = base_iri(settings.data, settings.base_iri)
    name = None if graph is None else Iris(base).expand(graph)
    terminal = Terminal(quiet)
    for iri, change in import_files(settings.data, Import(tuple(files), name, base)).items():
        terminal.say(f"{iri}: {change.added} statements added, {change.removed} taken out")
