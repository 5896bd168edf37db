"""/find: what fits some words, by name and in sentences, with facets; without words all initiatives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from api.pages.languages import DANISH
from api.pages.page import render
from api.rest.listings import Listings, cursor_of, place_of
from api.states.search_indexes import SearchIndexes
from extract.privacy import mask_cpr
from graph.errors import UnknownEntityError
from graph.lookup import AmbiguousNameError, Candidate, UnknownNameError, find, folded
from graph.network import TYPES
from graph.search import Found, Hit, Wanted, search
from graph.searching.query import Filters
from graph.searching.words import asked
from graph.snapshots import Snapshot
from graph.views.listed_kinds import KINDS
from graph.views.listing import Wanted as WantedOfList
from graph.views.listing import page as page_of
from graph.views.terms import class_labels

router = APIRouter(include_in_schema=False)
SHOWN = 20  # hits a page
LISTED = 60  # initiatives a page
MEANT = 3
ORDER = "label"


class FindParameters(BaseModel):
    """What is looked for, and what narrows it."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field("", max_length=200)
    type: str = Field("", max_length=40)
    year: str = Field("", pattern=r"^(\d{4})?$")
    department: str = Field("", max_length=200)
    page: int = Field(1, ge=1, le=400)
    cursor: str = Field("", max_length=4_000)
    lang: str = Field("", max_length=8)


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow: the parameter's value, its words, how many hits it leaves, whether it is chosen."""

    value: str
    label: str
    count: int
    is_chosen: bool


@router.api_route("/find", methods=["GET", "HEAD"])
def found(request: Request, wanted: Annotated[FindParameters, Query()]) -> Response:
    """Show what fits the words, the best first; a search that cannot be made says why."""
    words = asked(wanted.q)
    if not wanted.q.strip():
        return _all_initiatives(request, wanted)
    if not words.words or mask_cpr(wanted.q) != wanted.q:
        return render(request, "find.html", 400, wanted=wanted, answer=None, refused=bool(words.words))
    language = DANISH if wanted.lang != "en" else "en"
    with request.app.state.current.open() as snapshot:
        indexes: SearchIndexes = request.app.state.search
        answer = search(indexes.of(snapshot), _asked_for(wanted))
        meant = _meant(answer, words.whole) or (_nearest(snapshot, wanted.q) if not answer.total else ())
    return render(
        request,
        "find.html",
        wanted=wanted,
        answer=answer,
        meant=meant,
        facets=_facets(answer, wanted, language),
        pages=-(-min(answer.total, SHOWN * 400) // SHOWN),
        type_name=lambda name: _label(name, language),
    )


def _asked_for(wanted: FindParameters) -> Wanted:
    """Return the search; a type that is none finds nothing."""
    return Wanted(
        asked(wanted.q),
        Filters(
            classes=(wanted.type,) if wanted.type else (),
            since=f"{wanted.year}-01-01" if wanted.year else None,
            until=f"{wanted.year}-12-31" if wanted.year else None,
        ),
        wanted.department or None,
        limit=SHOWN,
        offset=(wanted.page - 1) * SHOWN,
    )


def _meant(answer: Found, whole: str) -> tuple[Hit, ...]:
    """Return the names that are nearest, where none of the hits is called what was asked for."""
    if any(whole in folded("".join(piece.text for piece in hit.highlights)) for hit in answer.hits):
        return ()
    return tuple(hit for hit in answer.hits if hit.matched != "quote")[:MEANT]


def _nearest(snapshot: Snapshot, name: str) -> tuple[Candidate, ...]:
    try:
        find(snapshot.store, name)
    except UnknownNameError as error:
        return error.nearest[:MEANT]
    except (AmbiguousNameError, UnknownEntityError):
        return ()
    return ()


def _facets(answer: Found, wanted: FindParameters, language: str) -> dict[str, list[Facet]]:
    types = {name: _label(name, language) for name in TYPES if answer.facets["type"].get(name)}
    departments = {name: name for name in sorted(answer.facets["department"])}
    years = {year: year for year in sorted(answer.facets["year"], reverse=True)}
    return {
        "type": _choices(types, answer.facets["type"], wanted.type),
        "department": _choices(departments, answer.facets["department"], wanted.department),
        "year": _choices(years, answer.facets["year"], wanted.year),
    }


def _choices(labels: dict[str, str], counts: object, chosen: str) -> list[Facet]:
    known = dict(counts) if isinstance(counts, dict) else {}
    if chosen and chosen not in labels:
        labels = {chosen: chosen, **labels}
    return [Facet(value, label, known.get(value, 0), value == chosen) for value, label in labels.items()]


def _label(name: str, language: str) -> str:
    label = class_labels(name)[0 if language == DANISH else 1]
    return label[:1].upper() + label[1:]


def _all_initiatives(request: Request, wanted: FindParameters) -> Response:
    """Show all initiatives by name, a page at a time."""
    after = place_of(wanted.cursor, ORDER) if wanted.cursor else None
    listings: Listings = request.app.state.listings
    with request.app.state.current.open() as snapshot:
        listing = listings.of(snapshot, KINDS["initiatives"])
    shown = page_of(listing, WantedOfList({}, ORDER, LISTED, after))
    return render(
        request,
        "initiatives.html",
        rows=shown.rows,
        total=shown.total,
        next=cursor_of(shown.next) if shown.next else None,
    )
