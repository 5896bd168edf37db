"""The SPARQL page: an editor that knows the vocabulary, the bundled questions, and answers that lead on."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser import Site, violations

PREFIX = "PREFIX sg: <https://w3id.org/sagsgraf/ns#>\n"
PLACES = f"{PREFIX}CONSTRUCT {{ ?a sg:place ?b }} {{ ?a a sg:Initiative ; sg:place ?b }}"
HOSTILE = "<img src=x onerror=alert(1)>"


def with_query(query: str, language: str = "da") -> str:
    """Return the address of the page with a query that runs at once."""
    return f"/sparql{'?lang=en' if language == 'en' else ''}#query={quote(query)}"


def write(page: Page, query: str) -> None:
    """Type a query in the place of the one that stands in the editor."""
    page.get_by_role("textbox", name="Forespørgsel").focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(query)


def headings(page: Page) -> list[str]:
    """Return the heads of the answer's table."""
    expect(page.locator("#answer table")).to_be_visible()
    return page.locator("#answer th").all_inner_texts()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_page_with_an_answer_breaks_no_rule(site: Site, scheme: Any, language: str) -> None:
    with site.page(with_query(PLACES, language), color_scheme=scheme) as page:
        expect(page.locator("#answer table")).to_be_visible()
        assert violations(page) == []


def test_nothing_is_fetched_from_elsewhere(site: Site) -> None:
    asked: list[str] = []
    with site.page("about:blank") as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(with_query(PLACES))
        expect(page.locator("#answer table")).to_be_visible()
    assert len(asked) > 3
    assert [url for url in asked if not url.startswith((site.address, "data:"))] == []


def test_the_editor_is_loaded_by_no_other_page(site: Site) -> None:
    with site.page("/") as page:
        assert page.locator("script[src*='sparql']").count() == 0


def test_it_is_no_wider_than_a_narrow_screen(site: Site) -> None:
    with site.page(with_query(PLACES), viewport={"width": 320, "height": 640}) as page:
        expect(page.locator("#answer table")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_bundled_question_is_asked_by_mouse(site: Site) -> None:
    with site.page("/sparql") as page:
        page.get_by_role("link", name="Hvilke møder er der, og hvor mange punkter havde hvert?").click()
        assert headings(page) == ["date", "body", "items", "meeting"]


def test_a_question_with_a_name_is_asked_by_keyboard(site: Site) -> None:
    with site.page("/sparql?lang=en") as page:
        page.get_by_label("Name").last.focus()
        page.keyboard.type("Fodfæste for Familier")
        page.keyboard.press("Enter")
        assert headings(page)[0] == "when"
        assert page.locator("#answer tbody tr").count() > 2


def test_a_name_that_is_hostile_stays_a_text(site: Site) -> None:
    with site.page("/sparql") as page:
        page.get_by_label("Navn").last.fill(f'"{HOSTILE}" }} #')
        page.get_by_role("button", name="Vælg").last.click()
        expect(page.get_by_text("Svaret er klar.")).to_be_visible()
        assert page.locator("#answer tbody tr").count() == 0


def test_a_hostile_literal_is_shown_as_text(site: Site) -> None:
    with site.page(with_query(f"SELECT ?x {{ BIND('{HOSTILE}' AS ?x) }}")) as page:
        expect(page.get_by_role("cell", name=HOSTILE)).to_be_visible()
        assert page.locator("#answer img").count() == 0


def test_a_hostile_iri_is_no_link(site: Site) -> None:
    with site.page(with_query("SELECT ?x { BIND(<javascript:alert(1)> AS ?x) }")) as page:
        expect(page.get_by_role("cell", name="javascript:alert(1)")).to_be_visible()
        assert page.locator("#answer td a").count() == 0


def test_an_iri_of_the_graph_leads_to_its_page_here(site: Site) -> None:
    with site.page(with_query(f"{PREFIX}SELECT ?x {{ ?x a sg:Initiative }}", "en")) as page:
        link = page.locator("#answer td a").first
        expect(link).to_have_attribute("href", "/" + link.inner_text() + "?lang=en")


@pytest.mark.parametrize("key", ["Control+Enter", "Tab"])
def test_the_keyboard_asks_and_leaves_the_editor(site: Site, key: str) -> None:
    with site.page("/sparql") as page:
        write(page, "ASK { ?s ?p ?o }")
        page.keyboard.press(key)
        if key == "Tab":
            expect(page.get_by_role("button", name="Spørg")).to_be_focused()
            page.keyboard.press("Enter")
        expect(page.locator("#answer .verdict")).to_have_text("Ja")


def test_a_mistake_is_told_with_its_line(site: Site) -> None:
    with site.page("/sparql") as page:
        write(page, "SELECT * {\n ?s ?p ?o\n} LIMT 3")
        page.keyboard.press("Control+Enter")
        expect(page.locator(".told.wrong")).to_contain_text("3")
        expect(page.locator(".editor .wrong")).to_have_count(1)
    site.errors[:] = [error for error in site.errors if "400 (Bad Request)" not in error]


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        (PREFIX + "SELECT * { ?s sg:respo", "sg:responsible – ansvarlig"),
        (PREFIX + "SELECT * { ?s a sg:Initiativ", "sg:Initiative – initiativ"),
        ("PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT * { ?s skos:pref", "skos:prefLabel"),
    ],
)
def test_terms_of_the_vocabulary_are_suggested(site: Site, typed: str, suggested: str) -> None:
    with site.page("/sparql") as page:
        write(page, typed[:-1])
        page.keyboard.type(typed[-1])
        page.keyboard.press("Control+Space")
        expect(page.locator(".CodeMirror-hint").first).to_have_text(suggested)
        assert violations(page) == []


