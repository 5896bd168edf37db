"""Open the remote store of a graph, and find out beforehand what way of its own the server has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import httpx
from pyoxigraph import NamedNode, QueryBoolean

from graph.errors import RemoteStoreError
from graph.stores.address import Address
from graph.stores.http import SOLUTIONS, Server
from graph.stores.remote import VIRTUOSO, Remote, load_remote
from graph.stores.sparql import SparqlReader, SparqlWriter

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
    try:
        if _is_virtuoso(server):
            return _virtuoso(server)
        plain = Remote(server.address)
        is_union = SparqlReader(plain, server).query(f"ASK {{ {PROBE} {PROBE} ?x }}")
    finally:
        server.update(f"DROP SILENT GRAPH {PROBE}")
    if not isinstance(is_union, QueryBoolean) or is_union:
        reason = "its default graph is the union of all graphs; it must be started with one of its own"
        raise RemoteStoreError(server.address.query, reason)
    return plain


def examine_unwritten(server: Server) -> Remote:
    """Find out what way of its own a server has that holds a graph of ours, without writing anything.

    Raises: RemoteStoreError if it cannot be asked.
    """
    plain = Remote(server.address)
    SparqlReader(plain, server).query("ASK { }")
    return _virtuoso(server) if _is_virtuoso(server) else plain


def _is_virtuoso(server: Server) -> bool:
    return "virtuoso" in server.name.casefold()


def _virtuoso(server: Server) -> Remote:
    with server.answer("SELECT ?s { ?s ?p ?o }", SOLUTIONS, []):  # refused where answers are cut
        pass
    remote = Remote(server.address, VIRTUOSO, has_own_merge=False)
    graphs = [graph.value for graph in SparqlReader(remote, server).graphs()]
    return replace(remote, foreign=tuple(name for name in graphs if name.startswith(VIRTUOSO_GRAPHS)))
