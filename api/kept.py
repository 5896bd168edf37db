"""What was read of the newest snapshot and is costly to read again: kept until there is a newer one."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TypeVar, cast

from graph.snapshots import Snapshot
from graph.store import Reader

Read = TypeVar("Read")


class Kept:
    """Keeps one reading a function for the newest snapshot."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._snapshot = ""
        self._readings: dict[str, object] = {}

    def of(self, snapshot: Snapshot, read: Callable[[Reader], Read]) -> Read:
        """Return what `read` makes of the snapshot's store; who asks first waits for it."""
        key = f"{read.__module__}.{read.__qualname__}"
        with self._lock:
            if self._snapshot != snapshot.name:
                self._snapshot, self._readings = snapshot.name, {}
            if key not in self._readings:
                self._readings[key] = read(snapshot.store)
            return cast(Read, self._readings[key])
