from __future__ import annotations

import pytest

from graph.resolving.stems import aim, content, core, head_of, stem


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("indsats", "indsatsen"),
        ("indsatser", "indsatserne"),
        ("modellen", "model"),
        ("programmet", "program"),
        ("centret", "center"),
        ("socialt", "social"),
        ("udsatte", "udsat"),
        ("havnens", "havnen"),
    ],
)
def test_forms_of_one_word_have_one_stem(left: str, right: str) -> None:
    assert stem(left) == stem(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("plan", "plante"),
        ("hus", "husk"),
        ("faglært", "ufaglært"),
        ("by", "bys"),
        ("lære", "lærer"),
        ("unge", "ungdom"),
        ("2024", "2025"),
    ],
)
def test_different_words_have_different_stems(left: str, right: str) -> None:
    assert stem(left) != stem(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("handleplan cykling", "handleplan på cyklingsområdet"),
        ("fjordby modellen for havnejob", "fjordbymodel for havnejob"),
        ("mentor indsats", "mentorindsatsen"),
    ],
)
def test_names_of_one_thing_have_the_same_content(left: str, right: str) -> None:
    assert content(left) == content(right)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("status på gadens køkken", "gadens køkken"),
        ("slutevaluering af gadens køkken", "gadens køkken"),
        ("12 gadens køkken", "gadens køkken"),
        ("gadens køkken § 18 2", "gadens køkken"),
        ("gadens køkken i budget 2026", "gadens køkken"),
        ("status", "status"),
        ("2024 planen", "2024 planen"),
        ("statuen på torvet", "statuen på torvet"),
        ("forslag", "forslag"),
    ],
)
def test_the_core_of_a_name(name: str, expected: str) -> None:
    assert core(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("styrket indsats for unge sejlere", "unge sejlere"),
        ("ny bådindsats til sejlere", "sejlere"),
        ("indsats mod støj", "indsats mod støj"),
        ("indsats", "indsats"),
    ],
)
def test_the_aim_of_an_effort(name: str, expected: str) -> None:
    assert aim(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("handleplanen", "handleplan"),
        ("projektet", "projekt"),
        ("programmet", "program"),
        ("handleplan", None),
        ("havneplanen", None),
        ("planeten", None),
    ],
)
def test_only_a_bare_definite_noun_stands_for_something_else(name: str, expected: str | None) -> None:
    assert head_of(name) == expected
