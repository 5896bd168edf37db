"""The page of an initiative's life: filters, sentences, tools; by mouse, by keyboard, without scripts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser import Site, violations

LIFE = "/initiative/fodfaeste-for-familier"
ENTRIES = 15


def entries(page: Page) -> Any:
    return page.locator(".timeline > li")


def test_the_life_is_told_meeting_by_meeting(site: Site) -> None:
    with site.page(LIFE) as page:
        expect(entries(page)).to_have_count(ENTRIES)
        expect(page.locator(".timeline .year")).to_have_text(["2022", "2023", "2024", "2025"])
        expect(page.locator(".changed").first).to_contain_text("Ændret siden sidst")


def test_a_filter_answers_at_once_and_stands_in_the_address(site: Site) -> None:
    with site.page(LIFE) as page:
        page.get_by_label("År").select_option("2025")
        expect(page).to_have_url(re.compile(r"\?year=2025$"))
        expect(page.locator(".timeline .year")).to_have_text(["2025"])
        page.locator("input[value=figure]").check()
        expect(page).to_have_url(re.compile(r"\?year=2025&kind=figure$"))
        expect(page.locator(".statements.decision")).to_have_count(0)
        page.reload()
        expect(page.locator("input[value=figure]")).to_be_checked()
        page.go_back()
        expect(page.locator("input[value=figure]")).not_to_be_checked()


def test_filters_work_by_keyboard_and_keep_the_focus(site: Site) -> None:
    with site.page(f"{LIFE}?lang=en") as page:
        box = page.get_by_role("checkbox", name="Planned")
        box.focus()
        page.keyboard.press("Space")
        expect(page).to_have_url(re.compile(r"kind=planned"))
        expect(page).to_have_url(re.compile(r"lang=en"))
        expect(page.get_by_role("checkbox", name="Planned")).to_be_focused()
        expect(page.locator("#shown")).to_contain_text(f"of {ENTRIES} places")
        page.get_by_role("link", name="Show all").press("Enter")
        expect(entries(page)).to_have_count(ENTRIES)


def test_a_department_narrows(site: Site) -> None:
    with site.page(LIFE) as page:
        page.locator("#f-department").select_option(index=1)
        expect(page).to_have_url(re.compile(r"department=organization"))
        assert 0 < entries(page).count() < ENTRIES


def test_without_scripts_the_filters_are_a_form(site: Site) -> None:
    with site.page(LIFE, java_script_enabled=False) as page:
        page.get_by_label("År").select_option("2022")
        page.get_by_role("button", name="Vis", exact=True).click()
        expect(page).to_have_url(re.compile(r"year=2022"))
        expect(entries(page)).to_have_count(1)
        page.locator(".opens-sentence").first.click()
        expect(page.locator("mark#sted")).to_contain_text("Godkendt")


def test_a_chart_has_a_table_that_leads_to_the_meetings(site: Site) -> None:
    with site.page(LIFE) as page:
        chart = page.locator("figure.chart").first
        expect(chart.get_by_role("img")).to_be_visible()
        chart.get_by_text("Tabel").click()
        expect(chart.get_by_role("row")).to_have_count(1 + chart.locator("circle").count())
        chart.get_by_role("link").last.click()
        expect(page).to_have_url(re.compile(r"#m\d+$"))


def test_the_life_is_cited_and_shared(site: Site) -> None:
    with site.page(f"{LIFE}?year=2025", permissions=["clipboard-read", "clipboard-write"]) as page:
        page.get_by_text("Citér").click()
        page.locator("[data-copy=cite]").click()
        expect(page.locator("[data-copy=cite] + [role=status]")).to_have_text("Kopieret")
        cited = page.evaluate("navigator.clipboard.readText()")
        assert "Fodfæste for Familier" in cited
        assert "2022-11-21-raadmandsmoede.txt" in cited
        page.keyboard.press("Escape")
        expect(page.locator("#cite")).to_be_hidden()
        page.get_by_text("Del", exact=True).press("Enter")
        expect(page.get_by_label("Adressen på det, der vises nu")).to_have_value(
            f"{site.address}{LIFE}?year=2025"
        )


@pytest.mark.parametrize("name", ["CSV", "JSON", "Markdown", "HTML", "Turtle"])
def test_the_life_is_downloaded(site: Site, name: str) -> None:
    with site.page(LIFE) as page:
        page.get_by_text("Hent", exact=True).click()
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).click()
        assert "fodfaeste-for-familier" in download.value.suggested_filename


def test_print_asks_the_browser(site: Site) -> None:
    with site.page(LIFE) as page:
        page.evaluate("window.print = () => { document.title = 'printed'; }")
        page.get_by_role("button", name="Udskriv").click()
        assert page.title() == "printed"


def test_paper_has_the_story_and_no_controls(site: Site) -> None:
    with site.page(LIFE) as page:
        page.emulate_media(media="print")
        expect(page.get_by_role("heading", name="Forslag om Fodfæste for Familier")).to_be_visible()
        for control in (".tools", ".life-filters", "nav", "header.site .search"):
            expect(page.locator(control).first).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "scheme", "width"),
    [
        (f"{LIFE}?year=2024", "light", 1440),
        (f"{LIFE}?lang=en&year=2025", "dark", 390),
        ("/trace?name=Birgit Thorhauge", "dark", 1440),
        ("/find?q=fodfæste", "light", 1440),
        ("/find?q=fodfste&lang=en", "dark", 390),
        ("/find", "light", 390),
    ],
)
def test_no_page_breaks_a_rule_of_accessibility(site: Site, path: str, scheme: Any, width: int) -> None:
    with site.page(path, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
        assert violations(page) == []


@pytest.mark.parametrize("path", [LIFE, "/find?q=fodfæste", "/find", "/trace?name=MTA"])
def test_no_page_is_wider_than_a_narrow_screen(site: Site, path: str) -> None:
    with site.page(path, viewport={"width": 320, "height": 640}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["/", LIFE])
def test_the_first_view_is_small(site: Site, path: str) -> None:
    sizes: list[int] = []
    with site.page("about:blank") as page:
        page.on("requestfinished", lambda done: sizes.append(done.sizes()["responseBodySize"]))
        page.goto(f"{site.address}{path}", wait_until="networkidle")
    assert 0 < sum(sizes) < 200_000
