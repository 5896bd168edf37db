"""The version of a graph elsewhere changes with every build, and does not stand still during one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from api.states import store_watch
from api.states.store_watch import StoreWatch
from graph.description import Run, describe
from graph.iri import Iris
from graph.stores.address import address_of
from graph.stores.opening import open_remote_writer
from graph.stores.sparql import SparqlWriter
from tests.remote_servers import oxigraph_server

IRIS = Iris("http://localhost:8000/")
DATASET = NamedNode(IRIS.dataset)


@pytest.fixture
def store() -> Iterator[SparqlWriter]:
    with oxigraph_server() as url, closing(open_remote_writer(address_of(url), None)) as store:
        yield store


def finish(store: SparqlWriter, ended: str) -> None:
    run = Run("0", "none", "aa", "2026-11-21T06:00:00Z", ended)
    store.replace(DATASET, list(describe(store, IRIS, run)))


def seen(store: SparqlWriter) -> str:
    watch = StoreWatch(store)
    watch.stop()
    return watch.version


def test_a_finished_build_has_a_version_of_its_own(store: SparqlWriter) -> None:
    finish(store, "2026-11-21T06:01:00Z")
    first = seen(store)
    assert seen(store) == first
    finish(store, "2026-11-21T06:02:00Z")
    second = seen(store)
    store.replace(NamedNode("http://localhost:8000/source/1"), [Triple(DATASET, DATASET, Literal("x"))])
    finish(store, "2026-11-21T06:02:00Z")
    assert len({first, second, seen(store)}) == 3


def test_while_a_build_writes_no_answer_is_kept_for_long(
    store: SparqlWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(store, "2026-11-21T06:01:00Z")
    store.begin(DATASET)
    monkeypatch.setattr(store_watch, "STALE_S", 0.001)
    assert "unfinished" in seen(store)
    before = seen(store)
    time.sleep(0.01)
    assert seen(store) != before


def test_a_store_that_is_away_keeps_its_last_version() -> None:
    with oxigraph_server() as url:
        store = open_remote_writer(address_of(url), None)
        finish(store, "2026-11-21T06:01:00Z")
        watch = StoreWatch(store)
    known = watch.version
    watch._look()
    watch.stop()
    store.close()
    assert watch.version == known != "unseen"
