"""Words are exchanged whole, in texts and gold alike, wherever a line breaks them."""

from __future__ import annotations

import pytest

from benchmarks.rewriting.package import exchange, exchanger, one_after_another, only_text
from tests.benchmarks.rewriting.tiny import GOLD, TEXT, corpus, rewritten


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ravn og Ravns mor", "Munk og Munks mor"),
        ("Ra-\nvn kom", "Munk kom"),
        ("Ra-\n\nvn kom", "Munk kom"),
        ("Ravn-\ns mor", "Munk-\ns mor"),
        ("Ravn-modellen", "Munk-modellen"),
        ("By og\nHavn betaler", "Vej og Vand betaler"),
        ("Ravnen fløj", "Ravnen fløj"),
        ("ravn", "ravn"),
        ("Stravn", "Stravn"),
        ("By eller Havn", "By eller Havn"),
    ],
)
def test_whole_words_alone_are_exchanged(text: str, expected: str) -> None:
    assert exchanger({"Ravn": "Munk", "By og Havn": "Vej og Vand"})(text) == expected


def test_the_longest_phrase_is_exchanged_first() -> None:
    assert exchanger({"By": "Vej", "By og Havn": "Skov"})("By og Havn, By") == "Skov, Vej"


def test_names_may_change_places() -> None:
    assert exchanger({"Ali": "Mette", "Mette": "Ali"})("Ali og Mette") == "Mette og Ali"


def test_no_phrases_change_nothing() -> None:
    assert exchanger({})(TEXT) == TEXT


def test_gold_is_exchanged_with_its_text_but_for_the_name_of_the_file() -> None:
    package = exchange(corpus(), {"Perle": "Krone", "pakke": "kasse"}).packages[0]
    initiative = package.gold["initiatives"][0]
    assert (initiative["name"], initiative["stages"][0]["quote"]) == (
        "Havnens Krone",
        "Status på Havnens Krone",
    )
    assert package.gold["source"] == GOLD["source"]
    assert "Perle" not in package.text


def test_the_package_that_is_rewritten_stays_as_it_is() -> None:
    before = corpus()
    exchange(before, {"Perle": "Krone"})
    assert before == corpus()


def test_rewritings_are_done_in_order() -> None:
    twice = one_after_another((only_text(lambda text, _: text + "a"), only_text(lambda text, _: text + "b")))
    assert rewritten(twice).text == TEXT + "ab"
