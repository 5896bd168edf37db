"""A build that is killed leaves the last graph, and the next one finishes the job."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import NoGraphError
from graph.export import export
from graph.snapshots import SNAPSHOTS, newest, reading
from tests.graph.packages import JUNE, MAY, write_packages

COMMAND = Path(sys.executable).with_name("sagsgraf")
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
MONTHS = ("juli", "august", "september", "oktober")

Moment = Callable[[Path], bool]
# What a look at the data directory shows at the moment the build is killed.
MOMENTS: dict[str, Moment] = {
    "locked": lambda data: (data / "lock").exists() and (data / "lock").stat().st_size > 0,
    "one more file read": lambda data: len(list((data / "extracts").glob("*/*.msgpack"))) > 1,
    "two more files read": lambda data: len(list((data / "extracts").glob("*/*.msgpack"))) > 2,
    "draft begun": lambda data: any(data.glob("draft-*")),
    "draft filled": lambda data: any(data.glob("draft-*/identities.jsonl")),
    "snapshot begun": lambda data: any((data / SNAPSHOTS).glob("*2.new")),
    "snapshot made": lambda data: (data / SNAPSHOTS / "00000002").exists(),
    "pointer moved": lambda data: newest(data) == "00000002",
}


def start(data: Path, folder: Path) -> subprocess.Popen[str]:
    arguments = [str(COMMAND), "build", str(folder), "--data", str(data), "--jobs", "2"]
    return subprocess.Popen(arguments, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True)


def build(data: Path, folder: Path) -> str:
    with start(data, folder) as process:
        _, said = process.communicate()
        assert process.returncode == 0, said
        return said


def kill_at(moment: Moment, data: Path, folder: Path) -> bool:
    """Start a build, kill it at the moment, and tell whether it was killed before it was done."""
    with start(data, folder) as process:
        while process.poll() is None and not moment(data):
            time.sleep(0.001)
        process.kill()
        process.communicate()
        return process.returncode == -signal.SIGKILL


def quads(data: Path) -> list[str]:
    target = data.with_suffix(".nq")
    with reading(data) as snapshot:
        export(snapshot.store, target)
    return sorted(target.read_text("utf-8").splitlines())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {month: MAY.replace("6. maj", f"{day}. {month}") for day, month in enumerate(MONTHS, start=1)}
    return write_packages(tmp_path_factory.mktemp("packages"), maj=MAY, juni=JUNE, **texts)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Path:
    data = tmp_path_factory.mktemp("before") / "data"
    build(data, folder / "maj.txt")
    return data


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory, folder: Path, before: Path) -> Path:
    data = shutil.copytree(before, tmp_path_factory.mktemp("after") / "data")
    build(data, folder)
    return data


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_build_loses_nothing(
    tmp_path: Path, folder: Path, before: Path, after: Path, moment: str
) -> None:
    data = shutil.copytree(before, tmp_path / "data")
    killed = kill_at(MOMENTS[moment], data, folder)
    assert quads(data) == quads(after if newest(data) == "00000002" else before)
    said = build(data, folder)
    assert quads(data) == quads(after)
    assert ("was stopped" in said) == killed
    assert len(list(data.glob("draft-*"))) == 0
    assert len(list((data / SNAPSHOTS).iterdir())) == 2


@pytest.mark.slow
def test_a_first_build_that_is_killed_leaves_no_graph_and_no_hindrance(tmp_path: Path, folder: Path) -> None:
    data = tmp_path / "data"
    assert kill_at(MOMENTS["draft begun"], data, folder)
    with pytest.raises(NoGraphError), reading(data):
        pass
    build(data, folder)
    assert newest(data) is not None


@pytest.mark.slow
def test_the_workers_of_a_killed_build_end(tmp_path: Path, folder: Path) -> None:
    data = tmp_path / "data"
    assert kill_at(MOMENTS["one more file read"], data, folder)
    deadline = time.monotonic() + 20
    while (left := _processes_of(data)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert left == []


def _processes_of(data: Path) -> list[str]:
    """Return the command lines of processes that have a file of the data directory, or its name, in hand."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        if str(data) in line:
            found.append(line)
    return found


def test_a_build_without_room_says_so_and_leaves_the_last_graph(
    tmp_path: Path, folder: Path, before: Path
) -> None:
    data = shutil.copytree(before, tmp_path / "data")
    command = f'ulimit -f 8; exec "{COMMAND}" build "{folder}" --data "{data}" --quiet'  # 4 kB a file
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert "cannot be written" in done.stderr
    assert quads(data) == quads(before)


def test_a_second_build_says_who_holds_the_lock(tmp_path: Path, folder: Path) -> None:
    data = tmp_path / "data"
    with start(data, folder) as first:
        while not MOMENTS["locked"](data):
            time.sleep(0.001)
        with start(data, folder) as second:
            _, said = second.communicate()
        assert first.wait() == 0
    assert second.returncode == 1
    assert f"process {first.pid} on " in said
    assert said.count("\n") == 1
