"""Read what the pages need before anybody asks for it: at the start, and whenever there is a newer snapshot.

One thread of low priority does it, the most visited first. A newer snapshot is handed out when what the pages
show is read, or after PATIENCE_S; until then pages, lists and queries all tell of the one before. The lists
are read after that.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from pyoxigraph import NamedNode, Quad, Triple

from api.rest.listings import Listings
from api.states.kept import Kept
from api.states.lives import Lives
from api.states.search_indexes import SearchIndexes
from api.states.state import CurrentState
from extract.errors import SagsgrafError
from graph.errors import NoGraphError
from graph.pictures.ties import read_ties
from graph.snapshots import Snapshot
from graph.store import Reader, Resource, Results, Term
from graph.views.listed_kinds import INITIATIVES, JUDGEMENTS, KINDS, Kind
from graph.views.money import read_money
from graph.views.news import read_news
from graph.views.promises import read_promises
from graph.views.quality import quality

PATIENCE_S = 60.0  # how long a newer snapshot may take to be made ready
LOOK_S = 0.5  # how often it is looked whether there is a newer one
NICENESS = 4  # more would keep those waiting who ask for what is being read, on a busy machine
LOG = logging.getLogger("sagsgraf.service")
Read = Callable[[Snapshot], object]


@dataclass(frozen=True, slots=True)
class Readings:
    """What the service keeps of the snapshots it serves."""

    kept: Kept = field(default_factory=Kept)
    listings: Listings = field(default_factory=Listings)
    lives: Lives = field(default_factory=Lives)
    search: SearchIndexes = field(default_factory=SearchIndexes)

    def forget(self, but: str) -> None:
        """Let go of what was read of other snapshots than the one of this name."""
        for each in (self.kept, self.listings, self.lives, self.search):
            each.shelves.forget(but)


class StoppedError(SagsgrafError):
    """What was being read is no longer wanted."""

    def __init__(self) -> None:
        super().__init__("the service stops")


class Warming:
    """Makes the newest snapshot ready, again and again, until it is stopped."""

    def __init__(self, current: CurrentState, readings: Readings) -> None:
        self._current = current
        self._readings = readings
        self._stopping = threading.Event()
        self._ready = ""
        self._thread = threading.Thread(target=self._run, name="warming")

    def start(self) -> None:
        """Begin in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """End, at the latest when the question that is being answered is."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        _step_back()
        while not self._stopping.is_set():
            try:
                self.look()
            except (NoGraphError, StoppedError):
                LOG.debug("nothing to make ready")
            except SagsgrafError as error:
                LOG.warning("the graph cannot be made ready: %s", error)
            self._stopping.wait(LOOK_S)

    def look(self) -> None:
        """Make the newest snapshot ready and hand it out; does nothing if it is.

        Raises: NoGraphError before the first build; StoreError; StoppedError.
        """
        with self._current.ahead() as snapshot:
            if snapshot.name == self._ready:
                return
            self._ready = snapshot.name
            store = _Stoppable(snapshot.store, self._stopping)
            readable = replace(snapshot, store=store)
            for read in for_pages(self._readings):
                _read(read, readable)
            self._current.hand_out(snapshot)
            self._readings.forget(snapshot.name)
            for read in for_lists(self._readings):
                _read(read, readable)


def for_pages(readings: Readings) -> Iterator[Read]:
    """Yield what the pages show, the most visited first; with these a snapshot is ready."""
    kept = readings.kept
    yield readings.search.of
    yield lambda snapshot: kept.of(snapshot, read_news)
    yield partial(_listed, readings.listings, INITIATIVES)
    yield lambda snapshot: _tied(kept, snapshot)
    yield lambda snapshot: kept.of(snapshot, read_promises)
    yield lambda snapshot: kept.of(snapshot, read_money)
    yield lambda snapshot: kept.of(snapshot, quality)
    yield lambda snapshot: kept.status(snapshot.directory.parent.parent, snapshot)
    yield partial(_listed, readings.listings, JUDGEMENTS)


def for_lists(readings: Readings) -> Iterator[Read]:
    """Yield the lists."""
    for kind in KINDS.values():
        yield partial(_listed, readings.listings, kind)


def _read(read: Read, snapshot: Snapshot) -> None:
    """Read; what cannot be read is left to those who ask for it."""
    try:
        read(snapshot)
    except StoppedError:
        raise
    except SagsgrafError as error:
        LOG.warning("not made ready: %s", error)


def _tied(kept: Kept, snapshot: Snapshot) -> None:
    """Read the network, and what is made of it when it is first looked through."""
    ties = kept.of(snapshot, read_ties)
    for made in ("of", "plain"):
        getattr(ties, made)


def _listed(listings: Listings, kind: Kind, snapshot: Snapshot) -> None:
    """Read a list and put it into its first order."""
    listings.of(snapshot, kind).ordered(kind.orders[0])


def _step_back() -> None:
    """Let this thread run when no other wants to, where the system knows priorities of threads."""
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)


class _Stoppable:
    """A store that answers nothing more once the service stops; satisfies `graph.store.Reader`."""

    def __init__(self, store: Reader, stopping: threading.Event) -> None:
        self._store = store
        self._stopping = stopping

    def _asked(self) -> Reader:
        if self._stopping.is_set():
            raise StoppedError
        return self._store

    def query(self, sparql: str) -> Results:
        return self._asked().query(sparql)

    def quads(
        self,
        subject: Resource | None = None,
        predicate: NamedNode | None = None,
        value: Term | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        return self._asked().quads(subject, predicate, value, graph)

    def triples(
        self, subject: Resource | None = None, predicate: NamedNode | None = None, value: Term | None = None
    ) -> Iterator[Triple]:
        return self._asked().triples(subject, predicate, value)

    def graphs(self) -> Iterator[NamedNode]:
        return self._asked().graphs()

    def __len__(self) -> int:
        return len(self._asked())

    def close(self) -> None:
        """Leave it open: it belongs to the state that is served."""
