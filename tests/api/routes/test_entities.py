"""The lists over a real connection: filtered, sorted, paged, and strict about what is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from httpx import Client

from graph.listed_kinds import KINDS
from tests.api.serving import serving
from tests.graph.small_graph import TRIG, save_small_graph

MORE = """
b:more {
  <http://localhost:8000/initiative/aerten> a sg:Initiative ; skos:prefLabel "Ærten" ;
    sg:initiativeKind <http://localhost:8000/kind/project> ; sg:department b:trivsel .
  <http://localhost:8000/initiative/cirklen> a sg:Initiative ; skos:prefLabel "Cirklen" .
  b:trivsel a sg:Department , sg:Organization ; skos:prefLabel "Trivsel" ; skos:altLabel "TRV" .
  b:small a sg:Amount ; sg:value 900 . b:large a sg:Amount ; sg:value 1000.5 .
  b:larger a sg:Amount ; sg:value 20000 .
}
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    data = save_small_graph(tmp_path_factory.mktemp("data"), TRIG + MORE)
    with serving(data) as address, Client(base_url=address, timeout=20) as made:
        yield made


def labels(client: Client, path: str) -> list[str]:
    return [each["label"] for each in client.get(path).json()["items"]]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_listed(client: Client, kind: str) -> None:
    response = client.get(f"/api/{kind}")
    assert response.status_code == 200, response.text
    assert response.json()["complete"] is True


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS.values() for _ in kind.orders])
def test_every_order_and_filter_of_a_kind_is_a_field_of_it(kind: str) -> None:
    fields = KINDS[kind].fields
    assert {*KINDS[kind].orders, *KINDS[kind].filters.values()} <= fields.keys()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Ærten", "Bådlauget", "Cirklen"]),
        ("?sort=-label", ["Cirklen", "Bådlauget", "Ærten"]),
        ("?sort=dates", ["Bådlauget", "Ærten", "Cirklen"]),
        ("?q=BAADLAUG", ["Bådlauget"]),
        ("?q=projekt+lauget", ["Bådlauget"]),
        ("?q=laugets", []),
        ("?year=2024", ["Bådlauget"]),
        ("?year=2023", []),
        ("?kind=project", ["Ærten"]),
        ("?department=trv", ["Ærten"]),
        ("?department=Trivsel&kind=project", ["Ærten"]),
        ("?department=Triv", []),
        ("?q=%22+}", []),
    ],
)
def test_a_list_is_filtered_and_sorted(client: Client, query: str, expected: list[str]) -> None:
    assert labels(client, f"/api/initiatives{query}") == expected


@pytest.mark.parametrize(
    ("path", "sort"),
    [("initiatives", "label"), ("initiatives", "-label"), ("initiatives", "-dates"), ("amounts", "-value")],
)
def test_pages_together_are_the_list(client: Client, path: str, sort: str) -> None:
    whole = client.get(f"/api/{path}", params={"sort": sort}).json()
    seen, cursor = [], None
    while True:
        asked = {"sort": sort, "limit": "1"} | ({"cursor": cursor} if cursor else {})
        part = client.get(f"/api/{path}", params=asked).json()
        assert part["total"] == whole["total"] == 3
        seen += part["items"]
        cursor = part["next"]
        if cursor is None:
            break
    assert seen == whole["items"]


def test_amounts_are_sorted_as_numbers(client: Client) -> None:
    items = client.get("/api/amounts?sort=-value").json()["items"]
    assert [each["fields"]["value"] for each in items] == [["20000"], ["1000.5"], ["900"]]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/initiatives?colour=red", 400),
        ("/api/initiatives?limit=0", 400),
        ("/api/initiatives?limit=201", 400),
        ("/api/initiatives?sort=iri", 400),
        ("/api/initiatives?year=20x4", 400),
        ("/api/initiatives?cursor=x", 400),
        ("/api/initiatives?cursor=%C3%A6", 400),
        ("/api/initiatives?cursor=e30%3D", 400),
        ("/api/people?year=2024", 400),
        ("/api/nothing", 404),
        ("/api/initiatives/nobody/timeline", 404),
        ("/api/initiatives/a%20b/timeline", 404),
        ("/api/initiatives/a%3E%20%7D/timeline", 404),
        ("/api/initiatives/%20/timeline", 404),
        ("/api/initiatives/baadlauget/timeline?x=1", 400),
    ],
)
def test_what_cannot_be_asked_is_refused(client: Client, path: str, status: int) -> None:
    response = client.get(path)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"


def test_a_cursor_of_another_order_is_refused(client: Client) -> None:
    cursor = client.get("/api/initiatives?limit=1").json()["next"]
    refused = client.get("/api/initiatives", params={"sort": "-label", "cursor": cursor})
    assert refused.status_code == 400


def test_a_timeline_is_the_life_of_the_initiative(client: Client) -> None:
    life = client.get("/api/initiatives/baadlauget/timeline").json()
    assert life["initiative"]["label"] == "Bådlauget"
    assert "2024-05-06" in [each["date"] for each in life["appearances"]]
