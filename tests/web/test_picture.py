"""The stand-alone picture in a real browser, opened from a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

from graph.network import neighbourhood
from graph.snapshots import reading
from graph.visualise import page
from tests.conftest import SAMPLE_BASE_IRI
from tests.web.browser import Site, violations

FAMILIES = f"{SAMPLE_BASE_IRI}initiative/fodfaeste-for-familier"


@pytest.fixture(scope="module")
def picture(sample_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("picture") / "familier.html"
    with reading(sample_data) as snapshot:
        path.write_text(page(neighbourhood(snapshot.store, FAMILIES), "Fodfæste for Familier"), "utf-8")
    return path


@contextmanager
def opened(site: Site, picture: Path) -> Iterator[Page]:
    with site.page(picture.as_uri(), offline=True) as found:
        found.wait_for_selector("#picture canvas")
        yield found


def years_in_the_table(found: Page) -> set[str]:
    cells = found.locator("tr[data-year]:visible")
    return {str(year) for year in cells.evaluate_all("rows => rows.map(row => row.dataset.year)")}


def visible_lines(found: Page) -> int:
    return int(found.evaluate("edges.get().filter(edge => !edge.hidden).length"))


def test_the_picture_opens_off_line_and_shows_every_year(site: Site, picture: Path) -> None:
    with opened(site, picture) as found:
        assert found.locator("#shown").inner_text().startswith("2022–2025: ")
        assert {"2022", "2023", "2024", "2025"} <= years_in_the_table(found)
        assert violations(found) == []


def test_a_period_hides_what_was_said_in_other_years(site: Site, picture: Path) -> None:
    with opened(site, picture) as found:
        every = visible_lines(found)
        found.locator("#from").select_option("2024")
        found.locator("#until").select_option("2024")
        assert years_in_the_table(found) <= {"0", "2024"}
        assert 0 < visible_lines(found) < every
        assert found.locator("#shown").inner_text().startswith("2024: ")
        assert found.evaluate("nodes.get().some(node => node.hidden)")
        found.locator("#from").select_option("2022")
        found.locator("#until").select_option("2025")
        assert visible_lines(found) == every
        assert not found.evaluate("nodes.get().some(node => node.hidden)")


def test_the_years_are_stepped_through_by_key(site: Site, picture: Path) -> None:
    with opened(site, picture) as found:
        found.locator("#only").focus()
        seen = []
        for _ in range(4):
            found.keyboard.press("ArrowRight")
            seen.append(found.locator("#shown").inner_text()[:4])
        assert seen == ["2022", "2023", "2024", "2025"]
        found.keyboard.press("Home")
        assert found.locator("#shown").inner_text().startswith("2022–2025: ")
