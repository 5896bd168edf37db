"""SPARQL servers that a test starts on loopback and ends: real engines with an empty store each."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from graph.stores.address import address_of
from graph.stores.login import PASSWORD, USER

PATIENCE_S = 60.0
VIRTUOSO = shutil.which("virtuoso-t")
VIRTUOSO_INI = """
[Database]
DatabaseFile = {folder}/v.db
TransactionFile = {folder}/v.trx
ErrorLogFile = {folder}/v.log
LockFile = {folder}/v.lck
xa_persistent_file = {folder}/v.pxa
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/v-temp.db
TransactionFile = {folder}/v-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
ServerThreads = 10
CheckpointInterval = 0
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
DirsAllowed = {folder}/none
SchedulerInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 8
[SPARQL]
"""


def free_port() -> int:
    """Return a port of loopback that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def oxigraph_server(*options: str) -> Iterator[str]:
    """Yield the URL of an Oxigraph server with an empty store in memory."""
    port = free_port()
    command = [Path(sys.executable).with_name("oxigraph"), "serve", "--bind", f"127.0.0.1:{port}", *options]
    with _running([str(part) for part in command]) as process:
        url = f"http://127.0.0.1:{port}"
        _wait_for(f"{url}/query", process)
        yield url


@contextmanager
def virtuoso_server(folder: Path, more: str = "") -> Iterator[str]:
    """Yield the URL of a Virtuoso server with a fresh database in `folder`; its login is in the environment.

    `more` are lines for the part [SPARQL] of its settings.

    Skips the test where Virtuoso is not installed.
    """
    if VIRTUOSO is None:
        pytest.skip("Virtuoso is not installed (Debian: apt-get install virtuoso-opensource)")
    port = free_port()
    settings = folder / "virtuoso.ini"
    settings.write_text(VIRTUOSO_INI.format(folder=folder, port=port, sql_port=free_port()) + more, "utf-8")
    with _running([VIRTUOSO, "-f", "-c", str(settings)], folder) as process:
        url = f"http://127.0.0.1:{port}/sparql"
        _wait_for(url, process)
        with pytest.MonkeyPatch.context() as patch:  # the login that a fresh database has
            patch.setenv(USER, "dba")
            patch.setenv(PASSWORD, "dba")
            yield url


def empty(url: str) -> None:
    """Take everything out of a server's store that we may have put there."""
    address = address_of(url)
    for graph in _graphs(address.query):
        if graph.startswith(("http://example.org/", "http://localhost:8000/", "urn:sagsgraf:")):
            _update(address.update, f"DROP SILENT GRAPH <{graph}>")
    if not url.endswith("/sparql"):
        _update(address.update, "DROP ALL")


def _graphs(query_url: str) -> list[str]:
    # Without a filter Virtuoso can take seconds, where many triples were taken out before.
    query = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } FILTER(?g NOT IN (<urn:none>)) }"
    asked = {"query": query, "default-graph-uri": "urn:none"}
    answer = httpx.post(query_url, data=asked, headers={"Accept": "application/sparql-results+json"})
    return [row["g"]["value"] for row in answer.json()["results"]["bindings"]]


def _update(update_url: str, text: str) -> None:
    login = httpx.DigestAuth(os.environ[USER], os.environ[PASSWORD]) if USER in os.environ else None
    httpx.post(update_url, data={"update": text}, auth=login, timeout=60.0).raise_for_status()


@contextmanager
def _running(command: list[str], folder: Path | None = None) -> Iterator[subprocess.Popen[bytes]]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet) as process:
        try:
            yield process
        finally:
            process.kill()


def _wait_for(query_url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            httpx.get(query_url, params={"query": "ASK { }"}).raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"the server at {query_url} did not start")
