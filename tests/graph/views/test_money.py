"""Amounts are gathered by initiative; nothing is added up, and what is no number is left out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pyoxigraph import RdfFormat, Store

from graph.stores.oxigraph import OxigraphReader
from graph.views import money
from graph.views.money import read_money

TRIG = """
@prefix sg: <https://w3id.org/sagsgraf/ns#> . @prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix e: <http://e/> .
e:a a sg:Amount ; sg:value 450000.0 ; sg:initiative e:kitchen ; sg:purpose "indretning" ; sg:evidence e:p .
e:b a sg:Amount ; sg:value 1400000.0 ; sg:initiative e:kitchen ; sg:when "2024" ; sg:per "year" ;
  sg:agendaItem e:i .
e:c a sg:Amount ; sg:value 9000000.0 ; sg:initiative e:harbour .
e:d a sg:Amount ; sg:value "mange" ; sg:initiative e:harbour .
e:x a sg:Amount ; sg:value 5.0 .
e:kitchen skos:prefLabel "Gadens Køkken" ; sg:department e:mta, e:unit ; sg:budgetYear e:b24 .
e:harbour skos:prefLabel "Havnebadet" . e:mta skos:prefLabel "Afdelingen" . e:unit skos:prefLabel "Enheden" .
e:b24 sg:year "2024" . e:i sg:number "3" ; sg:meeting e:m . e:m schema:startDate "2023-05-08T09:30:00" .
"""


@pytest.fixture
def store() -> OxigraphReader:
    engine = Store()
    engine.load(TRIG, format=RdfFormat.TURTLE)
    return OxigraphReader(engine)


def test_the_initiative_with_the_largest_amount_comes_first(store: OxigraphReader) -> None:
    accounts = read_money(store).accounts
    assert [(each.name, each.largest.value_dkk) for each in accounts] == [
        ("Havnebadet", Decimal("9000000.0")),
        ("Gadens Køkken", Decimal("1400000.0")),
    ]


def test_an_account_knows_its_departments_years_and_amounts(store: OxigraphReader) -> None:
    kitchen = read_money(store).accounts[1]
    assert list(kitchen.departments.values()) == ["Afdelingen", "Enheden"]
    assert kitchen.budget_years == ("2024",)
    assert [(each.iri, each.per, each.year) for each in kitchen.amounts] == [
        ("http://e/b", "year", "2024"),
        ("http://e/a", None, None),
    ]


def test_what_is_no_number_or_about_nothing_is_left_out(store: OxigraphReader) -> None:
    amounts = {each.iri for account in read_money(store).accounts for each in account.amounts}
    assert amounts == {"http://e/a", "http://e/b", "http://e/c"}


@pytest.mark.parametrize(("most", "complete"), [(100, True), (3, False)])
def test_it_says_whether_it_is_whole(
    store: OxigraphReader, monkeypatch: pytest.MonkeyPatch, most: int, complete: bool
) -> None:
    monkeypatch.setattr(money, "MOST", most)
    assert read_money(store).complete is complete


def test_accounts_are_counted_by_department_and_found_by_their_words(store: OxigraphReader) -> None:
    read = read_money(store)
    assert dict(read.departments) == {"Afdelingen": 1, "Enheden": 1}
    assert read.years == ("2024",)
    assert [("indretning" in each.words, "enheden" in each.words) for each in read.accounts] == [
        (False, False),
        (True, True),
    ]
