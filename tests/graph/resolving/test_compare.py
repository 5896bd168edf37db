from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.resolving.compare import misprint, misprinted


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("køkkenet", "køkkkenet", True),
        ("mortensen", "mortensensen", True),
        ("havneudvikling", "havneudviklng", True),
        ("sejlerhuset", "sejlerhuest", True),
        ("faglærte", "ufaglærte", False),
        ("forståelse", "misforståelse", False),
        ("mand", "mund", False),
        ("nordbyen", "sydbyen", False),
        ("budget24", "budget25", False),
        ("havnebyen", "havnehøjen", False),
    ],
)
def test_what_may_be_a_misprint(left: str, right: str, expected: bool) -> None:
    assert misprint(left, right) is expected
    assert misprint(right, left) is expected


@given(st.text(min_size=0, max_size=12), st.text(min_size=0, max_size=12))
def test_a_misprint_goes_both_ways(left: str, right: str) -> None:
    if left and right:
        assert misprint(left, right) == misprint(right, left)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("gadens køkken", "gadens køkkken", ("køkken", "køkkken")),
        ("gadens køkken", "gadens køkken", None),
        ("gadens køkken", "gadenes køkkken", None),
        ("gadens køkken", "gadens store køkken", None),
    ],
)
def test_names_that_differ_in_one_misprinted_word(
    left: str, right: str, expected: tuple[str, str] | None
) -> None:
    assert misprinted(left.split(), right.split()) == expected
