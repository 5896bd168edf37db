"""The search index of the snapshot that is served."""

from __future__ import annotations

from api.states.kept import PerSnapshot, Shelf
from graph.searching.index import LARGEST_IN_MEMORY, NoIndexError, SearchIndex, index_in_memory, open_index
from graph.snapshots import Snapshot


class SearchIndexes:
    """Keeps a snapshot's index open; a small graph that has none is indexed in memory."""

    def __init__(self, largest_in_memory: int = LARGEST_IN_MEMORY) -> None:
        self._largest = largest_in_memory
        self.shelves = PerSnapshot(Shelf)

    def of(self, snapshot: Snapshot) -> SearchIndex:
        """Return a snapshot's index; who asks first waits for it to be opened.

        Raises: NoIndexError if it has none and is too large to be indexed now; StoreError if it is damaged.
        """
        found = self.shelves.of(snapshot).of("index", lambda: self._open(snapshot))
        if found is None:
            raise NoIndexError(snapshot.directory)
        return found

    def _open(self, snapshot: Snapshot) -> SearchIndex | None:
        return open_index(snapshot.directory) or index_in_memory(snapshot.store, self._largest)
