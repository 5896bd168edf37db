"""The newest state of the graph, held for readers while it is the newest.

A snapshot is leased as long as it is current or a request still reads it, so that no build removes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock

from api.store_watch import StoreWatch
from graph.snapshots import STORE, Snapshot, newest, reading
from graph.store_sparql import SparqlReader


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
    """Hands out the newest snapshot and moves on when a build has made a newer one."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self._lock = Lock()
        self._lease: _Lease | None = None

    @contextmanager
    def open(self) -> Iterator[Snapshot]:
        """Yield the newest snapshot; it stays on disk until the block is left.

        Raises: NoGraphError before the first build; StoreError if what is there is damaged.
        """
        lease = self._acquire()
        try:
            yield lease.snapshot
        finally:
            with self._lock:
                lease.readers -= 1
                lease.close_if_unused()

    def close(self) -> None:
        """Let go of the snapshot."""
        with self._lock:
            self._retire()

    def _acquire(self) -> _Lease:
        with self._lock:
            if self._lease is None or self._lease.name != newest(self.data):
                fresh = _Lease(self.data)
                self._retire()
                self._lease = fresh
            self._lease.readers += 1
            return self._lease

    def _retire(self) -> None:
        if self._lease is not None:
            self._lease.is_current = False
            self._lease.close_if_unused()
            self._lease = None


def version(snapshot: Snapshot) -> str:
    """Return a word that changes whenever the state does, also when a folder is built anew from nothing."""
    return f"{snapshot.name}-{snapshot.directory.stat().st_mtime_ns:x}"


def store_path(snapshot: Snapshot) -> Path:
    """Return where a snapshot's store lies."""
    return snapshot.directory / STORE
