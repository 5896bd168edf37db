"""A real server for tests: uvicorn on a free port of the loopback interface, over a graph on disk."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import uvicorn
from pyoxigraph import RdfFormat, parse

from api.app import create_app
from api.edge.server import server_config
from api.settings import Settings
from graph.snapshots import commit, drafting

SETTINGS = Settings(service_timeout_s=2.0)
GRAPH = """
@prefix sg: <https://w3id.org/sagsgraf/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix b: <http://localhost:8000/> .
<http://localhost:8000/entities> {
  <http://localhost:8000/initiative/havnens-koekken> a sg:Initiative ; skos:prefLabel "Havnens Køkken" .
}
<http://localhost:8000/source/1> { <http://localhost:8000/initiative/havnens-koekken> a sg:Initiative . }
"""


def write_graph(data: Path, trig: str = GRAPH, extra: int = 0) -> None:
    """Make `trig` the newest state of the graph in `data`, with `extra` filler statements."""
    filler = "".join(f"<http://e/{n}> <http://e/p> {n} .\n" for n in range(extra))
    text = f"{trig}\n<http://e/filler> {{ {filler} }}" if extra else trig
    with drafting(data) as draft:
        draft.store.load(parse(text.encode(), RdfFormat.TRIG))
        commit(draft)


@contextmanager
def serving(data: Path, settings: Settings = SETTINGS, patience_s: float = 0.0) -> Iterator[str]:
    """Serve the graph in `data`; yield the address, without a slash at its end.

    Without patience nothing is made ready before it is asked for.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = replace(settings, data=data)
    config = server_config(create_app(settings, patience_s), settings)
    config.host, config.port = "127.0.0.1", port
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started and time.monotonic() < deadline and thread.is_alive():
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()
