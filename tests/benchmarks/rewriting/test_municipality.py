"""Packages are moved to another municipality, and its term list with them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from benchmarks.rewriting.municipality import TOWNS, in_an_unknown_municipality, in_another_municipality
from benchmarks.rewriting.package import Package
from extract.terms import load_terms
from tests.benchmarks.rewriting.tiny import TEXT, chance, corpus, rewritten

TOWN = TOWNS[0]


def test_the_municipality_is_called_otherwise_in_text_and_domain() -> None:
    package = rewritten(in_another_municipality)
    assert f"{TOWN} Kommune" in package.text
    assert f"mera@{TOWN.casefold()}.example" in package.text
    assert "jordby" not in package.text


def test_a_department_its_acronym_and_its_gold_are_renamed_alike() -> None:
    package = rewritten(in_another_municipality)
    department = package.gold["organizations"][0]
    assert department["name"].startswith("Magistratsafdelingen for ")
    assert department["aliases"][0] in package.text
    assert department["name"] in " ".join(package.text.split())
    assert package.gold["initiatives"][0]["departments"] == [department["name"]]
    assert "MTA" not in package.text
    assert "Trivsel og Arbejde" not in " ".join(package.text.split())


def test_the_term_list_can_be_read_and_knows_the_new_names(tmp_path: Path) -> None:
    moved = in_another_municipality(corpus(), chance())
    (tmp_path / "own.toml").write_text(moved.term_lists[0], "utf-8")
    terms = load_terms((tmp_path / "own.toml",))
    own = next(each for each in terms.municipal if each.municipality == f"{TOWN} Kommune")
    known = {term.name: term.notation for term in own.organizations}
    department = moved.packages[0].gold["organizations"][0]
    assert known[department["name"]] == department["aliases"][0]
    assert own.is_named_in(moved.text)
    assert [each.municipality for each in terms.lists_for(moved.text)[1:]] == [f"{TOWN} Kommune"]


def test_a_list_of_the_packages_own_is_moved_too() -> None:
    text = TEXT.replace("Fjordby", "Lyngrup").replace("fjordby", "lyngrup").replace("MTA", "LTO")
    own = 'municipality = "Lyngrup Kommune"\nplaces = [{ type = "district", names = ["Møllevang"] }]'
    moved = in_another_municipality(replace(corpus(text), term_lists=(own,)), chance())
    (new,) = moved.term_lists
    place = moved.packages[0].gold["places"][0]["name"]
    assert place != "Møllevang"
    assert f'"{place}"' in new
    assert "Lyngrup" not in new + moved.text
    assert in_an_unknown_municipality(replace(corpus(text), term_lists=(own,)), chance()).term_lists == ()


def test_an_unknown_municipality_has_no_list() -> None:
    unknown = in_an_unknown_municipality(corpus(), chance())
    assert unknown.term_lists == ()
    assert unknown.packages == in_another_municipality(corpus(), chance()).packages


def test_initiatives_and_persons_stay() -> None:
    package = rewritten(in_another_municipality)
    assert "Projekt ”Havnens Perle”" in package.text
    assert package.gold["persons"][0]["name"] == "Mette Ravnholt"


def test_an_initiative_that_bears_the_towns_name_is_moved_with_it() -> None:
    gold = {"source": "a.txt", "initiatives": [{"name": "FjordbyDage"}]}
    before = replace(corpus(), packages=(Package("FjordbyDage i Fjordby Kommune, MTA", gold),))
    package = in_another_municipality(before, chance()).packages[0]
    assert package.text.startswith(f"{TOWN}Dage i {TOWN} Kommune")
    assert package.gold["initiatives"][0]["name"] == f"{TOWN}Dage"


def test_a_text_of_no_known_municipality_is_left() -> None:
    text = TEXT.replace("Fjordby", "Lyngrup").replace("fjordby", "lyngrup").replace("MTA", "XYZ")
    before = corpus(text)
    assert in_another_municipality(before, chance()) == before


def test_what_the_country_knows_keeps_its_name() -> None:
    text = "Aarhus Kommune og Aarhus Universitet i Aarhus"
    moved = rewritten(in_another_municipality, text).text
    assert moved == f"{TOWN} Kommune og Aarhus Universitet i {TOWN}"
