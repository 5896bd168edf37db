"""The traces that pages were asked for last: kept as long as the snapshot is served."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from api.states.kept import PerSnapshot
from graph.snapshots import Snapshot
from graph.trace import trace
from graph.traces.records import Trace

MOST = 32  # traces that are kept


class Lives:
    """Keeps the traces of a snapshot that were used last."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.shelves: PerSnapshot[OrderedDict[str, Trace]] = PerSnapshot(OrderedDict)

    def of(self, snapshot: Snapshot, iri: str) -> Trace:
        """Return the trace of an entity; two readers who ask first for the same may both make it.

        Raises: UnknownEntityError if the graph has nothing by this IRI.
        """
        kept = self.shelves.of(snapshot)
        with self._lock:
            if iri in kept:
                kept.move_to_end(iri)
                return kept[iri]
        made = trace(snapshot.store, iri)
        with self._lock:
            kept[iri] = made
            while len(kept) > MOST:
                kept.popitem(last=False)
        return made
