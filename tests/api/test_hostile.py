"""Ten thousand hostile requests to a service: no process grows, none but workers dies, no file changes."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.api.hostile_requests import hostile
from tests.api.serving import write_graph
from tests.repository import ROOT

REQUESTS = 10_000
CHEAP = "SELECT ?o { <http://e/5> <http://e/p> ?o }"
BOMB = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LIMIT_S, SLACK_S = 2.0, 3.0
SETTINGS = {"SAGSGRAF_SERVICE_TIMEOUT_S": str(LIMIT_S), "SAGSGRAF_RATE_LIMIT_LOOPBACK": "none"}


@dataclass(frozen=True, slots=True)
class Service:
    """A running service: where it listens, its process, and where its log goes."""

    port: int
    pid: int
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def processes(self) -> dict[int, int]:
        """Return the kilobytes each process holds that is no worker: the service, and what starts workers."""
        threads = Path(f"/proc/{self.pid}/task").glob("*/children")
        children = [int(pid) for thread in threads for pid in thread.read_text().split()]
        assert children
        return {pid: resident(pid) for pid in (self.pid, *children)}


def resident(pid: int) -> int:
    """Return the kilobytes a process holds in memory."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


@contextmanager
def service(data: Path, log: Path) -> Iterator[Service]:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "api", "serve", "--data", str(data), "--port", str(port)]
    environment = {**os.environ, **SETTINGS, "PYTHONPATH": str(ROOT)}
    with log.open("wb") as said, subprocess.Popen(command, stderr=said, env=environment, cwd=data) as process:
        try:
            running = Service(port, process.pid, log)
            for _ in range(600):
                if process.poll() is not None or answers(running):
                    break
                time.sleep(0.1)
            yield running
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def answers(running: Service) -> bool:
    try:
        return httpx.get(f"{running.address}/healthz", timeout=5).status_code == 200
    except httpx.HTTPError:
        return False


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    data = tmp_path_factory.mktemp("graph")
    write_graph(data, extra=2_000)
    with service(data, tmp_path_factory.mktemp("log") / "log") as found:
        yield found


def send(running: Service, requests: list[bytes]) -> Counter[str]:
    """Send each request over a connection of its own, or several in a row; count what comes back."""
    counted: Counter[str] = Counter()
    for number, request in enumerate(requests):
        with closing(socket.create_connection(("127.0.0.1", running.port), timeout=30)) as client:
            client.sendall(request)
            if number % 7 == 0:  # a client that does not wait
                counted["left"] += 1
                continue
            client.shutdown(socket.SHUT_WR)
            counted[status(client)] += 1
    return counted


def status(client: socket.socket) -> str:
    """Return the status of the first answer; "none" if the service said nothing and closed."""
    try:
        start = client.recv(64)
        while client.recv(65_536):
            pass
    except (ConnectionError, TimeoutError):
        return "reset"
    return start.split(b" ")[1].decode() if start.startswith(b"HTTP/1.1 ") else "none"


def listing(folder: Path) -> dict[str, tuple[int, int]]:
    """Return the size and the time of change of every file."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in paths}


@pytest.mark.slow
def test_ten_thousand_hostile_requests_do_no_harm(running: Service, tmp_path: Path) -> None:
    data = Path(os.readlink(f"/proc/{running.pid}/cwd"))
    requests = hostile(random.Random(4), REQUESTS)  # noqa: S311 - chance that can be repeated
    counted = send(running, requests[:1_500])  # what is loaded when first asked for is loaded now
    before, files = running.processes(), listing(data)
    counted += send(running, requests[1_500:])
    time.sleep(1.0)
    after = running.processes()
    assert after.keys() == before.keys()
    assert all(after[pid] < before[pid] * 1.2 for pid in before), (before, after)
    assert listing(data) == files
    assert answers(running)
    assert httpx.get(f"{running.address}/sparql", params={"query": CHEAP}).status_code == 200
    assert counted["500"] == 0, counted
    assert counted["400"] > REQUESTS / 4
    assert "Traceback" not in running.log.read_text("utf-8", "replace")


def ask(running: Service, query: str) -> tuple[int, float]:
    start = time.monotonic()
    status = httpx.get(f"{running.address}/sparql", params={"query": query}, timeout=30).status_code
    return status, time.monotonic() - start


def test_while_four_bombs_burn_the_others_are_answered(running: Service) -> None:
    bombs = [socket.create_connection(("127.0.0.1", running.port)) for _ in range(4)]
    query = str(httpx.QueryParams({"query": BOMB}))
    start = time.monotonic()
    for bomb in bombs:
        bomb.sendall(f"GET /sparql?{query} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    while time.monotonic() - start < LIMIT_S * 0.8:
        assert ask(running, f"{CHEAP} # {time.monotonic()}")[0] == 200
    statuses = [status(bomb) for bomb in bombs]
    assert time.monotonic() - start < LIMIT_S + SLACK_S
    assert statuses == ["503"] * 4
    for bomb in bombs:
        bomb.close()


def test_clients_that_leave_take_their_queries_with_them(running: Service) -> None:
    query = str(httpx.QueryParams({"query": BOMB}))
    crowd = [socket.create_connection(("127.0.0.1", running.port)) for _ in range(6)]
    for client in crowd:
        client.sendall(f"GET /sparql?{query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    time.sleep(0.6)
    for client in crowd:
        client.close()
    time.sleep(0.4)
    code, took = ask(running, BOMB)  # there is room for it, and it has all its time
    assert (code, took > LIMIT_S * 0.9) == (503, True)
    assert running.log.read_text("utf-8", "replace").count(" left") >= 6
