"""The pages on identity and on quality: what was joined and why, how well it is read, what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from graph.judgements import Verdict, load_judgements
from tests.web.browser import Site, violations

PAGES = ("/identitet", "/kvalitet")


@pytest.mark.parametrize("path", [*PAGES, *(f"{path}?lang=en" for path in PAGES)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_neither_page_breaks_a_rule_of_accessibility(site: Site, path: str, scheme: Any) -> None:
    with site.page(path, color_scheme=scheme) as page:
        assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_neither_page_is_wider_than_a_narrow_screen(site: Site, path: str) -> None:
    with site.page(path, viewport={"width": 320, "height": 640}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    ("query", "some"),
    [("?verdict=unsure", True), ("?kind=person", True), ("?kind=place", False), ("?q=zzz", False)],
)
def test_judgements_are_filtered(site: Site, query: str, some: bool) -> None:
    with site.page(f"/identitet{query}") as page:
        assert (page.locator(".judgements > li").count() > 0) is some


def test_own_judgements_are_taken_home_as_a_file_that_a_build_reads(site: Site, tmp_path: Path) -> None:
    with site.page("/identitet?verdict=unsure") as page:
        button = page.get_by_role("button", name="Hent mine afgørelser")
        expect(button).to_be_disabled()
        page.get_by_role("radio", name="forskellige").first.focus()
        page.keyboard.press("Space")
        expect(page.locator("#own-count")).to_have_text("1 valgt")
        with page.expect_download() as download:
            button.click()
        download.value.save_as(tmp_path / "judgements.tsv")
    (judgement,) = load_judgements(tmp_path / "judgements.tsv")
    assert judgement.verdict is Verdict.DIFFERENT
    assert judgement.left.startswith("person:")


def test_quality_tells_accuracy_and_each_package(site: Site) -> None:
    with site.page("/kvalitet") as page:
        expect(page.get_by_text("8 af 8 filer er læst.")).to_be_visible()
        expect(page.locator("table").last.locator("tbody tr")).to_have_count(8)
        assert page.get_by_text("Sagsbehandlere").count() >= 1


def test_what_is_missing_is_listed(site: Site) -> None:
    with site.page("/kvalitet") as page:
        page.get_by_text("punkter uden beslutning i teksten").click()
        assert page.locator(".missing details[open] li a").count() > 0
