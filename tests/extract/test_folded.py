"""Words are found in any case, wherever they may begin."""

from __future__ import annotations

import re

import pytest

from extract.folded import matches_at, number_starts, starts_in_any_case

WORDS = r"\b(?:planen|plan)"


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Planen og en PLAN", [0, 13]),
        ("trivselsplanen", []),
        ("", []),
        ("İ Planen", [2]),  # longer in lower case: offsets still count in the text
    ],
)
def test_a_start_is_found_in_any_case(text: str, starts: list[int]) -> None:
    assert [*starts_in_any_case(WORDS, text)] == starts


def test_overlapping_starts_are_all_found() -> None:
    assert starts_in_any_case("(?:a b|b c)", "A b c") == (0, 2)


def test_every_match_in_any_case_begins_at_a_start() -> None:
    text = "Planen er en plan; Planens planer"
    starts = {match.start() for match in re.finditer(WORDS, text, re.IGNORECASE)}
    assert starts <= {*starts_in_any_case(WORDS, text)}


def test_matches_at_starts_are_those_of_finditer() -> None:
    pattern, text = re.compile(r"(?<!\d)\d/\d"), "1/2/3 og 14/5, 6/7"
    assert [each.span() for each in matches_at(pattern, text, number_starts(text))] == [
        each.span() for each in pattern.finditer(text)
    ]


def test_a_match_does_not_begin_inside_the_one_before() -> None:
    assert [each.group() for each in matches_at(re.compile("aa"), "aaa", (0, 1))] == ["aa"]
