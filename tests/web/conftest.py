"""One browser and one service over the sample packages for all tests of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.api.serving import SETTINGS, serving
from tests.conftest import SAMPLE_BASE_IRI
from tests.web.browser import Site, chromium, missing


@pytest.fixture(scope="package")
def browsed(sample_data: Path) -> Iterator[Site]:
    """Serve the sample packages and start the browser, or skip with the reason why it cannot be had.

    Not for the whole session: while Playwright is there no other test can run an event loop of its own.
    """
    reason = missing()
    if reason is not None:
        pytest.skip(reason)
    settings = replace(SETTINGS, base_iri=SAMPLE_BASE_IRI, service_timeout_s=20.0)
    with serving(sample_data, settings) as address, chromium() as browser:
        yield Site(address, browser)


@pytest.fixture
def site(browsed: Site) -> Iterator[Site]:
    """Return the site; a page's console error fails the test that met it."""
    browsed.errors.clear()
    yield browsed
    assert browsed.errors == []
