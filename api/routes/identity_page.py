"""The page on identity: which names were joined, how surely and why; and a file to say otherwise."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from api.pages.page import render
from api.pages.paging import page_of
from api.rest.listings import Listings
from graph.views.listed_kinds import JUDGEMENTS
from graph.views.listing import Wanted
from graph.views.listing import page as listed
from graph.views.things import described

router = APIRouter(include_in_schema=False)
SHOWN = 50
VERDICTS = {"unsure": "uafklaret", "same": "samme", "different": "forskellige"}
KINDS = {
    "person": "person",
    "organization": "organisation",
    "initiative": "initiativ",
    "place": "sted",
}


class IdentityParameters(BaseModel):
    """Which judgements, and which page of them."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field("", max_length=200)
    verdict: str = Field("", pattern=f"^({'|'.join(VERDICTS)})?$")
    kind: str = Field("", pattern=f"^({'|'.join(KINDS)})?$")
    page: int = Field(1, ge=1, le=100_000)
    lang: str = Field("", max_length=20)


@router.api_route("/identitet", methods=["GET", "HEAD"])
def page(request: Request, wanted: Annotated[IdentityParameters, Query()]) -> Response:
    """Show the judgements, the least sure first."""
    listings: Listings = request.app.state.listings
    given = {name: getattr(wanted, name) for name in ("q", "verdict", "kind")}
    filters = {JUDGEMENTS.filters[name]: value for name, value in given.items() if value}
    with request.app.state.current.open() as snapshot:
        listing = listings.of(snapshot, JUDGEMENTS)
        every = listed(listing, Wanted(filters, "score", max(1, len(listing.rows)))).rows
        part, shown = page_of(every, wanted.page, SHOWN)
        things = described(snapshot.store, {iri for row in part for iri in row.values.get("entities", ())})
    return render(
        request,
        "identity.html",
        wanted=wanted,
        judgements=part,
        things=things,
        shown=shown,
        verdicts=VERDICTS,
        kinds=KINDS,
        complete=listing.complete,
    )
