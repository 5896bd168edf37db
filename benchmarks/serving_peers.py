"""Servers to measure, each a process of its own on a free port of the loopback interface."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

BIN = Path(sys.executable).parent
LONGEST_START_S = 900.0  # rdflib reads a file of quads slowly


@contextmanager
def our_service(data: Path, settings: Mapping[str, str]) -> Iterator[str]:
    """Serve the graph in `data`; yield the address of its SPARQL endpoint."""
    port = free_port()
    command = [str(BIN / "sagsgraf"), "serve", "--data", str(data), "--port", str(port), "--quiet"]
    with running(command, f"http://127.0.0.1:{port}/healthz", settings):
        yield f"http://127.0.0.1:{port}/sparql"


@contextmanager
def oxigraph_server(store: Path) -> Iterator[str]:
    """Serve the very same files with Oxigraph's own server."""
    port = free_port()
    command = [str(BIN / "oxigraph"), "serve-read-only", "-l", str(store), "-b", f"127.0.0.1:{port}"]
    with running(command, f"http://127.0.0.1:{port}/"):
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def rdflib_server(quads: Path) -> Iterator[str]:
    """Serve a file of quads with rdflib-endpoint, over rdflib in memory."""
    port = free_port()
    command = [str(BIN / "rdflib-endpoint"), "serve", "--host", "127.0.0.1", "--port", str(port), str(quads)]
    with running(command, f"http://127.0.0.1:{port}/"):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def running(command: list[str], ready: str, more: Mapping[str, str] | None = None) -> Iterator[None]:
    """Run a server until the block is left; it is ready when it answers at `ready`, whatever it says."""
    environment = {**os.environ, **(more or {})}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, env=environment) as process:  # noqa: S603 - ours
        try:
            _wait(ready, process)
            yield
        finally:
            process.terminate()
            process.wait(60)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + LONGEST_START_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(address, timeout=5):  # noqa: S310 - our own address
                return
        except HTTPError:
            return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"{process.args!r} did not come up")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
