"""The pages of meetings, items, documents, people, departments, cases, places and budget years."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.web.browser import Site, violations

MEETING = "/meeting/raadmandsmoede-mta/2024-09-02"
PAGES = (
    MEETING,
    f"{MEETING}/3",
    "/person/birgit-thorhauge",
    "/organization/mta",
    "/case/EMN-2024-003310",
    "/budget/2024",
    "/place/havnehoej",
)


@pytest.mark.parametrize(
    ("path", "scheme"),
    [(path, ("light", "dark")[n % 2]) for n, path in enumerate((*PAGES, f"{MEETING}?lang=en"))],
)
def test_no_page_breaks_a_rule_of_accessibility(site: Site, path: str, scheme: Any) -> None:
    with site.page(path, color_scheme=scheme) as page:
        assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_a_narrow_screen(site: Site, path: str) -> None:
    with site.page(path, viewport={"width": 320, "height": 640}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_meeting_shows_what_came_of_each_item(site: Site) -> None:
    with site.page(MEETING) as page:
        items = page.locator(".agenda > li")
        expect(items).to_have_count(6)
        expect(items.nth(2)).to_contain_text("godkendt med ændringer")
        expect(items.nth(2)).to_contain_text("Handler om Fodfæste for Familier")


def test_an_item_leads_to_its_own_page_and_on_to_the_initiative(site: Site) -> None:
    with site.page(MEETING) as page:
        page.get_by_role("link", name="Fodfæste for Familier i Engdalen").first.click()
        expect(page).to_have_url(f"{site.address}{MEETING}/3")
        page.get_by_role("main").get_by_role("link", name="Fodfæste for Familier", exact=True).first.click()
        expect(page).to_have_url(f"{site.address}/initiative/fodfaeste-for-familier")


def test_a_neighbour_says_why_it_is_one_by_keyboard(site: Site) -> None:
    with site.page("/place/havnehoej") as page:
        why = page.locator("details.why").first
        why.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(why.locator("blockquote").first).to_be_visible()


@pytest.mark.parametrize("path", ["/person/nobody", "/meeting/none/2024-01-01", "/place/"])
def test_what_is_not_there_is_said_so(site: Site, path: str) -> None:
    with site.page("/") as page:
        response = page.request.get(path, headers={"Accept": "text/html"})
        assert response.status == 404


def test_a_page_is_in_english_where_asked(site: Site) -> None:
    with site.page(f"{MEETING}?lang=en") as page:
        expect(page.get_by_role("heading", name="Agenda")).to_be_visible()
        expect(page.locator(".agenda > li").nth(2)).to_contain_text("approved with changes")
