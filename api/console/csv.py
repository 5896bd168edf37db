"""A trace as CSV: a row for each quote of each claim, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from api.pages.story import Line, Story
from graph.exporting.tables import FORMULA, NUMBER
from graph.traces.as_json import plain
from graph.traces.records import Appearance, Evidence, Trace

COLUMNS = (
    *("date", "dateBasis", "dateEstimate", "meeting", "body", "number", "title", "role", "outcome"),
    *("claim", "text", "value", "unit", "place", "when", "quote", "source", "page", "start", "end"),
)

STORY = Story()


def table(trace: Trace) -> str:
    """Return a header and the rows, lines ended by CRLF (RFC 4180).

    A text that a spreadsheet would run as a formula is preceded by an apostrophe.
    """
    output = io.StringIO()
    writer = csv.writer(output)
    writer.writerow(COLUMNS)
    for each in trace.appearances:
        for row in _rows(each):
            writer.writerow(harmless(cell) for cell in row)
    return output.getvalue()


def harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it.

    >>> harmless("=1+1"), harmless("-3")
    ("'=1+1", '-3')
    """
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell


def _rows(each: Appearance) -> Iterator[tuple[str, ...]]:
    at, outcome = each.occasion, each.decision.outcome
    known = (at.date, at.date_basis, at.estimate, at.meeting, at.body, each.number, each.title, each.role)
    head = tuple(value or "" for value in (*known, outcome.word if outcome else None))
    for line in STORY.lines(each) or (Line("mention", STORY.role(each.role)),):
        for quoted in [_quoted(evidence) for evidence in line.evidence] or [("",) * 5]:
            yield *head, line.topic, line.text, *_values(line), *quoted


def _values(line: Line) -> tuple[str, ...]:
    value = "" if line.value is None else str(plain(line.value))
    return value, line.unit or "", line.place or "", line.when or ""


def _quoted(each: Evidence) -> tuple[str, ...]:
    page = "" if each.page is None else str(each.page)
    return each.quote, each.source, page, str(each.start), str(each.end)
