import pytest

from extract.clean_filler import take_filler
from tests.extract.texts import pages_of

CASES = [
    ("zzzzzzzzzzzz Indsatsen", ["Indsatsen"]),
    ("Nøgletalvvvvvvvvvvvvgvvvvvvvvvvv", ["Nøgletal"]),
    ("Nøgletalvvvvvvvvvvvv\nv       I det følgende", ["Nøgletal", "I det følgende"]),
    ("Indhold ............ 4", ["Indhold", "4"]),
    ("Navn: __________", ["Navn:"]),
    ("----------", []),
    ("Lix: Klik her for at angive tekst.Sagsnummer", ["Lix:", "Sagsnummer"]),
    ("Dato: Klik eller tryk for at angive en dato.", ["Dato:"]),
    (".", []),
    ("zzzzzzzzzz\nv er en vektor", ["v er en vektor"]),
]
LEFT = [
    "Chefgruppen...",
    "zzz sover",
    "v i vejret",
    "-",
    "Klik her for at se mere",
    "1.000.000.000 kr.",
    "aaaah",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_takes_filler_out(text: str, expected: list[str]) -> None:
    assert [line.text for line in take_filler(pages_of(text)[0])] == expected


@pytest.mark.parametrize("text", LEFT)
def test_leaves_words(text: str) -> None:
    assert [line.text for line in take_filler(pages_of(text)[0])] == [text]


def test_words_on_both_sides_of_filler_stand_apart() -> None:
    assert [line.gap for line in take_filler(pages_of("Status zzzzzzzzzz Indsatsen")[0])] == [0, 2]
