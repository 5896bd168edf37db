"""Dates and numbers in English."""

from __future__ import annotations

from decimal import Decimal

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date(iso: str) -> str:
    """Write a day, a month or a year (YYYY-MM-DD, YYYY-MM, YYYY); anything else stays as it is.

    >>> date("2023-05-08"), date("2023-05"), date("2023"), date("spring")
    ('8 May 2023', 'May 2023', '2023', 'spring')
    """
    parts = iso.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return iso
    if len(parts) > 1 and not 1 <= int(parts[1]) <= len(MONTHS):
        return iso
    words = [parts[0], *(MONTHS[int(part) - 1] for part in parts[1:2]), *(f"{int(p)}" for p in parts[2:])]
    return " ".join(reversed(words))


def number(value: Decimal) -> str:
    """Write a number with a point before its decimals and commas between thousands.

    >>> number(Decimal("1400000.0")), number(Decimal("9.70"))
    ('1,400,000', '9.7')
    """
    whole = value.to_integral_value()
    return f"{whole if value == whole else value.normalize():,f}"
