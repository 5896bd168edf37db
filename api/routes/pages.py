"""The plain pages: what the graph holds, and the life of one entity."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pyoxigraph import QuerySolution, QuerySolutions
from starlette.responses import Response

from api.page import render
from graph.errors import UnknownEntityError
from graph.lookup import AmbiguousNameError, UnknownNameError, find
from graph.query import named_query
from graph.trace import trace

router = APIRouter(include_in_schema=False)
NameParameter = Annotated[str, Query(min_length=1, max_length=400)]
METHODS = ["GET", "HEAD"]


@router.api_route("/", methods=METHODS)
def start(request: Request) -> Response:
    """Show a search field and the initiatives, those told of by most files first."""
    with request.app.state.current.open() as snapshot:
        found = snapshot.store.query(named_query("initiatives").sparql)
        rows = list(found) if isinstance(found, QuerySolutions) else []
        return render(request, "start.html", initiatives=[_listed(row) for row in rows])


@router.api_route("/trace", methods=METHODS)
def life(request: Request, name: NameParameter) -> Response:
    """Show the life of what is called `name` or has it as its IRI; else what it may have meant."""
    with request.app.state.current.open() as snapshot:
        try:
            found = trace(snapshot.store, find(snapshot.store, name))
        except UnknownNameError as error:
            return render(request, "choose.html", 404, name=name, candidates=error.nearest, several=False)
        except AmbiguousNameError as error:
            return render(request, "choose.html", 300, name=name, candidates=error.candidates, several=True)
        except UnknownEntityError:
            return render(request, "choose.html", 404, name=name, candidates=(), several=False)
    return render(request, "trace.html", trace=found)


def _listed(row: QuerySolution) -> dict[str, str]:
    names = {"iri": "initiative", "label": "label", "sources": "sources", "latest": "latest"}
    return {key: row[name].value if row[name] is not None else "" for key, name in names.items()}
