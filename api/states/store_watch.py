"""Which state a graph elsewhere is in, looked at in the background, so that no request waits for it."""

from __future__ import annotations

import time
from threading import Event, Thread

from graph.errors import RemoteStoreError
from graph.stores.sparql import SparqlReader

EVERY_S = 1.0
STALE_S = 5.0  # while a build is under way, how long an answer may be kept


class StoreWatch:
    """Keeps an eye on a remote store: `version` changes with every build, and every few seconds in one."""

    def __init__(self, store: SparqlReader) -> None:
        self._store = store
        self._ended = Event()
        self.version = "unseen"
        self._look()
        self._thread = Thread(target=self._watch, name="store-watch", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(EVERY_S):
            self._look()

    def _look(self) -> None:
        try:
            self.version = self._store.version() or f"unfinished-{int(time.monotonic() / STALE_S)}"
        except RemoteStoreError:
            return  # whoever asks the store for something hears why it does not answer
