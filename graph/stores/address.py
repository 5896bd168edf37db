"""Where a SPARQL 1.1 server is: one address for queries, one for updates, one for whole graphs.

A server is given by one URL; where its addresses are follows from what servers commonly do:

    http://host:7878           /query, /update, /store        (Oxigraph; Fuseki's are /query, /update, /data)
    http://host:8890/sparql    /sparql, /sparql-auth, /sparql-graph-crud-auth          (Virtuoso)

Where a server does otherwise, each address is given by itself. No address holds a password.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from graph.errors import StoreError

VIRTUOSO_PATH = "/sparql"


@dataclass(frozen=True, slots=True)
class Address:
    """A server's addresses: SPARQL 1.1 Query, Update, Graph Store Protocol ("": whole graphs by updates)."""

    query: str
    update: str
    graphs: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """Addresses that are given by themselves; "" follows from the server's URL, "none" for no graph store."""

    query: str = ""
    update: str = ""
    graphs: str = ""


def address_of(url: str, given: Given = Given()) -> Address:
    """Return a server's addresses.

    Raises: StoreError if one is no http or https address, or holds a user or password.
    Source: SPARQL 1.1 Protocol; SPARQL 1.1 Graph Store HTTP Protocol.

    >>> address_of("http://127.0.0.1:7878/").update
    'http://127.0.0.1:7878/update'
    >>> address_of("http://127.0.0.1:8890/sparql").graphs
    'http://127.0.0.1:8890/sparql-graph-crud-auth'
    """
    base = _checked(url).rstrip("/")
    if base.endswith(VIRTUOSO_PATH):
        found = Address(base, f"{base}-auth", f"{base}-graph-crud-auth")
    else:
        found = Address(f"{base}/query", f"{base}/update", f"{base}/store")
    graphs = "" if given.graphs == "none" else given.graphs or found.graphs
    wanted = Address(given.query or found.query, given.update or found.update, graphs)
    for each in (wanted.query, wanted.update, *((graphs,) if graphs else ())):
        _checked(each)
    return wanted


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise StoreError(url.rpartition("@")[2], f"this is no address of a store: {error}") from error
    shown = url.rpartition("@")[2]
    if "@" in parts.netloc:
        reason = "give user and password by SAGSGRAF_STORE_USER and SAGSGRAF_STORE_PASSWORD, or .netrc"
        raise StoreError(shown, reason)
    if not is_address or parts.query or parts.fragment:
        raise StoreError(shown, "an http or https address without ? and # is needed")
    return url
