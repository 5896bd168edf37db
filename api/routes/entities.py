"""Lists of what the graph holds, filtered, sorted and paged; and the life of an initiative as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request

from api.listings import Listings, cursor_of, place_of
from api.schemas import Listed, ListPage, ListParameters
from api.sparql_request import ProtocolError
from graph.errors import UnknownEntityError
from graph.iri import SEGMENT, Iris
from graph.listed_kinds import HIDDEN, KINDS, Kind
from graph.listing import Row, Wanted, page
from graph.lookup import find
from graph.trace import trace
from graph.trace_json import as_object

router = APIRouter(prefix="/api", tags=["entities"])
Parameters = Annotated[ListParameters, Query()]
Slug = Annotated[str, Path(max_length=120, examples=["havnens-koekken"])]


def _lister(kind: Kind) -> Callable[[Request, ListParameters], ListPage]:
    def listed(request: Request, parameters: Parameters) -> ListPage:
        wanted = _wanted(kind, parameters)
        listings: Listings = request.app.state.listings
        with request.app.state.current.open() as snapshot:
            listing = listings.of(snapshot, kind)
        found = page(listing, wanted)
        return ListPage(
            items=[_listed(row) for row in found.rows],
            total=found.total,
            next=cursor_of(found.next) if found.next else None,
            complete=listing.complete,
        )

    return listed


for _kind in KINDS.values():
    router.add_api_route(
        f"/{_kind.name}",
        _lister(_kind),
        name=_kind.name,
        operation_id=f"list_{_kind.name}",
        summary=f"List {_kind.name}",
        description=f"Filters: {', '.join(_kind.filters)}. Sorted by: {', '.join(_kind.orders)}.",
    )


@router.get("/initiatives/{slug}/timeline")
def timeline(request: Request, slug: Slug) -> dict[str, Any]:
    """Tell the life of an initiative in order of time, each appearance with its sentences."""
    if request.query_params:
        raise ProtocolError(400, "a timeline takes no parameters")
    iri = Iris(request.app.state.settings.base_iri).entity("initiative", slug)
    if not SEGMENT.fullmatch(slug):
        raise UnknownEntityError(iri)
    with request.app.state.current.open() as snapshot:
        return as_object(trace(snapshot.store, find(snapshot.store, iri)))


def _wanted(kind: Kind, parameters: ListParameters) -> Wanted:
    given = parameters.model_dump(include={"q", "year", "department", "kind"}, exclude_none=True)
    if unknown := sorted(given.keys() - kind.filters.keys()):
        there_are = ", ".join(kind.filters)
        raise ProtocolError(400, f"{kind.name} cannot be filtered by {unknown[0]}; there are: {there_are}")
    order = parameters.sort or kind.orders[0]
    if order.removeprefix("-") not in kind.orders:
        raise ProtocolError(400, f"{kind.name} cannot be sorted so; there are: {', '.join(kind.orders)}")
    filters = {kind.filters[name]: value for name, value in given.items()}
    after = place_of(parameters.cursor, order) if parameters.cursor else None
    return Wanted(filters, order, parameters.limit, after)


def _listed(row: Row) -> Listed:
    shown = {name: list(each) for name, each in row.values.items() if name and name not in HIDDEN}
    return Listed(iri=row.iri, label=row.first("label"), fields={**shown})
