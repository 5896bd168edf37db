"""One entity over a real connection: by its IRI, by its own address, a part at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from httpx import Client

from api.routes.entities import ADDRESSES, Address
from tests.api.serving import serving
from tests.conftest import SAMPLE_BASE_IRI as BASE

FAMILIES = f"{BASE}initiative/fodfaeste-for-familier"


@pytest.fixture(scope="module")
def client(sample_data: Path) -> Iterator[Client]:
    with serving(sample_data) as address, Client(base_url=address, timeout=20) as made:
        yield made


def ask(client: Client, path: str, **query: object) -> Any:
    response = client.get(path, params={name: str(value) for name, value in query.items()})
    assert response.status_code == 200, response.text
    return response.json()


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
def test_every_kind_has_an_address_that_says_what_its_iri_says(client: Client, address: Address) -> None:
    listed = ask(client, f"/api/{address.name}", limit=1)["items"][0]["iri"]
    key = listed.removeprefix(f"{BASE}source/").removeprefix(f"{BASE}{address.folder}")
    key = key.replace(f"/{address.part}/", "/") if address.part else key
    found = ask(client, f"/api/{address.name}/{key}")
    assert found["iri"] == listed
    assert found == ask(client, "/api/entities", iri=listed)


def test_an_entity_is_told_whole(client: Client) -> None:
    found = ask(client, "/api/entities", iri=FAMILIES)
    assert (found["label"], found["kind"]["label_en"]) == ("Fodfæste for Familier", "other")
    assert {"relation", "label", "label_en", "is_outgoing", "thing", "evidence"} == found["links"][0].keys()
    assert {"quote", "source", "source_iri", "page", "start", "end"} == found["mentions"]["items"][0][
        "evidence"
    ].keys()
    assert found["complete"] is True


def test_an_entity_goes_by_a_short_iri_too(client: Client) -> None:
    short = ask(client, "/api/entities", iri="initiative/fodfaeste-for-familier")
    assert short["iri"] == FAMILIES


def test_it_is_shown_as_much_as_is_asked_for(client: Client) -> None:
    found = ask(client, "/api/entities", iri=FAMILIES, links=1, mentions=2, mentions_from=3, meetings=4)
    assert len(found["links"]) == len(found["relations"])
    assert len(found["mentions"]["items"]) == 2
    assert found["mentions"]["next"] == 5
    assert len(found["history"]) == 4


@pytest.mark.parametrize("relation", ["sg:subjectOf", "https://w3id.org/sagsgraf/ns#subjectOf"])
def test_pages_of_links_go_on(client: Client, relation: str) -> None:
    first = ask(client, "/api/entities/links", iri=FAMILIES, relation=relation, limit=5)
    rest = ask(client, "/api/entities/links", iri=FAMILIES, relation=relation, offset=first["next"])
    assert len(first["links"]) + len(rest["links"]) == first["total"]
    assert rest["next"] is None
    incoming = ask(client, "/api/entities/links", iri=FAMILIES, relation=relation, direction="in")
    assert incoming["total"] == 0


def test_pages_of_mentions_go_on(client: Client) -> None:
    first = ask(client, "/api/entities/mentions", iri=FAMILIES, limit=50)
    rest = ask(client, "/api/entities/mentions", iri=FAMILIES, offset=first["next"])
    iris = [each["iri"] for each in (*first["items"], *rest["items"])]
    assert len(iris) == len(set(iris)) == first["total"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/entities", 400),
        ("/api/entities?iri=", 400),
        (f"/api/entities?iri={FAMILIES}&colour=red", 400),
        (f"/api/entities?iri={FAMILIES}&links=501", 400),
        (f"/api/entities?iri={FAMILIES}&mentions_from=-1", 400),
        (f"/api/entities?iri={BASE}initiative/nobody", 404),
        ("/api/entities?iri=%3Cx%3E", 404),
        ("/api/entities?iri=a%22%20%7D", 404),
        ("/api/entities?iri=strange:thing", 404),
        (f"/api/entities/links?iri={FAMILIES}", 400),
        (f"/api/entities/links?iri={FAMILIES}&relation=x:y", 404),
        (f"/api/entities/links?iri={FAMILIES}&relation=sg:place&direction=up", 400),
        (f"/api/entities/mentions?iri={FAMILIES}&limit=0", 400),
        ("/api/initiatives/nobody", 404),
        ("/api/initiatives/fodfaeste-for-familier?x=1", 400),
        ("/api/people/fodfaeste-for-familier", 404),
        ("/api/agenda-items/raadmandsmoede-mta/2023-02-27", 404),
        ("/api/meetings/raadmandsmoede-mta/2023-02-27/3", 404),
        ("/api/documents/6246069ca5827972/99", 404),
        ("/api/documents/nonsense", 404),
        ("/api/amounts/6246069ca5827972", 404),
        ("/api/initiatives/a%20b", 404),
        ("/api/initiatives/..%2Fdataset", 404),
        ("/api/initiatives/a/b/c/d/e/f", 404),
        (f"/api/initiatives/{'x' * 400}", 400),
    ],
)
def test_what_cannot_be_asked_is_refused(client: Client, path: str, status: int) -> None:
    response = client.get(path)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == status


def test_an_answer_is_not_sent_twice(client: Client) -> None:
    first = client.get("/api/entities", params={"iri": FAMILIES})
    tag = first.headers["etag"]
    again = client.get("/api/entities", params={"iri": FAMILIES}, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other = client.get(
        "/api/entities", params={"iri": FAMILIES, "links": "1"}, headers={"If-None-Match": tag}
    )
    assert other.status_code == 200
    assert other.headers["etag"] != tag


def test_no_refusal_carries_a_tag(client: Client) -> None:
    assert "etag" not in client.get("/api/entities?iri=initiative/nobody").headers


def test_the_head_of_an_answer_can_be_had_alone(client: Client) -> None:
    head = client.head("/api/entities", params={"iri": FAMILIES})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == client.get("/api/entities", params={"iri": FAMILIES}).headers["etag"]
    assert client.post("/api/entities").status_code == 405
