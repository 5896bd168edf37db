"""Lists say when they are not whole, and go on after things that have gone meanwhile."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store

from graph.stores.oxigraph import OxigraphReader
from graph.views import listing
from graph.views.listed_kinds import KINDS
from graph.views.listing import Listing, Place, Row, Wanted, page, read_listing

PEOPLE = """
@prefix sg: <https://w3id.org/sagsgraf/ns#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://e/1> a sg:Person ; skos:prefLabel "Pia Holt" . <http://e/2> a sg:Person ; skos:prefLabel "Bo Lind" .
<http://e/3> a sg:Person .
"""


@pytest.fixture
def store() -> OxigraphReader:
    engine = Store()
    engine.load(PEOPLE, format=RdfFormat.TURTLE)
    return OxigraphReader(engine)


def test_a_thing_without_a_name_is_listed(store: OxigraphReader) -> None:
    rows = read_listing(store, KINDS["people"]).rows
    assert [(row.iri, row.first("label")) for row in rows] == [
        ("http://e/1", "Pia Holt"),
        ("http://e/2", "Bo Lind"),
        ("http://e/3", None),
    ]


@pytest.mark.parametrize(("most", "complete"), [(4, True), (2, False)])
def test_a_list_says_whether_it_is_whole(
    store: OxigraphReader, monkeypatch: pytest.MonkeyPatch, most: int, complete: bool
) -> None:
    monkeypatch.setattr(listing, "MOST", most)
    assert read_listing(store, KINDS["people"]).complete is complete


@pytest.mark.parametrize(
    ("order", "value", "expected"),
    [
        ("label", "c", ["d", None]),
        ("-label", "c", ["a", None]),
        ("label", "d", [None]),
        ("-label", "a", [None]),
    ],
)
def test_a_page_goes_on_where_its_cursor_stood(order: str, value: str, expected: list[str | None]) -> None:
    names: dict[str, tuple[str, ...]] = {"1": ("a",), "2": ("d",), "3": ()}
    rows = tuple(Row(iri, {"label": label}) for iri, label in names.items())
    wanted = Wanted({}, order, 9, Place(order, 0, value, "2" if value == "d" else "1"))
    found = page(Listing(KINDS["people"], rows, True), wanted)
    assert [row.first("label") for row in found.rows] == expected
