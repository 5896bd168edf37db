"""Dates, months, seasons, quarters, weeks and years."""

from __future__ import annotations

from collections.abc import Iterator

from extract.patterns import DATE_IN_WORDS, DATE_NUMERIC
from extract.recognise.scene import Recogniser, Scene
from extract.records import Kind, Mention, Span
from extract.terms import Terms


def recogniser(terms: Terms) -> Recogniser:
    """Return the recogniser of dates, which knows the names of the months."""
    months = {name: number for number, name in enumerate(terms.words["dates"]["months"], 1)}

    def find_dates(scene: Scene) -> Iterator[Mention]:
        for match in DATE_IN_WORDS.finditer(scene.text):
            month = months.get(match["month"].casefold())
            if month and match["year"]:
                yield _day(
                    Span(*match.span()), match.group(), f"{match['year']}-{month:02}-{int(match['day']):02}"
                )
        for match in DATE_NUMERIC.finditer(scene.text):
            year = match["year"] if len(match["year"]) == 4 else "20" + match["year"]
            yield _day(
                Span(*match.span()), match.group(), f"{year}-{int(match['month']):02}-{int(match['day']):02}"
            )

    return find_dates


def _day(span: Span, text: str, value: str) -> Mention:
    return Mention(Kind.DATE, span, text, value, "date", 1.0, {"value": value, "precision": "day"})
