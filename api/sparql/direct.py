"""The short way to /sparql: past the router, the dependencies and the forms that other routes need.

Half of what a small query costs this process is FastAPI's own work. The route in api.routes.sparql stays what
it is, in the OpenAPI description too; here the same function is called with the same request.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.errors import EXPECTED, problem_of, respond
from api.routes.sparql import sparql

METHODS = frozenset({"GET", "POST"})


class StraightToSparql:
    """Answers GET and POST at /sparql itself and passes everything else on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass the request on."""
        if scope["type"] != "http" or scope["method"] not in METHODS or not _is_ours(scope):
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive, send)
        try:
            response = await sparql(request)
        except EXPECTED as error:
            response = respond(problem_of(error), request)
        await response(scope, receive, send)


def _is_ours(scope: Scope) -> bool:
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", "")) == "/sparql"
