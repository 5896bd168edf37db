"""Run one command of the command line in this process."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner, Result

from api.cli import command_names, create_cli


def invoke(command: str, *arguments: str) -> Result:
    """Return what the command answered, said and ended with."""
    return CliRunner().invoke(create_cli([command_names()[command]]), [command, *arguments])


def run(data: Path, command: str, *arguments: str) -> Result:
    """Return what the command came to on a data directory."""
    return invoke(command, *arguments, "--data", str(data))
