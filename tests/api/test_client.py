"""The client over a real connection: pages, sentences, SPARQL, and errors that say what is wrong."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from api.client import Client, ClientError
from tests.api.serving import serving
from tests.conftest import SAMPLE_BASE_IRI as BASE

FAMILIES = f"{BASE}initiative/fodfaeste-for-familier"


@pytest.fixture(scope="module")
def graph(sample_data: Path) -> Iterator[Client]:
    with serving(sample_data) as address:
        yield Client(address)


def test_all_pages_of_a_list_are_gone_through(graph: Client) -> None:
    labels = [each["label"] for each in graph.each("initiatives", limit=5)]
    assert len(labels) == len(set(labels)) == graph.page("initiatives")["total"] > 10


@pytest.mark.parametrize(
    ("kind", "asked", "count"),
    [
        ("initiatives", {"year": 2025, "q": "familier"}, 1),
        ("sources", {"status": "ok"}, 8),
        ("commitments", {"followed_up": True, "person": None}, 7),
        ("amounts", {"min": Decimal("1e12")}, 0),
    ],
)
def test_lists_are_filtered(graph: Client, kind: str, asked: dict[str, object], count: int) -> None:
    assert len(list(graph.each(kind, **asked))) == count


def test_a_sentence_is_found_in_its_surroundings(graph: Client) -> None:
    evidence = graph.entity(FAMILIES, mentions=1)["mentions"]["items"][0]["evidence"]
    found = graph.passage(evidence, around=40)
    assert found["quote"] == evidence["quote"]
    assert found["source"]["file_name"] == evidence["source"]


def test_a_life_and_a_status_are_told(graph: Client) -> None:
    assert graph.timeline("fodfaeste-for-familier")["initiative"]["iri"] == FAMILIES
    assert graph.status()["files"]["ok"] == 8
    assert graph.search("familier")["items"]


def test_changes_are_gone_through_to_the_last(graph: Client) -> None:
    numbers = [each["number"] for each in graph.changes()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert list(graph.changes(numbers[-1])) == []


def test_values_are_of_their_type(graph: Client) -> None:
    (row,) = graph.sparql(
        "SELECT ?a ?b ?c ?d ?e ?f { BIND(1 AS ?a) BIND(1.50 AS ?b) BIND(true AS ?c)"
        ' BIND("ø" AS ?d) BIND(<http://e/> AS ?e) }'
    )
    assert row == {"a": 1, "b": Decimal("1.5"), "c": True, "d": "ø", "e": "http://e/", "f": None}


def test_a_graph_and_a_truth_are_asked_for(graph: Client) -> None:
    assert graph.ask(f"ASK {{ <{FAMILIES}> a sg:Initiative }}") is True
    assert graph.ask(f"ASK {{ <{FAMILIES}> a sg:Person }}") is False
    text = graph.construct(f"CONSTRUCT {{ <{FAMILIES}> a sg:Initiative }} {{ }}", "application/n-triples")
    assert text.startswith(f"<{FAMILIES}>")


def test_solutions_are_a_table(graph: Client) -> None:
    table = graph.table("SELECT ?amount ?kroner { ?amount a sg:Amount ; sg:value ?kroner }")
    assert list(table.columns) == ["amount", "kroner"]
    assert len(table) == graph.page("amounts")["total"]
    assert table["kroner"].max() > table["kroner"].min() >= 0
    assert list(graph.table("SELECT ?x { ?x a sg:Nothing }").columns) == ["x"]


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/initiatives?colour=red", 400, "parameters"),
        ("/api/entities?iri=initiative/nobody", 404, "unknown"),
        ("/api/nothing", 404, "http"),
    ],
)
def test_a_refusal_says_why(graph: Client, path: str, status: int, code: str) -> None:
    with pytest.raises(ClientError) as caught:
        graph.get(path)
    assert (caught.value.status, caught.value.code) == (status, code)
    assert caught.value.detail
    assert caught.value.identity


def test_a_query_that_is_none_says_where(graph: Client) -> None:
    with pytest.raises(ClientError, match="error at 2:") as caught:
        graph.sparql("SELECT ?x {\n?x }")
    assert (caught.value.status, caught.value.code) == (400, "syntax")


@pytest.mark.parametrize("slug", ["../../healthz", "a/b", "a?b=c", "a#b", ""])
def test_a_strange_key_stays_a_key(graph: Client, slug: str) -> None:
    with pytest.raises(ClientError) as caught:
        graph.timeline(slug)
    assert caught.value.status == 404


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://e/", "127.0.0.1:8000", ""])
def test_only_web_addresses_are_asked(address: str) -> None:
    with pytest.raises(ClientError, match="begins with http"):
        Client(address)


def test_who_does_not_answer_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(ClientError) as caught:
        Client(address).status()
    assert (caught.value.status, caught.value.code) == (0, "unreachable")


@pytest.mark.parametrize(
    ("answer", "status", "code"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n<p>", 200, "answer"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]", 200, "answer"),
        (b"HTTP/1.1 502 Bad\r\nContent-Length: 5\r\n\r\noops!", 502, "http"),
        (b"HTTP/1.1 500 Bad\r\nContent-Length: 2\r\n\r\n[]", 500, "http"),
    ],
)
def test_who_answers_something_else_is_told(answer: bytes, status: int, code: str) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(65_536)
                connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        with pytest.raises(ClientError) as caught:
            Client(f"http://127.0.0.1:{server.getsockname()[1]}").status()
        thread.join()
    assert (caught.value.status, caught.value.code) == (status, code)
