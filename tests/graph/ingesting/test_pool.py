"""Workers that fail take one task with them."""

from __future__ import annotations

import ctypes
import os
import time

import pytest

from extract.errors import ReadError
from graph.ingesting.pool import Failure, Limits, work_through

QUICK = Limits(jobs=2, timeout_s=30, memory_bytes=1 << 30)


def behave(task: str) -> str:
    """Do what the task says; runs in a worker."""
    match task.partition(" "):
        case ("say", _, word):
            return word
        case ("refuse", _, reason):
            raise ReadError("x.pdf", "encrypted", reason)
        case ("divide", _, _):
            return str(1 / int(task.count("x")))
        case ("exit", _, code):
            os._exit(int(code))
        case ("segfault", _, _):
            return str(ctypes.string_at(0))
        case ("hog", _, size):
            return str(len(bytearray(int(size))))
        case ("sleep", _, seconds):
            time.sleep(float(seconds))
    return "done"


def outcomes(tasks: list[str], limits: Limits = QUICK) -> dict[str, str | Failure]:
    return dict(work_through(behave, tasks, limits))


def test_every_task_is_answered() -> None:
    tasks = [f"say {number}" for number in range(20)]
    assert outcomes(tasks) == {task: task.removeprefix("say ") for task in tasks}


@pytest.mark.parametrize(
    ("task", "status", "said"),
    [
        ("refuse needs a password", "encrypted", "needs a password"),
        ("divide", "crashed", "ZeroDivisionError: division by zero, test_pool.py line "),
        ("exit 7", "crashed", "exit status 7"),
        ("segfault", "crashed", "SIGSEGV"),
        ("hog 3000000000", "out_of_memory", "memory"),
    ],
)
def test_a_failing_task_fails_alone(task: str, status: str, said: str) -> None:
    found = outcomes(["say a", task, "say b", "say c"])
    failure = found.pop(task)
    assert isinstance(failure, Failure)
    assert failure.status == status
    assert said in failure.reason
    assert set(found.values()) == {"a", "b", "c"}


def test_a_task_that_takes_too_long_is_stopped() -> None:
    begun = time.monotonic()
    found = outcomes(["sleep 60", "say a"], Limits(jobs=1, timeout_s=1.5, memory_bytes=1 << 30))
    assert found["sleep 60"] == Failure("timed_out", "it took longer than 1.5 seconds")
    assert found["say a"] == "a"
    assert time.monotonic() - begun < 20


def test_no_tasks_start_no_workers() -> None:
    assert outcomes([]) == {}