def test_a_prefix_is_declared_when_it_is_used(site: Site) -> None:
    with site.page("/sparql") as page:
        write(page, "SELECT * {\n ?s ")
        page.keyboard.type("sg:p")
        expect(page.locator(".CodeMirror-code")).to_contain_text(PREFIX.strip())


def test_a_column_is_sorted_by_its_head(site: Site) -> None:
    with site.page(with_query("SELECT ?n { VALUES ?n { 10 9 100 } }")) as page:
        head = page.get_by_role("button", name="n", exact=True)
        head.focus()
        page.keyboard.press("Enter")
        assert page.locator("#answer td").all_inner_texts() == ["9", "10", "100"]
        head.click()
        assert page.locator("#answer td").all_inner_texts() == ["100", "10", "9"]
        expect(page.locator("#answer th")).to_have_attribute("aria-sort", "descending")


def test_a_long_answer_is_shown_in_parts(site: Site) -> None:
    with site.page(with_query("SELECT ?s { ?s ?p ?o } LIMIT 450")) as page:
        page.get_by_role("button", name="Vis 200 rækker mere").click()
        page.get_by_role("button", name="Vis 50 rækker mere").click()
        assert page.locator("#answer tbody tr").count() == 450


def test_an_answer_is_downloaded(site: Site) -> None:
    with site.page(with_query("SELECT ?n { VALUES ?n { 10 9 } }")) as page:
        with page.expect_download() as saved:
            page.get_by_role("button", name="Hent CSV").click()
        assert saved.value.path().read_text().split() == ["n", "10", "9"]


def test_a_construct_can_be_opened_in_the_graph(site: Site) -> None:
    with site.page(with_query(PLACES)) as page:
        link = page.get_by_role("link", name="Åbn i grafen")
        expect(link).to_have_attribute(
            "href", "/graf?construct=" + quote(PLACES, safe="*-._").replace("%20", "+")
        )


def test_without_scripts_it_is_a_form(site: Site) -> None:
    with site.page("/sparql", java_script_enabled=False) as page:
        page.get_by_role("textbox", name="Forespørgsel").fill("ASK { ?s ?p ?o }")
        with page.expect_download() as answered:
            page.get_by_role("button", name="Spørg").click()
        assert "true" in answered.value.path().read_text()
