"""The lists over a real connection: filtered, sorted, paged, and strict about what is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from httpx import Client

from graph.views.listed_kinds import KINDS
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
  <http://localhost:8000/budget/2025> a sg:BudgetYear ; skos:prefLabel "Budget 2025" ;
    sg:year "2025"^^xsd:gYear .
  b:p1 a sg:Commitment ; schema:text "Kajen" ; sg:due "2024-06"^^xsd:gYearMonth ;
    sg:responsible <http://localhost:8000/person/pia-holt> ;
    sg:agendaItem <http://localhost:8000/meeting/udvalg/2024-05-06/4> ;
    sg:followedUpIn <http://localhost:8000/meeting/udvalg/2024-05-06/4> .
  b:p2 a sg:Commitment ; schema:text "Ro" ; sg:due "2025"^^xsd:gYear .
  b:p3 a sg:Commitment ; schema:text "Hegn" ; sg:due "2024-03-01"^^xsd:date .
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
    looked_into = (KINDS[kind].filters, KINDS[kind].facets, KINDS[kind].bounds)
    assert {*KINDS[kind].orders, *(field for each in looked_into for field in each.values())} <= fields.keys()


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
    assert [each["fields"]["value"] for each in items] == [[20000], [1000.5], [900]]


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
        ("/api/people?facets=kind", 400),
        ("/api/initiatives?facets=label", 400),
        ("/api/initiatives?min=4", 400),
        ("/api/amounts?min=many", 400),
        ("/api/amounts?min=NaN", 400),
        ("/api/amounts?max=Infinity", 400),
        ("/api/commitments?due_after=soon", 400),
        ("/api/commitments?followed_up=perhaps", 400),
        ("/api/documents?person=", 400),
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


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("min=900", [900, 1000.5, 20000]),
        ("min=900.01", [1000.5, 20000]),
        ("max=1000.5", [900, 1000.5]),
        ("min=1000&max=2000", [1000.5]),
        ("min=1e3&max=2E3", [1000.5]),
        ("min=-5", [900, 1000.5, 20000]),
        ("max=-5", []),
    ],
)
def test_amounts_lie_within_bounds(client: Client, query: str, expected: list[float]) -> None:
    items = client.get(f"/api/amounts?{query}").json()["items"]
    assert [each["fields"]["value"][0] for each in items] == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Hegn", "Kajen", "Ro"]),
        ("due_after=2024-06-15", ["Kajen", "Ro"]),
        ("due_after=2024-07-01", ["Ro"]),
        ("due_before=2024-06-30", ["Hegn", "Kajen"]),
        ("due_before=2024-05-31", ["Hegn"]),
        ("due_after=2024-05-01&due_before=2024-06-30", ["Kajen"]),
        ("followed_up=true", ["Kajen"]),
        ("followed_up=false", ["Hegn", "Ro"]),
        ("person=pia holt", ["Kajen"]),
        ("person=http://localhost:8000/person/pia-holt", ["Kajen"]),
        ("person=http://localhost:8000/person/pia", []),
        ("year=2024&person=Pia Holt", ["Kajen"]),
        ("initiative=Bådlauget", ["Kajen"]),
    ],
)
def test_commitments_are_found_by_who_and_when(client: Client, query: str, expected: list[str]) -> None:
    assert labels(client, f"/api/commitments?sort=label&{query}") == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("documents?caseworker=PIA HOLT", ["=Bådlauget"]),
        ("documents?person=Bo Lind", []),
        ("agenda-items?year=2024", ["Bådlauget"]),
        ("agenda-items?initiative=baadlauget", ["Bådlauget"]),
        ("agenda-items?outcome=approved", []),
        ("places?initiative=Bådlauget", ["Fjordby"]),
        ("initiatives?place=fjordby", ["Bådlauget"]),
        ("sources?status=encrypted", ["laast.pdf"]),
        ("sources?year=2024", ["maj.txt"]),
        ("budget-years", ["Budget 2025"]),
        ("budget-years?year=2024", []),
    ],
)
def test_each_list_has_filters_of_its_own(client: Client, path: str, expected: list[str]) -> None:
    assert labels(client, f"/api/{path}") == expected


@pytest.mark.parametrize(
    ("path", "facets"),
    [
        ("initiatives?facets=kind,year", {"kind": {"project": 1}, "year": {"2024": 1}}),
        ("initiatives?facets=department&limit=1", {"department": {"Trivsel": 1}}),
        ("initiatives?facets=kind&q=cirklen", {"kind": {}}),
        ("commitments?facets=followed_up", {"followed_up": {"false": 2, "true": 1}}),
        ("sources?facets=status", {"status": {"encrypted": 1}}),
        ("initiatives", {}),
    ],
)
def test_facets_count_all_that_fit(client: Client, path: str, facets: dict[str, dict[str, int]]) -> None:
    assert client.get(f"/api/{path}").json()["facets"] == facets


def test_values_are_of_their_type(client: Client) -> None:
    promise = client.get("/api/commitments?person=Pia Holt").json()["items"][0]["fields"]
    assert (promise["followed_up"], promise["due"]) == ([True], ["2024-06"])
    assert client.get("/api/budget-years").json()["items"][0]["fields"]["year"] == [2025]


def test_a_list_is_not_sent_twice(client: Client) -> None:
    tag = client.get("/api/initiatives?facets=kind").headers["etag"]
    again = client.get("/api/initiatives?facets=kind", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert client.get("/api/initiatives", headers={"If-None-Match": tag}).status_code == 200


def test_a_cursor_of_another_order_is_refused(client: Client) -> None:
    cursor = client.get("/api/initiatives?limit=1").json()["next"]
    refused = client.get("/api/initiatives", params={"sort": "-label", "cursor": cursor})
    assert refused.status_code == 400


def test_a_timeline_is_the_life_of_the_initiative(client: Client) -> None:
    life = client.get("/api/initiatives/baadlauget/timeline").json()
    assert life["initiative"]["label"] == "Bådlauget"
    assert "2024-05-06" in [each["date"] for each in life["appearances"]]
