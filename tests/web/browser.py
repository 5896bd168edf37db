"""Debian's chromium, driven through the pages; what it says of errors and of accessibility."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from api.pages.static_files import assets
from tests.repository import ROOT

CHROMIUM = shutil.which("chromium")
AXE = ROOT / "api" / "web" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader"),  # WebGL without a card
    *("--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


def missing() -> str | None:
    """Return what keeps the browser tests from running, None if nothing does."""
    if CHROMIUM is None:
        return "there is no chromium (Debian's package `chromium`)"
    if not assets().entries:
        return "the explorer is not built (`make web`)"
    return None if AXE.is_file() else "the explorer's tools are not installed (`make web`)"


@dataclass(slots=True)
class Site:
    """The served sample packages and a browser. `errors` is what any page's console said of errors."""

    address: str
    browser: Browser
    errors: list[str] = field(default_factory=list)

    @contextmanager
    def page(self, path: str = "/", **options: Any) -> Iterator[Page]:
        """Open a page in a context of its own; `options` are Playwright's (viewport, color_scheme …)."""
        context = self.browser.new_context(base_url=self.address, **options)
        opened = context.new_page()
        opened.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        opened.on("pageerror", lambda error: self.errors.append(str(error)))
        try:
            opened.goto(path)
            yield opened
        finally:
            context.close()


def violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong on the page as it stands: the rule and the element."""
    # Through the debugger, since the pages' own policy lets no foreign script in.
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [f"{each['id']}: {node['html'][:160]}" for each in found["violations"] for node in each["nodes"]]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(Path(CHROMIUM or "")), args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()
