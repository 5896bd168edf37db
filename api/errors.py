"""Facts that the core raises, told over HTTP: the only place that knows status codes.

Every error is a problem document (RFC 9457) with an `id` that stands in the log as well, and says nothing
of the inside of the service; to a reader of pages it is a page.
"""

from __future__ import annotations

import json
import logging
import secrets
from contextlib import suppress
from dataclasses import dataclass, replace

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.routing import Match

from api.edge.headers import SECURITY
from api.pages.error_page import error_page, wants_page
from api.sparql.query_pool import PoolError
from api.sparql.request import ProtocolError
from extract.errors import SagsgrafError
from extract.privacy import mask_cpr
from graph.errors import InvalidKeyError, NoGraphError, QueryError, RemoteStoreError, UnknownEntityError
from graph.searching.index import NoIndexError
from graph.views.passages import NoTextError

LOG = logging.getLogger("sagsgraf.service")
LONGEST_PATH = 200
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
POOL_STATUS = {
    "syntax": 400,
    "refused": 400,
    "store": 503,
    "too_large": 400,
    "memory": 503,
    "timeout": 503,
    "busy": 503,
    "died": 503,
    "engine": 500,
}
QUERY_STATUS = {"syntax": 400, "refused": 400, "too_long": 413, "too_complex": 400, "unknown": 404}
EXPECTED = (
    PoolError,
    ProtocolError,
    SagsgrafError,
    HTTPException,
    RequestValidationError,
    ClientDisconnect,
)
TITLES = {
    400: "The request cannot be answered as it is",
    408: "The request took too long to arrive",
    404: "There is no such thing here",
    405: "The method is not allowed here",
    406: "No acceptable media type",
    413: "The request is too large",
    415: "The media type is not supported",
    429: "Too many requests",
    431: "The request's head is too large",
    500: "The service failed",
    503: "The service cannot answer this now",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as a client sees it. `code` is a stable word for machines."""

    status: int
    code: str
    detail: str
    headers: tuple[tuple[str, str], ...] = ()


def respond(problem: Problem, request: Request) -> Response:
    """Return the problem as a response, and log it by its id without the query."""
    identity, body = document_of(problem)
    path = ascii(mask_cpr(request.url.path[:LONGEST_PATH]))
    LOG.info("%s %s %s %s %s", identity, request.method, path, problem.status, problem.code)
    headers = {"Cache-Control": "no-store", **SECURITY, **dict(problem.headers)}
    if problem.status < 500 or problem.status == 503:
        with suppress(SagsgrafError, ProtocolError):  # a page needs the graph, which may be what failed
            if wants_page(request):
                page = error_page(request, problem.status, identity, problem.detail[:2_000])
                page.headers.update(headers)
                return page
    return Response(body, problem.status, headers, media_type="application/problem+json")


def document_of(problem: Problem) -> tuple[str, bytes]:
    """Return a new id and the problem document that bears it."""
    identity = secrets.token_hex(6)
    document = {
        "type": f"https://w3id.org/sagsgraf/problem/{problem.code}",
        "title": TITLES.get(problem.status, "An error"),
        "status": problem.status,
        "detail": problem.detail[:2_000],
        "code": problem.code,
        "id": identity,
    }
    return identity, json.dumps(document, ensure_ascii=False).encode("utf-8", "replace")


def problem_of(error: Exception) -> Problem:
    """Return what an error means over HTTP."""
    match error:
        case PoolError():
            retry = (("Retry-After", str(error.retry_after_s)),) if error.retry_after_s else ()
            return Problem(POOL_STATUS[error.code], error.code, error.reason, retry)
        case QueryError():
            return Problem(QUERY_STATUS.get(error.status, 400), error.status, error.reason)
        case ProtocolError():
            return Problem(error.status, "protocol", error.reason)
        case NoGraphError():
            return Problem(503, "no_graph", "nothing has been built here yet", (("Retry-After", "60"),))
        case RemoteStoreError():
            reason = "the store that holds the graph does not answer"
            return Problem(503, "store", reason, (("Retry-After", "10"),))
        case NoIndexError():
            return Problem(503, "no_index", "this graph has no search index: it must be built again")
        case NoTextError():
            return Problem(404, "no_text", error.reason)
        case UnknownEntityError() | InvalidKeyError():
            return Problem(404, "unknown", "there is nothing by this identifier")
        case ClientDisconnect():
            return Problem(400, "left", "the client left before its request was answered")
        case HTTPException():
            headers = tuple((error.headers or {}).items())
            return Problem(error.status_code, "http", str(error.detail), headers)
        case RequestValidationError():
            return Problem(400, "parameters", _parameters(error))
        case _:
            return Problem(
                500, "internal", "the request could not be answered; the log has more under the id"
            )


def allowed(request: Request) -> str:
    """Return the methods that some route takes at the request's address, with those that always are."""
    routes = request.app.router.routes
    taken = {
        method
        for method in METHODS
        if any(each.matches({**request.scope, "method": method})[0] == Match.FULL for each in routes)
    }
    return ", ".join(sorted(taken | ({"HEAD", "OPTIONS"} if "GET" in taken else {"OPTIONS"})))


def _parameters(error: RequestValidationError) -> str:
    parts = (f"{'.'.join(str(p) for p in e['loc'][1:])}: {e['msg']}" for e in error.errors()[:5])
    return "; ".join(parts)


def install(app: FastAPI) -> None:
    """Let the app answer every error as a problem."""

    async def handle(request: Request, error: Exception) -> Response:
        problem = problem_of(error)
        if problem.status == 405:
            problem = replace(problem, headers=(("Allow", allowed(request)),))
            if request.method == "OPTIONS":
                return Response(status_code=204, headers=dict(problem.headers))
        if not isinstance(error, EXPECTED):
            LOG.error("unexpected %s", type(error).__name__, exc_info=error)
        return respond(problem, request)

    for kind in (*EXPECTED, Exception):
        app.add_exception_handler(kind, handle)
