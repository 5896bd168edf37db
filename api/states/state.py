"""The newest state of the graph, held for readers while it is the newest.

A snapshot is leased as long as it is current or a request still reads it, so that no build removes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock
from time import monotonic

from api.states.store_watch import StoreWatch
from graph.snapshots import STORE, Snapshot, newest, reading
from graph.stores.sparql import SparqlReader


class _Lease:
    def __init__(self, data: Path) -> None:
        self._stack = ExitStack()
        self._snapshot: Snapshot = self._stack.enter_context(reading(data))
        self.name = self._snapshot.name
        self.readers = 0
        self.is_current = True
        self._watch: StoreWatch | None = None
        if isinstance(self._snapshot.store, SparqlReader):
            self._watch = StoreWatch(self._snapshot.store)
            self._stack.callback(self._watch.stop)

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot; of a graph elsewhere its name changes with what is there."""
        if self._watch is None:
            return self._snapshot
        return replace(self._snapshot, name=f"{self.name}-{self._watch.version}")

    def close_if_unused(self) -> None:
        if not self.is_current and self.readers == 0:
            self._stack.close()


class CurrentState:
    """Hands out the newest snapshot and moves on when a build has made a newer one.

    Where somebody makes snapshots ready (api.states.warming), a newer one is handed out when it is, or after
    `patience_s` seconds; until then the one before is. Where nobody does, at once.
    """

    def __init__(self, data: Path, patience_s: float = 0.0) -> None:
        self.data = data
        self._patience_s = patience_s
        self._lock = Lock()
        self._lease: _Lease | None = None
        self._next: _Lease | None = None
        self._due = 0.0  # when the next is handed out at the latest, by the monotonic clock

    @contextmanager
    def open(self) -> Iterator[Snapshot]:
        """Yield the snapshot that is served; it stays on disk until the block is left.

        Raises: NoGraphError before the first build; StoreError if what is there is damaged.
        """
        with self._reading(self._current) as snapshot:
            yield snapshot

    @contextmanager
    def ahead(self) -> Iterator[Snapshot]:
        """Yield the newest snapshot, also one that is not handed out yet. Raises: as `open`."""
        with self._reading(self._newest) as snapshot:
            yield snapshot

    def hand_out(self, snapshot: Snapshot) -> None:
        """Hand a snapshot out from now on, if it is the next; it is ready."""
        with self._lock:
            if self._next is not None and self._next.snapshot.directory == snapshot.directory:
                self._move_on()

    def close(self) -> None:
        """Let go of the snapshots."""
        with self._lock:
            _retire(self._lease)
            _retire(self._next)
            self._lease = self._next = None

    @contextmanager
    def _reading(self, choose: Callable[[], _Lease]) -> Iterator[Snapshot]:
        with self._lock:
            lease = choose()
            lease.readers += 1
        try:
            yield lease.snapshot
        finally:
            with self._lock:
                lease.readers -= 1
                lease.close_if_unused()

    def _current(self) -> _Lease:
        found = self._newest()
        return found if self._lease is None else self._lease

    def _newest(self) -> _Lease:
        """Return the newest lease; it becomes the current one if it is its time."""
        name = newest(self.data)
        if self._lease is not None and self._lease.name == name:
            _retire(self._next)
            self._next = None
            return self._lease
        if self._next is None:
            self._due = monotonic() + self._patience_s
        if self._next is None or self._next.name != name:
            fresh = _Lease(self.data)
            _retire(self._next)
            self._next = fresh
        found = self._next
        if self._lease is None or monotonic() >= self._due:
            self._move_on()
        return found

    def _move_on(self) -> None:
        _retire(self._lease)
        self._lease, self._next = self._next, None


def _retire(lease: _Lease | None) -> None:
    """Let go of a lease as soon as nobody reads it."""
    if lease is not None:
        lease.is_current = False
        lease.close_if_unused()


def version(snapshot: Snapshot) -> str:
    """Return a word that changes whenever the state does, also when a folder is built anew from nothing."""
    return f"{snapshot.name}-{snapshot.directory.stat().st_mtime_ns:x}"


def store_path(snapshot: Snapshot) -> Path:
    """Return where a snapshot's store lies."""
    return snapshot.directory / STORE
