"""`build --store` keeps the graph in a SPARQL server, and the other commands find it there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.graph.packages import MAY, write_packages
from tests.remote_servers import oxigraph_server

COMMAND = Path(sys.executable).with_name("sagsgraf")


def run(data: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("SAGSGRAF_")}
    environment = {**kept, "SAGSGRAF_DATA": str(data), **variables}
    return subprocess.run(
        [str(COMMAND), *arguments], env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_packages(tmp_path_factory.mktemp("packages"), maj=MAY)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Iterator[Path]:
    data = tmp_path_factory.mktemp("data")
    with oxigraph_server() as url:
        done = run(data, "build", str(folder), SAGSGRAF_STORE=url)
        assert done.returncode == 0, done.stderr
        yield data


def test_a_query_is_answered(data: Path) -> None:
    done = run(data, "query", "SELECT ?l { ?i a sg:Initiative ; skos:prefLabel ?l }", "--format", "json")
    rows = json.loads(done.stdout)["results"]["bindings"]
    assert [row["l"]["value"] for row in rows] == ["Bådlauget"]
    built = run(data, "query", "CONSTRUCT { ?i a sg:Initiative } WHERE { ?i a sg:Initiative }")
    assert built.stdout.count("Initiative") == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * { ?s ?p", "line 1, column"),
        ("ASK { <bif:x> ?p ?o }", "engine's own"),
        ("DROP ALL", "update"),
    ],
)
def test_a_wrong_query_is_refused_with_its_place(data: Path, query: str, said: str) -> None:
    done = run(data, "query", query)
    assert done.returncode == 1
    assert said in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["trace", "Bådlauget", "--format", "json"], "2024-05-06"),
        (["export", "out.nq"], "out.nq written"),
        (["validate"], "nothing is wrong"),
        (["build", "{folder}"], "0 files read, 1 unchanged"),
        (["query", "counts", "--format", "csv"], "Initiative"),
    ],
)
def test_the_other_commands_find_it(data: Path, folder: Path, arguments: list[str], said: str) -> None:
    placed = [each.format(folder=folder).replace("out.nq", str(data / "out.nq")) for each in arguments]
    done = run(data, *placed)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1:9", "the store cannot be reached"),
        ("http://ida:hemmelig@127.0.0.1:9", "SAGSGRAF_STORE_PASSWORD"),
        ("nonsense", "http or https"),
    ],
)
def test_a_store_that_cannot_be_used_is_an_error_of_one_line(
    tmp_path: Path, folder: Path, url: str, said: str
) -> None:
    done = run(tmp_path / "data", "build", str(folder), "--store", url, "--quiet")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert said in done.stderr
    assert "hemmelig" not in done.stderr


def test_serving_without_a_graph_says_what_to_do(tmp_path: Path) -> None:
    with oxigraph_server() as url:
        done = run(tmp_path / "none", "serve", "--store", url, "--port", "0")
    assert done.returncode == 1
    assert "sagsgraf build --store" in done.stderr
