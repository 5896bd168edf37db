"""Read a number of kroner as Danes print it."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.records import Kind, Mention, Span

SCALES = {
    "mia": 10**9,
    "milliard": 10**9,
    "mio": 10**6,
    "mill": 10**6,
    "t": 10**3,
    "1.000": 10**3,
    "1000": 10**3,
}
_COUNTED = ("en et én ét", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
WORDS = {word: Decimal(value) for value, words in enumerate(_COUNTED, 1) for word in words.split()} | {
    "halvanden": Decimal("1.5"),
    "en halv": Decimal("0.5"),
}


def scale(word: str | None) -> int:
    """Return what "mio." and its like multiply by.

    >>> scale("mio."), scale("t."), scale(None)
    (1000000, 1000, 1)
    """
    key = (word or "").casefold()
    return next((factor for name, factor in SCALES.items() if key.startswith(name)), 1)


def number(printed: str) -> Decimal:
    """Read a number; a full stop before one or two digits ("6.6") is a decimal point.

    >>> number("4.337,38"), number("6.6"), number("800.000"), number("2½"), number("fem")
    (Decimal('4337.38'), Decimal('6.6'), Decimal('800000'), Decimal('2.5'), Decimal('5'))
    """
    if printed.casefold() in WORDS:
        return WORDS[printed.casefold()]
    digits = re.sub(r"\s", "", printed.replace("½", ",5"))
    if re.fullmatch(r"\d+\.\d{1,2}", digits):
        return Decimal(digits)
    return Decimal(digits.replace(".", "").replace(",", "."))


def money(
    text: str, span: Span, value: Decimal, rule: str, confidence: float, period: str | None = None
) -> Mention:
    """Return the mention of an amount of `value` kroner, paid once a `period` if that is known."""
    written = f"{value.normalize():f}"
    attributes = {"value_dkk": written} | ({"per": period} if period else {})
    return Mention(Kind.AMOUNT, span, span.of(text), f"{written} kr.", rule, confidence, attributes)
