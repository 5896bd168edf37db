"""List the things of one kind: filtered, sorted, counted, a page at a time.

A kind is asked for by fixed questions, one a field, so that nothing that a client sends becomes SPARQL and no
field multiplies another's rows; what is asked of the list is then settled here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pyoxigraph import QuerySolutions

from graph.lookup import folded
from graph.store import Reader
from graph.views.listed_kinds import NUMBERS, Kind

MOST = 200_000  # values that are read of one field
MOST_COUNTED = 500  # values that are counted of one facet
NUMBER = re.compile(r"(?P<minus>-?)(?P<whole>\d{1,30})(?:\.(?P<part>\d*))?")
DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
COMPLEMENT = str.maketrans("0123456789", "9876543210")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing: its IRI and the values of each field, in alphabetical order, each once."""

    iri: str
    values: Mapping[str, tuple[str, ...]]

    def first(self, field: str) -> str | None:
        """Return the first value of a field, None if it has none."""
        return next(iter(self.values.get(field, ())), None)


@dataclass(frozen=True)
class Listing:
    """All things of one kind, in order of IRI; not `complete` if a field has more values than are read.

    What filters and orders look at is made once, when it is first asked for.
    """

    kind: Kind
    rows: tuple[Row, ...]
    complete: bool
    _found: dict[str, dict[str, frozenset[int]]] = field(default_factory=dict, compare=False, repr=False)
    _ordered: dict[str, tuple[tuple[Place, Row], ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Return the folded names of each thing by its IRI."""
        return {row.iri: tuple(folded(name) for name in row.values.get("names", ())) for row in self.rows}

    def having(self, name: str, value: str) -> frozenset[int]:
        """Return where in `rows` a field has the value: an IRI letter for letter, another folded."""
        if name not in self._found:
            found: dict[str, set[int]] = defaultdict(set)
            for number, row in enumerate(self.rows):
                for each in row.values.get(name, ()):
                    found[_key_of(each)].add(number)
            self._found[name] = {key: frozenset(numbers) for key, numbers in found.items()}
        return self._found[name].get(_key_of(value), frozenset())

    def ordered(self, order: str) -> tuple[tuple[Place, Row], ...]:
        """Return all rows in an order, each with its place in it."""
        if order not in self._ordered:
            placed = [(_place(row, order), row) for row in self.rows]
            placed.sort(key=lambda each: _key(each[0]), reverse=order.startswith("-"))
            placed.sort(key=lambda each: each[0].is_without)
            self._ordered[order] = tuple(placed)
        return self._ordered[order]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a list: filters by field, an order (a field, with "-" downwards), where to go on.

    `bounds` hold the lowest and highest value of a field; `facets` names fields whose values to count.
    """

    filters: Mapping[str, str]
    order: str
    limit: int
    after: Place | None = None
    bounds: Mapping[str, tuple[str | None, str | None]] = field(default_factory=dict)
    facets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an order: things without the value come last, equal ones go by IRI."""

    order: str
    is_without: int
    value: str
    iri: str


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list; `total` counts all that fit, `next` is where the next page begins.

    `facets` count how many of all that fit have each value, the most frequent first.
    """

    rows: tuple[Row, ...]
    total: int
    next: Place | None
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def read_listing(store: Reader, kind: Kind) -> Listing:
    """Read all things of a kind with their fields."""
    found: dict[str, dict[str, set[str]]] = {}
    complete = True
    for name, pattern in (("", 'BIND("" AS ?value)'), *kind.fields.items()):
        sparql = f"SELECT DISTINCT ?iri ?value {{ {kind.pattern} {pattern} }} LIMIT {MOST}"
        answers = store.query(sparql)
        rows = list(answers) if isinstance(answers, QuerySolutions) else []
        complete = complete and len(rows) < MOST
        for row in rows:
            values = found.setdefault(row["iri"].value, defaultdict(set))
            values[name].add(row["value"].value)
    made = (
        Row(iri, {name: tuple(sorted(each)) for name, each in found[iri].items()}) for iri in sorted(found)
    )
    return Listing(kind, tuple(made), complete)


def page(listing: Listing, wanted: Wanted) -> Page:
    """Return one page of what fits.

    The values of a filter are compared folded; the filter `names` fits if all its words stand in one name.
    """
    fitting = _fitting(listing, wanted)
    placed = [each for each in listing.ordered(wanted.order) if fitting is None or each[1].iri in fitting]
    rest = [each for each in placed if wanted.after is None or _is_later(each[0], wanted.after)]
    shown = rest[: wanted.limit]
    return Page(
        tuple(row for _, row in shown),
        len(placed),
        shown[-1][0] if len(rest) > len(shown) > 0 else None,
        {name: _counted((row for _, row in placed), field) for name, field in wanted.facets.items()},
    )


def _fitting(listing: Listing, wanted: Wanted) -> set[str] | None:
    """Return the IRIs of what fits; None if nothing is asked for."""
    numbers: set[int] | None = None
    for name, value in wanted.filters.items():
        found = _named(listing, value) if name == "names" else set(listing.having(name, value))
        numbers = found if numbers is None else numbers & found
    for name, bounds in wanted.bounds.items():
        within = {
            n for n, row in enumerate(listing.rows) if _is_within(name, row.values.get(name, ()), bounds)
        }
        numbers = within if numbers is None else numbers & within
    return None if numbers is None else {listing.rows[number].iri for number in numbers}


def _named(listing: Listing, wanted: str) -> set[int]:
    words = folded(wanted).split()
    names = (listing.names[row.iri] for row in listing.rows)
    return {
        number
        for number, own in enumerate(names)
        if words and any(all(word in name for word in words) for name in own)
    }


def _is_within(name: str, values: Iterable[str], bounds: tuple[str | None, str | None]) -> bool:
    """Tell whether a value lies between the bounds; a month reaches to its last day, a year to its last."""
    low, high = (None if bound is None else sort_key(name, bound) for bound in bounds)
    keys = [sort_key(name, value) for value in values]
    return any(
        (low is None or low <= key or low.startswith(f"{key}-")) and (high is None or key <= high)
        for key in keys
    )


def _counted(rows: Iterable[Row], name: str) -> dict[str, int]:
    counts = Counter(value for row in rows for value in row.values.get(name, ()))
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return dict(ordered[:MOST_COUNTED])


def _key_of(value: str) -> str:
    return value if "://" in value else folded(value)


def _place(row: Row, order: str) -> Place:
    """Return a row's place: upwards by the first of its values, downwards by the last."""
    name = order.removeprefix("-")
    keys = sorted(sort_key(name, value) for value in row.values.get(name, ()))
    key = keys[-1 if order.startswith("-") else 0] if keys else None
    return Place(order, int(key is None), key or "", row.iri)


def sort_key(name: str, value: str) -> str:
    """Return a field's value so that texts stand in order: numbers by size, names folded, dates as they are.

    >>> sorted(["900", "1000.5", "-5", "-40"], key=lambda value: sort_key("value", value))
    ['-40', '-5', '900', '1000.5']
    >>> sorted(["2025", "2024-06-30", "2024-06"], key=lambda value: sort_key("due", value))
    ['2024-06', '2024-06-30', '2025']
    """
    found = NUMBER.fullmatch(value) if name in NUMBERS else None
    if found is None:
        return value if DATE.fullmatch(value) else folded(value)
    written = f"{found['whole']:0>30}.{found['part'] or ''}"
    return f"-{written.translate(COMPLEMENT)}~" if found["minus"] else written


def _key(place: Place) -> tuple[str, str]:
    return place.value, place.iri


def _is_later(place: Place, last: Place) -> bool:
    if place.is_without != last.is_without:
        return place.is_without > last.is_without
    if place.order.startswith("-"):
        return _key(place) < _key(last)
    return _key(place) > _key(last)
