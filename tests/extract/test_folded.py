"""Words are found in any case, wherever they may begin."""

from __future__ import annotations

import re

import pytest

from extract.folded import starts_in_any_case

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
