"""One writer at a time: a lock file that says who holds it.

The kernel's lock on the file is what counts, and it goes when its process goes, however that ends; the text
in the file says who it was. So a lock is never left behind: a text without a lock is the trace of a writer
that was killed, and is taken over.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from graph.errors import LockedError, StoreError

NAME = "lock"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes: process, machine, command line, and since when (ISO 8601, UTC)."""

    pid: int
    host: str
    command: str
    since: str

    def __str__(self) -> str:
        """Say it in one phrase."""
        return f"process {self.pid} on {self.host} ({self.command}) since {self.since}"


@contextmanager
def writing(directory: Path) -> Iterator[Holder | None]:
    """Hold the directory's lock; yields the writer before this one if it was killed, else None.

    Raises: LockedError naming the holder, if another process holds the lock; StoreError if there can be none.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(directory / NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise StoreError(directory, f"it cannot be written: {error.strerror}") from error
    with os.fdopen(descriptor, "r+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LockedError(
                directory, str(holder(directory) or "a process that is just starting")
            ) from error
        killed = holder(directory)
        _write(file.fileno(), json.dumps(asdict(this_process())))
        try:
            yield killed
        finally:
            _write(file.fileno(), "")


def holder(directory: Path) -> Holder | None:
    """Return who is written in the lock file, or None where nobody is, or the text was cut off."""
    try:
        return Holder(**json.loads((directory / NAME).read_text("utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def this_process() -> Holder:
    """Describe the running process as a holder."""
    command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:]])[:200]
    return Holder(os.getpid(), socket.gethostname(), command, datetime.now(UTC).isoformat(timespec="seconds"))


def _write(descriptor: int, text: str) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, text.encode("utf-8"), 0)
    os.fsync(descriptor)
