"""The bundled queries over a real connection: listed, answered, and not to be talked into anything else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from httpx import Client

from graph.query import named_queries
from tests.api.serving import serving
from tests.graph.small_graph import save_small_graph


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    data = save_small_graph(tmp_path_factory.mktemp("data"))
    with serving(data) as address, Client(base_url=address, timeout=20) as made:
        yield made


def test_every_bundled_query_is_listed_with_its_needs(client: Client) -> None:
    listed = client.get("/api/queries").json()["queries"]
    assert {each["name"]: each["needs"] for each in listed} == {
        name: list(query.needs) for name, query in named_queries().items()
    }


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_every_bundled_query_is_answered(client: Client, name: str) -> None:
    values = dict.fromkeys(named_queries()[name].needs, "Bådlauget")
    response = client.get(f"/api/queries/{name}", params=values)
    assert response.status_code == 200, response.text
    assert response.json()["head"]["vars"]


def test_a_parameter_fills_the_query(client: Client) -> None:
    response = client.get(
        "/api/queries/timeline", params={"name": "bådlauget"}, headers={"accept": "text/csv"}
    )
    assert "2024-03,started,Fjordby,Lauget begyndte i marts.,maj.txt,1" in response.text


@pytest.mark.parametrize("name", ['" || true || "', '") } #', "\\", "x\ny", "nobody"])
def test_a_hostile_value_stays_a_text(client: Client, name: str) -> None:
    response = client.get("/api/queries/timeline", params={"name": name})
    assert response.json()["results"]["bindings"] == []


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/queries/nothing", 404),
        ("/api/queries/..%2Ftrace", 404),
        ("/api/queries/timeline", 400),
        ("/api/queries/timeline?name=", 400),
        ("/api/queries/timeline?name=a&name=b", 400),
        ("/api/queries/timeline?name=a&limit=3", 400),
        (f"/api/queries/timeline?name={'a' * 401}", 400),
        ("/api/queries/counts?name=a", 400),
        ("/api/queries?name=a", 400),
    ],
)
def test_what_is_not_there_is_refused(client: Client, path: str, status: int) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


def test_an_answer_need_not_be_sent_twice(client: Client) -> None:
    etag = client.get("/api/queries/counts").headers["etag"]
    assert client.get("/api/queries/counts", headers={"if-none-match": etag}).status_code == 304
