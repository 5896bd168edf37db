"""`sagsgraf build` says what it did, to people and to machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli import command_names, create_cli
from extract.errors import ModelError
from tests.graph.packages import MAY, write_packages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_packages(tmp_path / "packages", maj=MAY)


def build(folder: Path, *options: str) -> Result:
    app = create_cli([command_names()["build"]])
    return CliRunner().invoke(app, ["build", str(folder), "--data", str(folder.with_name("data")), *options])


def test_messages_go_to_standard_error(folder: Path) -> None:
    done = build(folder)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "1 files read, 0 unchanged, 0 not read" in done.stderr


def test_a_quiet_build_says_nothing(folder: Path) -> None:
    done = build(folder, "--quiet")
    assert (done.exit_code, done.output) == (0, "")


def test_the_summary_can_be_read_by_machines(folder: Path) -> None:
    (folder / "tom.txt").touch()
    done = build(folder, "--json", "--quiet")
    summary = json.loads(done.stdout)
    assert done.exit_code == 3
    assert (summary["read"], summary["unchanged"]) == (1, 0)
    assert [Path(failed["file"]).name for failed in summary["failed"]] == ["tom.txt"]
    assert {"entities", "statements", "seconds"} <= summary.keys()


def test_a_file_that_could_not_be_read_is_named_with_the_reason(folder: Path) -> None:
    (folder / "tom.txt").touch()
    done = build(folder)
    assert done.exit_code == 3
    assert "tom.txt: is empty (empty)" in done.stderr


def test_a_path_that_is_not_there_is_named(folder: Path) -> None:
    done = build(folder / "none")
    assert done.exit_code == 1
    assert "none: is not there (vanished)" in done.stderr


def test_where_nothing_could_be_read_it_could_not_be_done(folder: Path) -> None:
    (folder / "maj.txt").write_text("", "utf-8")
    assert build(folder).exit_code == 1
    write_packages(folder, juni=MAY)
    assert build(folder).exit_code == 3
    (folder / "maj.txt").unlink()
    assert build(folder).exit_code == 0
    assert build(folder / "nothing-here").exit_code == 1


def test_a_folder_without_files_is_no_failure(folder: Path) -> None:
    (folder / "maj.txt").unlink()
    assert build(folder).exit_code == 0


def test_a_scheduler_and_jobs_exclude_each_other(folder: Path) -> None:
    done = build(folder, "--jobs", "2", "--scheduler", "tcp://127.0.0.1:9")
    assert done.exit_code == 2
    assert "--scheduler" in done.stderr


def test_a_path_that_is_not_there_stops_no_other(folder: Path) -> None:
    done = build(folder, str(folder / "none"), "--json")
    assert done.exit_code == 3
    assert json.loads(done.stdout)["read"] == 1


def test_an_added_pipeline_that_is_not_installed_is_named(folder: Path) -> None:
    done = build(folder, "--model", "da_no_such_model")
    assert isinstance(done.exception, ModelError)
    assert not folder.with_name("data").exists()
