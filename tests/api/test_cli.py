"""The command line: every command is there, errors are one line, the exit status says what became of it."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import command_names, create_cli
from tests.graph.packages import MAY, write_packages

COMMAND = Path(sys.executable).with_name("sagsgraf")
CONTRACT = {
    "build",
    "trace",
    "query",
    "export",
    "import",
    "serve",
    "visualize",
    "validate",
    "explain",
    "demo",
}


def run(*arguments: str, data: Path | None = None, text: str = "") -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("SAGSGRAF_")}
    if data is not None:
        environment["SAGSGRAF_DATA"] = str(data)
    return subprocess.run(
        [str(COMMAND), *arguments], env=environment, input=text, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_packages(tmp_path_factory.mktemp("packages"), maj=MAY)
    data = tmp_path_factory.mktemp("data")
    assert run("build", str(folder), data=data).returncode == 0
    return data


def test_the_contracts_commands_are_there() -> None:
    assert set(command_names()) >= CONTRACT


@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_a_command_explains_itself_and_can_be_quiet(name: str) -> None:
    shown = CliRunner().invoke(create_cli([command_names()[name]]), [name, "--help"])
    assert shown.exit_code == 0
    assert "--quiet" in shown.output
    assert "--data" in shown.output


def test_the_version_is_said() -> None:
    assert run("--version").stdout == f"sagsgraf {version('sagsgraf')}\n"


def test_without_arguments_the_commands_are_listed() -> None:
    shown = run()
    assert all(name in shown.stdout + shown.stderr for name in CONTRACT)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["query", "ASK { ?s ?p ?o "], 1, "line 1, column 16"),
        (["query", "DROP ALL {"], 1, "DROP is an update"),
        (["query", "nothing-like-it"], 1, "no bundled query"),
        (["query", "@/none/such.rq"], 1, "cannot be read"),
        (["query"], 2, "a query is needed"),
        (["query", "timeline"], 2, "--set name="),
        (["query", "timeline", "--set", "name"], 2, "NAME=VALUE"),
        (["query", "timeline", "--set", "nme=x", "--set", "name=y"], 1, "no variable"),
        (["query", "ASK { ?s ?p ?o }", "--format", "pdf"], 2, "--format"),
        (["query", "ASK { ?s ?p ?o }", "--format", "ttl"], 1, "ASK is answered in json"),
        (["export", "/none/such/out.nq"], 1, "cannot be written"),
        (["export", "out.pdf"], 1, "suffix"),
        (["import", "/none/such.ttl", "--graph", "http://example.org/g"], 1, "No such file"),
        (["import", "/none/such.ttl", "--graph", "no such prefix:x"], 1, "no IRI may hold"),
        (["explain", "person/nobody"], 1, "nothing by this IRI"),
        (["build"], 2, "PATH"),
        (["build", ".", "--jobs", "0"], 2, "--jobs"),
        (["nothing"], 2, "nothing"),
    ],
)
def test_what_cannot_be_done_is_said_without_a_traceback(
    data: Path, arguments: list[str], status: int, said: str
) -> None:
    done = run(*arguments, data=data)
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    if status == 1:
        assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "command", [["query", "counts"], ["export", "out.nq"], ["validate"], ["explain", "x"]]
)
def test_before_the_first_build_the_way_is_pointed_out(tmp_path: Path, command: list[str]) -> None:
    done = run(*command, "--data", str(tmp_path))
    assert done.returncode == 1
    assert "run `sagsgraf build` first" in done.stderr


def test_a_control_character_is_never_printed(data: Path) -> None:
    assert "\x1b" not in run("query", "x\x1b[2Jx", data=data).stderr


def test_a_setting_that_is_wrong_is_named(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGSGRAF_QUERY_TIMEOUT_S", "soon")
    done = subprocess.run(
        [str(COMMAND), "query", "counts", "--data", str(data)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (
        1,
        "sagsgraf: SAGSGRAF_QUERY_TIMEOUT_S=soon: a number of seconds is needed\n",
    )
