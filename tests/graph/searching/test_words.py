"""The words of what somebody looks for, and where in a text they stand."""

from __future__ import annotations

import pytest

from graph.searching.words import SNIPPET, asked, indexed, pieces


def hits(words: str, text: str) -> list[str]:
    return [piece.text for piece in pieces(asked(words), text) if piece.is_hit]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("køkken", "Gadens KØKKEN åbner", ["KØKKEN"]),
        ("koekken", "Gadens Køkken", ["Køkken"]),
        ("køk", "køkken og køkkenhave", ["køkken", "køkkenhave"]),
        ("gadens køk", "Gadens Køkken", ["Gadens", "Køkken"]),
        ("kokken", "et køkken", ["køkken"]),
        ("Århus", "i Aarhus", ["Aarhus"]),
        ("ågård", "A\u030aga\u030ard", ["A\u030aga\u030ard"]),
        ("havnebadet", "Havne-\nbadet lukker", ["Havne-\nbadet"]),
        ("havnebadet", "Havne\u0002badet lukker", ["Havne\u0002badet"]),
        ("badet", "Havne-\nbadet lukker", ["Havne-\nbadet"]),
        ("2024", "Budget 2024", ["2024"]),
        ("2024", "Budget 2025", []),
        ("msb", "msa", []),
        ("hav vej", "Vejen og havnen", ["Vejen"]),  # only the last word may be a beginning
        ("køkken", "køkken, kokken", ["køkken"]),  # no misprint where the word itself stands
        ("xyz", "Gadens Køkken", []),
        ("a", "", []),
    ],
)
def test_the_words_that_were_looked_for_are_hits(words: str, text: str, found: list[str]) -> None:
    assert hits(words, text) == found


@pytest.mark.parametrize("text", ["Gadens Køkken.", "  køkken\n\nog køkken", "<b>køkken</b>", "ingenting"])
def test_the_pieces_together_are_the_text(text: str) -> None:
    assert "".join(piece.text for piece in pieces(asked("køkken"), text)) == text


def test_a_long_text_is_cut_around_the_first_hit() -> None:
    text = f"{'før ' * 300}køkken{' efter' * 300}"
    shown = pieces(asked("køkken"), text)
    assert (shown[0].text, shown[-1].text) == ("… ", " …")
    assert [piece.text for piece in shown if piece.is_hit] == ["køkken"]
    assert sum(len(piece.text) for piece in shown) <= SNIPPET + 4


@pytest.mark.parametrize(
    ("text", "words"), [("!?", ()), ("", ()), ("a-b", ("a", "b")), ("x " * 40, ("x",) * 16)]
)
def test_a_text_asks_for_its_words(text: str, words: tuple[str, ...]) -> None:
    assert asked(text).words == words


def test_a_word_broken_over_two_lines_is_indexed_both_ways() -> None:
    assert indexed("job- og\nuddannelse, Havne-\nbadet").split() == [
        *("job", "og", "uddannelse", "havne", "badet", "havnebadet")
    ]
