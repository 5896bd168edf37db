"""`sagsgraf import` takes RDF in and says how much."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import InvalidKeyError, RdfError
from graph.snapshots import newest
from tests.api.commands.running import run
from tests.graph.small_graph import save_small_graph

QUAD = "<http://a.example/> <http://p.example/> 'x' .\n"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    file = tmp_path / "register.ttl"
    file.write_text(QUAD)
    return file


def test_what_changed_is_said(tmp_path: Path, register: Path) -> None:
    data = save_small_graph(tmp_path / "data")
    done = run(data, "import", str(register), "--graph", "http://example.org/register")
    assert done.exit_code == 0
    assert done.stderr == "http://example.org/register: 1 statements added, 0 taken out\n"


def test_a_short_name_is_of_the_graphs_base(tmp_path: Path, register: Path) -> None:
    data = save_small_graph(tmp_path / "data")
    done = run(data, "import", str(register), "--graph", "register/2024")
    assert "http://localhost:8000/register/2024: 1 " in done.stderr


def test_it_works_before_the_first_build(tmp_path: Path, register: Path) -> None:
    assert run(tmp_path / "data", "import", str(register), "--graph", "urn:x:y").exit_code == 0
    assert newest(tmp_path / "data") is not None


@pytest.mark.parametrize(
    ("graph", "error"), [("entities", InvalidKeyError), ("a b", InvalidKeyError), (None, RdfError)]
)
def test_a_graph_that_cannot_be_is_refused(
    tmp_path: Path, register: Path, graph: str | None, error: type[Exception]
) -> None:
    options = [] if graph is None else ["--graph", graph]
    done = run(tmp_path / "data", "import", str(register), *options)
    assert isinstance(done.exception, error)
