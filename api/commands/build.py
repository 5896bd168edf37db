"""`sagsgraf build`: files, folders and zip files into the graph."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from api.console.options import DataOption, QuietOption
from api.console.store_option import StoreOption, store_address
from api.console.terminal import Terminal
from api.settings import Settings, read_settings
from graph.ingest import Build, Summary, ingest
from graph.ingesting.intake import Intake
from graph.ingesting.pool import Limits
from graph.ingesting.recognisers import Recognisers

NOTHING_READ, SOME_FAILED = 1, 3
PathsArgument = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, folders, zip files.")]
PruneOption = Annotated[bool, typer.Option("--prune", help="Take out files that are gone.")]
JobsOption = Annotated[
    int | None, typer.Option("--jobs", min=1, help="Files to read at once.  [default: one a core]")
]
ModelOption = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="An installed spaCy pipeline to ask as well.")
]
SchedulerOption = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="URL", help="A Dask scheduler whose workers read: tcp://host:8786."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("build")(build)


def build(
    paths: PathsArgument,
    data: DataOption = None,
    prune: PruneOption = False,
    jobs: JobsOption = None,
    model: ModelOption = None,
    scheduler: SchedulerOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Read meeting packages into the graph: adds what is new, replaces what changed, leaves the rest."""
    settings = read_settings(data=data)
    terminal = Terminal(quiet)
    if scheduler is not None and jobs is not None:
        raise typer.BadParameter("--jobs counts processes here, --scheduler reads elsewhere: give one")
    intake = replace(_intake(settings, paths, jobs, model), scheduler=scheduler)
    wanted = Build(intake, settings.base_iri, settings.show_contacts, prune, store_address(store))
    with terminal.progress("Reading") as progress:
        summary = ingest(wanted, progress)
    report(summary, terminal)
    if as_json:
        terminal.answer(msgspec.json.encode(summary).decode("utf-8"))
    if summary.failed:
        raise typer.Exit(SOME_FAILED if summary.read or summary.unchanged else NOTHING_READ)


def report(summary: Summary, terminal: Terminal) -> None:
    """Say what a build did, and name each file that could not be read."""
    if summary.finished_after:
        terminal.say(
            f"The build before this one was stopped ({summary.finished_after}); this one finished it."
        )
    for failed in summary.failed:
        terminal.say(f"not read: {failed.file}: {failed.reason} ({failed.status})")
    removed = f", {summary.removed} taken out" if summary.removed else ""
    terminal.say(
        f"{summary.read} files read, {summary.unchanged} unchanged, {len(summary.failed)} not read{removed}; "
        f"{summary.entities} entities, {summary.statements} statements; {summary.seconds:.1f} s"
    )


def _intake(settings: Settings, paths: list[Path], jobs: int | None, model: str | None) -> Intake:
    limits = Limits(timeout_s=settings.file_timeout_s, memory_bytes=settings.file_memory_mb << 20)
    if jobs is not None:
        limits = Limits(jobs, limits.timeout_s, limits.memory_bytes)
    return Intake(tuple(paths), settings.data, Recognisers(settings.term_lists, model), limits)
