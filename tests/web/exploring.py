"""How the tests explore the picture of the network: open it, find what stands in it, save it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lxml import etree
from playwright.sync_api import Locator, Page, expect

from tests.web.browser import Site

BASE = "http://samples.example/"
FAMILIES = f"{BASE}initiative/fodfaeste-for-familier"
AROUND = f"/graf?focus={FAMILIES}"
PARK = f"/graf?focus={BASE}place/moelleparken"
HOSTILE = '<img src=x onerror="alert(1)"> & »æ« ]]>'
SVG = "{http://www.w3.org/2000/svg}"


@contextmanager
def picture(site: Site, path: str = AROUND, **options: Any) -> Iterator[Page]:
    """Open the page and wait until the picture holds what was asked for; nothing moves by itself."""
    with site.page(path, reduced_motion="reduce", **options) as page:
        expect(happened(page)).to_contain_text(re.compile(r"i billedet|in the picture|ikke|alert"))
        yield page


def happened(page: Page) -> Locator:
    """Return the live region."""
    return page.locator("#happened")


def names(page: Page) -> list[str]:
    """Return the names in the table of things."""
    expect(page.locator("#things")).to_have_attribute("aria-busy", "false")  # the tables follow with a pause
    return page.locator("#things tbody th").all_inner_texts()


def enter(page: Page) -> None:
    """Put the keyboard's focus into the picture and on what was begun with."""
    page.get_by_role("application").focus()
    page.keyboard.press("Home")


def save(page: Page, name: str) -> Path:
    """Save a file from the menu."""
    page.get_by_text("Hent", exact=True).click()
    with page.expect_download() as saved:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(saved.value.path())


def place(page: Page, name: str) -> tuple[float, float]:
    """Return where a thing (none that is round) stands in the window, as the saved picture says."""
    drawn = etree.parse(str(save(page, "Billede (SVG)")))
    shape = next(each for each in drawn.iter(f"{SVG}path") if each.findtext(f"{SVG}title") == name)
    numbers = [float(each) for each in re.findall(r"-?[\d.]+", shape.get("d", ""))]
    corners = list(zip(numbers[::2], numbers[1::2], strict=True))
    box = page.get_by_role("application").bounding_box()
    assert box is not None
    x, y = (sum(each) / len(corners) for each in zip(*corners, strict=True))
    return box["x"] + x, box["y"] + y


def between(page: Page, one: str, other: str) -> tuple[float, float]:
    """Return the middle of a line."""
    (x, y), (u, v) = place(page, one), place(page, other)
    return (x + u) / 2, (y + v) / 2
