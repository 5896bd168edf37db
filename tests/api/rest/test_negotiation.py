"""Accept headers as clients send them."""

from __future__ import annotations

import pytest

from api.rest.negotiation import ALIASES, choose

JSON, XML, CSV, TSV = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
OFFERS = (JSON, XML, CSV, TSV)


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("text/csv", CSV),
        ("TEXT/CSV", CSV),
        ("text/*", CSV),
        ("text/*;q=0.5, text/tab-separated-values", TSV),
        ("application/json", JSON),
        ("application/xml", XML),
        ("application/sparql-results+xml;q=0.9, application/sparql-results+json;q=0.8", XML),
        ("*/*, application/sparql-results+json;q=0", XML),
        ("text/html, */*;q=0.1", JSON),
        ("text/turtle, application/sparql-results+xml", XML),
        ("text/csv;q=abc, text/tab-separated-values", TSV),
        ("text/html", None),
        ("*/*;q=0", None),
        ("text/csv;q=0", None),
        ("nonsense", None),
    ],
)
def test_the_best_acceptable_type_is_chosen(accept: str | None, expected: str | None) -> None:
    assert choose(accept, OFFERS, ALIASES) == expected
