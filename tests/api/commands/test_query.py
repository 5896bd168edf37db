"""`sagsgraf query` asks in many ways and prints in many formats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli import command_names, create_cli
from tests.graph.small_graph import save_small_graph

PEOPLE = "SELECT ?p ?l { ?p a sg:Person ; skos:prefLabel ?l }"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_small_graph(tmp_path_factory.mktemp("data"))


def ask(data: Path, *arguments: str, text: str = "") -> Result:
    app = create_cli([command_names()["query"]])
    return CliRunner().invoke(app, ["query", *arguments, "--data", str(data)], input=text)


def test_a_table_shortens_iris(data: Path) -> None:
    lines = [line.split() for line in ask(data, PEOPLE).stdout.splitlines()]
    assert lines == [["p", "l"], ["person/pia-holt", "Pia", "Holt"]]


def test_a_yes_or_no_is_answered_in_words(data: Path) -> None:
    assert ask(data, "ASK { ?s a sg:Person }").stdout.split() == ["answer", "yes"]


@pytest.mark.parametrize("format_", ["json", "xml", "csv", "tsv"])
def test_other_formats_are_the_engines_own(data: Path, format_: str) -> None:
    assert "http://localhost:8000/person/pia-holt" in ask(data, PEOPLE, "--format", format_).stdout


def test_a_graph_is_printed_as_turtle(data: Path) -> None:
    done = ask(data, "DESCRIBE <person/pia-holt>")
    assert "Pia Holt" in done.stdout


def test_a_query_may_come_from_standard_input(data: Path) -> None:
    assert "Pia Holt" in ask(data, "-", text=PEOPLE).stdout


def test_a_query_may_come_from_a_file(data: Path, tmp_path: Path) -> None:
    (tmp_path / "people.rq").write_text(PEOPLE)
    assert "Pia Holt" in ask(data, f"@{tmp_path / 'people.rq'}").stdout


def test_a_bundled_query_is_asked_by_its_name(data: Path) -> None:
    done = ask(data, "timeline", "--set", "name=bådlauget", "--format", "json")
    (row,) = json.loads(done.stdout)["results"]["bindings"]
    assert row["quote"]["value"] == "Lauget begyndte i marts."


def test_the_bundled_queries_are_listed(data: Path) -> None:
    lines = ask(data, "--list").stdout.splitlines()
    assert any(line.startswith("unreadable-files ") and line.endswith("?") for line in lines)


def test_a_table_of_nothing_is_its_heading(data: Path) -> None:
    assert ask(data, "SELECT ?nothing { ?nothing a sg:Nothing }").stdout.split() == ["nothing"]


def test_markup_in_a_label_is_printed_as_it_is(data: Path) -> None:
    assert "[red]x[/red]" in ask(data, 'SELECT ?x { BIND("[red]x[/red]" AS ?x) }').stdout


def test_a_command_to_the_terminal_in_a_label_is_not_given(data: Path) -> None:
    assert "\x1b" not in ask(data, 'SELECT ?x { BIND("a\\u001B[2Jb" AS ?x) }').stdout
