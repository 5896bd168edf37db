"""List the things of one kind: filtered, sorted, a page at a time.

A kind is asked for by fixed questions, one a field, so that nothing that a client sends becomes SPARQL and no
field multiplies another's rows; what is asked of the list is then settled here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import QuerySolutions

from graph.listed_kinds import Kind
from graph.lookup import folded
from graph.store import Reader

MOST = 200_000  # values that are read of one field


@dataclass(frozen=True, slots=True)
class Row:
    """One thing: its IRI and the values of each field, in alphabetical order, each once."""

    iri: str
    values: Mapping[str, tuple[str, ...]]

    def first(self, field: str) -> str | None:
        """Return the first value of a field, None if it has none."""
        return next(iter(self.values.get(field, ())), None)


@dataclass(frozen=True, slots=True)
class Listing:
    """All things of one kind, in order of IRI; not `complete` if a field has more values than are read."""

    kind: Kind
    rows: tuple[Row, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a list: filters by field, an order (a field, with "-" downwards), where to go on."""

    filters: Mapping[str, str]
    order: str
    limit: int
    after: Place | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an order: things without the value come last, equal ones go by IRI."""

    order: str
    is_without: int
    value: str
    iri: str


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list; `total` counts all that fit, `next` is where the next page begins."""

    rows: tuple[Row, ...]
    total: int
    next: Place | None


def read_listing(store: Reader, kind: Kind) -> Listing:
    """Read all things of a kind with their fields."""
    found: dict[str, dict[str, set[str]]] = {}
    complete = True
    for field, pattern in (("", 'BIND("" AS ?value)'), *kind.fields.items()):
        sparql = f"SELECT DISTINCT ?iri ?value {{ {kind.pattern} {pattern} }} LIMIT {MOST}"
        answers = store.query(sparql)
        rows = list(answers) if isinstance(answers, QuerySolutions) else []
        complete = complete and len(rows) < MOST
        for row in rows:
            values = found.setdefault(row["iri"].value, defaultdict(set))
            values[field].add(row["value"].value)
    made = (
        Row(iri, {name: tuple(sorted(each)) for name, each in found[iri].items()}) for iri in sorted(found)
    )
    return Listing(kind, tuple(made), complete)


def page(listing: Listing, wanted: Wanted) -> Page:
    """Return one page of what fits.

    The values of a filter are compared folded; the filter `q` fits if all its words stand in the names.
    """
    fitting = [row for row in listing.rows if _fits(row, wanted.filters)]
    places = {row.iri: _place(row, wanted.order) for row in fitting}
    fitting.sort(key=lambda row: _key(places[row.iri]), reverse=wanted.order.startswith("-"))
    fitting.sort(key=lambda row: places[row.iri].is_without)
    rest = [row for row in fitting if wanted.after is None or _is_later(places[row.iri], wanted.after)]
    shown = tuple(rest[: wanted.limit])
    return Page(shown, len(fitting), places[shown[-1].iri] if len(rest) > len(shown) else None)


def _fits(row: Row, filters: Mapping[str, str]) -> bool:
    return all(_has(row.values.get(field, ()), field, value) for field, value in filters.items())


def _has(values: Iterable[str], field: str, wanted: str) -> bool:
    if field == "names":
        words = folded(wanted).split()
        return bool(words) and any(all(word in folded(value) for word in words) for value in values)
    return any(folded(value) == folded(wanted) for value in values)


def _place(row: Row, order: str) -> Place:
    value = row.first(order.removeprefix("-"))
    return Place(order, int(value is None), sortable(value or ""), row.iri)


def sortable(value: str) -> str:
    """Return the value so that the order of texts is the order of numbers, and of names without case.

    >>> sorted(["900", "1000.5"], key=sortable)
    ['900', '1000.5']
    """
    whole, _, part = value.partition(".")
    if whole.isdecimal() and (part.isdecimal() or not part):
        return f"{whole:0>20}.{part}"
    return folded(value)


def _key(place: Place) -> tuple[str, str]:
    return place.value, place.iri


def _is_later(place: Place, last: Place) -> bool:
    if place.is_without != last.is_without:
        return place.is_without > last.is_without
    if place.order.startswith("-"):
        return _key(place) < _key(last)
    return _key(place) > _key(last)
