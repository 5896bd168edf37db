"""What every page has: a head, a search, both languages, light and dark, narrow and printed."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.web.browser import Site, violations

PAGES = ("/", "/?lang=en")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_accessibility(site: Site, path: str, scheme: Any) -> None:
    with site.page(path, color_scheme=scheme) as page:
        assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_a_narrow_screen(site: Site, path: str) -> None:
    with site.page(path, viewport={"width": 320, "height": 640}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_other_language_is_one_click_away(site: Site) -> None:
    with site.page("/") as page:
        page.get_by_role("link", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.get_by_role("link", name="Dansk").click()
        expect(page.locator("html")).to_have_attribute("lang", "da")


def test_the_first_tab_leads_past_the_menu(site: Site) -> None:
    with site.page("/") as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
