"""Files that are read on a Dask cluster give the same graph, and a cluster that fails is named."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from extract.discover import Found
from graph.export import export
from graph.ingest import Build, Summary, ingest
from graph.ingesting.cache import code_version
from graph.ingesting.dask_cluster import SchedulerError, VersionError, open_cluster
from graph.ingesting.dask_reading import Order, read_batch, take_on_cluster
from graph.ingesting.intake import Intake
from graph.ingesting.pool import Failure, Limits
from graph.ingesting.recognisers import Recognisers
from graph.ingesting.taking import Taken, Task
from graph.snapshots import reading
from tests.graph.packages import JUNE, MAY, write_packages
from tests.remote_servers import free_port

# The library leaves sockets of its own to the garbage collector.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
distributed: Any = pytest.importorskip("distributed", reason="Dask is not installed")
BASE = "http://localhost:8000/"
LIMITS = Limits(jobs=1, timeout_s=60.0)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library's own, of its own libraries
        with distributed.LocalCluster(
            n_workers=1,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
        ) as running:
            yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_packages(tmp_path / "packages", maj=MAY, juni=JUNE)
    (folder / "locked.pdf").write_bytes(b"%PDF-1.4\nnot a PDF")
    return folder


def build(data: Path, folder: Path, scheduler: str | None) -> Summary:
    intake = Intake((folder,), data, Recognisers(), LIMITS, scheduler)
    return ingest(Build(intake, BASE), lambda done, total, name: None)


def quads(data: Path) -> list[str]:
    target = data.with_suffix(".nq")
    with reading(data) as snapshot:
        export(snapshot.store, target)
    return sorted(target.read_text("utf-8").splitlines())


def tasks(data: Path, *paths: Path) -> list[Task]:
    return [Task(Found(path), data, Recognisers(), code_version()) for path in paths]


def test_the_graph_is_the_same_as_the_pools(
    tmp_path: Path, folder: Path, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    here, there = tmp_path / "here", tmp_path / "there"
    one, two = build(here, folder, None), build(there, folder, cluster.scheduler_address)
    assert quads(here) == quads(there)
    assert (one.read, one.failed) == (two.read, two.failed)
    assert (two.read, len(two.failed)) == (2, 1)


def test_what_was_read_is_not_read_again(tmp_path: Path, folder: Path, cluster: Any) -> None:
    data = tmp_path / "data"
    build(data, folder, cluster.scheduler_address)
    assert build(data, folder, None).unchanged == 2
    away = list(take_on_cluster("tcp://127.0.0.1:9", tasks(data, folder / "none.txt"), LIMITS))
    assert [outcome.status for _, outcome in away if isinstance(outcome, Failure)] == ["vanished"]


def test_files_are_sent_in_batches(tmp_path: Path, cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.ingesting.dask_reading.BATCH_FILES", 2)
    paths = [tmp_path / f"{number}.txt" for number in range(5)]
    for number, path in enumerate(paths):
        path.write_text(MAY.replace("12 deltagere", f"{number + 20} deltagere"), "utf-8")
    found = dict(take_on_cluster(cluster.scheduler_address, tasks(tmp_path / "data", *paths), LIMITS))
    assert {task.found.path for task in found} == set(paths)
    assert len({outcome.key for outcome in found.values() if isinstance(outcome, Taken)}) == len(paths)


def test_a_file_that_takes_too_long_fails_alone(tmp_path: Path, folder: Path, cluster: Any) -> None:
    short = Limits(jobs=1, timeout_s=0.01)
    found = dict(
        take_on_cluster(cluster.scheduler_address, tasks(tmp_path / "data", folder / "maj.txt"), short)
    )
    assert [outcome.status for outcome in found.values() if isinstance(outcome, Failure)] == ["timed_out"]


def test_a_worker_that_dies_is_replaced(tmp_path: Path, folder: Path, cluster: Any) -> None:
    (pid,) = _pids(cluster)
    killer = threading.Timer(0.5, os.kill, (pid, signal.SIGKILL))
    killer.start()
    wanted = tasks(tmp_path / "data", folder / "maj.txt", folder / "juni.txt")
    found = dict(take_on_cluster(cluster.scheduler_address, wanted, LIMITS))
    killer.join()
    assert [type(found[task]) for task in wanted] == [Taken, Taken]


def test_a_worker_with_another_version_is_refused() -> None:
    with pytest.raises(VersionError, match="install the same version"):
        read_batch([], Order("another", LIMITS))


@pytest.mark.parametrize("url", ["tcp://127.0.0.1:9", "nonsense"])
def test_a_scheduler_that_is_away_is_named(
    tmp_path: Path, folder: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.ingesting.dask_cluster.CONNECT_S", 1)
    with pytest.raises(SchedulerError, match=f"{url}: no Dask scheduler answers there"):
        build(tmp_path / "data", folder, url)


def test_a_scheduler_without_workers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.ingesting.dask_cluster.WORKERS_S", 0.5)
    with distributed.LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address="127.0.0.1:0") as idle:
        url = idle.scheduler_address
        with pytest.raises(SchedulerError, match=f"{url}: the scheduler has no workers"), open_cluster(url):
            pass


def test_a_scheduler_that_goes_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = {f"nr{n}": MAY.replace("12 deltagere", f"{n + 20} deltagere") for n in range(40)}
    folder = write_packages(tmp_path / "packages", **many)  # enough to be at work when the scheduler goes
    monkeypatch.setattr("graph.ingesting.dask_cluster.WORKERS_S", 20.0)
    url = f"tcp://127.0.0.1:{free_port()}"
    with started("scheduler", "--host", url) as scheduler, started("worker", url, "--nthreads", "1"):
        with open_cluster(url) as cluster:  # waits until both are there
            cluster.check()
        threading.Timer(0.3, scheduler.kill).start()
        with pytest.raises(SchedulerError, match=f"{url}: "):
            build(tmp_path / "data", folder, url)


@contextmanager
def started(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a part of a cluster as its own command does."""
    dask = str(Path(sys.executable).with_name("dask"))
    quiet = subprocess.DEVNULL
    with subprocess.Popen([dask, *command, "--no-dashboard"], stdout=quiet, stderr=quiet) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:  # a worker can wait long for a scheduler that has gone
                process.kill()


def _pids(cluster: Any) -> list[int]:
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        deadline = time.monotonic() + 20
        while not (found := list(client.run(os.getpid).values())) and time.monotonic() < deadline:
            time.sleep(0.1)
    return found
