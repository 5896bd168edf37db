"""Processes that work through tasks, each task able to kill no more than itself.

A worker that crashes, runs too long or eats too much memory fails the one task it had in hand; a fresh worker
goes on with the rest. Workers start from a clean server process, so they hold none of the caller's files (the
lock on the data directory among them), and end by themselves when the caller is gone.
"""

from __future__ import annotations

import contextlib
import os
import re
import resource
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Generic, TypeVar

from extract.errors import ReadError, SagsgrafError

Task = TypeVar("Task")
Result = TypeVar("Result")
FRAME = re.compile(r'\s+File ".*?(?P<file>[^/\\\\"]+)", line (?P<line>\d+)')  # of a traceback
FAILED = "failed"  # the status of a task that ended in an error other than a ReadError
CONTEXT = get_context("forkserver")


@dataclass(frozen=True, slots=True)
class Limits:
    """What workers may take: how many at once; seconds and bytes of memory for one task."""

    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    timeout_s: float = 600.0
    memory_bytes: int = 4 << 30


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task gave no result: a stable word for machines, a sentence for people."""

    status: str
    reason: str


@dataclass(slots=True)
class Worker(Generic[Task]):
    """One process, the channel to it, the file its messages go to, and the task it has in hand."""

    process: ForkServerProcess
    channel: Connection
    messages: Path
    task: Task | None = None
    deadline: float = 0.0


def work_through(
    function: Callable[[Task], Result], tasks: Iterable[Task], limits: Limits
) -> Iterator[tuple[Task, Result | Failure]]:
    """Yield each task with its result, as they come; a task that fails is yielded with a `Failure`.

    `function`, tasks and results must be picklable. A `SagsgrafError` in `function` fails its task alone.
    """
    waiting = deque(tasks)
    with tempfile.TemporaryDirectory(prefix="sagsgraf-") as folder, contextlib.ExitStack() as ending:
        workers: list[Worker[Task]] = []
        ending.callback(_end_all, workers)
        while waiting or workers:
            while waiting and len(workers) < max(1, limits.jobs):
                workers.append(_start(function, limits, Path(folder)))
                _give(workers[-1], waiting.popleft(), limits)
            for worker in _ready(workers):
                task = worker.task
                outcome = _outcome(worker, limits)
                if waiting and worker.process.is_alive():
                    _give(worker, waiting.popleft(), limits)
                else:
                    _end(worker)
                    workers.remove(worker)
                if task is not None:
                    yield task, outcome


def _start(function: Callable[[Task], Result], limits: Limits, folder: Path) -> Worker[Task]:
    here, there = CONTEXT.Pipe()
    descriptor, messages = tempfile.mkstemp(dir=folder)
    os.close(descriptor)
    process = CONTEXT.Process(
        target=_serve, args=(there, function, limits.memory_bytes, messages), daemon=True
    )
    process.start()
    there.close()
    return Worker(process, here, Path(messages))


def _give(worker: Worker[Task], task: Task, limits: Limits) -> None:
    worker.task, worker.deadline = task, time.monotonic() + limits.timeout_s
    with contextlib.suppress(BrokenPipeError):  # it died meanwhile: the next look at it says so
        worker.channel.send(task)


def _ready(workers: list[Worker[Task]]) -> list[Worker[Task]]:
    patience = max(0.0, min(worker.deadline for worker in workers) - time.monotonic())
    spoke = set(wait([worker.channel for worker in workers], timeout=patience))
    now = time.monotonic()
    return [worker for worker in workers if worker.channel in spoke or worker.deadline <= now]


def _outcome(worker: Worker[Task], limits: Limits) -> Result | Failure:
    if not worker.channel.poll():
        worker.process.kill()
        worker.process.join()
        return Failure("timed_out", f"it took longer than {limits.timeout_s:g} seconds")
    try:
        outcome: Result | Failure = worker.channel.recv()
    except (EOFError, OSError):  # it ended, perhaps in the middle of an answer
        worker.process.join()
        return _crash(worker)
    return outcome


def _crash(worker: Worker[Task]) -> Failure:
    lines = worker.messages.read_text("utf-8", errors="replace").strip().splitlines()
    code = worker.process.exitcode or 0
    died = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"
    places = [place for line in lines if (place := FRAME.match(line))]
    where = f", {places[-1]['file']} line {places[-1]['line']}" if places else ""
    return Failure("crashed", f"it crashed ({lines[-1].strip()[:300] if lines else died}{where})")


def _end_all(workers: list[Worker[Task]]) -> None:
    for worker in workers:
        _end(worker)


def _end(worker: Worker[Task]) -> None:
    worker.channel.close()
    worker.process.kill()
    worker.process.join()
    worker.process.close()


def _serve(channel: Connection, function: Callable[[Task], Result], memory_bytes: int, messages: str) -> None:
    """Work in the child: answer tasks until the caller closes the channel or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with open(messages, "ab", buffering=0) as file:
        os.dup2(file.fileno(), sys.stderr.fileno() if sys.stderr else 2)
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            channel.send(_attempt(function, channel.recv()))


def _attempt(function: Callable[[Task], Result], task: Task) -> Result | Failure:
    try:
        return function(task)
    except ReadError as error:
        return Failure(error.status, error.reason)
    except SagsgrafError as error:
        return Failure(FAILED, str(error))
    except MemoryError:
        return Failure("out_of_memory", "it took more memory than it may have")
