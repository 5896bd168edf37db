"""The plain pages: what is asked for, or what it may have meant; harmless and usable by everybody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from httpx import Client, Response
from lxml import html

from tests.api.serving import serving
from tests.graph.small_graph import save_small_graph
from tests.graph.traced import BASE, FIXTURE, KITCHEN

SCRIPT = "<script>alert(1)</script>"
PAGES = ["/", f"/trace?name={KITCHEN}", "/trace?name=byhaven", "/trace?name=xyzzy", f"/trace?name={SCRIPT}"]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    data = save_small_graph(tmp_path_factory.mktemp("data"), FIXTURE.read_text("utf-8"))
    with serving(data) as address, Client(base_url=address, timeout=20) as made:
        yield made


def found(response: Response, path: str) -> list[str]:
    result = html.document_fromstring(response.text).xpath(path)
    assert isinstance(result, list)
    return [str(each) for each in result]


@pytest.mark.parametrize(
    ("name", "status", "heading"),
    [
        ("gadens koekken", 200, "Gadens Køkken"),
        (KITCHEN, 200, "Gadens Køkken"),
        (SCRIPT, 200, SCRIPT),
        ("Byhaven", 300, "Flere hedder »Byhaven«"),
        ("Gade Kokken", 404, "Intet hedder »Gade Kokken«"),
        ("<b>", 404, "Intet hedder »<b>«"),
        (f"{BASE}initiative/nobody", 404, f"Intet hedder »{BASE}initiative/nobody«"),
    ],
)
def test_a_name_is_answered(client: Client, name: str, status: int, heading: str) -> None:
    response = client.get("/trace", params={"name": name})
    assert response.status_code == status
    assert found(response, "//h1/text()") == [heading]


def test_a_life_is_told_with_its_sentences(client: Client) -> None:
    response = client.get("/trace", params={"name": "Gadens Køkken"})
    assert "Køkkenet åbnede i Nordbyen i april 2023." in found(response, "//blockquote/p/text()")
    assert "2023-05-08.pdf, s. 2" in found(response, "//cite/text()")


def test_the_nearest_names_lead_to_their_lives(client: Client) -> None:
    response = client.get("/trace", params={"name": "Gade Kokken"})
    (first, *_) = found(response, "//main//a/@href")
    assert found(client.get(first), "//h1/text()") == ["Gadens Køkken"]


def test_the_start_page_lists_initiatives_that_lead_to_their_lives(client: Client) -> None:
    response = client.get("/")
    assert found(response, "//tbody//a/text()") == ["Gadens Køkken"]
    (link,) = found(response, "//tbody//a/@href")
    assert client.get(link).status_code == 200


@pytest.mark.parametrize("query", ["", "?name=", f"?name={'x' * 500}"])
def test_no_name_or_far_too_long_a_one_is_refused(client: Client, query: str) -> None:
    assert client.get(f"/trace{query}").status_code == 400


@pytest.mark.parametrize("page", PAGES)
def test_no_page_runs_or_fetches_anything_foreign(client: Client, page: str) -> None:
    response = client.get(page)
    assert not found(response, "//script[not(@src)] | //style | //iframe | //@style | //@onclick")
    fetched = found(response, "//script/@src | //link[@rel='stylesheet']/@href")
    assert fetched
    assert all(address.startswith("/static/") for address in fetched)
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_its_landmarks_language_and_labels(client: Client, page: str) -> None:
    response = client.get(page)
    assert found(response, "/html/@lang") == ["da"]
    for landmark in ("//main[@id='indhold']", "//header", "//nav[@aria-label]", "//h1"):
        assert len(found(response, landmark)) == 1
    assert found(response, "//a[@class='skip']/@href") == ["#indhold"]
    assert set(found(response, "//input/@id")) == set(found(response, "//label/@for"))


def test_the_style_sheet_is_served_and_kept(client: Client) -> None:
    (address,) = found(client.get("/"), "//link[@rel='stylesheet']/@href")
    response = client.get(address)
    assert response.headers["content-type"].startswith("text/css")
    assert "focus-visible" in response.text
    assert "immutable" in response.headers["cache-control"]


@pytest.mark.parametrize(
    "address", ["/static/", "/static/none.js", "/static/../app.py", "/static/%2e%2e/app.py"]
)
def test_nothing_else_is_served_as_a_file(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
