"""Dates and numbers as Danes write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from api.pages import danish


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2023-05-08", "8. maj 2023"),
        ("2023-12", "december 2023"),
        ("2023", "2023"),
        ("2023-13", "2023-13"),
        ("2023-00-01", "2023-00-01"),
        ("forår 2023", "forår 2023"),
        ("", ""),
    ],
)
def test_dates(iso: str, expected: str) -> None:
    assert danish.date(iso) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1400000.0", "1.400.000"),
        ("9.70", "9,7"),
        ("0.05", "0,05"),
        ("-1234.5", "-1.234,5"),
        ("1E+6", "1.000.000"),
        ("75", "75"),
    ],
)
def test_numbers(value: str, expected: str) -> None:
    assert danish.number(Decimal(value)) == expected
