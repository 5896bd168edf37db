"""What changes only the print leaves the words."""

from __future__ import annotations

import re

import pytest

from benchmarks.rewriting.package import RewriteText
from benchmarks.rewriting.printing import break_words, change_quotes, double_blanks, move_breaks
from tests.benchmarks.rewriting.tiny import TEXT, chance

LONG = "vi taler om beskæftigelsesindsatsen og samarbejdsaftalen med " * 40
PRINT = (break_words, change_quotes, double_blanks, move_breaks)


def words(text: str) -> str:
    """Return the letters and figures of a text."""
    return "".join(re.findall(r"\w", text))


@pytest.mark.parametrize("rewrite", PRINT)
@pytest.mark.parametrize("text", [TEXT, LONG, ""])
def test_every_letter_stays_in_its_place(rewrite: RewriteText, text: str) -> None:
    assert words(rewrite(text, chance())) == words(text)


@pytest.mark.parametrize("rewrite", PRINT)
def test_the_same_chance_gives_the_same_text(rewrite: RewriteText) -> None:
    assert rewrite(LONG + TEXT, chance(7)) == rewrite(LONG + TEXT, chance(7))


def test_some_long_words_are_broken_and_most_are_not() -> None:
    broken = break_words(LONG, chance())
    assert 0 < broken.count("-\n") < 20


@pytest.mark.parametrize(
    "text", ["et kort ord her", "Beskæftigelsesindsatsen", "BESKÆFTIGELSE i dag", "job- og arbejde"]
)
def test_short_and_capitalised_words_are_not_broken(text: str) -> None:
    assert all(break_words(text, chance(seed)) == text for seed in range(60))


def test_a_broken_word_is_broken_elsewhere() -> None:
    moved = move_breaks("en beboerkoordi-\nnator her", chance())
    assert moved.count("-\n") == 1
    assert "koordi-\nnator" not in moved
    assert moved.replace("-\n", "") == "en beboerkoordinator her"


@pytest.mark.parametrize(
    "text", ["job-\nog uddannelse", "Aarhus-mo-\ndellen", "en linje\nog en til", "EU-\nmidler", "1-\n2"]
)
def test_a_hyphen_that_is_the_words_own_stays(text: str) -> None:
    assert all(move_breaks(text, chance(seed)) == text for seed in range(10))


def test_quotes_are_exchanged_for_another_pair() -> None:
    quoted = {change_quotes("Projekt ”Havnens Perle” nu", chance(seed)) for seed in range(40)}
    assert len(quoted) == 6
    assert all("Havnens Perle" in each for each in quoted)


@pytest.mark.parametrize("text", ["Han sagde: ”Kom", "5” rør", "ingen citat"])
def test_a_lone_quote_is_left(text: str) -> None:
    assert change_quotes(text, chance()) == text


def test_some_lines_get_double_blanks_and_none_between_lines() -> None:
    text = "en to tre\n" * 60
    wide = double_blanks(text, chance()).split("\n")
    assert {"en to tre", "en  to  tre", ""} == {*wide}
