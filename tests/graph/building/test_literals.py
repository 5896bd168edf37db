from __future__ import annotations

import pytest

from graph.building.literals import at, boolean, decimal, moment, text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1400000.0, "1400000"),
        (0.1, "0.1"),
        (1e22, "10000000000000000000000"),
        ("0.250", "0.25"),
        ("-3", "-3"),
        ("nan", None),
        (float("inf"), None),
        ("", None),
        ("1,4 mio.", None),
    ],
)
def test_a_decimal_is_exact_and_never_scientific(value: str | float, expected: str | None) -> None:
    literal = decimal(value)
    assert (literal.value if literal else None) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-06", "date"),
        ("2024-05", "gYearMonth"),
        ("2024", "gYear"),
        ("2024-13", None),
        ("2024-02-30", None),
        ("24", None),
        ("2024-W05", None),
        ("forår 2024", None),
        ("", None),
        (None, None),
    ],
)
def test_a_moment_has_the_type_of_its_precision(value: str | None, expected: str | None) -> None:
    literal = moment(value)
    assert (literal.datatype.value.rpartition("#")[2] if literal else None) == expected


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        ("2024-05-06", "10:30", "2024-05-06T10:30:00"),
        ("2024-05-06", "9:00", "2024-05-06T09:00:00"),
        ("2024-05-06", "25:00", "2024-05-06"),
        ("2024-05-06", None, "2024-05-06"),
        (None, "10:30", None),
    ],
)
def test_a_day_with_an_hour(day: str | None, clock: str | None, expected: str | None) -> None:
    literal = at(day, clock)
    assert (literal.value if literal else None) == expected


def test_half_a_character_becomes_a_sign_for_it() -> None:
    assert text("r\udce6v").value == "r\ufffdv"


def test_booleans_are_true_and_false() -> None:
    assert (boolean(True).value, boolean(False).value) == ("true", "false")
