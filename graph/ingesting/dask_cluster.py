"""A Dask cluster by the URL of its scheduler; the library is optional (the extra `dask`).

Adapter: what goes wrong with the cluster becomes a `SchedulerError` that names the scheduler, here, once.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from importlib import import_module
from typing import Any, TypeVar

from extract.errors import SagsgrafError
from graph.ingesting.pool import CONTEXT

CONNECT_S = 10  # until the scheduler answers
WORKERS_S = 30.0  # until it has a worker, at the beginning and whenever it has lost all
LOOK_S = 2.0
AHEAD = 2  # batches that wait for each thread, so that none stands idle

Batch = TypeVar("Batch")
Sent = TypeVar("Sent")
Given = TypeVar("Given")
Result = TypeVar("Result")


class SchedulerError(SagsgrafError):
    """A Dask cluster cannot do what it was asked: its scheduler's `url`, and why, in a sentence."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason


class VersionError(SagsgrafError):
    """A worker has another version of the code; both are digests."""

    def __init__(self, there: str, here: str) -> None:
        super().__init__(f"a worker has the code {there}, here it is {here}: install the same version there")
        self.there = there
        self.here = here

    def __reduce__(self) -> tuple[type[VersionError], tuple[str, str]]:
        """Let it travel from the worker with its facts."""
        return VersionError, (self.there, self.here)


class Cluster:
    """A connection to a scheduler that has workers."""

    def __init__(self, url: str, library: Any, client: Any) -> None:
        self.url = url
        self._library = library
        self._client = client

    def work_through(
        self,
        function: Callable[[Sent, Given], Result],
        batches: Iterable[Batch],
        pack: Callable[[Batch], Sent],
        given: Given,
    ) -> Iterator[tuple[Batch, Result]]:
        """Yield each batch with what `function(pack(batch), given)` gave on a worker, as they come.

        Raises: SchedulerError if the cluster is lost, its workers keep dying, or one cannot do the work.
        """
        pending: dict[Any, Batch] = {}
        room = AHEAD * max(1, sum(self._client.nthreads().values()))
        for batch in batches:
            pending[self._client.submit(function, pack(batch), given, pure=False)] = batch
            while len(pending) >= room:
                yield from self._next(pending)
        while pending:
            yield from self._next(pending)

    def _next(self, pending: dict[Any, Batch]) -> Iterator[tuple[Batch, Any]]:
        try:
            with self._client.as_current():
                found = self._library.wait(list(pending), timeout=LOOK_S, return_when="FIRST_COMPLETED")
        except TimeoutError:
            self.check()
            return
        except CancelledError as error:
            raise SchedulerError(self.url, "the scheduler has gone while its workers read") from error
        for future in found.done:
            yield pending.pop(future), self._result(future)

    def _result(self, future: Any) -> Any:
        if future.cancelled() or future.status == "lost":
            raise SchedulerError(self.url, "the scheduler has gone while its workers read")
        error = future.exception()
        if error is None:
            return future.result()
        if isinstance(error, self._library.KilledWorker):
            reason = "the workers that were given some files died, one after the other"
        elif isinstance(error, ImportError):
            reason = f"a worker does not have this project: {error}"
        else:
            reason = str(error) or type(error).__name__
        raise SchedulerError(self.url, reason) from error

    def check(self) -> None:
        """Make sure that there is a scheduler, and that it has workers, or will have them soon.

        Raises: SchedulerError.
        """
        if self._client.status != "running":
            raise SchedulerError(self.url, "the scheduler has gone while its workers read")
        try:
            self._client.wait_for_workers(1, timeout=WORKERS_S)
        except TimeoutError as error:
            raise SchedulerError(self.url, "the scheduler has no workers") from error


@contextmanager
def open_cluster(url: str) -> Iterator[Cluster]:
    """Connect to a scheduler.

    Raises: SchedulerError if the library is not installed, the scheduler is away, or it has no workers.
    """
    try:
        library = import_module("distributed")
    except ImportError as error:
        raise SchedulerError(
            url, "this needs Dask: install the extra `dask` (pip install '.[dask]')"
        ) from error
    try:
        client = library.Client(url, timeout=CONNECT_S, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:  # a TimeoutError is an OSError
        raise SchedulerError(url, f"no Dask scheduler answers there: {error}") from error
    try:
        cluster = Cluster(url, library, client)
        cluster.check()
        yield cluster
    finally:
        client.close(timeout=CONNECT_S)


def have_children(preload: str) -> None:
    """Let this process have children, forked from one that has loaded the module `preload` once.

    A worker is a daemon to its nanny, and `multiprocessing` forbids those to have any, lest they be left
    behind; ours end by themselves when their parent is gone (graph.ingesting.pool).
    """
    CONTEXT.set_forkserver_preload([preload])
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
