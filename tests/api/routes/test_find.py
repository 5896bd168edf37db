"""A search as a page: by name and in sentences, narrowed, paged, and what may have been meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx import Client, Response
from lxml import html

from tests.api.serving import SETTINGS, serving


@pytest.fixture(scope="module")
def client(sample_data: Path) -> Iterator[Client]:
    with serving(sample_data, SETTINGS) as address, Client(base_url=address, timeout=30) as made:
        yield made


def found(response: Response, path: str) -> list[str]:
    result = html.document_fromstring(response.text).xpath(path)
    assert isinstance(result, list)
    return [str(each) for each in result]


def hits(response: Response) -> list[str]:
    headings = html.document_fromstring(response.text).iterfind(".//ol[@class='hits']/li/h2")
    return [" ".join("".join(str(text) for text in each.itertext(None)).split()) for each in headings]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Havneløftet", "Havneløftet"),
        ("havneloeftet", "Havneløftet"),
        ("hvneløftet", "Havneløftet"),
        ("MTA", "Magistratsafdelingen for Trivsel og Arbejde"),
        ("fodf", "Fodfæste for Familier"),
    ],
)
def test_names_are_found_as_they_are_written(client: Client, query: str, first: str) -> None:
    assert hits(client.get("/find", params={"q": query}))[0] == first


def test_a_sentence_is_found_marked_and_leads_to_its_source(client: Client) -> None:
    response = client.get("/find", params={"q": "lejemålet"})
    assert "lejemålet" in [mark.casefold() for mark in found(response, "//blockquote//mark/text()")]
    assert all(address.startswith("/source/") for address in found(response, "//cite/a/@href"))


def test_what_may_have_been_meant_is_said(client: Client) -> None:
    response = client.get("/find", params={"q": "fodfste"})
    assert "Fodfæste for Familier" in found(response, "//p[contains(@class, 'meant')]/a/text()")
    assert not found(client.get("/find", params={"q": "fodfæste"}), "//p[contains(@class, 'meant')]")


def test_a_facet_narrows_and_gives_way(client: Client) -> None:
    response = client.get("/find", params={"q": "fodfæste", "type": "Document"})
    kinds = set(found(response, "//li[contains(@class, 'hit')]/p[@class='eyebrow']/text()[1]"))
    assert kinds
    assert all(each.startswith("Dokument") for each in kinds)
    (back,) = found(response, "//aside//a[@aria-current]/@href")
    assert back == "/find?q=fodf%C3%A6ste"


@pytest.mark.parametrize(
    "narrowed", [{"year": "1999"}, {"type": "Nonsense"}, {"department": "Nobody"}, {"page": "300"}]
)
def test_a_search_that_leaves_nothing_says_so(client: Client, narrowed: dict[str, str]) -> None:
    response = client.get("/find", params={"q": "fodfæste", **narrowed})
    assert response.status_code == 200
    assert found(response, "//li[@class='none']/text()") == ["Intet passer. Prøv færre eller andre ord."]


def test_pages_follow_each_other(client: Client) -> None:
    first = client.get("/find", params={"q": "fodfæste"})
    (following,) = found(first, "//nav[@class='pager']/a[@rel='next']/@href")
    second = client.get(following)
    assert found(second, "//ol[@class='hits']/@start") == ["21"]
    assert found(second, "//a[@rel='prev']/@href") == ["/find?q=fodf%C3%A6ste&page=1"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"q": "???"}, 400),
        ({"q": "010190-1234"}, 400),
        ({"q": "x" * 300}, 400),
        ({"q": "havn", "foo": "1"}, 400),
        ({"q": "havn", "year": "20"}, 400),
        ({"cursor": "no cursor"}, 400),
    ],
)
def test_what_cannot_be_looked_for_is_refused(client: Client, query: dict[str, str], status: int) -> None:
    assert client.get("/find", params=query).status_code == status


@pytest.mark.parametrize(
    "query", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}"]
)
def test_hostile_words_are_shown_as_they_are(client: Client, query: str) -> None:
    response = client.get("/find", params={"q": query})
    assert found(response, "//h1/span/text()") == [query]
    assert not found(response, "//script[not(@src)] | //img")


def test_without_words_all_initiatives_are_listed(client: Client) -> None:
    response = client.get("/find")
    assert len(found(response, "//ul[@class='names']/li")) == 12
    assert "Havneløftet" in found(response, "//ul[@class='names']/li/a/text()")
