"""The bundled queries: listed, and answered as /sparql answers (the same pool, negotiation and cache)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from api.rest.schemas import BundledQueries, BundledQuery
from api.routes.sparql import RESPONSES, answer
from api.sparql.request import ProtocolError, SparqlRequest
from graph.query import NamedQuery, fill_in, named_queries, named_query
from graph.vocabulary import PREFIXES

router = APIRouter(prefix="/api", tags=["queries"])
DECLARED = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
LONGEST_VALUE = 400  # characters of a parameter
QueryName = Annotated[str, Path(max_length=80, examples=["timeline"])]


@router.get("/queries")
def listed(request: Request) -> BundledQueries:
    """List the bundled queries with the parameters that each needs."""
    _only_known(request, ())
    return BundledQueries(queries=[_shown(query) for query in named_queries().values()])


@router.get("/queries/{name}", response_class=Response, responses=RESPONSES)
async def answered(request: Request, name: QueryName) -> Response:
    """Answer a bundled query; what it needs is given as query-string values (`?name=…`), as plain text."""
    query = named_query(name)
    _only_known(request, query.needs)
    values = {need: _value(request, need) for need in query.needs}
    asked = SparqlRequest(DECLARED + fill_in(query.sparql, values), (), ())
    return await answer(request, asked, request.headers.get("accept"))


def _shown(query: NamedQuery) -> BundledQuery:
    return BundledQuery(
        name=query.name,
        description=query.description.partition(" Needs ")[0],
        needs=list(query.needs),
        address=f"{router.prefix}/queries/{query.name}",
        sparql=query.sparql,
    )


def _only_known(request: Request, known: tuple[str, ...]) -> None:
    unknown = sorted(set(request.query_params) - set(known))
    if unknown:
        there_are = ", ".join(known) or "none"
        raise ProtocolError(400, f"unknown parameter {unknown[0][:80]!r}; there are: {there_are}")


def _value(request: Request, need: str) -> str:
    values = request.query_params.getlist(need)
    if len(values) != 1 or not values[0].strip():
        raise ProtocolError(400, f"give the parameter {need!r} one value")
    if len(values[0]) > LONGEST_VALUE:
        raise ProtocolError(400, f"the parameter {need!r} is longer than {LONGEST_VALUE} characters")
    return values[0]
