"""Amounts of money in kroner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extract.patterns import AMOUNT, KRONER_BEFORE
from extract.recognise.scene import Recogniser, Scene, without_overlaps
from extract.records import Kind, Mention, Span
from extract.terms import Terms

SCALES = {"mia": 1_000_000_000, "mio": 1_000_000, "mill": 1_000_000, "t": 1_000, "tkr": 1_000, "tusi": 1_000}


def recogniser(terms: Terms) -> Recogniser:
    """Return the recogniser of amounts; it needs no term list."""
    del terms
    return find_amounts


def find_amounts(scene: Scene) -> tuple[Mention, ...]:
    """Return the amounts in order of start, with their value in kroner as a decimal string."""
    return without_overlaps(_candidates(scene.text))


def _candidates(text: str) -> Iterator[Mention]:
    for pattern in (AMOUNT, KRONER_BEFORE):
        for match in pattern.finditer(text):
            yield _mention(match)


def _mention(match: re.Match[str]) -> Mention:
    groups = match.groupdict()
    value = number(match["number"]) * scale(groups.get("scale"))
    return Mention(
        Kind.AMOUNT,
        Span(*match.span()),
        match.group(),
        f"{value:f} kr.",
        "amount",
        0.98,
        {"value_dkk": f"{value:f}"},
    )


def scale(word: str | None) -> int:
    """Return what "mio." and its like multiply by.

    >>> scale("mio."), scale("t."), scale(None)
    (1000000, 1000, 1)
    """
    key = (word or "").casefold().rstrip(".")
    return next((factor for name, factor in SCALES.items() if key.startswith(name)), 1)


def number(printed: str) -> Decimal:
    """Read a number as Danes print it; "6.6" with a full stop before one or two digits is a decimal.

    >>> number("4.337,38"), number("6.6"), number("800.000")
    (Decimal('4337.38'), Decimal('6.6'), Decimal('800000'))
    """
    printed = re.sub(r"\s", "", printed)
    if re.fullmatch(r"\d+\.\d{1,2}", printed):
        return Decimal(printed)
    return Decimal(printed.replace(".", "").replace(",", "."))
