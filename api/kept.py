"""What was read of the newest snapshot and is costly to read again: kept until there is a newer one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar, cast

from graph.snapshots import Snapshot
from graph.store import Reader

Read = TypeVar("Read")


@dataclass(slots=True)
class _Reading:
    lock: Lock = field(default_factory=Lock)
    made: tuple[object, ...] = ()  # what was read, once it is


class Kept:
    """Keeps one reading a function for the newest snapshot."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._snapshot = ""
        self._readings: dict[str, _Reading] = {}

    def of(self, snapshot: Snapshot, read: Callable[[Reader], Read]) -> Read:
        """Return what `read` makes of the snapshot's store; who asks first, and who asks meanwhile, waits.

        Who asks for something else does not.
        """
        with self._lock:
            if self._snapshot != snapshot.name:
                self._snapshot, self._readings = snapshot.name, {}
            reading = self._readings.setdefault(f"{read.__module__}.{read.__qualname__}", _Reading())
        with reading.lock:
            if not reading.made:
                reading.made = (read(snapshot.store),)
            return cast(Read, reading.made[0])
