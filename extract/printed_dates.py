"""Read the dates printed in structural places: headings, heads of documents, file names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extract.records import Span

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
# "19. marts 2031", "d. 8. februar 2033", "2. juni".
DATE_IN_WORDS = re.compile(
    r"\b(?P<day>[0-3]?\d)\. ?(?P<month>[a-zæøåA-ZÆØÅ]{3,9})\b\.?(?:,? (?P<year>20\d\d)\b)?"
)
# "20-05-31", "28-11-2032", "11/03/2031", "27.10.2032".
DATE_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<day>[0-3]?\d)(?P<sign>[-/.])(?P<month>[01]?\d)(?P=sign)(?P<year>20\d\d|\d\d)\b(?![-/.]\d)"
)
# "20310311-Rådmandsmøde.pdf", "Referat 2025-03-11".
DATE_IN_FILE_NAME = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?P<gap>[-_.]?)(?P<month>[01]\d)(?P=gap)(?P<day>[0-3]\d)(?!\d)"
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A day as printed; `year` is None where it is not."""

    span: Span
    year: int | None
    month: int
    day: int

    def iso(self, year: int | None = None) -> str | None:
        """Return the day in ISO 8601, in `year` where none is printed; None if there is no such day.

        >>> PrintedDate(Span(0, 11), None, 2, 30).iso(2031) is None
        True
        """
        known = self.year or year
        if known is None:
            return None
        try:
            return date(known, self.month, self.day).isoformat()
        except ValueError:
            return None


def printed_dates(text: str) -> Iterator[PrintedDate]:
    """Yield the days printed in `text`, in order of start.

    >>> [each.iso(2031) for each in printed_dates("den 3. marts og 20-05-25, 2030-01-02")]
    ['2031-03-03', '2025-05-20', '2030-01-02']
    """
    found = [*_in_words(text), *_in_figures(text), *_in_file_names(text)]
    yield from sorted(found, key=lambda each: each.span)


def first_date(text: str) -> PrintedDate | None:
    """Return the first day printed in `text` with its year.

    >>> first_date("mandag den 3. marts") is None
    True
    """
    return next((each for each in printed_dates(text) if each.iso()), None)


def _in_words(text: str) -> Iterator[PrintedDate]:
    for match in DATE_IN_WORDS.finditer(text):
        name = match["month"].casefold()
        month = next((n for n, full in enumerate(MONTHS, 1) if full == name or full[:3] == name), None)
        if month:
            year = int(match["year"]) if match["year"] else None
            yield PrintedDate(Span(*match.span()), year, month, int(match["day"]))


def _in_figures(text: str) -> Iterator[PrintedDate]:
    for match in DATE_NUMERIC.finditer(text):
        year, month, day = (int(match[part]) for part in ("year", "month", "day"))
        if 1 <= month <= 12:
            yield PrintedDate(Span(*match.span()), year if year > 99 else 2000 + year, month, day)


def _in_file_names(text: str) -> Iterator[PrintedDate]:
    for match in DATE_IN_FILE_NAME.finditer(text):
        if 1 <= int(match["month"]) <= 12:
            yield PrintedDate(Span(*match.span()), int(match["year"]), int(match["month"]), int(match["day"]))
