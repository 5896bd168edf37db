"""A sentence opens where it stands: in a panel, on the page of its file; and nothing in a text is obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.api.serving import SETTINGS, serving
from tests.conftest import build_graph
from tests.web.browser import Site, violations

LIFE = "/initiative/fodfaeste-for-familier"
SENTENCE = "Indsatsen foreslås placeret"
SCRIPT = "<script>alert(1)</script>"


def test_a_sentence_opens_beside_the_page_and_gives_the_focus_back(site: Site) -> None:
    with site.page(LIFE) as page:
        link = page.locator("blockquote", has_text=SENTENCE).first.locator("a")
        link.click()
        panel = page.get_by_role("dialog")
        expect(panel.locator("mark")).to_contain_text(SENTENCE)
        expect(panel.locator("mark")).to_be_in_viewport()
        expect(panel.get_by_role("heading")).to_contain_text("2022-11-21-raadmandsmoede.txt, side 3")
        panel.get_by_role("button", name="Luk").click()
        expect(panel).to_have_count(0)
        expect(link).to_be_focused()


def test_a_sentence_opens_and_closes_by_keyboard(site: Site) -> None:
    with site.page(f"{LIFE}?lang=en") as page:
        link = page.locator("a.opens-sentence").first
        link.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog", name="The sentence")).to_be_visible()
        expect(page.get_by_role("dialog").locator("mark")).not_to_be_empty()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(link).to_be_focused()


def test_the_panel_breaks_no_rule(site: Site) -> None:
    with site.page(LIFE, color_scheme="dark", viewport={"width": 390, "height": 800}) as page:
        page.locator("a.opens-sentence").first.click()
        expect(page.get_by_role("dialog").locator("mark")).not_to_be_empty()
        assert violations(page) == []


def test_a_sentence_is_copied_with_its_source(site: Site) -> None:
    with site.page(LIFE, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.locator("blockquote", has_text=SENTENCE).first.locator("a").click()
        page.get_by_role("button", name="Kopiér som citat").click()
        expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("Kopieret")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert re.match(rf"»{SENTENCE}.*« \(2022-11-21-raadmandsmoede\.txt, side 3\) http", copied)


def test_the_panel_leads_to_the_page_of_the_file(site: Site) -> None:
    with site.page(LIFE) as page:
        page.locator("blockquote", has_text=SENTENCE).first.locator("a").click()
        page.get_by_role("link", name="Se hele siden i kilden").click()
        expect(page.locator("mark#sted")).to_contain_text(SENTENCE)
        expect(page.get_by_role("heading", level=1)).to_have_text("2022-11-21-raadmandsmoede.txt")
        assert violations(page) == []
        page.get_by_role("link", name="Næste side").first.click()
        expect(page.locator(".soft").first).to_contain_text("Side 4 af")


@pytest.mark.parametrize("query", ["?start=5&end=2", "?start=99999999&end=100000000", "?page=4000"])
def test_a_place_that_is_not_there_is_told(site: Site, query: str) -> None:
    with site.page(LIFE) as page:
        address = str(page.locator("a.opens-sentence").first.get_attribute("href")).partition("?")[0]
        response = page.request.get(f"{address}{query}", headers={"Accept": "text/html"})
        assert response.status == 404
        assert "Teksten kan ikke vises." in response.text()


@pytest.fixture(scope="module")
def hostile(browsed: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve a package whose titles and sentences are scripts."""
    folder = tmp_path_factory.mktemp("hostile")
    Path(folder / "pakke.txt").write_text(
        f"Rådmandsmøde\n13-05-2024 09:00\n\nPunkt 1: Projekt ”{SCRIPT}” (10 min)\n\n"
        f"Beslutning for Punkt 1: Projekt ”{SCRIPT}”\nGodkendt. {SCRIPT}\n\n"
        f"Notat\n\n{SCRIPT}\n\nProjekt ”Havnens Køkken” {SCRIPT} startede i marts 2024 med 20 familier.\n",
        "utf-8",
    )
    data = build_graph((folder,), tmp_path_factory.mktemp("hostile-graph"))
    with serving(data, replace(SETTINGS, service_timeout_s=20.0)) as address:
        yield Site(address, browsed.browser)


@pytest.mark.parametrize("path", ["/", "/find", "/find?q=script alert", "/find?q=havnens", "/loefter"])
def test_a_script_in_a_text_is_text(hostile: Site, path: str) -> None:
    hostile.errors.clear()
    with hostile.page(path) as page:
        page.on("dialog", lambda dialog: hostile.errors.append(dialog.message))
        for link in page.locator("main a.opens-sentence").all()[:3]:
            link.click()
            expect(page.get_by_role("dialog").locator("mark")).not_to_be_empty()
            page.keyboard.press("Escape")
        for address in {
            a.get_attribute("href") for a in page.locator("main a[href^='/']:not([href^='/api'])").all()
        }:
            answer = page.goto(str(address))
            assert answer is not None
            assert answer.ok, address
            assert page.locator("main script").count() == 0
    assert hostile.errors == []
