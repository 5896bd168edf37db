"""Amounts in tables whose unit stands in the head: "Indsats Udgift (mio. kr.)" over "Kurser 2024 1,3"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.recognise.kroner import money, number, scale
from extract.records import Mention, Span

# "(mio. kr.)", "(1.000 kr.)", "(i t.kr.)", "Beløb i mio. kr. (2024-priser)" in a head.
HEAD = re.compile(
    r"(?:\((?:[a-zæøå]+ )?(?:i )?|\bbeløb i |\bi |^)(?P<scale>mio\.?|mia\.?|t\.|tusinde?|1\.?000)? ?kr\b\.?"
    r"(?=\)|[^\n\d]{0,40}$|,)",
    re.MULTILINE | re.IGNORECASE,
)
# A label and, at the end of the line, one amount or one a column; a year before them is a column of its own.
ROW = re.compile(r"(?=[^\n]*[a-zæøå]{2})[^\n]{2,140}?(?P<amounts>(?: -?\d{1,3}(?:\.\d{3})*,\d{1,2})+)[ \t]*")
WHOLE_ROW = re.compile(r"(?=[^\n]*[a-zæøå]{2})[^\n]{2,140}?(?P<amounts>(?: -?\d{1,3}(?:\.\d{3})+)+)[ \t]*")
AMOUNT = re.compile(r"\d[\d.]*(?:,\d+)?")
GAP = 4  # lines in a row that a table may hold without an amount: group headings, labels over two lines
PROSE = 170  # a longer line is no row


def table_amounts(text: str) -> Iterator[Mention]:
    """Yield the amounts of all tables that say what their numbers are, with their value in kroner."""
    for head in HEAD.finditer(text):
        end_of_head = text.find("\n", head.end())
        if end_of_head >= 0:
            yield from _rows(text, end_of_head + 1, scale(head["scale"]))


def _rows(text: str, start: int, factor: int) -> Iterator[Mention]:
    missed = 0
    row = ROW if factor > 1000 else WHOLE_ROW
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
        yield money(text, Span(*each.span()), number(each.group()) * factor, "table", 0.9)
