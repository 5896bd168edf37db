"""/trace: the life of what is called so, in the form that is asked for; else what may have been meant."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import RedirectResponse, Response

from api.console.render import WRITERS
from api.pages.concept_words import kind_named
from api.pages.life_choice import LifeParameters
from api.pages.life_page import shown, traced
from api.pages.page import place_of, render
from api.sparql.request import ProtocolError
from graph.errors import UnknownEntityError
from graph.lookup import AmbiguousNameError, Candidate, UnknownNameError, find
from graph.trace import spread
from graph.traces.records import Trace

router = APIRouter(include_in_schema=False)
MOST_SOURCES = 150  # files that tell of what is told meeting by meeting
MEDIA_TYPES = {"csv": "text/csv", "json": "application/json", "md": "text/markdown", "html": "text/html"}


class TraceParameters(LifeParameters):
    """What is looked for, how it is narrowed, and in which form it is wanted: as a page, or as a file."""

    name: str = Field(min_length=1, max_length=400)
    format: Literal["csv", "json", "md", "html"] | None = None


@router.api_route("/trace", methods=["GET", "HEAD"])
def trace(request: Request, wanted: Annotated[TraceParameters, Query()]) -> Response:
    """Show the life of what is called `name` or has it as its IRI; else what it may have meant.

    An initiative's page is at its own address. What very many files tell of, such as a department of a large
    archive, is led to its own page, where its history is bounded.
    """
    place = place_of(request)
    with request.app.state.current.open() as snapshot:
        try:
            iri = find(snapshot.store, wanted.name)
        except UnknownNameError as error:
            return _choice(request, wanted.name, error.nearest, 404)
        except AmbiguousNameError as error:
            return _choice(request, wanted.name, error.candidates, 300)
        except UnknownEntityError:
            return _choice(request, wanted.name, (), 404)
        has_own_page = place.short(iri).startswith("initiative/")
        is_large = not has_own_page and spread(snapshot.store, iri) > MOST_SOURCES
        if wanted.format is None and (has_own_page or is_large):
            return RedirectResponse(place.link(iri), 303)
        if is_large:
            raise ProtocolError(400, f"more than {MOST_SOURCES} files tell of it: ask /api/entities instead")
        found = traced(request, snapshot, iri)
    if wanted.format is not None:
        return _file(found, wanted.format)
    return shown(request, found, wanted, {"name": wanted.name})


def _choice(request: Request, name: str, candidates: tuple[Candidate, ...], status: int) -> Response:
    """Return the page that offers what may have been meant, or which of several."""
    language = place_of(request).language
    return render(
        request,
        "choose.html",
        status,
        name=name,
        candidates=candidates,
        several=status == 300,
        kind_of=lambda each: kind_named(each.kind, language),
    )


def _file(found: Trace, form: str) -> Response:
    """Return the life as a file to keep; a browser saves it and shows none of it as ours."""
    name = found.subject.iri.rstrip("/").rpartition("/")[2]
    safe = "".join(sign for sign in name if sign.isascii() and (sign.isalnum() or sign in "-_."))
    text = WRITERS[form](found)
    return Response(
        text.encode("utf-8", "replace"),
        media_type=f"{MEDIA_TYPES[form]}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{safe}.{form}"'},
    )
