"""Recommendations as the templates number them, with what became of each."""

from __future__ import annotations

import pytest

from extract.relate.ground import survey
from extract.relate.recommendations import find_recommendations
from tests.extract.relate.readings import reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det indstilles, 1. at rådmanden godkender planen.", [("1", "at rådmanden godkender planen.")]),
        (
            "Det indstilles: At 1) kredsen drøfter planen. At 2) planen sendes i høring.",
            [("1", "kredsen drøfter planen."), ("2", "planen sendes i høring.")],
        ),
        ("Det indstilles: 1) At planen godkendes.", [("1", "At planen godkendes.")]),
        (
            "Det indstilles, at rådmanden tager planen til efterretning.",
            [("1", "at rådmanden tager planen til efterretning.")],
        ),
        ("Planen omfatter 12 boliger og 3. sal.", []),
        ("Mødet er kl. 10) og slutter senere.", []),
    ],
)
def test_each_numbered_point_is_read(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_recommendations(survey(reading(text)))
    assert [(each.number, each.text) for each in found] == expected


def test_each_point_gets_its_own_answer() -> None:
    text = "Det indstilles, 1. at planen godkendes. 2. at status drøftes."
    minutes = "1) Godkendt. 2) Kunne ikke tiltrædes."
    found = find_recommendations(survey(reading(text, minutes=minutes, outcome="approved")))
    assert [each.outcome for each in found] == ["approved", "not_endorsed"]


def test_a_point_without_an_answer_of_its_own_shares_the_items() -> None:
    text = "Det indstilles, 1. at planen godkendes. 2. at status drøftes."
    found = find_recommendations(survey(reading(text, minutes="Godkendt.", outcome="approved")))
    assert [each.outcome for each in found] == ["approved", "approved"]


def test_without_minutes_there_is_no_outcome() -> None:
    found = find_recommendations(survey(reading("Det indstilles, 1. at planen godkendes.")))
    assert [each.outcome for each in found] == [None]
