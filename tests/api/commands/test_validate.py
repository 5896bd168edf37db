"""`sagsgraf validate` passes a true graph and fails a false one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from graph.snapshots import commit, drafting
from graph.vocabulary import OA
from tests.api.commands.running import run
from tests.graph.packages import MAY, write_packages


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = write_packages(tmp_path / "packages", maj=MAY)
    assert run(tmp_path / "data", "build", str(folder), "--quiet").exit_code == 0
    return tmp_path / "data"


def shift_a_quote(data: Path) -> None:
    with drafting(data) as draft:
        graph = next(name for name in draft.store.graphs() if "/source/" in name.value)
        triples = [quad.triple for quad in draft.store.quads(graph=graph)]
        wrong = next(triple for triple in triples if triple.predicate == OA("start"))
        triples.remove(wrong)
        triples.append(Triple(_node(wrong), OA("start"), Literal(int(_text(wrong)) + 1)))
        draft.store.replace(graph, triples)
        commit(draft)


def _node(triple: Triple) -> NamedNode:
    assert isinstance(triple.subject, NamedNode)
    return triple.subject


def _text(triple: Triple) -> str:
    assert isinstance(triple.object, Literal)
    return triple.object.value


def test_a_graph_as_it_was_built_passes(data: Path) -> None:
    done = run(data, "validate")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "nothing is wrong" in done.stderr


def test_a_quote_that_is_elsewhere_fails(data: Path) -> None:
    shift_a_quote(data)
    done = run(data, "validate")
    assert done.exit_code == 1
    assert done.stdout.count("/source/") > 0


def test_the_report_can_be_read_by_machines(data: Path) -> None:
    shift_a_quote(data)
    report = json.loads(run(data, "validate", "--format", "json").stdout)
    assert report["findings"][0].keys() == {"graph", "node", "rule", "message", "value"}
    assert report["passages"] > 0
