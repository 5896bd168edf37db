"""Rows of a catalogue: "2 Flere lærlinge 850 400 400" under "Nr. Forslag 2031 2032 2033", in thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extract.recognise.initiatives_candidates import Candidate, candidate
from extract.recognise.initiatives_cells import Cells, cells
from extract.recognise.kroner import number, scale
from extract.records import Kind, Mention, Span

WHAT = (
    r"(?:[Bb]udget)?[Ff]orslag|[Pp]rojekt(?:er)?|[Ii]ndsats(?:er)?|[Ii]nitiativ(?:er)?|[Tt]iltag"
    r"|[Ii]nvestering(?:er)?|[Oo]mråde"
)
HEAD = re.compile(
    rf"^(?:Nr\.?,? )?(?:{WHAT})(?: [^\d\n]{{2,60}}?)?"
    r"(?P<years>(?: (?:B|R|Budget )?20\d\d)+)(?: I alt)?[ \t]*$",
    re.MULTILINE,
)
YEAR = re.compile(r"20\d\d")
# In the head's line, above it or below it.
UNIT = re.compile(r"(?P<scale>mio\.?|mia\.?|t\.?|tusinde?|1\.?000)? ?kr\b\.?", re.IGNORECASE)
UNIT_REACH = 200
_AMOUNT = r"-?\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?|[-–]"
ROW = re.compile(
    rf"^(?:\d{{1,3}}[a-z]?[.)]? )?(?P<name>[A-ZÆØÅ§][^\n]{{3,110}}?)(?P<amounts>(?: (?:{_AMOUNT}))+)[ \t]*$",
    re.MULTILINE,
)
AMOUNT = re.compile(r"-?\d[\d.]*(?:,\d+)?|[-–]")
TOTAL = re.compile(r"(?:I alt|Sum|Total|Samlet|Heraf)\b")
GAP = 3  # lines between rows: a group's heading, a page break


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: what is proposed, and its amounts with the years they are for."""

    candidate: Candidate
    cells: Cells
    years: tuple[str, ...]
    amounts: tuple[Mention, ...]


def find_entries(text: str) -> Iterator[Entry]:
    """Yield the rows of all catalogues: tables with a column of undertakings and one of money a year."""
    for head in HEAD.finditer(text):
        unit = _unit(text, head)
        years = YEAR.findall(head["years"])
        if unit is not None:
            yield from _rows(text, head.group(), head.end() + 1, years, unit)


def _unit(text: str, head: re.Match[str]) -> int | None:
    """Return what one of the numbers is worth in kroner; None where no unit stands near the head."""
    before = [*UNIT.finditer(text, max(0, head.start() - UNIT_REACH), head.end())]
    after = UNIT.search(text, head.end(), head.end() + UNIT_REACH)
    found = before[-1] if before else after
    return (1000 if found["scale"] in {"1.000", "1000"} else scale(found["scale"])) if found else None


def _rows(text: str, head: str, start: int, years: list[str], unit: int) -> Iterator[Entry]:
    missed = 0
    while missed < GAP and start < len(text):
        end = text.find("\n", start)
        end = end if end >= 0 else len(text)
        row = ROW.fullmatch(text, start, end)
        found = [*AMOUNT.finditer(text, *row.span("amounts"))] if row else []
        if row and len(found) in {len(years), len(years) + 1} and not TOTAL.match(row["name"]):
            missed = 0
            told = cells(text, Span(*row.span("name")), head)
            named = candidate(text, told.name, "project", "table_row", 0.92)
            yield Entry(named, told, tuple(years), tuple(_amounts(found[: len(years)], years, unit)))
        elif text[start:end].strip():
            missed += 1
        start = end + 1


def _amounts(found: list[re.Match[str]], years: list[str], unit: int) -> Iterator[Mention]:
    for match, year in zip(found, years, strict=True):
        if match.group()[-1].isdigit() and (value := number(match.group().lstrip("-"))):
            kroner = f"{(value * Decimal(unit)).normalize():f}"
            attributes = {"value_dkk": kroner, "per": "year", "when": year}
            span = Span(match.end() - len(match.group().lstrip("-")), match.end())
            yield Mention(
                Kind.AMOUNT, span, span.of(match.string), f"{kroner} kr.", "catalogue", 0.93, attributes
            )
