"""Lists of what the graph holds, filtered, sorted, counted and paged."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated

from fastapi import Query, Request

from api.rest.examples import answered, list_page
from api.rest.listings import Listings, cursor_of, place_of
from api.rest.schemas import FILTERS, Listed, ListPage, ListParameters
from api.rest.snapshot_route import SnapshotRouter
from api.sparql.request import ProtocolError
from graph.views.listed_kinds import BOOLEANS, HIDDEN, KINDS, NUMBERS, Kind
from graph.views.listing import Row, Wanted, page

router = SnapshotRouter(prefix="/api", tags=["lists"])
Parameters = Annotated[ListParameters, Query()]
BOUNDS = ("min", "max", "due_after", "due_before")
LOWEST = ("min", "_after")  # how a bound that is the lowest value is called; the others are the highest
NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?")


def _lister(kind: Kind) -> Callable[[Request, ListParameters], ListPage]:
    def listed(request: Request, parameters: Parameters) -> ListPage:
        asked = wanted(kind, parameters)
        listings: Listings = request.app.state.listings
        with request.app.state.current.open() as snapshot:
            listing = listings.of(snapshot, kind)
        found = page(listing, asked)
        return ListPage(
            items=[_listed(row) for row in found.rows],
            total=found.total,
            next=cursor_of(found.next) if found.next else None,
            facets={name: dict(counts) for name, counts in found.facets.items()},
            complete=listing.complete,
        )

    return listed


def _description(kind: Kind) -> str:
    parts = (("Filters", (*kind.filters, *kind.bounds)), ("Facets", kind.facets), ("Sorted by", kind.orders))
    return " ".join(f"{name}: {', '.join(words)}." for name, words in parts if words)


for _kind in KINDS.values():
    router.add_api_route(
        f"/{_kind.name}",
        _lister(_kind),
        name=_kind.name,
        operation_id=f"list_{_kind.name.replace('-', '_')}",
        summary=f"List {_kind.name}",
        description=_description(_kind),
        responses=answered(list_page(_kind.name)),
    )


def wanted(kind: Kind, parameters: ListParameters) -> Wanted:
    """Return what is asked of a list.

    Raises: ProtocolError 400 if it has no such filter, order or facet, or the cursor is none of its own.
    """
    given = parameters.model_dump(include={*FILTERS, *BOUNDS}, exclude_none=True)
    known = {*kind.filters, *kind.bounds}
    if unknown := sorted(given.keys() - known):
        raise _no(kind, f"filtered by {unknown[0]}", (*kind.filters, *kind.bounds))
    order = parameters.sort or kind.orders[0]
    if order.removeprefix("-") not in kind.orders:
        raise _no(kind, "sorted so", kind.orders)
    facets = list(filter(None, (parameters.facets or "").split(",")))
    if strange := [name for name in facets if name not in kind.facets]:
        raise _no(kind, f"counted by {strange[0][:40]}", tuple(kind.facets))
    return Wanted(
        {kind.filters[name]: _text(value) for name, value in given.items() if name in kind.filters},
        order,
        parameters.limit,
        place_of(parameters.cursor, order) if parameters.cursor else None,
        _bounds(kind, given),
        {name: kind.facets[name] for name in facets},
    )


def _no(kind: Kind, what: str, there_are: tuple[str, ...]) -> ProtocolError:
    return ProtocolError(400, f"{kind.name} cannot be {what}; there are: {', '.join(there_are) or 'none'}")


def _bounds(kind: Kind, given: dict[str, object]) -> dict[str, tuple[str | None, str | None]]:
    found: dict[str, tuple[str | None, str | None]] = {}
    for name, field in kind.bounds.items():
        if name in given:
            low, high = found.get(field, (None, None))
            value = _text(given[name])
            found[field] = (value, high) if name.endswith(LOWEST) else (low, value)
    return found


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value).lower() if isinstance(value, bool) else str(value)


def _listed(row: Row) -> Listed:
    shown = {
        name: [_typed(name, value) for value in values]
        for name, values in row.values.items()
        if name and name not in HIDDEN
    }
    return Listed(iri=row.iri, label=row.first("label"), fields=shown)


def _typed(name: str, value: str) -> bool | int | float | str:
    """Return a value as what it is: a number, true or false, or text."""
    if name in BOOLEANS:
        return value == "true"
    if name in NUMBERS and NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return value
