"""The pages of lives, of the front and of a search as text: harmless, and usable by everybody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from httpx import Client, Response
from lxml import html

from tests.api.serving import serving
from tests.graph.small_graph import save_small_graph
from tests.graph.traced import BASE, FIXTURE, KITCHEN

SCRIPT = "<script>alert(1)</script>"
BROWSER = {"Accept": "text/html,*/*;q=0.8"}
LIFE = "/initiative/gadens-koekken"
PAGES = [
    *("/", LIFE, f"/trace?name={KITCHEN}", "/trace?name=byhaven", "/trace?name=xyzzy"),
    *(f"/trace?name={SCRIPT}", "/find", "/find?q=koekken", f"/find?q={SCRIPT}", "/find?q=xyzzy"),
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    data = save_small_graph(tmp_path_factory.mktemp("data"), FIXTURE.read_text("utf-8"))
    with (
        serving(data) as address,
        Client(base_url=address, timeout=20, follow_redirects=True, headers=BROWSER) as made,
    ):
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


def test_an_initiative_has_its_page_at_its_own_address(client: Client) -> None:
    response = client.get("/trace", params={"name": "Gadens Køkken"}, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, LIFE)
    assert found(client.get(LIFE), "//h1/text()") == ["Gadens Køkken"]


def test_a_life_is_told_with_its_sentences(client: Client) -> None:
    response = client.get(LIFE)
    assert "Køkkenet åbnede i Nordbyen i april 2023." in found(response, "//blockquote/p/text()")
    (address,) = set(found(response, "//blockquote[contains(., 'april 2023')]//a/@href"))
    assert address == "/source/b2?start=100&end=140"


def test_every_statement_leads_to_its_sentence(client: Client) -> None:
    response = client.get(LIFE)
    told = ("decision", "done", "planned", "figure", "amount", "place", "commitment")
    for topic in told:
        claims = f"//div[contains(@class, 'statements {topic}')]//li"
        assert found(response, claims)
        assert not found(response, f"{claims}[not(.//a[contains(@class, 'opens-sentence')])]")


def test_planned_and_done_differ_in_words_and_shape(client: Client) -> None:
    response = client.get(LIFE)
    headings = found(response, "//div[contains(@class, 'statements')]/h4/text()")
    assert {"Sket", "Planlagt"} <= set(headings)
    assert found(response, "//ol[@class='path']/li[@class='planned']//strong/text()") == ["evalueret"]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", 4),
        ("?year=2023", 2),
        ("?year=1999", 0),
        ("?kind=planned", 1),
        ("?kind=planned&kind=figure", 2),
        ("?year=2023&kind=planned", 0),
        ("?department=organization/msx", 1),
        ("?department=organization/nobody", 0),
        ("?lang=en", 4),
    ],
)
def test_a_life_is_narrowed_by_its_address(client: Client, query: str, shown: int) -> None:
    response = client.get(f"{LIFE}{query}")
    assert response.status_code == 200
    assert len(found(response, "//li[contains(@class, 'entry')]")) == shown


@pytest.mark.parametrize("query", ["?year=19", "?foo=1", "?department=" + "x" * 300, "?page=0"])
def test_what_a_life_cannot_be_narrowed_by_is_refused(client: Client, query: str) -> None:
    assert client.get(f"{LIFE}{query}").status_code == 400


def test_the_filters_keep_what_is_chosen(client: Client) -> None:
    response = client.get(f"{LIFE}?year=2023&kind=figure&lang=en")
    assert found(response, "//option[@selected]/@value") == ["2023"]
    assert found(response, "//input[@name='kind'][@checked]/@value") == ["figure"]
    assert found(response, "//form[@data-life-filters]//input[@name='lang']/@value") == ["en"]


def test_a_page_in_english_says_so_and_leaves_quotes_danish(client: Client) -> None:
    response = client.get(f"{LIFE}?lang=en")
    assert found(response, "/html/@lang") == ["en"]
    assert "Done" in found(response, "//h4/text()")
    assert set(found(response, "//blockquote/@lang")) == {"da"}


@pytest.mark.parametrize(
    ("form", "media_type", "begins"),
    [
        ("csv", "text/csv", "date,"),
        ("json", "application/json", "{"),
        ("md", "text/markdown", "# Gadens Køkken"),
        ("html", "text/html", "<!doctype html>"),
    ],
)
def test_a_life_is_had_as_a_file(client: Client, form: str, media_type: str, begins: str) -> None:
    response = client.get("/trace", params={"name": KITCHEN, "format": form})
    assert response.headers["content-type"].startswith(media_type)
    assert response.headers["content-disposition"] == f'attachment; filename="gadens-koekken.{form}"'
    assert response.text.startswith(begins)


def test_what_too_many_files_tell_of_is_led_to_its_own_page(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"name": f"{BASE}person/pia-holt"}
    assert client.get("/trace", params=asked, follow_redirects=False).status_code == 200
    monkeypatch.setattr("api.routes.life.MOST_SOURCES", 0)
    response = client.get("/trace", params=asked, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, "/person/pia-holt")
    assert client.get("/trace", params={**asked, "format": "csv"}).status_code == 400
    assert client.get("/trace", params={"name": KITCHEN}).status_code == 200


def test_what_can_be_downloaded_is_there(client: Client) -> None:
    addresses = found(client.get(LIFE), "//ul[@class='downloads']//a/@href")
    assert len(addresses) == 5
    assert all(client.get(address).status_code == 200 for address in addresses)


def test_the_nearest_names_lead_to_their_lives(client: Client) -> None:
    response = client.get("/trace", params={"name": "Gade Kokken"})
    (first, *_) = found(response, "//main//a/@href")
    assert found(client.get(first), "//h1/text()") == ["Gadens Køkken"]


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
    for landmark in ("//main[@id='indhold']", "//body/header", "//nav[@aria-label]", "//h1"):
        assert len(found(response, landmark)) == 1
    assert found(response, "//a[@class='skip']/@href") == ["#indhold"]
    named = "//*[self::input or self::select or self::textarea][@id]/@id"
    assert set(found(response, named)) == set(found(response, "//label/@for"))


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
