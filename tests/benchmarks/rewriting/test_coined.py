"""Coined words are exchanged for invented ones; words of the language stay."""

from __future__ import annotations

import re

import pytest

from benchmarks.rewriting.coined import INVENTED, is_coined, new_words
from benchmarks.rewriting.package import Corpus, Package
from tests.benchmarks.rewriting.tiny import chance, rewritten


def renamed(kind: str, name: str, text: str = "") -> str:
    """Return what an entry of one name, named in a text, is called after the rewriting."""
    before = Corpus((Package(text or f"Vi ser på {name}.", {"source": "a.txt", kind: [{"name": name}]}),))
    package = new_words(kind)(before, chance()).packages[0]
    new = str(package.gold[kind][0]["name"])
    assert new in package.text
    return new


@pytest.mark.parametrize(("kind", "old"), [("initiatives", "Havnens Perle"), ("places", "Møllevang")])
def test_a_coined_name_is_exchanged_in_text_and_gold(kind: str, old: str) -> None:
    package = rewritten(new_words(kind))
    new = package.gold[kind][0]["name"]
    assert new != old
    assert new in package.text
    assert old not in package.text


def test_aliases_and_ties_follow() -> None:
    gold = rewritten(new_words("places")).gold
    assert gold["initiatives"][0]["places"] == [gold["places"][0]["name"]]
    gold = rewritten(new_words("initiatives")).gold
    assert gold["initiatives"][0]["aliases"] == ["Projekt " + gold["initiatives"][0]["name"]]


@pytest.mark.parametrize(
    ("kind", "name", "head"),
    [
        ("initiatives", "Solvejrspuljen", "puljen"),
        ("initiatives", "Fritidsstafetten", "stafetten"),
        ("places", "Nordbykollegiet", "kollegiet"),
        ("places", "Skovhallen", "hallen"),
    ],
)
def test_a_compound_keeps_the_word_that_says_what_it_is(kind: str, name: str, head: str) -> None:
    new = renamed(kind, name)
    assert new != name
    assert new.endswith(head)


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        ("initiatives", "Styrkelse af indsatsen", ""),
        ("initiatives", "Digital Omstilling", "Vi ser på Digital Omstilling. Alt er digital i dag."),
        ("initiatives", "STU", ""),
        ("initiatives", "Handleplan mod støj", ""),
        ("initiatives", "Messen", ""),
        ("places", "København", ""),
        ("places", "Arena", ""),
    ],
)
def test_words_of_the_language_and_names_the_country_knows_stay(kind: str, name: str, text: str) -> None:
    assert renamed(kind, name, text) == name


def test_titles_among_the_aliases_are_not_looked_at_for_words() -> None:
    entry = {"name": "Havnens Perle", "aliases": ["Fremtiden for Havnens Perle", "Perleprojektet"]}
    gold = {"source": "a.txt", "initiatives": [entry]}
    before = Corpus((Package("Fremtiden for Havnens Perle (Perleprojektet)", gold),))
    after = new_words("initiatives")(before, chance()).packages[0].gold["initiatives"][0]
    assert after["aliases"][0] == f"Fremtiden for {after['name']}"
    assert after["aliases"][1] != "Perleprojektet"
    assert after["aliases"][1].endswith("projektet")


def test_what_is_one_name_stays_one() -> None:
    entry = {"name": "Perlepasset", "aliases": ["Perlepas"]}
    before = Corpus((Package("Perlepasset er et Perlepas", {"source": "a.txt", "initiatives": [entry]}),))
    after = new_words("initiatives")(before, chance()).packages[0].gold["initiatives"][0]
    assert after["name"] != "Perlepasset"
    assert after["name"] == after["aliases"][0] + "set"


def test_a_name_printed_apart_is_so_afterwards() -> None:
    gold = {"source": "a.txt", "initiatives": [{"name": "PerleSkib"}]}
    package = new_words("initiatives")(Corpus((Package("PerleSkib, Perle Skib", gold),)), chance())
    new, apart = package.packages[0].text.split(", ")
    assert new != "PerleSkib"
    assert apart.replace(" ", "").casefold() == new.casefold()


def test_a_word_that_the_text_writes_small_in_another_form_stays() -> None:
    assert renamed("initiatives", "Perlepasset", "Vi ser på Perlepasset, et perlepas.") == "Perlepasset"


def test_the_words_of_other_kinds_stay() -> None:
    gold = {
        "source": "a.txt",
        "initiatives": [{"name": "Ravnholt Perle"}],
        "persons": [{"name": "Ida Ravnholt"}],
    }
    after = new_words("initiatives")(Corpus((Package("Ida Ravnholt om Ravnholt Perle", gold),)), chance())
    assert after.packages[0].text.startswith("Ida Ravnholt om Ravnholt ")
    assert "Perle" not in after.packages[0].text


@pytest.mark.parametrize("word", ["Digitalisering", "bro", "STU", "Nordisk", "Fælleshed", "Styrkelse"])
def test_a_common_word_is_not_coined(word: str) -> None:
    assert not is_coined(word)


@pytest.mark.parametrize("kind", INVENTED)
def test_inventions_hold_no_word_twice(kind: str) -> None:
    invention = INVENTED[kind]
    made = [one + other for one in invention.beginnings for other in invention.ends]
    assert len({*made}) == len(made) > 100
    assert all(re.fullmatch(r"[A-ZÆØÅ]\w+", each) for each in made)
