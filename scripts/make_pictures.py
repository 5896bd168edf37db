"""Take the pictures of the README: the pages over the sample packages, as a browser shows them.

    python -m scripts.make_pictures

Run it when the pages have changed; it needs chromium, as the tests of the pages do.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser, Page

from scripts.make_samples import BUNDLE
from tests.api.serving import SETTINGS, serving
from tests.conftest import SAMPLE_BASE_IRI, build_graph
from tests.repository import ROOT
from tests.web.browser import chromium, missing

FOLDER = ROOT / "docs" / "pictures"
LIFE = "/initiative/fodfaeste-for-familier"
WIDTH = 1280


@dataclass(frozen=True, slots=True)
class Picture:
    """A state of a page: `shows` must be there, `opens` is clicked, `top` is what stands at the top."""

    name: str
    path: str
    shows: str
    opens: str | None = None
    top: str = "header.site"
    height: int = 800


ENTRY = ".timeline .entry.subject"
PICTURES = (
    Picture("start", "/", ".moves"),
    Picture("initiative", LIFE, ".timeline", height=1150),
    Picture("sentence", f"{LIFE}?year=2025", ENTRY, opens=f"{ENTRY} blockquote a", top=ENTRY),
    Picture("graph", f"/graf?focus={SAMPLE_BASE_IRI}{LIFE[1:]}", "canvas", height=900),
)


def main() -> int:
    """Take all pictures; return 1 where there is no browser."""
    if reason := missing():
        print(reason, file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    settings = replace(SETTINGS, base_iri=SAMPLE_BASE_IRI, service_timeout_s=20.0)
    with tempfile.TemporaryDirectory() as folder:
        data = build_graph((BUNDLE,), Path(folder))
        with serving(data, settings) as address, chromium() as browser:
            for picture in PICTURES:
                take(browser, address, picture)
    return 0


def take(browser: Browser, address: str, picture: Picture) -> None:
    """Save one picture, in light colours and without motion."""
    size = {"width": WIDTH, "height": picture.height}
    context = browser.new_context(viewport=size, color_scheme="light", reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}{picture.path}", wait_until="networkidle")
    show(page, picture)
    page.screenshot(path=FOLDER / f"{picture.name}.png")
    context.close()


def show(page: Page, picture: Picture) -> None:
    """Bring a page into the state that is shown."""
    page.locator(picture.shows).first.wait_for()
    page.locator(picture.top).first.evaluate("element => element.scrollIntoView({block: 'start'})")
    if picture.opens is not None:
        page.locator(picture.opens).first.click()
        page.locator("dialog mark").wait_for()
    page.wait_for_timeout(500)


if __name__ == "__main__":
    sys.exit(main())
