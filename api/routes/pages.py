"""The plain pages: what the graph holds, and the life of one entity."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from api.templating import environment, style
from graph.lookup import AmbiguousNameError, UnknownNameError, find
from graph.query import named_query
from graph.trace import trace

router = APIRouter(include_in_schema=False)
LONGEST_NAME = 300


@router.get("/")
def start(request: Request) -> Response:
    """Show a search field and the initiatives, those told of by most files first."""
    with request.app.state.current.open() as snapshot:
        rows = list(snapshot.store.query(named_query("initiatives").sparql))
        initiatives = [{name: _text(row[name]) for name in ("label", "sources", "latest")} for row in rows]
    return _page("start.html", initiatives=initiatives)


@router.get("/trace")
def life(request: Request, name: Annotated[str, Query(max_length=LONGEST_NAME)]) -> Response:
    """Show the life of what is called `name`; if nothing or several are, show what it may mean."""
    with request.app.state.current.open() as snapshot:
        try:
            found = trace(snapshot.store, find(snapshot.store, name))
        except UnknownNameError as error:
            return _page("choose.html", 404, name=name, candidates=error.nearest, several=False)
        except AmbiguousNameError as error:
            return _page("choose.html", 300, name=name, candidates=error.candidates, several=True)
    return _page("trace.html", trace=found)


@router.get("/style.css")
def sheet() -> Response:
    """Return the style sheet."""
    return Response(style(), media_type="text/css", headers={"Cache-Control": "max-age=3600"})


def _page(template: str, status: int = 200, **values: object) -> HTMLResponse:
    return HTMLResponse(environment().get_template(template).render(**values), status)


def _text(term: object) -> str:
    return str(getattr(term, "value", "") or "")
