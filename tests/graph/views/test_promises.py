"""Promises are read once each, with what came of them; and are overdue only where that is known."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store

from graph.stores.oxigraph import OxigraphReader
from graph.views import promises
from graph.views.items import Item
from graph.views.promises import Promise, Promises, read_promises

TRIG = """
@prefix sg: <https://w3id.org/sagsgraf/ns#> . @prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix e: <http://e/> .
e:1 a sg:Commitment ; schema:text "Sende notatet." ; sg:responsible e:ida, e:bo ; sg:due "2024-06" ;
  sg:agendaItem e:item ; sg:evidence e:p1, e:p2 ; sg:followedUpIn e:later .
e:2 a sg:Commitment ; schema:text "Finde lokaler." ; sg:responsibleName "Driften" .
e:3 a sg:Commitment .
e:ida skos:prefLabel "Ida Toft" . e:bo skos:prefLabel "Bo Lind" .
e:item sg:number "4" ; dcterms:title "Nye lokaler" ; sg:meeting e:m1 .
e:m1 schema:startDate "2024-05-13" ; sg:body e:body . e:body skos:prefLabel "Udvalget" .
e:later sg:number "2" ; dcterms:title "Lokaler igen" ; sg:meeting e:m2 . e:m2 schema:startDate "2024-09-02" .
"""


@pytest.fixture
def store() -> OxigraphReader:
    engine = Store()
    engine.load(TRIG, format=RdfFormat.TURTLE)
    return OxigraphReader(engine)


def test_a_promise_is_one_however_much_is_tied_to_it(store: OxigraphReader) -> None:
    read = read_promises(store)
    assert [each.iri for each in read.promises] == ["http://e/1", "http://e/2"]
    first = read.promises[0]
    assert first.passages == ("http://e/p1", "http://e/p2")
    assert first.item == Item("http://e/item", "4. Nye lokaler", "2024-05-13", "Udvalget")
    assert first.follow_ups == (Item("http://e/later", "2. Lokaler igen", "2024-09-02"),)


def test_what_is_not_known_is_absent(store: OxigraphReader) -> None:
    second = read_promises(store).promises[1]
    assert (second.who, second.responsible, second.due, second.item) == ("Driften", None, None, None)
    assert second.year is None


def test_the_newest_meeting_is_known_and_so_is_incompleteness(
    store: OxigraphReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = read_promises(store)
    assert (read.newest, read.complete) == ("2024-09-02", True)
    monkeypatch.setattr(promises, "MOST", 2)
    assert not read_promises(store).complete


LATER = Item("http://e/later", "2", "2024-09-02")


@pytest.mark.parametrize(
    ("due", "newest", "follow_ups", "overdue"),
    [
        ("2024-05-13", "2024-06-01", (), True),
        ("2023", "2024-06-01", (), True),
        ("2024-05-13", "2024-06-01", (LATER,), False),
        ("2024", "2024-06-01", (), False),
        ("2024-06", "2024-06-30", (), False),
        ("2024-07-01", "2024-06-30", (), False),
        (None, "2024-06-30", (), False),
        ("2024-05-13", None, (), False),
    ],
)
def test_a_promise_is_overdue_when_its_time_has_run_out(
    due: str | None, newest: str | None, follow_ups: tuple[Item, ...], overdue: bool
) -> None:
    promise = Promise("http://e/1", "Sende notatet.", None, None, due, None, follow_ups)
    assert Promises((promise,), newest, True).is_overdue(promise) is overdue
