"""The traces that pages were asked for last: kept until there is a newer snapshot."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from graph.snapshots import Snapshot
from graph.trace import trace
from graph.trace_records import Trace

MOST = 32  # traces that are kept


class Lives:
    """Keeps traces of the newest snapshot, the last used ones."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._snapshot = ""
        self._kept: OrderedDict[str, Trace] = OrderedDict()

    def of(self, snapshot: Snapshot, iri: str) -> Trace:
        """Return the trace of an entity; two readers who ask first for the same may both make it.

        Raises: UnknownEntityError if the graph has nothing by this IRI.
        """
        with self._lock:
            if self._snapshot != snapshot.name:
                self._snapshot, self._kept = snapshot.name, OrderedDict()
            if iri in self._kept:
                self._kept.move_to_end(iri)
                return self._kept[iri]
        made = trace(snapshot.store, iri)
        with self._lock:
            if self._snapshot == snapshot.name:
                self._kept[iri] = made
                while len(self._kept) > MOST:
                    self._kept.popitem(last=False)
        return made
