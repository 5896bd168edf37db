"""Search the names and the sentences; suggest names to somebody who types."""

from __future__ import annotations

import base64
import binascii
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request

from api.rest.search_schemas import (
    Evidence,
    SearchFacets,
    SearchHit,
    SearchPage,
    SearchParameters,
    Suggestions,
    SuggestParameters,
    TextPiece,
)
from api.sparql.request import ProtocolError
from extract.privacy import mask_cpr
from graph.network import TYPES
from graph.search import DEEPEST, Hit, Wanted, search, suggest
from graph.searching.query import Filters
from graph.searching.words import Asked, asked

router = APIRouter(prefix="/api", tags=["search"])
CLASSES = {name.casefold(): name for name in TYPES}
PARTS = {"names": {"names"}, "quotes": {"quotes"}, "all": {"names", "quotes"}}


@router.get("/search")
def found(request: Request, parameters: Annotated[SearchParameters, Query()]) -> SearchPage:
    """Find things by their names and sentences by their words.

    Names are compared without case and accents, with å as aa, ø as oe, æ as ae; the last word may be a
    beginning; misprints are forgiven, but not in numbers and acronyms. An exact name comes first, then
    beginnings, other names, misprints, and last the sentences.
    """
    wanted = _wanted(parameters)
    with request.app.state.current.open() as snapshot:
        page = search(request.app.state.search.of(snapshot), wanted)
    return SearchPage(
        items=[_shown(hit) for hit in page.hits],
        total=page.total,
        facets=SearchFacets(**{name: dict(counts) for name, counts in page.facets.items()}),
        next=_cursor(page.next) if page.next is not None else None,
    )


@router.get("/suggest")
def suggested(request: Request, parameters: Annotated[SuggestParameters, Query()]) -> Suggestions:
    """Suggest names for what has been typed so far: as the search finds them, without counts."""
    words = _asked(parameters.q)
    with request.app.state.current.open() as snapshot:
        hits = suggest(request.app.state.search.of(snapshot), words, parameters.limit)
    return Suggestions(items=[_shown(hit) for hit in hits])


def _wanted(parameters: SearchParameters) -> Wanted:
    since, until = parameters.since, parameters.until
    if since and until and since > until:
        raise ProtocolError(400, "`from` is later than `to`")
    filters = Filters(
        classes=tuple(_class(name) for name in parameters.type),
        kind=parameters.kind,
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
    )
    return Wanted(
        _asked(parameters.q),
        filters,
        parameters.department,
        frozenset(PARTS[parameters.within]),
        parameters.limit,
        _offset(parameters.cursor) if parameters.cursor else 0,
    )


def _asked(text: str) -> Asked:
    words = asked(text)
    if not words.words:
        raise ProtocolError(400, "`q` holds no letter and no digit")
    if mask_cpr(text) != text:
        raise ProtocolError(400, "CPR numbers are not kept here and cannot be looked for")
    return words


def _class(name: str) -> str:
    if name.casefold() not in CLASSES:
        raise ProtocolError(400, f"there is no type {name[:40]!r}; there are: {', '.join(TYPES)}")
    return CLASSES[name.casefold()]


def _shown(hit: Hit) -> SearchHit:
    evidence = None
    if hit.evidence is not None:
        names = Evidence.model_fields
        evidence = Evidence(**{name: getattr(hit.evidence, name) for name in names})
    return SearchHit.model_validate(
        {
            **{name: getattr(hit, name) for name in SearchHit.model_fields},
            "highlights": [TextPiece(**asdict(piece)) for piece in hit.highlights],
            "evidence": evidence,
        }
    )


def _cursor(offset: int) -> str:
    return base64.urlsafe_b64encode(f"after {offset}".encode("ascii")).decode("ascii")


def _offset(cursor: str) -> int:
    try:
        word, _, number = base64.urlsafe_b64decode(cursor.encode("utf-8")).decode("ascii").partition(" ")
    except (binascii.Error, ValueError) as error:
        raise ProtocolError(400, "the cursor cannot be read: begin without one") from error
    if word != "after" or not number.isdecimal() or len(number) > 6 or int(number) > DEEPEST:
        raise ProtocolError(400, "the cursor cannot be read: begin without one")
    return int(number)
