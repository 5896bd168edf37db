"""Answers as tables for people."""

from __future__ import annotations

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, parse_query_results
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.console.terminal import one_line
from graph.iri import Iris
from graph.store import Term


def print_solutions(answer: bytes, base_iri: str) -> None:
    """Print a SPARQL JSON answer as a table, IRIs shortened; plain and unwrapped when not on a terminal."""
    results = parse_query_results(answer, format=QueryResultsFormat.JSON)
    if isinstance(results, QueryBoolean):
        print_rows(["answer"], [["yes" if results else "no"]])
    elif isinstance(results, QuerySolutions):
        iris = Iris(base_iri)
        names = [variable.value for variable in results.variables]
        print_rows(names, [[_cell(term, iris) for term in solution] for solution in results])


def print_rows(names: list[str], rows: list[list[str]]) -> None:
    """Print rows under their names; nothing in them is taken as markup or as a command to the terminal."""
    console = Console(highlight=False)
    table = Table(box=box.SIMPLE_HEAD if console.is_terminal else None, show_edge=False, pad_edge=False)
    for name in names:
        table.add_column(Text(name), overflow="fold", no_wrap=not console.is_terminal)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    if not console.is_terminal:
        console.width = max(80, sum(_widest(column) + 2 for column in zip(names, *rows, strict=True)))
    console.print(table)


def _widest(column: tuple[str, ...]) -> int:
    return max(Text(cell).cell_len for cell in column)


def _cell(term: Term | None, iris: Iris) -> str:
    if term is None:
        return ""
    text = str(getattr(term, "value", term))
    shown = iris.shorten(text) if not hasattr(term, "datatype") else text
    return one_line(shown)
