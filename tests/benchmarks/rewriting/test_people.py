"""Every person gets a name of one origin, the same one wherever the person is named."""

from __future__ import annotations

import re

import pytest

from benchmarks.rewriting.package import Corpus, Package
from benchmarks.rewriting.people import ORIGINS, mixed_names, names_of
from tests.benchmarks.rewriting.tiny import GOLD, chance, corpus, rewritten


@pytest.mark.parametrize("origin", ORIGINS)
def test_an_origin_has_names_enough_and_none_twice(origin: str) -> None:
    names = ORIGINS[origin]
    assert min(len(names.firsts), len(names.middles), len(names.lasts)) >= 20
    assert len({*names.firsts}) == len(names.firsts)
    assert len({*names.lasts}) == len(names.lasts)


@pytest.mark.parametrize("origin", ORIGINS)
def test_a_new_name_stands_in_text_and_gold(origin: str) -> None:
    package = rewritten(names_of(origin))
    person = package.gold["persons"][0]["name"]
    assert person in package.text
    assert any(person.startswith(first) for first in ORIGINS[origin].firsts)
    assert not re.search(r"Mette|Ravn|\bAli\b", package.text)


@pytest.mark.parametrize("origin", ORIGINS)
def test_a_family_name_and_a_first_name_stay_the_persons_own(origin: str) -> None:
    persons = rewritten(names_of(origin)).gold["persons"]
    mette, alias, ali = persons[0]["name"], persons[0]["aliases"][0], persons[1]["name"]
    family = mette.removeprefix(alias)
    assert family
    assert ali.endswith(family)
    assert not ali.startswith(alias)


def named(name: str, *aliases: str) -> list[str]:
    """Return what a person of some names is called after the rewriting, all of it in the text."""
    gold = {"source": "a.txt", "persons": [{"name": name, "aliases": [*aliases]}]}
    before = Corpus((Package("; ".join((name, *aliases)), gold),))
    after = names_of("Turkish")(before, chance()).packages[0]
    person = after.gold["persons"][0]
    assert after.text == "; ".join((person["name"], *person["aliases"]))
    return [person["name"], *person["aliases"]]


def test_a_shortened_middle_name_is_shortened_again() -> None:
    name, short = named("Ida Farah Ravnholt", "Ida F. Ravnholt")
    first, middle, last = name.split()
    assert short == f"{first} {middle[0]}. {last}"


def test_a_letter_that_stands_for_no_known_name_stays() -> None:
    name, short = named("Ida Ravnholt", "Ida F. Ravnholt")
    assert short.split()[1] == "F."
    assert [short.split()[0], short.split()[2]] == name.split()


def test_an_alias_that_is_a_misprint_becomes_one() -> None:
    right, misprint, other = (each.split()[1] for each in named("Ida Ravnholt", "Ida Ravnhodt", "Ida Bo"))
    assert len(misprint) == len(right) - (len(right) > 5)
    assert {*misprint} <= {*right}
    assert other in ORIGINS["Turkish"].lasts


def test_initials_follow_the_name() -> None:
    package = rewritten(names_of("Danish"))
    person = package.gold["persons"][0]
    initials = person["initials"][0]
    assert initials == "".join(word[0] for word in person["name"].split())
    assert f"{initials}: Ring" in package.text


def test_initials_that_are_taken_are_left() -> None:
    taken = " ".join(
        f"{one}{other}" for one in "ABCDEFGHIJKLMNOPQRSTUV" for other in "ABCDEFGHIJKLMNOPQRSTUVW"
    )
    before = corpus(corpus().text + taken)
    person = names_of("Danish")(before, chance()).packages[0].gold["persons"][0]
    assert person["initials"] == ["MR"]


def test_a_person_in_two_packages_gets_one_name() -> None:
    two = Corpus((*corpus().packages, *corpus().packages))
    one, other = names_of("Somali")(two, chance()).packages
    assert one.gold["persons"] == other.gold["persons"]


def test_mixed_names_are_of_many_origins() -> None:
    firsts = {rewritten(mixed_names(), seed=seed).gold["persons"][1]["name"].split()[0] for seed in range(12)}
    assert sum(any(each in names.firsts for each in firsts) for names in ORIGINS.values()) > 2


def test_nothing_but_persons_is_renamed() -> None:
    gold = rewritten(names_of("Turkish")).gold
    assert {key: value for key, value in gold.items() if key != "persons"} == {
        key: value for key, value in GOLD.items() if key != "persons"
    }
