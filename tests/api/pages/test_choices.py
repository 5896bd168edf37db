"""A field offers what is frequent and what is chosen, however much there is."""

from __future__ import annotations

import pytest

from api.pages.choices import MOST, choices

COUNTS = {"Åse Holm": 1, "Bo Lind": 3, "Ida Toft": 9, "Carl Dam": 3}


@pytest.mark.parametrize(
    ("wanted", "most", "names", "chosen", "others"),
    [
        ("", 9, ("Åse Holm", "Bo Lind", "Carl Dam", "Ida Toft"), "", 0),
        ("", 2, ("Bo Lind", "Ida Toft"), "", 2),
        ("aase HOLM", 2, ("Åse Holm", "Bo Lind", "Ida Toft"), "Åse Holm", 1),
        ("Ida Toft", 2, ("Bo Lind", "Ida Toft"), "Ida Toft", 2),
        ("Ingen", 2, ("Bo Lind", "Ida Toft"), "", 2),
        ("!", 2, ("Bo Lind", "Ida Toft"), "", 2),
        ("<script>", 0, (), "", 4),
    ],
)
def test_the_most_frequent_and_the_chosen_are_offered(
    wanted: str, most: int, names: tuple[str, ...], chosen: str, others: int
) -> None:
    found = choices(COUNTS, wanted, most)
    assert (found.names, found.chosen, found.others) == (names, chosen, others)


def test_thousands_are_not_offered() -> None:
    found = choices({f"Navn {number}": 1 for number in range(5_000)}, "Navn 4999")
    assert len(found.names) == MOST + 1
    assert "Navn 4999" in found.names
