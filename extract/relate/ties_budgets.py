"""Under which budget: the budget years that the text ties an initiative to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.recognise.initiatives_names import key
from extract.records import Kind, MentionIndex, Span
from extract.relate.ground import Ground
from extract.relate.scopes import Scopes
from extract.relate.subjects import Subject
from extract.relations import Tie

BUDGET_YEAR = "budget_year"
INVESTED = re.compile(r"\binvestering\b[^()\n]{0,60}\((?P<years>20\d\d(?:, 20\d\d)*)\)", re.IGNORECASE)
YEAR = re.compile(r"20\d\d")
MOST_INITIATIVES = 3  # in a sentence with a budget year: more are an enumeration that the year may not govern
ABOVE_TABLE = 600  # characters
SPEAKING = frozenset({"indstilling", "notat"})


def budget_ties(
    ground: Ground, scopes: Scopes, sentence: Span, subjects: tuple[Subject, ...]
) -> Iterator[Tie]:
    """Yield the budget years that a sentence names beside initiatives, or in their document."""
    years = ground.inside(Kind.BUDGET_YEAR, sentence)
    initiatives = {key(ground.name(each.initiative)): each for each in subjects}
    if not initiatives and years:
        yield from _understood_years(ground, scopes, sentence, years)
    if not years or len(initiatives) > MOST_INITIATIVES:
        return
    for each in initiatives.values():
        for year in years:
            yield Tie(
                each.initiative, BUDGET_YEAR, year, sentence, round(0.85 * each.sureness, 2), "sentence"
            )


def _understood_years(
    ground: Ground, scopes: Scopes, sentence: Span, years: tuple[MentionIndex, ...]
) -> Iterator[Tie]:
    """Yield the budget years that a document speaks of without naming its subject again."""
    scope = scopes.at(sentence.start)
    stretch = ground.at(sentence.start)
    if scope is None or stretch is None or stretch.document is None or stretch.document.type not in SPEAKING:
        return
    for year in years:
        yield Tie(scope.initiative, BUDGET_YEAR, year, sentence, 0.55, "document")


def _above(ground: Ground, row: Span) -> MentionIndex | None:
    """Return the budget that the text above a table's row names, in the same document."""
    stretch = ground.at(row.start)
    start = max(row.start - ABOVE_TABLE, stretch.span.start if stretch else 0)
    found = ground.inside(Kind.BUDGET_YEAR, Span(start, row.start))
    return found[-1] if found else None


def invested_ties(ground: Ground, scopes: Scopes) -> Iterator[Tie]:
    """Yield the years of an investment or a table row, where the file calls them budget years elsewhere."""
    budget_years: dict[str, MentionIndex] = {}
    for index in ground.by_kind[Kind.BUDGET_YEAR]:
        budget_years.setdefault(ground.reading.mentions[index].attributes.get("year", ""), index)
    for match in INVESTED.finditer(ground.text):
        scope = scopes.at(match.start())
        if scope is not None and scope.nearness == 2:
            for year in YEAR.findall(match["years"]):
                if year in budget_years:
                    evidence = Span(*match.span())
                    yield Tie(scope.initiative, BUDGET_YEAR, budget_years[year], evidence, 0.85, "invested")
    for index in ground.by_kind[Kind.INITIATIVE]:
        span = ground.span(index)
        if ground.reading.mentions[index].rule == "table_row" and (above := _above(ground, span)) is not None:
            yield Tie(
                index, BUDGET_YEAR, above, ground.sentence(ground.span(above).start), 0.75, "above_table"
            )
            continue
        year = ground.reading.mentions[index].attributes.get("start_year", "")
        if year in budget_years:
            evidence = ground.paragraph(ground.span(index).start)
            yield Tie(index, BUDGET_YEAR, budget_years[year], evidence, 0.85, "table_row")
