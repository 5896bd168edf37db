"""A column holds each value of each thing once, in order, and no more than are wanted."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store

from graph.stores.oxigraph import OxigraphReader
from graph.views.columns import column, size

TRIG = """
@prefix sg: <https://w3id.org/sagsgraf/ns#> . @prefix e: <http://e/> .
e:a a sg:Amount ; sg:purpose "b", "a" . e:b a sg:Amount ; sg:purpose [] . e:c a sg:Figure ; sg:purpose "c" .
e:d a sg:Amount ; sg:purpose e:other .
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (
            "?iri a sg:Amount ; sg:purpose ?value",
            {"http://e/a": ("a", "b"), "http://e/d": ("http://e/other",)},
        ),
        ("?iri a sg:Figure ; sg:purpose ?value", {"http://e/c": ("c",)}),
        ("?iri a sg:Amount OPTIONAL { ?iri sg:per ?value }", {}),
        ("?iri a sg:Person ; sg:purpose ?value", {}),
    ],
)
def test_a_column_holds_each_value(pattern: str, found: dict[str, tuple[str, ...]]) -> None:
    engine = Store()
    engine.load(TRIG, format=RdfFormat.TURTLE)
    store = OxigraphReader(engine)
    assert column(store, pattern, 100) == found
    assert size(column(store, pattern, 1)) <= 1
