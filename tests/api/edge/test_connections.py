"""No client holds the service up by sending slowly, sending without end, not reading, or coming in crowds."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from api.app import create_app
from api.edge.connections import Bounds, guarded
from api.edge.server import server_config
from api.settings import Settings
from tests.api.serving import write_graph

BOUNDS = Bounds(request_s=0.6, answer_s=5.0, stall_s=0.6, head_bytes=20_000, connections=8, per_peer=4)
LARGE = "SELECT * { ?a <http://e/p> ?b . ?c <http://e/p> ?d } LIMIT 400000"
Place = tuple[str, int]


@contextmanager
def served(data: Path, bounds: Bounds) -> Iterator[Place]:
    settings = Settings(data=data, service_timeout_s=5.0)
    config = server_config(create_app(settings), settings)
    config.http = guarded(bounds)
    server = uvicorn.Server(config)
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.02)
        try:
            yield ("127.0.0.1", listener.getsockname()[1])
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    data = tmp_path_factory.mktemp("graph")
    write_graph(data, extra=1_000)
    with served(data, BOUNDS) as place:
        yield place


def said(client: socket.socket) -> str:
    """Return all that the service says until it closes the connection."""
    client.settimeout(20)
    pieces = []
    try:
        while piece := client.recv(65_536):
            pieces.append(piece)
    except ConnectionResetError:
        pieces.append(b" (reset)")
    return b"".join(pieces).decode("utf-8", "replace")


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"GET /healthz HT",
        b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ",
    ],
)
def test_a_request_that_never_arrives_is_ended(place: Place, start: bytes) -> None:
    with closing(socket.create_connection(place)) as client:
        client.sendall(start)
        answer = said(client)
    assert answer.startswith("HTTP/1.1 408 ")
    assert '"code": "slow"' in answer


def test_a_body_that_never_arrives_is_ended(place: Place) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n"
    head += b"Content-Type: application/sparql-query\r\n\r\n"
    with closing(socket.create_connection(place)) as client:
        client.sendall(head + b"SELECT")
        assert "200" not in said(client)


def test_a_head_without_end_is_refused(place: Place) -> None:
    with closing(socket.create_connection(place)) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
        client.sendall(b"X-More: " + b"y" * 30_000)
        answer = said(client)
    assert answer.startswith("HTTP/1.1 431 ")
    assert "content-security-policy" in answer.lower()


@pytest.mark.parametrize(
    "garbage",
    [b"\x00\x01\x02\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01"],
)
def test_what_is_no_http_is_a_problem(place: Place, garbage: bytes) -> None:
    with closing(socket.create_connection(place)) as client:
        client.sendall(garbage)
        answer = said(client)
    assert answer.startswith("HTTP/1.1 400 ")
    assert "application/problem+json" in answer
    assert "server:" not in answer.lower()


def test_a_reader_who_stops_is_let_go(place: Place) -> None:
    with closing(socket.socket()) as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        client.connect(place)
        query = LARGE.replace(" ", "%20").replace("{", "%7B").replace("}", "%7D")
        client.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        time.sleep(4)
        head, _, body = said(client).partition("\r\n\r\n")
    promised = re.search(r"content-length: (\d+)", head)
    assert promised is not None
    assert len(body) < int(promised.group(1)) / 2


def test_one_peer_may_hold_so_many_connections(place: Place) -> None:
    crowd = [socket.create_connection(place) for _ in range(4)]
    try:
        with closing(socket.create_connection(place)) as one_more:
            assert said(one_more).startswith("HTTP/1.1 503 ")
    finally:
        for client in crowd:
            client.close()
    time.sleep(0.2)
    assert httpx.get(f"http://{place[0]}:{place[1]}/healthz").status_code == 200


def test_connections_that_are_used_well_stay(place: Place) -> None:
    with httpx.Client(base_url=f"http://{place[0]}:{place[1]}") as client:
        for _ in range(3):
            assert client.get("/healthz").status_code == 200
            time.sleep(0.4)
