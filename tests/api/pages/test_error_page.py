"""Who follows links gets an error as a page, a machine as a problem document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx import Client

from tests.api.serving import serving, write_graph

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    data = tmp_path_factory.mktemp("graph")
    write_graph(data)
    with serving(data) as address, Client(base_url=address, timeout=20) as made:
        yield made


@pytest.mark.parametrize(
    ("path", "accept", "status", "is_page"),
    [
        ("/person/nobody", BROWSER, 404, True),
        ("/nowhere", BROWSER, 404, True),
        ("/nowhere?lang=en", BROWSER, 404, True),
        ("/loefter?state=x", BROWSER, 400, True),
        ("/person/nobody", "application/json", 404, False),
        ("/person/nobody", "*/*", 404, False),
        ("/person/nobody", "text/turtle, text/html;q=0.1", 404, True),
        ("/api/nowhere", BROWSER, 404, False),
        ("/api/initiatives?foo=1", BROWSER, 400, False),
        ("/static/none.js", BROWSER, 404, False),
    ],
)
def test_an_error_is_a_page_to_a_browser_alone(
    client: Client, path: str, accept: str, status: int, is_page: bool
) -> None:
    response = client.get(path, headers={"Accept": accept})
    assert response.status_code == status
    kind = "text/html" if is_page else "application/problem+json"
    assert response.headers["content-type"].startswith(kind)
    assert response.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in response.headers["content-security-policy"]


def test_a_page_speaks_the_readers_language_and_is_harmless(client: Client) -> None:
    danish = client.get(f"/find?zzz={SCRIPT}", headers={"Accept": BROWSER})
    assert "Adressen kan ikke bruges" in danish.text
    assert SCRIPT not in danish.text
    english = client.get("/nowhere?lang=en", headers={"Accept": BROWSER})
    assert "There is nothing here" in english.text


def test_before_the_first_build_a_page_says_so(tmp_path: Path) -> None:
    with serving(tmp_path) as address, Client(base_url=address) as client:
        response = client.get("/loefter", headers={"Accept": BROWSER})
    assert response.status_code == 503
    assert "Tjenesten kan ikke svare lige nu" in response.text
