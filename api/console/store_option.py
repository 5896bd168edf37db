"""`--store`: the SPARQL server that a graph is kept in. Its login is never an option (graph.stores.login)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Annotated

import typer

from graph.stores.address import Address, Given, address_of

VARIABLE = "SAGSGRAF_STORE"
StoreOption = Annotated[
    str | None,
    typer.Option("--store", metavar="URL", envvar=VARIABLE, help="A SPARQL 1.1 server to keep the graph in."),
]


def store_address(url: str | None, environ: Mapping[str, str] = os.environ) -> Address | None:
    """Return the addresses of a store by its URL, and those that the environment gives; None without a URL.

    Raises: StoreError if one is no address, or holds a login.

    >>> store_address("http://127.0.0.1:3030/sager", {"SAGSGRAF_STORE_GRAPHS": "http://127.0.0.1:3030/sager/data"})
    Address(query='http://127.0.0.1:3030/sager/query', update='http://127.0.0.1:3030/sager/update', \
graphs='http://127.0.0.1:3030/sager/data')
    """
    if not url:
        return None
    query, update, graphs = (environ.get(f"{VARIABLE}_{name}", "") for name in ("QUERY", "UPDATE", "GRAPHS"))
    return address_of(url, Given(query, update, graphs))
