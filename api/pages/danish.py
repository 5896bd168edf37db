"""Dates and numbers as Danes write them."""

from __future__ import annotations

from decimal import Decimal

MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
SWAP = str.maketrans(",.", ".,")


def date(iso: str) -> str:
    """Write a day, a month or a year (YYYY-MM-DD, YYYY-MM, YYYY); anything else stays as it is.

    >>> date("2023-05-08"), date("2023-05"), date("2023"), date("forår")
    ('8. maj 2023', 'maj 2023', '2023', 'forår')
    """
    parts = iso.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return iso
    if len(parts) > 1 and not 1 <= int(parts[1]) <= len(MONTHS):
        return iso
    words = [parts[0], *(MONTHS[int(part) - 1] for part in parts[1:2]), *(f"{int(p)}." for p in parts[2:])]
    return " ".join(reversed(words))


def number(value: Decimal) -> str:
    """Write a number with a comma before its decimals and a point between thousands.

    >>> number(Decimal("1400000.0")), number(Decimal("9.70"))
    ('1.400.000', '9,7')
    """
    whole = value.to_integral_value()
    return f"{whole if value == whole else value.normalize():,f}".translate(SWAP)
