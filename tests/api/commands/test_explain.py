"""`sagsgraf explain` shows every mention with its place, and what joined the names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import UnknownEntityError
from tests.api.commands.running import run
from tests.graph.packages import JUNE, MAY, write_packages


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_packages(tmp_path_factory.mktemp("packages"), maj=MAY, juni=JUNE)
    data = tmp_path_factory.mktemp("data")
    assert run(data, "build", str(folder), "--quiet").exit_code == 0
    return data


def test_every_mention_is_shown_with_its_place(data: Path) -> None:
    lines = run(data, "explain", "person/pia-holt").stdout.splitlines()
    assert lines[0] == "Pia Holt <http://localhost:8000/person/pia-holt>"
    assert [line for line in lines if "“Pia Holt” in juni.txt" in line]
    assert [line for line in lines if "“Pia Holt” in maj.txt" in line]


def test_a_whole_iri_is_understood(data: Path) -> None:
    done = run(data, "explain", "http://localhost:8000/person/pia-holt", "--format", "json")
    explanation = json.loads(done.stdout)
    assert {mention["file"] for mention in explanation["mentions"]} == {"juni.txt", "maj.txt"}


def test_the_quote_stands_where_it_is_said_to(data: Path) -> None:
    mentions = json.loads(run(data, "explain", "person/pia-holt", "-f", "json").stdout)["mentions"]
    texts = {"maj.txt": MAY, "juni.txt": JUNE}
    assert all(texts[m["file"]][m["start"] : m["end"]] == m["quote"] for m in mentions)


def test_what_is_not_there_is_an_error(data: Path) -> None:
    assert isinstance(run(data, "explain", "person/nobody").exception, UnknownEntityError)
