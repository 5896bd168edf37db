"""`sagsgraf explain`: why these mentions are one entity."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from api.console.options import DataOption, QuietOption
from api.console.terminal import Terminal, one_line
from api.settings import read_settings
from graph.explain import ExplainedJudgement, ExplainedMention, Explanation
from graph.explain import explain as explain_entity
from graph.ingesting.manifest import base_iri
from graph.iri import Iris
from graph.snapshots import reading


class ExplanationFormat(StrEnum):
    """How the explanation is printed."""

    TEXT = "text"
    JSON = "json"


IriArgument = Annotated[
    str, typer.Argument(metavar="IRI", help="The entity's IRI, whole or short (person/mette-ravn).")
]
FormatOption = Annotated[
    ExplanationFormat, typer.Option("--format", "-f", help="How to print the explanation.")
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("explain")(explain)


def explain(
    iri: IriArgument,
    data: DataOption = None,
    format_: FormatOption = ExplanationFormat.TEXT,
    quiet: QuietOption = False,
) -> None:
    """Show why mentions are one entity: where each stands, the rule that found it, what joined the names."""
    settings = read_settings(data=data)
    whole = Iris(base_iri(settings.data, settings.base_iri)).expand(iri)
    with reading(settings.data) as snapshot:
        explanation = explain_entity(snapshot.store, whole)
    terminal = Terminal(quiet)
    if format_ is ExplanationFormat.JSON:
        terminal.answer(msgspec.json.encode(explanation).decode("utf-8"))
    else:
        _print(explanation, terminal)


def _print(explanation: Explanation, terminal: Terminal) -> None:
    terminal.answer(one_line(f"{explanation.label} <{explanation.iri}>"))
    for name in explanation.alt_labels:
        terminal.answer(one_line(f"  also {name}"))
    for iri in explanation.former_iris:
        terminal.answer(one_line(f"  earlier <{iri}>"))
    terminal.answer(f"Mentions: {len(explanation.mentions)}")
    for mention in explanation.mentions:
        terminal.answer(f"  {one_line(_mention(mention))}")
    terminal.answer(f"Judgements: {len(explanation.judgements)}")
    for judgement in explanation.judgements:
        terminal.answer(f"  {one_line(_judgement(judgement))}")


def _mention(mention: ExplainedMention) -> str:
    page = "" if mention.page is None else f", page {mention.page}"
    place = f"{mention.file}{page}, characters {mention.start}–{mention.end}"
    return f"“{mention.quote}” in {place}; found by {mention.rule}, {mention.confidence:.2f}"


def _judgement(judgement: ExplainedJudgement) -> str:
    sides = f"“{judgement.left}” and “{judgement.right}” are {judgement.verdict}"
    return f"{sides} ({judgement.score:.2f}): {judgement.reason}; says {judgement.by}"
