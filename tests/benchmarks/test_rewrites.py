"""Whatever the rewriting, what the gold asks for is still there to be found, and nothing else is asked."""

from __future__ import annotations

import re
from typing import Any

import pytest

from benchmarks.rewrites import NAMES, REWRITES, WITHOUT_CHANCE
from benchmarks.rewriting.package import NAMED, Corpus, forms
from tests.benchmarks.rewriting.tiny import GOLD, chance, corpus


def squeezed(text: str) -> str:
    """Return a text without blanks, breaks and quotes."""
    return re.sub(r"[-\s”“\"»«’„]", "", text)


def shape(value: Any) -> Any:
    """Return how a value of the gold is built, whatever it says."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    return [shape(each) for each in value] if isinstance(value, list) else type(value)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", REWRITES)
def test_everything_the_gold_names_stands_in_the_text(name: str, seed: int) -> None:
    package = REWRITES[name](corpus(), chance(seed)).packages[0]
    named = [form for kind in NAMED for entry in package.gold[kind] for form in forms(entry)]
    assert [form for form in named if squeezed(form) not in squeezed(package.text)] == []


@pytest.mark.parametrize("name", REWRITES)
def test_gold_keeps_its_shape_and_its_levels(name: str) -> None:
    package = REWRITES[name](corpus(), chance()).packages[0]
    assert shape(package.gold) == shape(GOLD)
    assert [each["level"] for each in package.gold["persons"]] == ["required", "required"]
    assert package.gold["meetings"] == GOLD["meetings"]


@pytest.mark.parametrize("name", sorted(set(REWRITES) - WITHOUT_CHANCE - {"other quotes"}))
def test_another_chance_gives_another_text(name: str) -> None:
    texts = {REWRITES[name](corpus(corpus().text * 6), chance(seed)).text for seed in range(8)}
    assert len(texts) > 1


@pytest.mark.parametrize("name", sorted(WITHOUT_CHANCE))
def test_what_is_done_without_chance_is_always_the_same(name: str) -> None:
    assert REWRITES[name](corpus(), chance(1)) == REWRITES[name](corpus(), chance(2))


@pytest.mark.parametrize("name", REWRITES)
def test_no_packages_are_no_trouble(name: str) -> None:
    assert REWRITES[name](Corpus(()), chance()).packages == ()


def test_everything_exchanged_leaves_no_name() -> None:
    package = REWRITES["everything"](corpus(), chance()).packages[0]
    old = {form for kind in NAMED for entry in GOLD[kind] for form in forms(entry)}
    assert [form for form in old if squeezed(form) in squeezed(package.text)] == []


def test_there_is_a_rewriting_for_every_group_of_names() -> None:
    groups = ("Danish", "Turkish", "Arabic", "Somali", "Vietnamese", "double-last", "hyphenated")
    assert {f"{each} names" for each in groups} <= {*NAMES} <= {*REWRITES}
