"""What was read of a snapshot and is costly to read again: kept as long as the snapshot is served."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar, cast

from graph.snapshots import Snapshot
from graph.store import Reader
from graph.views.status import Status, status

Read = TypeVar("Read")
Made = TypeVar("Made")
SNAPSHOTS = 2  # the one that is served, and the next while it is made ready


class PerSnapshot(Generic[Made]):
    """Keeps one thing a snapshot, of the two snapshots that were asked for last."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._lock = Lock()
        self._made: OrderedDict[str, Made] = OrderedDict()

    def of(self, snapshot: Snapshot) -> Made:
        """Return the snapshot's own."""
        with self._lock:
            if snapshot.name not in self._made:
                self._made[snapshot.name] = self._make()
            self._made.move_to_end(snapshot.name)
            while len(self._made) > SNAPSHOTS:
                self._made.popitem(last=False)
            return self._made[snapshot.name]

    def forget(self, but: str) -> None:
        """Let go of what belongs to other snapshots than the one of this name."""
        with self._lock:
            for name in [name for name in self._made if name != but]:
                del self._made[name]


@dataclass(slots=True)
class _Reading:
    lock: Lock = field(default_factory=Lock)
    made: tuple[object, ...] = ()  # what was read, once it is


class Shelf:
    """Readings of one snapshot by their names; each is made once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._readings: dict[str, _Reading] = {}

    def of(self, name: str, read: Callable[[], Read]) -> Read:
        """Return what `read` makes; who asks first, and who asks for the same meanwhile, waits.

        Who asks for something else does not. What could not be read is tried again.
        """
        with self._lock:
            reading = self._readings.setdefault(name, _Reading())
        with reading.lock:
            if not reading.made:
                reading.made = (read(),)
            return cast(Read, reading.made[0])


class Kept:
    """Keeps one reading a function and snapshot."""

    def __init__(self) -> None:
        self.shelves = PerSnapshot(Shelf)

    def of(self, snapshot: Snapshot, read: Callable[[Reader], Read]) -> Read:
        """Return what `read` makes of the snapshot's store."""
        name = f"{read.__module__}.{read.__qualname__}"
        return self.shelves.of(snapshot).of(name, lambda: read(snapshot.store))

    def status(self, data: Path, snapshot: Snapshot) -> Status:
        """Return what is in the graph, how fresh it is and how complete."""
        return self.shelves.of(snapshot).of("status", lambda: status(data, snapshot))
