"""`sagsgraf validate`: whether the graph is what the contract says."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from api.console.options import DataOption, QuietOption
from api.console.terminal import Terminal, one_line
from api.settings import read_settings
from graph.validate import validate_data
from graph.validating.findings import Finding, Report

SOMETHING_IS_WRONG = 1


class ReportFormat(StrEnum):
    """How the report is printed."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[ReportFormat, typer.Option("--format", "-f", help="How to print the report.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("validate")(validate)


def validate(
    data: DataOption = None, format_: FormatOption = ReportFormat.TEXT, quiet: QuietOption = False
) -> None:
    """Check the graph: SHACL shapes, and that every passage stands letter for letter where it says."""
    terminal = Terminal(quiet)
    report = validate_data(read_settings(data=data).data)
    if format_ is ReportFormat.JSON:
        terminal.answer(msgspec.json.encode(report).decode("utf-8"))
    else:
        _print(report, terminal)
    if not report.conforms:
        raise typer.Exit(SOMETHING_IS_WRONG)


def _print(report: Report, terminal: Terminal) -> None:
    for finding in report.findings:
        terminal.answer(_line(finding))
    terminal.say(
        f"{report.graphs} graphs and {report.passages} passages looked at: "
        + ("nothing is wrong" if report.conforms else f"{len(report.findings)} findings")
    )


def _line(finding: Finding) -> str:
    value = "" if finding.value is None else f" ({finding.value})"
    return one_line(f"{finding.graph} {finding.node}: {finding.message}{value} [{finding.rule}]")
