"""Who and what comes and goes: departments, people and places, meeting by meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.traces.records import Appearance, Named

MOST = 14  # rows of one kind, those present most


@dataclass(frozen=True, slots=True)
class Row:
    """One thing and in which of the columns it is named; `first` and `last` are numbers of columns."""

    thing: Named
    is_present: tuple[bool, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Column:
    """One appearance: its date, and its place on the page."""

    date: str | None
    anchor: str


@dataclass(frozen=True, slots=True)
class Presence:
    """A table of one kind ("department", "person", "place"): things by the appearances they are named in.

    Rows stand in the order in which they first come; `more` is how many are left out.
    """

    kind: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    more: int


def presences(appearances: Iterable[Appearance], anchors: dict[str, str]) -> tuple[Presence, ...]:
    """Return the tables that have at least one row and two columns."""
    shown = tuple(appearances)
    if len(shown) < 2:
        return ()
    columns = tuple(Column(each.occasion.date or each.occasion.estimate, anchors[each.iri]) for each in shown)
    made = (_presence(kind, columns, shown) for kind in ("department", "person", "place"))
    return tuple(each for each in made if each.rows)


def _presence(kind: str, columns: tuple[Column, ...], shown: tuple[Appearance, ...]) -> Presence:
    named = [set(_named(kind, each)) for each in shown]
    rows = [_row(thing, named) for thing in sorted(set().union(*named), key=lambda thing: thing.label)]
    most = sorted(rows, key=lambda row: (-sum(row.is_present), row.first))[:MOST]
    kept = tuple(sorted(most, key=lambda row: (row.first, row.last)))
    return Presence(kind, columns, kept, len(rows) - len(kept))


def _row(thing: Named, named: list[set[Named]]) -> Row:
    is_present = tuple(thing in each for each in named)
    present = [number for number, yes in enumerate(is_present) if yes]
    return Row(thing, is_present, present[0], present[-1])


def _named(kind: str, each: Appearance) -> Iterator[Named]:
    if kind == "person":
        yield from (person.person for person in each.people)
    else:
        yield from (tie.thing for tie in (each.places if kind == "place" else each.departments))
