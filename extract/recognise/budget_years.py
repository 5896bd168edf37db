"""Budget years: years that a budget is named by, not every year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.patterns import BUDGET_YEAR, YEAR, YEAR_BEFORE_BUDGET
from extract.recognise.scene import Recogniser, Scene
from extract.records import Kind, Mention, Span
from extract.terms import Terms


def recogniser(terms: Terms) -> Recogniser:
    """Return the recogniser of budget years; it needs no term list."""
    del terms
    return find_budget_years


def find_budget_years(scene: Scene) -> Iterator[Mention]:
    """Yield a mention a year: "budget 2020 og 2021" is two, "budget 2024-2027" one, of its first year."""
    for match in YEAR_BEFORE_BUDGET.finditer(scene.text):
        yield _mention(Span(*match.span()), match.group(), match.group(1))
    for match in BUDGET_YEAR.finditer(scene.text):
        yield from _years(scene.text, match)


def _years(text: str, match: re.Match[str]) -> Iterator[Mention]:
    start = match.start()
    for year in YEAR.finditer(text, match.start(1), match.end(1)):
        if text[year.start() - 1] in "-–/":
            continue
        yield _mention(Span(start, year.end()), text[start : year.end()], year.group())
        start = year.end()
        while start < match.end() and not text[start].isdigit():
            start += 1


def _mention(span: Span, text: str, year: str) -> Mention:
    return Mention(Kind.BUDGET_YEAR, span, text, f"Budget {year}", "budget_year", 1.0, {"year": year})
