"""Answers given before, found again by the request as it came, without reading the query.

What /sparql answers depends on the address, the query string, Accept and the state of the graph. So an answer
that may be kept at all is given again to the same request for as long as the state is the same: a dictionary
is asked instead of the guard, the negotiation and a worker.
"""

from __future__ import annotations

import gzip
from asyncio import to_thread
from collections import OrderedDict
from dataclasses import dataclass

from starlette.datastructures import State
from starlette.types import ASGIApp, Receive, Scope, Send

from api.rest.negotiation import etag_matches
from api.sparql.service import Kept
from api.states.state import version

MOST = 5_000  # requests
MOST_BYTES = 16 * 1024**2  # of requests; the answers themselves are those of AnswerCache
LARGEST_REQUEST = 16 * 1024
WORTH_PACKING = 1_000
PACKED_IN_THREAD = 64 * 1024
PACKING = 5
GZIP = b"gzip"

Asked = tuple[str, bytes, bytes]


@dataclass(slots=True)
class Recent:
    """An answer: the state it was read from, its entity tag, its content type, its body."""

    version: str
    etag: str
    content_type: str
    kept: Kept


class RecentAnswers:
    """The answers to the latest requests, bounded in number and size; the longest unused go first."""

    def __init__(self) -> None:
        self._recent: OrderedDict[Asked, Recent] = OrderedDict()
        self._size = 0

    def get(self, asked: Asked) -> Recent | None:
        """Return the answer to the same request, of whatever state."""
        found = self._recent.get(asked)
        if found is not None:
            self._recent.move_to_end(asked)
        return found

    def put(self, asked: Asked, recent: Recent) -> None:
        """Remember an answer."""
        size = _size(asked)
        if size > LARGEST_REQUEST:
            return
        if asked not in self._recent:
            self._size += size
        self._recent[asked] = recent
        self._recent.move_to_end(asked)
        while len(self._recent) > MOST or self._size > MOST_BYTES:
            gone, _ = self._recent.popitem(last=False)
            self._size -= _size(gone)


class AnswerAgain:
    """Answers GET and HEAD from `state.recent` where that holds the answer of the newest state."""

    def __init__(self, app: ASGIApp, state: State) -> None:
        self.app = app
        self.state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass the request on."""
        recent = self._find(scope)
        if recent is None:
            await self.app(scope, receive, send)
            return
        fields = {name: value for name, value in scope["headers"] if name in _WANTED}
        head = [(b"etag", f'W/"{recent.etag}"'.encode()), *_FIXED]
        if etag_matches(fields.get(b"if-none-match", b"").decode("latin-1"), recent.etag):
            await send({"type": "http.response.start", "status": 304, "headers": head})
            await send({"type": "http.response.body", "body": b""})
            return
        body = recent.kept.body
        if len(body) >= WORTH_PACKING and GZIP in fields.get(b"accept-encoding", b""):
            body = await _packed(recent.kept)
            head.append((b"content-encoding", GZIP))
        head.append((b"content-type", recent.content_type.encode()))
        head.append((b"content-length", str(len(body)).encode()))
        await send({"type": "http.response.start", "status": 200, "headers": head})
        await send({"type": "http.response.body", "body": body})

    def _find(self, scope: Scope) -> Recent | None:
        if scope["type"] != "http" or scope["method"] != "GET":
            return None
        recent = self.state.recent.get(request_of(scope))
        if recent is None:
            return None
        with self.state.current.open() as snapshot:
            return recent if recent.version == version(snapshot) else None


_WANTED = frozenset({b"if-none-match", b"accept-encoding"})
_FIXED = [(b"vary", b"Accept, Accept-Encoding"), (b"cache-control", b"no-cache")]


def request_of(scope: Scope) -> Asked:
    """Return all of a request that its answer depends on, beside the state of the graph."""
    accept = b",".join(value for name, value in scope["headers"] if name == b"accept")
    return scope["path"], scope["query_string"], accept


def _size(asked: Asked) -> int:
    path, query, accept = asked
    return len(path) + len(query) + len(accept)


async def _packed(kept: Kept) -> bytes:
    if not kept.packed:
        if len(kept.body) < PACKED_IN_THREAD:
            kept.packed = gzip.compress(kept.body, PACKING, mtime=0)
        else:
            kept.packed = await to_thread(gzip.compress, kept.body, PACKING, mtime=0)
    return kept.packed
