"""What is read out of packages in the manner of other municipalities (`tests/extract/other_packages.py`)."""

from __future__ import annotations

from functools import cache

import pytest

from extract.records import Kind
from extract.relations import Extract
from graph.extraction import extract_bytes
from graph.ingesting.recognisers import Recognisers
from tests.extract import other_packages as texts


@cache
def read(name: str) -> Extract:
    content: str = getattr(texts, name)
    return extract_bytes(content.encode(), f"{name.lower()}.txt", Recognisers())


def names(package: str, kind: Kind) -> set[str]:
    return {each.name for each in read(package).mentions if each.kind is kind}


def ties(package: str, relation: str) -> set[tuple[str, str]]:
    found = read(package)
    told = (each for each in found.relations.ties if each.relation == relation)
    return {(found.mentions[each.initiative].name, found.mentions[each.object].name) for each in told}


def stages(package: str) -> set[tuple[str, str]]:
    found = read(package)
    return {(found.mentions[each.initiative].name, each.stage) for each in found.relations.stages}


def amounts(package: str) -> set[tuple[str, str | None, str]]:
    found = read(package)
    return {
        (found.mentions[each.initiative].name, each.when, found.mentions[each.amount].attributes["value_dkk"])
        for each in found.relations.amounts
        if each.initiative is not None
    }


@pytest.mark.parametrize(
    ("package", "outcomes"),
    [
        (
            "MINUTES",
            ["approved", "approved", "approved", "postponed", "dropped", "noted", "nothing_recorded"],
        ),
        ("PACKAGE", ["approved", "approved_with_changes", "not_endorsed"]),
        ("CATALOGUE", []),
    ],
)
def test_every_item_stands_with_what_was_decided(package: str, outcomes: list[str]) -> None:
    assert [item.outcome for item in read(package).package.agenda_items] == outcomes


@pytest.mark.parametrize(
    ("package", "titles"),
    [
        ("PACKAGE", ["Nattevagten - erfaringer fra det første halve år"]),
        ("CATALOGUE", ["Katalog over budgetforslag på socialområdet 2031"]),
    ],
)
def test_a_document_has_the_title_that_it_is_printed_under(package: str, titles: list[str]) -> None:
    assert [document.title for document in read(package).package.documents] == titles


@pytest.mark.parametrize(
    ("package", "initiatives"),
    [
        ("MINUTES", {"Trygge Stier", "Legeskibet", "børnepolitikken"}),
        ("PACKAGE", {"Nattevagten", "ungestrategi"}),
        ("CATALOGUE", {"Flere hænder om aftenen", "Demensvenlige boliger på Solbakken", "Klippekort"}),
    ],
)
def test_initiatives_are_found_whatever_they_are_called(package: str, initiatives: set[str]) -> None:
    assert names(package, Kind.INITIATIVE) == initiatives


@pytest.mark.parametrize(
    ("package", "places"),
    [
        ("MINUTES", {"Kærby", "Tranemose", "Birkholm"}),
        ("PACKAGE", {"Svanelund", "Havnepladsen"}),
        ("CATALOGUE", {"Solbakken", "Åhaven"}),
    ],
)
def test_places_that_no_list_knows_are_found(package: str, places: set[str]) -> None:
    assert names(package, Kind.PLACE) == places


@pytest.mark.parametrize(
    ("package", "cases"),
    [
        (
            "MINUTES",
            {"00.22.04-A30-1-30", "17.00.00-P20-4-29", "82.20.00-P20-9-29", "00.01.00-P22-2-30"},
        ),
        ("PACKAGE", {"S2030-10332"}),
        ("CATALOGUE", {"30/10412"}),
    ],
)
def test_case_numbers_of_other_systems_are_read(package: str, cases: set[str]) -> None:
    assert names(package, Kind.CASE) == cases


def test_people_stand_without_their_role() -> None:
    assert names("CATALOGUE", Kind.PERSON) == {"Bente Lilleør", "Chadi Nassar", "Poul-Erik Winther"}


def test_places_are_tied_to_what_runs_there() -> None:
    tied = {("Trygge Stier", place) for place in ("Kærby", "Tranemose", "Birkholm")}
    assert ties("MINUTES", "place") == {*tied, ("Legeskibet", "Kærby")}


def test_the_office_that_sends_a_document_answers_for_its_subject() -> None:
    assert ("Nattevagten", "Ungdom og Fællesskab") in ties("PACKAGE", "department")


def test_the_budget_above_a_table_is_that_of_its_rows() -> None:
    rows = names("CATALOGUE", Kind.INITIATIVE)
    assert ties("CATALOGUE", "budget_year") == {(row, "Budget 2031") for row in rows}


@pytest.mark.parametrize(
    ("package", "initiative", "stage"),
    [
        ("MINUTES", "Trygge Stier", "started"),
        ("MINUTES", "Trygge Stier", "expanded"),
        ("MINUTES", "Trygge Stier", "approved"),
        ("MINUTES", "Legeskibet", "funded"),
        ("PACKAGE", "Nattevagten", "funded"),
        ("PACKAGE", "Nattevagten", "continued"),
        ("PACKAGE", "Nattevagten", "delayed"),
        ("PACKAGE", "Nattevagten", "evaluated"),
    ],
)
def test_stages_are_told_in_other_words(package: str, initiative: str, stage: str) -> None:
    assert (initiative, stage) in stages(package)


@pytest.mark.parametrize(
    ("initiative", "year", "value"),
    [
        ("Flere hænder om aftenen", "2031", "1200000"),
        ("Flere hænder om aftenen", "2032", "1200000"),
        ("Demensvenlige boliger på Solbakken", "2032", "400000"),
        ("Klippekort", "2032", "300000"),
    ],
)
def test_each_amount_of_a_catalogue_is_of_its_row_and_year(initiative: str, year: str, value: str) -> None:
    assert (initiative, year, value) in amounts("CATALOGUE")


def test_the_unit_of_a_table_is_no_amount() -> None:
    assert "1000" not in {value for _, _, value in amounts("CATALOGUE")}
    assert "1000 kr." not in names("CATALOGUE", Kind.AMOUNT)


def test_recommendations_count_bullets_and_brackets() -> None:
    numbers = [each.number for each in read("MINUTES").relations.recommendations]
    assert numbers == ["1", "2", "1", "2"]
    assert [each.number for each in read("PACKAGE").relations.recommendations] == ["1", "2"]
