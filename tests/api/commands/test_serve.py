"""`sagsgraf serve` holds its port before it says where to look."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

from api.commands.demo import listen_nearby
from api.commands.serve import ListenError, listen
from tests.graph.small_graph import save_small_graph

WHERE = re.compile(r"http://[^ ]+/")


@contextmanager
def served(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-c", "from api.cli import main; main()", *arguments]
    root = Path(__file__).parents[3]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        said = next((line for line in process.stderr if WHERE.search(line)), "")
        try:
            match = WHERE.search(said)
            assert match is not None, said
            yield process, match.group()
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)


def test_it_serves_on_a_free_port_and_says_where(tmp_path: Path) -> None:
    save_small_graph(tmp_path)
    with served("serve", "--data", str(tmp_path), "--port", "0") as (_, address):
        assert httpx.get(address, timeout=20).status_code == 200
        assert httpx.get(f"{address}healthz").json()["status"] == "ok"


def test_without_a_graph_it_does_not_start(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from api.cli import main; main()", "serve", "--data", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[3], check=False)
    assert done.returncode == 1
    assert "there is no graph here yet" in done.stderr


def test_a_port_that_is_taken_is_refused_by_its_number() -> None:
    with closing(listen("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ListenError, match=f"port {port}: Address already in use"):
            listen("127.0.0.1", port)


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_an_address_that_is_not_ours_is_refused(host: str) -> None:
    with pytest.raises(ListenError):
        listen(host, 0)


def test_the_demo_takes_the_next_free_port() -> None:
    with closing(listen("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with closing(listen_nearby(port)) as found:
            assert found.getsockname()[1] > port


def test_the_demo_says_so_when_no_port_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(host: str, port: int) -> socket.socket:
        raise ListenError(host, port, "taken")

    monkeypatch.setattr("api.commands.demo.listen", refuse)
    with pytest.raises(ListenError):
        listen_nearby(65530)
