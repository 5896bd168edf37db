"""Amounts in tables whose unit stands in the head: "Indsats Udgift (mio. kr.)" over "Kurser 2024 1,3"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.recognise.kroner import money, number, scale
from extract.records import Mention, Span

# "(mio. kr.)", "(1.000 kr.)", "(i t.kr.)", "Beløb i mio. kr. (2024-priser)" in a head.
HEAD = re.compile(
    r"(?:\((?:[a-zæøå]+ )?(?:i )?|\bbeløb i |, (?:i )?|\bi |^)"
    r"(?P<scale>mio\.?|mia\.?|t\.|tusinde?|1\.?000)? ?kr\b\.?"
    r"(?=\)|[^\n\d]{0,40}$|,)",
    re.MULTILINE | re.IGNORECASE,
)
# A label and, at the end of the line, one amount or one a column, perhaps with a status behind ("Grøn").
_ROW = r"(?=[^\n]*[a-zæøå]{2})[^\n]{2,140}?(?P<amounts>(?: -?%s)+)(?: [A-ZÆØÅ][a-zæøå]+){0,2}[ \t]*"
ROWS = {
    10**6: re.compile(_ROW % r"\d{1,3}(?:\.\d{3})*,\d{1,2}"),
    10**3: re.compile(_ROW % r"\d{1,3}(?:\.\d{3})*"),
    1: re.compile(_ROW % r"\d{1,3}(?:\.\d{3})+"),
}
AMOUNT = re.compile(r"\d[\d.]*(?:,\d+)?")
GAP = 4  # lines in a row that a table may hold without an amount: group headings, labels over two lines
PROSE = 170  # a longer line is no row


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table says what its numbers are, and the amounts in its rows."""

    unit: Span
    amounts: tuple[Mention, ...]


def tables(text: str) -> Iterator[Table]:
    """Yield the tables of amounts; what looks like a head and has no rows is none."""
    for head in HEAD.finditer(text):
        end_of_head = text.find("\n", head.end())
        amounts = tuple(_rows(text, end_of_head + 1, scale(head["scale"]))) if end_of_head >= 0 else ()
        if amounts:
            yield Table(Span(*head.span()), amounts)


def _rows(text: str, start: int, factor: int) -> Iterator[Mention]:
    missed = 0
    row = ROWS[min(factor, 10**6)]
    while missed < GAP and start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        match = row.fullmatch(text, start, end)
        if end - start > PROSE or HEAD.search(text, start, end):
            return
        missed = 0 if match else missed + 1
        if match:
            yield from _amounts(text, Span(*match.span("amounts")), factor)
        start = end + 1


def _amounts(text: str, span: Span, factor: int) -> Iterator[Mention]:
    for each in AMOUNT.finditer(text, span.start, span.end):
        if value := number(each.group()):
            yield money(text, Span(*each.span()), value * factor, "table", 0.9)
