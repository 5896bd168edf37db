"""`sagsgraf trace` answers on standard output and explains itself on standard error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import Result

from tests.api.commands.running import invoke
from tests.graph.small_graph import save_small_graph
from tests.graph.traced import BASE, FIXTURE, KITCHEN


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_small_graph(tmp_path_factory.mktemp("data"), FIXTURE.read_text("utf-8"))


def run(data: Path, *arguments: str) -> Result:
    return invoke("trace", "--data", str(data), *arguments)


@pytest.mark.parametrize("name", ["gadens koekken", "Gadens køken", KITCHEN])
def test_a_name_or_iri_is_traced(data: Path, name: str) -> None:
    result = run(data, name, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["initiative"]["iri"] == KITCHEN
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("form", "start"), [("md", "# Gadens"), ("csv", "date,"), ("html", "<!doctype html>")]
)
def test_the_form_is_chosen(data: Path, form: str, start: str) -> None:
    assert run(data, KITCHEN, "--format", form).stdout.startswith(start)


def test_a_table_is_the_default(data: Path) -> None:
    assert run(data, KITCHEN).stdout.startswith("Gadens Køkken (projekt) optræder 4 gange\n")


def test_a_name_that_is_not_there_gets_the_nearest(data: Path) -> None:
    result = run(data, "Gade Kokken")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "Gadens Køkken (project;" in result.stderr


def test_a_name_of_several_gets_a_list_that_tells_them_apart(data: Path) -> None:
    result = run(data, "Byhaven")
    assert result.exit_code == 1
    assert f"Byhaven (project; 0 files)\n    {BASE}initiative/byhaven\n" in result.stderr
    assert f"Byhaven (plan; 0 files)\n    {BASE}initiative/byhaven-2\n" in result.stderr


def test_a_name_cannot_command_the_terminal(data: Path) -> None:
    assert "\x1b" not in run(data, "\x1b[31mrød").stderr


@pytest.mark.parametrize("arguments", [(), ("x", "--format", "docx"), ("x", "y")])
def test_wrong_use_is_told_from_what_cannot_be_done(data: Path, arguments: tuple[str, ...]) -> None:
    assert run(data, *arguments).exit_code == 2
