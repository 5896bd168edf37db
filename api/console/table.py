"""A trace as a table for people: on a terminal folded under each appearance, elsewhere a line a claim."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.console.terminal import one_line
from api.pages.story import Line, Story, quote
from graph.traces.records import Appearance, Trace

STORY = Story()
QUOTED = 3  # quotes of one claim that are shown; the other forms show all


def print_table(trace: Trace, console: Console) -> None:
    """Print the trace; nothing in it is taken as markup or as a command to the terminal."""
    for line in heading(trace):
        console.print(Text(line), soft_wrap=True)
    for each in trace.appearances:
        if console.is_terminal:
            console.print(Text(title(each), style="bold"), _grid(each), "")
        else:
            console.print(Text("\n".join(_plain(each))), soft_wrap=True)


def heading(trace: Trace) -> tuple[str, ...]:
    """Return what the trace is of, its other names, and how often it appears."""
    subject = trace.subject
    count = len(trace.appearances)
    names = (f"også: {', '.join(subject.alt_labels)}",) if subject.alt_labels else ()
    found = "optræder én gang" if count == 1 else f"optræder {count} gange"
    first = f"{subject.label} ({subject.kind.label}) {found}"
    return tuple(one_line(line) for line in (first, *names, subject.iri, ""))


def title(each: Appearance) -> str:
    """Return when and where an appearance was, and what is unsure of the date, in one line."""
    reservation = STORY.reservation(each.occasion)
    head = f"{STORY.when(each.occasion)} · {STORY.where(each)}"
    return one_line(f"{head} ({reservation})" if reservation else head)


def _grid(each: Appearance) -> Table:
    table = Table(box=box.SIMPLE, show_header=False, show_edge=False, pad_edge=False)
    table.add_column(ratio=2, overflow="fold")
    table.add_column(ratio=3, overflow="fold")
    for claim, quotes in _claims(each):
        table.add_row(Text(one_line(claim)), Text(one_line(quotes), style="italic"))
    return table


def _plain(each: Appearance) -> Iterator[str]:
    yield title(each)
    for claim, quotes in _claims(each):
        yield f"  {one_line(claim)}{f' — {one_line(quotes)}' if quotes else ''}"
    yield ""


def _claims(each: Appearance) -> list[tuple[str, str]]:
    return [_claim(line) for line in STORY.lines(each)] or [(STORY.role(each.role), "")]


def _claim(line: Line) -> tuple[str, str]:
    quotes = [f"»{quote(each)}« ({STORY.source(each)})" for each in line.evidence[:QUOTED]]
    more = [f"+ {len(line.evidence) - QUOTED} til"] if len(line.evidence) > QUOTED else []
    return f"{STORY.topic(line.topic)}: {line.text}", " ".join((*quotes, *more))
