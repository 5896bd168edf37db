"""Write values as typed literals; what is malformed is no literal."""

from __future__ import annotations

import math
import re
from datetime import date, time
from decimal import Decimal

from pyoxigraph import Literal

from graph.vocabulary import XSD

UNWRITABLE = re.compile(r"[\ud800-\udfff]")  # lone halves of surrogate pairs: no character, no RDF


def text(value: str) -> Literal:
    """Return a string."""
    return Literal(UNWRITABLE.sub("\ufffd", value))


def integer(value: int) -> Literal:
    """Return a whole number.

    >>> integer(7)
    <Literal value=7 datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#integer>>
    """
    return Literal(str(value), datatype=XSD("integer"))


def boolean(value: bool) -> Literal:
    """Return true or false."""
    return Literal("true" if value else "false", datatype=XSD("boolean"))


def decimal(value: str | float) -> Literal | None:
    """Return an exact decimal number, never in scientific notation; None if it is no finite number.

    >>> [each and each.value for each in (decimal(1.4e6), decimal("0.250"), decimal("many"))]
    ['1400000', '0.25', None]
    """
    try:
        number = Decimal(str(value))
    except ArithmeticError:
        return None
    if not math.isfinite(number):
        return None
    written = format(number, "f")
    return Literal(written.rstrip("0").rstrip(".") if "." in written else written, datatype=XSD("decimal"))


def moment(value: str | None) -> Literal | None:
    """Return a date, a month or a year by the precision it is written with; None if it is none of these.

    >>> [each and each.datatype.value.rpartition("#")[2] for each in map(moment, ("2024-03", "2024", "soon"))]
    ['gYearMonth', 'gYear', None]
    """
    kinds = {10: "date", 7: "gYearMonth", 4: "gYear"}
    written = value or ""
    try:
        date.fromisoformat(f"{written}-01-01"[:10] if len(written) < 10 else written)
    except ValueError:
        return None
    if not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", written):
        return None
    return Literal(written, datatype=XSD(kinds[len(written)]))


def at(day: str | None, clock: str | None) -> Literal | None:
    """Return a date, with the time of day where one is known ("10:30").

    >>> at("2024-05-06", "10:30").value, at("2024-05-06", None).value
    ('2024-05-06T10:30:00', '2024-05-06')
    """
    found = moment(day)
    if found is None or not clock:
        return found
    try:
        hour = time.fromisoformat(clock.zfill(5))
    except ValueError:
        return found
    return Literal(f"{day}T{hour.isoformat()}", datatype=XSD("dateTime"))
