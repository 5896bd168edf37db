"""A rewriting changes the text and the gold alike, and nothing else."""

from __future__ import annotations

import random

import pytest

from benchmarks.rewrites import REWRITES, Package, exchange

TEXT = "Projekt ”Havnens Perle” i Møllevang. MR: Ring til Mette Ravn-\nholt, som leder Havnens Perle."
GOLD = {
    "source": "a.txt",
    "persons": [{"name": "Mette Ravnholt", "aliases": [], "initials": ["MR"]}],
    "initiatives": [{"name": "Havnens Perle", "aliases": []}],
    "places": [{"name": "Møllevang"}],
}


def rewritten(name: str) -> Package:
    return REWRITES[name](Package(TEXT, GOLD), random.Random(1))  # noqa: S311 - to be repeatable


@pytest.mark.parametrize("name", [name for name in REWRITES if name.endswith("names")])
def test_a_new_name_stands_in_text_and_gold(name: str) -> None:
    package = rewritten(name)
    person = package.gold["persons"][0]
    assert person["name"] != "Mette Ravnholt"
    assert person["name"] in package.text
    assert "Ravn" not in package.text


@pytest.mark.parametrize(("name", "kind"), [("new initiatives", "initiatives"), ("new places", "places")])
def test_a_coined_name_is_exchanged_in_text_and_gold(name: str, kind: str) -> None:
    package = rewritten(name)
    assert package.gold[kind][0]["name"] != GOLD[kind][0]["name"]  # type: ignore[index]  # plain data
    assert package.gold[kind][0]["name"] in package.text


@pytest.mark.parametrize("name", ["other quotes", "double blanks", "broken words", "as it is"])
def test_what_changes_only_print_leaves_words_and_gold(name: str) -> None:
    package = rewritten(name)
    assert package.gold == GOLD
    assert "Perle" in package.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ravn og Ravns mor", "Munk og Munks mor"),
        ("Ra-\nvn kom", "Munk kom"),
        ("Ravnen fløj", "Ravnen fløj"),
        ("ravn", "ravn"),
    ],
)
def test_whole_words_alone_are_exchanged(text: str, expected: str) -> None:
    assert exchange(Package(text, {"source": "a"}), {"Ravn": "Munk"}).text == expected
