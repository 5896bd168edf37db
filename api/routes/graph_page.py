"""/graf: the explorer of the network, and without scripts the same selection as tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from pydantic import Field, model_validator
from starlette.responses import RedirectResponse, Response

from api.pages.languages import DANISH
from api.pages.page import place_of, render
from api.rest.graph_schemas import GraphEdge, GraphNode, GraphParameters, GraphPart, PathParameters
from api.routes.graph import part, path
from graph.errors import UnknownEntityError
from graph.lookup import AmbiguousNameError, Candidate, UnknownNameError, find
from graph.network import TYPES
from graph.pictures.ties import Ties, read_ties
from graph.views.terms import class_labels

router = APIRouter(include_in_schema=False)
TEMPLATE = "graph.html"
MOST_ROWS = 500  # of a table, without scripts
OWN = {"lang", "q", "hidden", "path", "query", "things_by", "statements_by"}
THINGS_BY = {"label": False, "type": False, "degree": True, "first": False, "last": True}  # whether downwards
STATEMENTS_BY = {"start": False, "relation": False, "end": False, "date": False}


class GraphPageParameters(GraphParameters):
    """What the picture's address keeps; `hidden`, `path` and `construct` are the scripts' own."""

    limit: int = Field(150, ge=1, le=10_000)
    q: str = Field("", max_length=400)
    hidden: list[str] = Field([], max_length=2_000)
    path: list[str] = Field([], max_length=2)
    query: str = Field("", alias="construct", max_length=16_000)
    things_by: str = Field("degree", pattern=f"^({'|'.join(THINGS_BY)})$")
    statements_by: str = Field("date", pattern=f"^({'|'.join(STATEMENTS_BY)})$")
    lang: str = Field("", max_length=8)

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: Any) -> Any:
        """Take a field of the form that was left empty as not given."""
        return (
            {name: value for name, value in given.items() if value != ""}
            if isinstance(given, dict)
            else given
        )


@dataclass(frozen=True, slots=True)
class Selection:
    """What the tables show: things and statements in order, the things by IRI, and how many were left out."""

    things: list[GraphNode]
    statements: list[GraphEdge]
    by_iri: dict[str, GraphNode]
    omitted: int


@router.api_route("/graf", methods=["GET", "HEAD"])
def picture(request: Request, asked: Annotated[GraphPageParameters, Query()]) -> Response:
    """Show the network around what the address names; a name (`q`) leads to what is called so."""
    if asked.q.strip():
        return _named(request, asked.q)
    try:
        found = _selected(request, asked)
    except UnknownEntityError:
        return _page(request, GraphPageParameters.model_validate({}), None, 404, unknown=True)
    return _page(request, asked, found)


def _named(request: Request, name: str) -> Response:
    """Lead to the picture of what is called so, or show what may have been meant."""
    candidates: tuple[Candidate, ...]
    with request.app.state.current.open() as snapshot:
        try:
            iri = find(snapshot.store, name)
        except UnknownNameError as error:
            status, candidates = 404, tuple(error.nearest)
        except AmbiguousNameError as error:
            status, candidates = 300, tuple(error.candidates)
        except UnknownEntityError:
            status, candidates = 404, ()
        else:
            place = place_of(request)
            return RedirectResponse(place.href("/graf", focus=iri), 303)
    return _page(
        request, GraphPageParameters.model_validate({}), None, status, name=name, candidates=candidates
    )


def _page(
    request: Request,
    asked: GraphPageParameters,
    found: Selection | None,
    status: int = 200,
    **more: object,
) -> Response:
    words = {"name": "", "candidates": (), "unknown": False, **more}
    language = place_of(request).language
    return render(
        request,
        TEMPLATE,
        status,
        asked=asked,
        found=found,
        most_rows=MOST_ROWS,
        rest=_rest(request, asked),
        types=[(name, _word(name, language)) for name in TYPES],
        word=lambda name: _word(name, language),
        departments=_departments(request),
        sorted_by=lambda **column: _sorted_by(request, column),
        **words,
    )


def _selected(request: Request, asked: GraphPageParameters) -> Selection:
    """Return what the service's REST answers, without what is hidden, in the order that is asked for.

    Raises: UnknownEntityError, ProtocolError.
    """
    wanted = asked.model_dump(by_alias=True, exclude=OWN, exclude_none=True)
    parts: list[GraphPart] = [part(request, GraphParameters.model_validate(wanted))]
    if len(asked.path) == len(("start", "end")):
        start, end = asked.path
        parts.append(path(request, PathParameters.model_validate({"start": start, "end": end, "limit": 1})))
    hidden = set(asked.hidden)
    things = {node.iri: node for each in parts for node in each.nodes if node.iri not in hidden}
    said = {edge.id: edge for each in parts for edge in each.edges if {edge.start, edge.end} <= things.keys()}
    by = asked.things_by
    return Selection(
        sorted(things.values(), key=lambda node: _key(node, by), reverse=THINGS_BY[by]),
        sorted(said.values(), key=lambda edge: _statement_key(edge, asked.statements_by, things)),
        things,
        parts[0].omitted,
    )


def _key(node: GraphNode, field: str) -> tuple[str | int, str]:
    """Return what a thing is compared by: what is missing comes last upwards."""
    value = getattr(node, field)
    missing = "" if THINGS_BY[field] else "\U0010ffff"
    return (missing if value is None else value), node.label


def _statement_key(edge: GraphEdge, field: str, things: dict[str, GraphNode]) -> tuple[str, str, str]:
    ends = things[edge.start].label, things[edge.end].label
    value = {"start": ends[0], "end": ends[1], "relation": edge.label, "date": edge.date or "9999"}[field]
    return value, *ends


def _sorted_by(request: Request, column: dict[str, str]) -> str:
    """Return the page's address with another order of a table."""
    place = place_of(request)
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in column]
    return f"{place.prefix}{place.path}?{urlencode([*kept, *column.items()])}"


def _rest(request: Request, asked: GraphPageParameters) -> str:
    """Return the address of the same selection as JSON."""
    wanted = asked.model_dump(mode="json", by_alias=True, exclude=OWN, exclude_defaults=True)
    return f"{place_of(request).prefix}/api/graph?{urlencode(wanted | {'limit': asked.limit}, doseq=True)}"


def _departments(request: Request) -> list[tuple[str, str]]:
    """Return the departments of the graph: IRI and name, by name."""
    with request.app.state.current.open() as snapshot:
        known: Ties = request.app.state.kept.of(snapshot, read_ties)
    found = [(thing.label, iri) for iri, thing in known.things.items() if thing.type == "Department"]
    return [(iri, label) for label, iri in sorted(found)]


def _word(name: str, language: str) -> str:
    danish, english = class_labels(name)
    return danish if language == DANISH else english
