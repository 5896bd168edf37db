"""The command line: assembles the commands and turns errors into one clear line and an exit status.

Exit status: 0 done; 1 it could not be done; 2 wrong use; 3 done, but some files could not be read.
"""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Iterable
from importlib import import_module
from importlib.metadata import version
from typing import Annotated

import typer

from api import commands
from api.console.terminal import one_line
from extract.errors import SagsgrafError

ABOUT = "Follow a subject across municipal meetings: meeting packages in, an evidence-bearing graph out."


def command_names() -> dict[str, str]:
    """Return each command's name and that of its module, in alphabetical order."""
    modules = [module.name for module in pkgutil.iter_modules(commands.__path__)]
    return {module.rstrip("_"): f"{commands.__name__}.{module}" for module in modules}


def create_cli(modules: Iterable[str]) -> typer.Typer:
    """Assemble the command line from modules of `api.commands`."""
    app = typer.Typer(
        help=ABOUT,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_about)
    for module in modules:
        import_module(module).register(app)
    return app


def main() -> None:
    """Run the command line; of the commands only the one that is asked for is loaded."""
    known = command_names()
    asked = next((word for word in sys.argv[1:] if not word.startswith("-")), None)
    try:
        create_cli([known[asked]] if asked in known else known.values())()
    except SagsgrafError as error:
        typer.echo(one_line(f"sagsgraf: {error}"), err=True)
        sys.exit(1)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sagsgraf {version('sagsgraf')}")
        raise typer.Exit


def _about(
    shown: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Say which version this is."),
    ] = False,
) -> None:
    pass
