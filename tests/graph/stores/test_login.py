"""A login comes from the environment or .netrc, goes to the server alone, and is never printed."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph.errors import RemoteStoreError, StoreError
from graph.stores.address import Address
from graph.stores.http import Server
from graph.stores.login import PASSWORD, USER, find_login

RIGHT = "Basic " + base64.b64encode(b"ida:hemmelig").decode()


class Guarded(BaseHTTPRequestHandler):
    """Takes updates from Ida, sends everybody else away, and tells of nothing."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        path, is_ida = self.path, self.headers.get("Authorization") == RIGHT
        self.send_response(302 if path == "/moved" else 204 if is_ida else 401)
        self.send_header("Location", "/elsewhere")
        self.send_header("WWW-Authenticate", 'Basic realm="store"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def url() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Guarded) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(USER, raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))


def update(url: str, path: str = "update") -> None:
    server = Server(Address(f"{url}/query", f"{url}/{path}"))
    try:
        server.update("CLEAR ALL")
    finally:
        server.close()


def test_a_login_of_the_environment_is_used(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, "ida")
    monkeypatch.setenv(PASSWORD, "hemmelig")
    update(url)


def test_a_login_of_netrc_is_used(url: str, tmp_path: Path) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login ida password hemmelig\n", "utf-8")
    (tmp_path / "netrc").chmod(0o600)
    update(url)


@pytest.mark.parametrize("password", ["", "forkert"])
def test_a_wrong_login_is_an_error_that_does_not_show_it(
    url: str, monkeypatch: pytest.MonkeyPatch, password: str
) -> None:
    if password:
        monkeypatch.setenv(USER, "ida")
        monkeypatch.setenv(PASSWORD, password)
    with pytest.raises(RemoteStoreError, match="asks for a login") as caught:
        update(url)
    assert "forkert" not in f"{caught.value!r} {caught.value}"


def test_a_redirect_is_not_followed(url: str) -> None:
    with pytest.raises(RemoteStoreError, match="302"):
        update(url, "moved")


def test_a_netrc_that_cannot_be_read_is_named_without_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 hemmelig", "utf-8")
    with pytest.raises(StoreError, match="NetrcParseError") as caught:
        find_login("http://127.0.0.1/")
    assert "hemmelig" not in str(caught.value)


def test_without_a_login_there_is_none() -> None:
    assert find_login("http://127.0.0.1/", {}) is None


def test_a_login_shows_nothing_of_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    login = find_login("http://h/", {USER: "ida", PASSWORD: "hemmelig"})
    assert "hemmelig" not in repr(login)
