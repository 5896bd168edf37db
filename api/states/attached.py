"""Serve a graph that is elsewhere: from the data directory of its build, or from the store alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import Literal, QuerySolutions

from api.settings import Settings
from graph.errors import NoGraphError, RemoteStoreError, StoreError
from graph.ingesting.manifest import Manifest, save_manifest
from graph.snapshots import SNAPSHOTS, attach, newest, remote_of
from graph.stores.address import Address
from graph.stores.http import Server
from graph.stores.opening import examine_unwritten
from graph.stores.sparql import SparqlReader

BASES = """SELECT DISTINCT ?base {
  ?dataset a <http://rdfs.org/ns/void#Dataset> ; <http://rdfs.org/ns/void#uriSpace> ?base
}"""


@contextmanager
def attached(settings: Settings, address: Address | None) -> Iterator[Settings]:
    """Yield the settings to serve with: those given, or where there is no data directory, those of the store.

    Without a build's data directory nothing is known but what the graph says: search is indexed in memory,
    and what was read out of files cannot be shown.

    Raises: NoGraphError if there is no graph; StoreError if the directory's graph is not the store's.
    """
    if newest(settings.data) is None:
        if address is None:
            raise NoGraphError(settings.data)
        with TemporaryDirectory(prefix="sagsgraf-") as folder:
            yield _attach(settings, address, Path(folder))
        return
    remote = remote_of(settings.data)
    if address is not None and (remote is None or remote.address.query != address.query):
        where = remote.address.query if remote else "in the directory itself"
        raise StoreError(settings.data, f"its graph is {where}: build with --store, or give another --data")
    yield settings


def _attach(settings: Settings, address: Address, data: Path) -> Settings:
    with closing(Server(address)) as server:
        remote = examine_unwritten(server)
        base = _base(SparqlReader(remote, server))
    attach(data, remote)
    save_manifest(data / SNAPSHOTS / str(newest(data)), Manifest(base))
    return replace(settings, data=data, base_iri=base)


def _base(store: SparqlReader) -> str:
    found = store.query(BASES)
    bases = [row["base"] for row in found] if isinstance(found, QuerySolutions) else []
    if len(bases) != 1 or not isinstance(bases[0], Literal):
        held = "no graph of ours" if not bases else "more than one graph of ours"
        raise RemoteStoreError(store.server.address.query, f"it holds {held}: run `sagsgraf build --store`")
    return bases[0].value
