"""`sagsgraf visualize` writes one file, or says why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import Result

from graph.errors import ExportError
from tests.api.commands.running import invoke
from tests.graph.small_graph import save_small_graph
from tests.graph.traced import FIXTURE


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_small_graph(tmp_path_factory.mktemp("data"), FIXTURE.read_text("utf-8"))


def run(data: Path, *arguments: str) -> Result:
    return invoke("visualize", "--data", str(data), *arguments)


def test_the_picture_is_written(data: Path, tmp_path: Path) -> None:
    output = tmp_path / "billede.html"
    result = run(data, "gadens koekken", "--output", str(output))
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "things and" in result.stderr
    assert "<h1>Gadens Køkken</h1>" in output.read_text("utf-8")


def test_what_a_limit_leaves_out_is_said(data: Path, tmp_path: Path) -> None:
    result = run(data, "gadens koekken", "--output", str(tmp_path / "x.html"), "--limit", "3")
    assert "3 things" in result.stderr
    assert "more within reach were left out" in result.stderr


def test_a_name_that_is_not_there_writes_nothing(data: Path, tmp_path: Path) -> None:
    result = run(data, "Gade Kokken", "--output", str(tmp_path / "x.html"))
    assert result.exit_code == 1
    assert "Gadens Køkken" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_named(data: Path, tmp_path: Path) -> None:
    result = run(data, "gadens koekken", "--output", str(tmp_path))
    assert isinstance(result.exception, ExportError)
    assert result.exception.path == str(tmp_path)


@pytest.mark.parametrize(
    "arguments", [("x",), ("x", "-o", "y.html", "--depth", "0"), ("x", "-o", "y.html", "--limit", "9999")]
)
def test_wrong_use_is_refused(data: Path, arguments: tuple[str, ...]) -> None:
    assert run(data, *arguments).exit_code == 2
