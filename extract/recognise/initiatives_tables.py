"""Rows of a table of initiatives: "7 Færre i kø 2020 2,6" under "Nr. Model Start år Udgift (mio. kr.)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.recognise.initiatives_candidates import Candidate, candidate
from extract.recognise.initiatives_cells import Cells, cells
from extract.recognise.kroner import number, scale
from extract.records import Kind, Mention, Span

UNIT = re.compile(r"\((?:i )?(?P<scale>mio\.?|t\.?|1\.000|tusinde)? ?kr\.?\)", re.IGNORECASE)
COLUMN = re.compile(
    r"\b(investering\w*|projekt\w*|indsats\w*|initiativ\w*|model\w*|tiltag|pulje\w*|forslag)\b", re.IGNORECASE
)
NUMBER_COLUMN = re.compile(r"\bNr\.?(?!\w)", re.IGNORECASE)
KINDS = {"inve": "investment_model", "mode": "investment_model", "pulj": "scheme"}
HEADER_REACH = 140
ROW = re.compile(
    r"(?<!\S)(?P<number>\d{1,3}[a-z]?)[.)]? (?P<name>[A-ZÆØÅ§][^\n]{3,110}?)"
    r"(?: (?P<year>20\d\d))? "
    r"(?P<amount>\d{1,3}(?:\.\d{3})*,\d{1,2}|\d{1,3}(?:\.\d{3})+|\d{1,6}(?=[ \t]*$))(?![\w%,.-])",
    re.MULTILINE,
)
LINE = re.compile(
    r"^(?P<name>[A-ZÆØÅ§][^\n]{3,110}?)(?: (?P<year>20\d\d))? (?P<amount>\d{1,3}(?:\.\d{3})*,\d{1,2})[ \t]*$",
    re.MULTILINE,
)
GAP = 260  # between two rows of one table: a note, a page break


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a table: its end, what a row is, what one unit of money is worth, what its year means."""

    end: int
    kind: str
    factor: int
    yearly: bool
    starts: bool
    numbered: bool
    columns: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the initiative, what else stands in it, the amount."""

    candidate: Candidate
    cells: Cells
    amount: Mention


def find_rows(text: str) -> tuple[Row, ...]:
    """Return the rows of all tables of initiatives, in order.

    A table is known by its head: a column of initiatives and one of money with its unit in brackets.
    """
    rows: list[Row] = []
    for header in _headers(text):
        rows.extend(_rows(text, header))
    return tuple(rows)


def outside_heads(text: str, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Leave out what stands in the head of a table: "Projekt Udgift (mio. kr.)" names no project."""
    heads = [Span(text.rfind("\n", 0, header.end) + 1, header.end) for header in _headers(text)]
    ends = [span.end for span in heads]
    for each in candidates:
        index = bisect_left(ends, each.span.start)
        if index == len(heads) or not each.span.overlaps(heads[index]):
            yield each


def _headers(text: str) -> Iterator[Header]:
    for unit in UNIT.finditer(text):
        before = text[max(0, unit.start() - HEADER_REACH) : unit.start()]
        columns = COLUMN.findall(before)
        numbered = NUMBER_COLUMN.search(before) is not None
        if not columns or not (numbered or "\n" in before):
            continue
        kind = next(
            (KINDS[word[:4].casefold()] for word in columns if word[:4].casefold() in KINDS), "project"
        )
        folded = before.casefold()
        yearly = "årlig" in folded or "pr. år" in folded
        factor = 1000 if unit["scale"] == "1.000" else scale(unit["scale"])
        yield Header(
            unit.end(),
            kind,
            factor,
            yearly,
            re.search(r"\b(?:op)?start\b", folded) is not None,
            numbered,
            before,
        )


def _rows(text: str, header: Header) -> Iterator[Row]:
    position = header.end
    pattern = ROW if header.numbered else LINE
    last_number = 0
    while (match := pattern.search(text, position, min(len(text), position + GAP + 160))) is not None:
        if match.start() - position > GAP or UNIT.search(match["name"]):
            return
        if header.numbered and not last_number <= _serial(match) <= last_number + 4:
            position = match.start("name")
            continue
        last_number = _serial(match) if header.numbered else 0
        yield _row(text, match, header)
        position = match.end()


def _serial(match: re.Match[str]) -> int:
    return int(re.match(r"\d+", match["number"]).group())  # type: ignore[union-attr]  # ROW begins with digits


def _row(text: str, match: re.Match[str], header: Header) -> Row:
    value = number(match["amount"]) * Decimal(header.factor)
    attributes = {"value_dkk": f"{value.normalize():f}", "per": "year" if header.yearly else "once"}
    amount = Mention(
        Kind.AMOUNT,
        Span(*match.span("amount")),
        match["amount"],
        f"{value.normalize():f} kr.",
        "table_row",
        0.95,
        attributes,
    )
    told = cells(text, Span(*match.span("name")), header.columns)
    if match["year"] and header.starts:
        told = replace(told, start_year=match["year"])
    return Row(candidate(text, told.name, header.kind, "table_row", 0.92), told, amount)
