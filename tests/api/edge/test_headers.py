"""Every answer has its manners: pages, data, files, errors, and what is said without a body."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.edge.headers import SECURITY
from api.settings import Settings
from tests.api.serving import serving, write_graph

PATHS = [
    ("/", 200),
    ("/healthz", 200),
    ("/openapi.json", 200),
    ("/sparql", 200),
    ("/sparql?query=ASK%7B%7D", 200),
    ("/sparql?query=nonsense", 400),
    ("/api/queries", 200),
    ("/api/queries/none", 404),
    ("/api/initiatives", 200),
    ("/api/initiatives?colour=red", 400),
    ("/nothing/here", 404),
    ("/static/nothing.js", 404),
    ("/docs", 404),
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    data = tmp_path_factory.mktemp("graph")
    write_graph(data)
    with serving(data) as base, httpx.Client(base_url=base) as client:
        yield client


def manners(answer: httpx.Response) -> None:
    assert {name: answer.headers.get(name) for name in SECURITY} == SECURITY
    assert "server" not in answer.headers
    assert "x-powered-by" not in answer.headers
    assert answer.headers["cache-control"]
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(("path", "status"), PATHS)
def test_every_answer_has_its_headers(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    manners(answer)


@pytest.mark.parametrize(("path", "status"), PATHS)
def test_head_says_what_get_would_without_a_body(client: httpx.Client, path: str, status: int) -> None:
    got, asked = client.get(path), client.head(path)
    assert (asked.status_code, asked.content) == (status, b"")
    assert asked.headers["content-type"] == got.headers["content-type"]
    manners(asked)


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/sparql", "GET, HEAD, OPTIONS, POST"),
        ("/healthz", "GET, HEAD, OPTIONS"),
        ("/api/queries", "GET, HEAD, OPTIONS"),
        ("/api/initiatives", "GET, HEAD, OPTIONS"),
    ],
)
def test_options_names_the_methods_and_others_are_405(client: httpx.Client, path: str, methods: str) -> None:
    told, refused = client.options(path), client.delete(path)
    assert (told.status_code, told.content, told.headers["allow"]) == (204, b"", methods)
    assert (refused.status_code, refused.headers["allow"]) == (405, methods)
    manners(told)
    manners(refused)


def test_any_page_may_read_but_not_as_somebody(client: httpx.Client) -> None:
    answer = client.get("/api/queries", headers={"origin": "https://e.example", "cookie": "a=b"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers


def test_a_large_or_packed_body_is_refused(client: httpx.Client) -> None:
    direct = {"content-type": "application/sparql-query"}
    assert client.post("/sparql", content=b"x" * 2_000_000, headers=direct).status_code == 413
    packed = client.post("/sparql", content=b"ASK {}", headers={**direct, "content-encoding": "gzip"})
    assert packed.status_code == 415


def test_a_repeated_query_is_the_same_answer_packed_or_not(client: httpx.Client) -> None:
    query = {"query": "SELECT * { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }"}
    plain = [client.get("/sparql", params=query, headers={"accept-encoding": "identity"}) for _ in range(2)]
    packed = [client.get("/sparql", params=query) for _ in range(2)]
    assert {each.content for each in (*plain, *packed)} == {plain[0].content}
    assert {each.headers["etag"] for each in (*plain, *packed)} == {plain[0].headers["etag"]}
    assert [each.headers.get("content-encoding") for each in (*plain, *packed)] == [
        None,
        None,
        "gzip",
        "gzip",
    ]
    known = {"if-none-match": plain[0].headers["etag"]}
    assert client.get("/sparql", params=query, headers=known).status_code == 304
    manners(plain[1])


def test_the_log_holds_a_query_only_when_asked_and_never_a_cpr_number(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_graph(tmp_path)
    query = {"query": 'ASK { ?s ?p "010180-1234" }'}
    with serving(tmp_path) as base:
        httpx.get(f"{base}/sparql", params=query)
        httpx.get(f"{base}/nobody/010180-1234")
    silent = capfd.readouterr().err
    with serving(tmp_path, Settings(log_queries=True)) as base:
        httpx.get(f"{base}/sparql", params=query)
    told = capfd.readouterr().err
    assert "/nobody/" in silent
    assert "ASK" not in silent
    assert "ASK" in told
    assert "1234" not in silent + told
