"""The front page and the search field: by mouse and by keyboard, in both languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.web.browser import Site, violations

INITIATIVE = "/initiative/fodfaeste-for-familier"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("havnel", "Havneløftet"),
        ("hvneløftet", "Havneløftet"),
        ("mta", "Magistratsafdelingen for Trivsel og Arbejde"),
    ],
)
def test_names_misprints_and_acronyms_are_suggested(site: Site, typed: str, expected: str) -> None:
    with site.page("/") as page:
        page.get_by_role("combobox", name="Søg").press_sequentially(typed)
        expect(page.get_by_role("option").first).to_contain_text(expected)


def test_a_sentence_is_suggested_and_opens_in_its_source(site: Site) -> None:
    with site.page("/") as page:
        page.get_by_role("combobox", name="Søg").press_sequentially("lejemålet er")
        expect(page.get_by_role("option").first).to_contain_text("lejemålet")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        expect(page.locator("mark#sted")).to_contain_text("lejemålet")


def test_a_suggestion_is_chosen_by_keyboard(site: Site) -> None:
    with site.page("/") as page:
        field = page.get_by_role("combobox", name="Søg")
        field.press_sequentially("fodfæ")
        expect(field).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        first = page.get_by_role("option").first
        expect(first).to_have_attribute("aria-selected", "true")
        expect(field).to_have_attribute("aria-activedescendant", str(first.get_attribute("id")))
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{site.address}{INITIATIVE}")


def test_a_suggestion_is_chosen_by_mouse_and_keeps_the_language(site: Site) -> None:
    with site.page("/?lang=en") as page:
        page.get_by_role("combobox", name="Search").press_sequentially("fodfæ")
        page.get_by_role("option").first.click()
        expect(page).to_have_url(f"{site.address}{INITIATIVE}?lang=en")


def test_escape_closes_the_suggestions_and_enter_then_searches(site: Site) -> None:
    with site.page("/") as page:
        field = page.get_by_role("combobox", name="Søg")
        field.press_sequentially("havnen")
        expect(page.get_by_role("listbox")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("listbox")).to_be_hidden()
        expect(field).to_have_value("havnen")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r"/find\?q=havnen$"))


def test_the_number_of_suggestions_is_announced(site: Site) -> None:
    with site.page("/") as page:
        field = page.get_by_role("combobox", name="Søg")
        field.press_sequentially("havneløftet i")
        expect(page.locator("form.search [role=status]")).to_have_text(re.compile(r"^\d forslag$"))
        field.fill("qqqqzzzz")
        expect(page.locator("form.search [role=status]")).to_have_text("Ingen forslag")
        expect(page.get_by_role("listbox")).to_be_hidden()


def test_open_suggestions_break_no_rule_and_fit_a_narrow_screen(site: Site) -> None:
    with site.page("/", viewport={"width": 320, "height": 640}, color_scheme="dark") as page:
        page.get_by_role("combobox", name="Søg").press_sequentially("fodfæ")
        expect(page.get_by_role("listbox")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert violations(page) == []


def test_hostile_words_are_searched_for_and_nothing_more(site: Site) -> None:
    with site.page("/") as page:
        page.on("dialog", lambda dialog: site.errors.append(dialog.message))
        page.get_by_role("combobox", name="Søg").press_sequentially("<script>alert(1)</script>")
        page.get_by_role("button", name="Søg").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("<script>alert(1)</script>")


def test_the_news_lead_to_the_initiative_the_meeting_and_the_sentence(site: Site) -> None:
    with site.page("/") as page:
        page.locator(".moves").get_by_role("link", name="Fodfæste for Familier").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Fodfæste for Familier")
        page.go_back()
        page.locator(".meetings").get_by_role("link", name="8. oktober 2025").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Trivsels- og Arbejdsmarkedsudvalget")
        page.go_back()
        page.locator(".meetings .opens-sentence").first.click()
        expect(page.get_by_role("dialog").locator("mark")).to_contain_text("Orienteringen blev taget")


def test_a_hit_is_narrowed_by_a_facet(site: Site) -> None:
    with site.page("/find?q=fodfæste") as page:
        page.get_by_role("complementary").get_by_role("link", name="Dokument").click()
        expect(page).to_have_url(re.compile("type=Document"))
        page.get_by_role("link", name="Fjern filtre").click()
        expect(page).to_have_url(re.compile(r"/find\?q=fodf%C3%A6ste$"))


def test_without_scripts_the_search_is_a_form(site: Site) -> None:
    with site.page("/", java_script_enabled=False) as page:
        page.get_by_role("searchbox", name="Søg").fill("havneløftet")
        page.keyboard.press("Enter")
        expect(page.locator(".hit h2").first).to_have_text("Havneløftet")
