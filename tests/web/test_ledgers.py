"""The pages of promises and of money, by mouse and keyboard, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.web.browser import Site, violations

PAGES = ("/loefter", "/penge")


@pytest.mark.parametrize("path", [*PAGES, *(f"{path}?lang=en" for path in PAGES)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_neither_page_breaks_a_rule_of_accessibility(site: Site, path: str, scheme: Any) -> None:
    with site.page(path, color_scheme=scheme) as page:
        assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_neither_page_is_wider_than_a_narrow_screen(site: Site, path: str) -> None:
    with site.page(path, viewport={"width": 320, "height": 640}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_promises_are_filtered_by_keyboard_and_the_address_keeps_it(site: Site) -> None:
    with site.page("/loefter") as page:
        page.get_by_label("Ord").fill("budgetforslag")
        page.keyboard.press("Enter")
        expect(page.get_by_role("main").get_by_role("status")).to_contain_text("1 løfter")
        assert "q=budgetforslag" in page.url


@pytest.mark.parametrize(
    ("query", "some"),
    [("?state=followed", True), ("?state=overdue", True), ("?year=1999", False), ("?q=zzz", False)],
)
def test_a_filter_finds_some_or_says_that_there_are_none(site: Site, query: str, some: bool) -> None:
    with site.page(f"/loefter{query}") as page:
        assert (page.locator(".ledger > li").count() > 0) is some
        assert page.get_by_text("Intet løfte passer").count() == (0 if some else 1)


def test_the_language_stays_when_a_filter_is_sent(site: Site) -> None:
    with site.page("/penge?lang=en") as page:
        page.get_by_role("button", name="Show").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.get_by_role("heading", level=1)).to_have_text("Money")


def test_an_amount_leads_to_its_sentence(site: Site) -> None:
    with site.page("/penge") as page:
        page.locator("summary").nth(1).click()
        quote = page.locator("details").nth(1).locator("blockquote").first
        expect(quote).to_be_visible()
        address = quote.get_by_role("link").get_attribute("href") or ""
        assert "/source/" in address
        assert "start=" in address
