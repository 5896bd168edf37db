"""Sentences in their surroundings and whole pages, over a real connection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from httpx import Client

from tests.api.serving import SETTINGS, serving
from tests.conftest import SAMPLE_BASE_IRI as BASE
from tests.conftest import build_graph
from tests.graph.small_graph import save_small_graph

TEXT = (
    "Rådmandsmøde den 6. maj 2024\n\nPunkt 1: Status på ”Bådlauget”\n\n"
    "Projektet ”Bådlauget” fortsætter i Fjordby i 2024. Spørg Pia Holt, tlf. 55 12 34 56, eller skriv til "
    "piho@fjordby.example. Borgeren har CPR 010180-1234. Rådmanden tog orienteringen til efterretning.\n"
)


@pytest.fixture(scope="module")
def client(sample_data: Path) -> Iterator[Client]:
    with serving(sample_data) as address, Client(base_url=address, timeout=20) as made:
        yield made


@pytest.fixture(scope="module")
def private(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("private")
    (folder / "maj.txt").write_text(TEXT, "utf-8")
    return build_graph((folder / "maj.txt",), folder / "data")


def evidence(client: Client) -> list[dict[str, Any]]:
    found = client.get("/api/initiatives/fodfaeste-for-familier?mentions=60").json()
    return [each["evidence"] for each in found["mentions"]["items"]]


def test_every_sentence_is_found_where_it_says_it_is(client: Client) -> None:
    said = evidence(client)
    assert len(said) == 60
    for each in said:
        path = f"/api/sources/{each['source_iri'].rpartition('/')[2]}/passages"
        found = client.get(path, params={"start": each["start"], "end": each["end"], "around": 50}).json()
        assert (found["quote"], found["page"]) == (each["quote"], each["page"])
        assert found["source"]["file_name"] == each["source"]
        page = client.get(f"{path.removesuffix('/passages')}/pages/{each['page']}").json()
        start = each["start"] - page["text_start"]
        assert page["text"][start : start + 20] == each["quote"][:20]


def test_a_source_says_what_it_is(client: Client) -> None:
    iri = evidence(client)[0]["source_iri"]
    found = client.get(f"/api/sources/{iri.rpartition('/')[2]}").json()
    assert (found["iri"], found["status"], found["reason"]) == (iri, "ok", None)
    assert found["sha256"].startswith(iri.rpartition("/")[2])
    assert found["pages"] >= 1


def test_every_page_leads_to_the_next(client: Client) -> None:
    identity = evidence(client)[0]["source_iri"].rpartition("/")[2]
    pages = [client.get(f"/api/sources/{identity}/pages/1").json()]
    while following := pages[-1]["next"]:
        pages.append(client.get(f"/api/sources/{identity}/pages/{following}").json())
    assert [page["page"] for page in pages] == list(range(1, pages[0]["pages"] + 1))
    assert [page["previous"] for page in pages] == [None, *range(1, pages[0]["pages"])]


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("{id}/passages", 400, "parameters"),
        ("{id}/passages?start=0", 400, "parameters"),
        ("{id}/passages?start=-1&end=4", 400, "parameters"),
        ("{id}/passages?start=0&end=4&around=5001", 400, "parameters"),
        ("{id}/passages?start=0&end=4&colour=red", 400, "parameters"),
        ("{id}/passages?start=4&end=4", 404, "no_text"),
        ("{id}/passages?start=0&end=99999999", 404, "no_text"),
        ("{id}/passages?start=99999999999999999999&end=999999999999999999999", 404, "no_text"),
        ("{id}/pages/999", 404, "no_text"),
        ("{id}/pages/0", 400, "parameters"),
        ("{id}/pages/x", 400, "parameters"),
        ("{id}?x=1", 400, "parameters"),
        ("0123456789abcdef", 404, "unknown"),
        ("0123456789abcdef/passages?start=0&end=4", 404, "unknown"),
        ("0123456789abcdef/pages/1", 404, "unknown"),
        ("ABCDEF", 400, "parameters"),
        ("..%2F..%2Fcurrent", 404, None),
    ],
)
def test_what_is_not_there_is_refused(client: Client, path: str, status: int, code: str | None) -> None:
    identity = evidence(client)[0]["source_iri"].rpartition("/")[2]
    response = client.get(f"/api/sources/{path.replace('{id}', identity)}")
    assert response.status_code == status, response.text
    assert code is None or response.json()["code"] == code


@pytest.mark.parametrize(("shown", "contact"), [(True, "55 12 34 56"), (False, "·· ·· ·· ··")])
def test_what_is_private_is_left_out(private: Path, shown: bool, contact: str) -> None:
    with serving(private, replace(SETTINGS, show_contacts=shown)) as address:
        identity = httpx.get(f"{address}/api/sources").json()["items"][0]["iri"].rpartition("/")[2]
        path = f"{address}/api/sources/{identity}"
        start = TEXT.index("tlf.")
        query = {"start": start, "end": start + 16, "around": 400}
        found = httpx.get(f"{path}/passages", params=query).json()
        page = httpx.get(f"{path}/pages/1").json()
    assert found["quote"] == f"tlf. {contact}"
    assert ("piho@" in page["text"]) is shown
    for text in (page["text"], found["after"]):
        assert "████" in text
        assert "1234." not in text


def test_a_lost_text_is_told(own_sample_data: Path) -> None:
    with serving(own_sample_data) as address:
        identity = httpx.get(f"{address}/api/sources").json()["items"][0]["iri"].rpartition("/")[2]
        for kept in (own_sample_data / "extracts").rglob("*.msgpack"):
            kept.unlink()
        response = httpx.get(f"{address}/api/sources/{identity}/pages/1")
    assert (response.status_code, response.json()["code"]) == (404, "no_text")
    assert "is not kept here" in response.json()["detail"]


def test_a_file_that_could_not_be_read_says_why(tmp_path: Path) -> None:
    trig = "<{0}> {{ <{0}> a <https://w3id.org/sagsgraf/ns#Source> ; {1} . }}".format(
        "http://localhost:8000/source/unread-0123456789abcdef",
        '<https://w3id.org/sagsgraf/ns#fileName> "laast.pdf" ;'
        ' <https://w3id.org/sagsgraf/ns#status> "encrypted" ;'
        ' <https://w3id.org/sagsgraf/ns#reason> "it needs a password"',
    )
    with serving(save_small_graph(tmp_path, trig)) as address:
        path = f"{address}/api/sources/unread-0123456789abcdef"
        source = httpx.get(path).json()
        refused = httpx.get(f"{path}/pages/1").json()
    assert (source["status"], source["reason"]) == ("encrypted", "it needs a password")
    assert "it needs a password" in refused["detail"]


def test_sources_of_samples_are_listed(client: Client) -> None:
    found = client.get("/api/sources?sort=label").json()
    assert found["total"] == 8
    assert all(each["iri"].startswith(f"{BASE}source/") for each in found["items"])
