"""Routes whose answers depend on the state of the graph alone: GET and HEAD, with an entity tag and 304.

The tag is weak: the same answer may be sent packed or not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Coroutine
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.routing import APIRoute
from starlette.responses import Response

from api.settings import Settings
from graph.ingesting.manifest import load_manifest
from graph.snapshots import Snapshot

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class SnapshotRoute(APIRoute):
    """Answers 304 where the client has the answer already."""

    def get_route_handler(self) -> Handler:
        """Return the handler, which looks at entity tags first."""
        handler = super().get_route_handler()

        async def answer(request: Request) -> Response:
            tag = entity_tag(request)
            headers = {"ETag": tag, "Cache-Control": "no-cache"}
            if matches(request.headers.get("if-none-match"), tag):
                return Response(status_code=304, headers=headers | {"Vary": "Accept"})
            response = await handler(request)
            if response.status_code == 200 and tag == entity_tag(request):  # no newer state came between
                response.headers.update(headers)
            return response

        return answer


class SnapshotRouter(APIRouter):
    """A router of such routes: each answers HEAD as well, which the OpenAPI description need not say."""

    def __init__(self, **options: Any) -> None:
        super().__init__(route_class=SnapshotRoute, **options)

    def add_api_route(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        """Add a route for GET and HEAD."""
        hidden = {"methods": ["HEAD"], "include_in_schema": False, "operation_id": None}
        super().add_api_route(path, endpoint, **{**options, "methods": ["GET"]})
        super().add_api_route(path, endpoint, **{**options, **hidden})


def entity_tag(request: Request) -> str:
    """Return the tag of what is asked for, as it is in the newest state of the graph."""
    with request.app.state.current.open() as snapshot:
        state = f"{snapshot.name} {snapshot.directory.stat().st_mtime_ns}"
    parts = (code_stamp(), state, request.url.path, request.url.query, request.headers.get("accept", ""))
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]}"'


@cache
def code_stamp() -> str:
    """Return what changes when the service is another: the newest of its files that decide an answer."""
    folder = Path(__file__).parent.parent
    files = (path for pattern in ("**/*.py", "templates/*", "static/*") for path in folder.glob(pattern))
    return str(max((path.stat().st_mtime_ns for path in files), default=0))


def matches(header: str | None, tag: str) -> bool:
    """Tell whether an If-None-Match header holds the tag.

    >>> matches('"a", W/"b"', 'W/"b"'), matches(None, 'W/"b"'), matches("*", 'W/"b"')
    (True, False, True)
    """
    wanted = tag.removeprefix("W/")
    tags = (each.strip().removeprefix("W/") for each in (header or "").split(","))
    return any(each in (wanted, "*") for each in tags)


def base_of(snapshot: Snapshot, settings: Settings) -> str:
    """Return what the IRIs of a state of the graph begin with."""
    return _base(snapshot.directory) or settings.base_iri


@lru_cache(maxsize=4)
def _base(directory: Path) -> str | None:
    manifest = load_manifest(directory)
    return manifest.base_iri if manifest else None
