"""The SPARQL 1.1 Protocol at /sparql: queries only."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import APIRouter, Request
from starlette.background import BackgroundTask
from starlette.responses import Response, StreamingResponse

from api.edge.waiting import while_waited_for
from api.rest.negotiation import GRAPH_ALIASES, choose, etag_matches
from api.sparql import sparql_page
from api.sparql.query_pool import Answer
from api.sparql.query_worker import GRAPHS, RESULTS
from api.sparql.recent import Recent, request_of
from api.sparql.request import DIRECT, FORM, SparqlRequest, read_request
from api.sparql.service import Kept, Plan, SparqlService, State, pieces
from api.sparql.service_description import describe
from api.states.state import store_path, version
from extract.privacy import mask_cpr

router = APIRouter()
HTML = "text/html"
LOG = logging.getLogger("sagsgraf.service")


SOLUTIONS = "The answer: solutions or a boolean, or a graph for CONSTRUCT and DESCRIBE."
QUERY = "SELECT ?label { ?i a <https://w3id.org/sagsgraf/ns#Initiative> ; ?p ?label } LIMIT 3"
GRAPHS_ASKED = {"type": "array", "items": {"type": "string", "format": "uri"}}
FIELDS: dict[str, Any] = {
    "query": {"type": "string", "examples": [QUERY]},
    "default-graph-uri": GRAPHS_ASKED,
    "named-graph-uri": GRAPHS_ASKED,
}
RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"description": SOLUTIONS, "content": {each: {} for each in (*RESULTS, *GRAPHS, HTML)}}
}
FORM_BODY = {"schema": {"type": "object", "properties": FIELDS}}


@router.get(
    "/sparql",
    tags=["sparql"],
    response_class=Response,
    responses=RESPONSES,
    operation_id="query",
    openapi_extra={"parameters": [{"name": n, "in": "query", "schema": s} for n, s in FIELDS.items()]},
)
@router.post(
    "/sparql",
    tags=["sparql"],
    response_class=Response,
    responses=RESPONSES,
    operation_id="query_by_post",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {FORM: FORM_BODY, DIRECT: {"schema": {"type": "string", "examples": [QUERY]}}},
        }
    },
)
async def sparql(request: Request) -> Response:
    """Answer a query, or describe the service where none is sent (to a browser: the editor)."""
    asked = await read_request(request)
    accept = asked.accept or request.headers.get("accept")
    if asked.query is None:
        return _without_query(request, accept)
    return await answer(request, asked, accept)


async def answer(request: Request, asked: SparqlRequest, accept: str | None) -> Response:
    """Answer a query by the newest state of the graph: from the cache, else from the pool.

    Raises: QueryError, ProtocolError, PoolError, NoGraphError.
    """
    service: SparqlService = request.app.state.sparql
    with request.app.state.current.open() as snapshot:
        plan = service.plan(asked, accept, State(version(snapshot), store_path(snapshot)))
        if plan.etag is not None and etag_matches(request.headers.get("if-none-match"), plan.etag):
            return Response(status_code=304, headers=_headers(plan))
        if request.app.state.settings.log_queries:
            LOG.info("asked %s", ascii(mask_cpr(plan.job.query)))
        found = await while_waited_for(request, service.run(plan))
        response = _response(found, plan)
        if plan.etag is not None and isinstance(found, Kept) and request.method != "POST":
            recent = Recent(version(snapshot), plan.etag, response.headers["content-type"], found)
            request.app.state.recent.put(request_of(request.scope), recent)
        return response


def _response(found: Kept | Answer, plan: Plan) -> Response:
    headers = _headers(plan)
    media_type = found.media_type + ("" if "json" in found.media_type else "; charset=utf-8")
    if isinstance(found, Kept):
        return Response(found.body, headers=headers, media_type=media_type)
    headers["Content-Length"] = str(found.size)
    close = BackgroundTask(found.body.close)
    return StreamingResponse(pieces(found.body), headers=headers, media_type=media_type, background=close)


def _headers(plan: Plan) -> dict[str, str]:
    if plan.etag is None:
        return {"Vary": "Accept", "Cache-Control": "no-store"}
    return {"Vary": "Accept", "Cache-Control": "no-cache", "ETag": f'W/"{plan.etag}"'}


def _without_query(request: Request, accept: str | None) -> Response:
    media_type = choose(accept, [*GRAPHS, HTML] if accept else list(GRAPHS), GRAPH_ALIASES)
    if media_type == HTML:
        return sparql_page.page(request)
    body = describe(request.app.state.settings.base_iri, media_type or "text/turtle")
    return Response(body, headers={"Vary": "Accept"}, media_type=media_type or "text/turtle")
