"""Open the remote store of a graph, and find out beforehand what way of its own the server has."""

from __future__ import annotations

from pathlib import Path

import httpx
from pyoxigraph import NamedNode, QueryBoolean

from graph.errors import RemoteStoreError
from graph.store_address import Address
from graph.store_http import Server
from graph.store_remote import MERGE, VIRTUOSO, Remote, load_remote
from graph.store_sparql import SparqlReader, SparqlWriter

READING = httpx.Timeout(60.0, connect=5.0)  # seconds
PROBE = NamedNode("urn:sagsgraf:probe")
# Graphs that Virtuoso makes for itself.
VIRTUOSO_GRAPHS = (
    "http://www.openlinksw.com/",
    "http://localuriqaserver/",
    "http://www.w3.org/ns/ldp#",
    "http://www.w3.org/2002/07/owl#",
    "urn:activitystreams-owl:map",
    "urn:virtuoso",
    "virtrdf",
)


def open_remote_reader(path: Path) -> SparqlReader:
    """Open the remote store that the file `path` tells of.

    Raises: StoreError if the file is damaged.
    """
    remote = load_remote(path)
    return SparqlReader(remote, Server(remote.address, READING))


def open_remote_writer(address: Address, known: Remote | None) -> SparqlWriter:
    """Open a remote store for writing. `known` is what an earlier build found out about its own store.

    Raises: RemoteStoreError if it cannot be written, or cannot keep a merge.
    """
    server = Server(address)
    remote = known if known is not None and known.address == address else examine(server)
    return SparqlWriter(remote, server)


def examine(server: Server) -> Remote:
    """Find out what way of its own a server has, by writing one statement and taking it out again.

    Raises: RemoteStoreError if it cannot be written, or its default graph cannot be kept as the merge.
    """
    server.update(f'INSERT DATA {{ GRAPH {PROBE} {{ {PROBE} {PROBE} "probe" }} }}')
    is_virtuoso = "virtuoso" in server.name.casefold()
    plain = SparqlReader(Remote(server.address, has_own_merge=not is_virtuoso), server)
    try:
        is_union = plain.query(f"ASK {{ {PROBE} {PROBE} ?x }}")
        graphs = [graph.value for graph in plain.graphs()]
    finally:
        server.update(f"DROP SILENT GRAPH {PROBE}")
    if is_virtuoso:
        foreign = tuple(name for name in graphs if name.startswith(VIRTUOSO_GRAPHS))
        return Remote(server.address, VIRTUOSO, has_own_merge=False, foreign=foreign)
    if not isinstance(is_union, QueryBoolean) or is_union:
        reason = "its default graph is the union of all graphs; it must be started with one of its own"
        raise RemoteStoreError(server.address.query, reason)
    return plain.remote


def examine_unwritten(server: Server) -> Remote:
    """Find out what way of its own a server has that holds a graph of ours, without writing anything.

    Raises: RemoteStoreError if it cannot be asked, or holds no finished graph.
    """
    plain = SparqlReader(Remote(server.address), server)
    is_named = plain.query(f"ASK {{ GRAPH {MERGE} {{ ?s ?p ?o }} }}")
    is_virtuoso = "virtuoso" in server.name.casefold()
    if isinstance(is_named, QueryBoolean) and is_named:
        graphs = [graph.value for graph in plain.graphs()]
        foreign = tuple(name for name in graphs if is_virtuoso and name.startswith(VIRTUOSO_GRAPHS))
        return Remote(server.address, VIRTUOSO, has_own_merge=False, foreign=foreign)
    return plain.remote
