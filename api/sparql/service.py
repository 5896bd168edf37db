"""Answer SPARQL requests: guard, negotiate, look in the cache, ask the pool.

An answer depends on the snapshot, the query, the data set and the media type alone (unless it asks for the
time or for chance), so their digest is its entity tag and its key in the cache.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from api.rest.negotiation import ALIASES, GRAPH_ALIASES, choose
from api.sparql.query_pool import Answer, QueryPool
from api.sparql.query_worker import GRAPHS, RESULTS, Job
from api.sparql.request import ProtocolError, SparqlRequest
from graph.guard import Inspected, Limits, inspect

PIECE = 65_536


@dataclass(frozen=True, slots=True)
class State:
    """The state of the graph that is asked: a name that changes with its content, and where it lies."""

    version: str
    store: Path


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is settled about a request before it runs. `etag` is None if nobody may keep the answer."""

    job: Job
    etag: str | None
    media_type: str


@dataclass(slots=True)
class Kept:
    """A small answer that was given before; `packed` is its body in gzip, once somebody asked for that."""

    media_type: str
    body: bytes
    packed: bytes = b""


class AnswerCache:
    """The answers given lately, up to a number of bytes; the longest unused go first."""

    def __init__(self, capacity_bytes: int, largest_bytes: int) -> None:
        self.capacity = capacity_bytes
        self.largest = largest_bytes
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._size = 0

    def get(self, key: str | None) -> Kept | None:
        """Return what is kept under `key`."""
        if key is None or key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def put(self, key: str, kept: Kept) -> None:
        """Keep an answer, if it is small enough."""
        if len(kept.body) > self.largest or key in self._kept:
            return
        self._kept[key] = kept
        self._size += len(kept.body)
        while self._size > self.capacity:
            _, old = self._kept.popitem(last=False)
            self._size -= len(old.body)


class SparqlService:
    """Plans and runs SPARQL requests on the pool."""

    def __init__(self, pool: QueryPool, base_iri: str, cache: AnswerCache, limits: Limits) -> None:
        self.pool = pool
        self.base_iri = base_iri
        self.cache = cache
        self.limits = limits

    def plan(self, request: SparqlRequest, accept: str | None, state: State) -> Plan:
        """Settle what a request asks for.

        Raises: QueryError if the query is refused; ProtocolError 400 or 406.
        """
        query = request.query or ""
        inspected = inspect(query, self.limits)
        _check_graphs((*request.default_graphs, *request.named_graphs))
        results_type = choose(accept, list(RESULTS), ALIASES)
        graph_type = choose(accept, list(GRAPHS), GRAPH_ALIASES)
        is_graph = inspected.form in ("CONSTRUCT", "DESCRIBE")
        wanted = graph_type if is_graph else results_type
        if wanted is None:
            offers = ", ".join(GRAPHS if is_graph else RESULTS)
            raise ProtocolError(406, f"a {inspected.form} query is answered as {offers}")
        default, named = _dataset(request, inspected, self.base_iri)
        job = Job(
            str(state.store),
            query,
            self.base_iri,
            results_type or wanted,
            graph_type or wanted,
            default,
            named,
        )
        return Plan(job, _etag(job, state.version, wanted, inspected), wanted)

    async def run(self, plan: Plan) -> Kept | Answer:
        """Answer a plan, from the cache where it is there.

        Raises: PoolError.
        """
        kept = self.cache.get(plan.etag)
        if kept is not None:
            return kept
        answer = await self.pool.run(plan.job)
        if plan.etag is not None and answer.size <= self.cache.largest:
            with answer.body as body:
                kept = Kept(answer.media_type, body.read())
            self.cache.put(plan.etag, kept)
            return kept
        return answer


def pieces(body: IO[bytes]) -> Iterator[bytes]:
    """Yield a file's content in pieces and close it."""
    with body:
        while piece := body.read(PIECE):
            yield piece


def _check_graphs(graphs: tuple[str, ...]) -> None:
    for graph in graphs:
        parts = urlsplit(graph)
        if not parts.scheme or parts.scheme == "file" or any(c in graph for c in ' <>"{}|\\^`\n\r\t'):
            raise ProtocolError(400, f"{graph[:200]!r} cannot name a graph: give an absolute IRI")


def _dataset(
    request: SparqlRequest, inspected: Inspected, base_iri: str
) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """Return the default and the named graphs; what the protocol asks for wins over FROM (section 2.1.4)."""
    if request.default_graphs or request.named_graphs:
        return request.default_graphs, request.named_graphs
    if len(inspected.from_default) > 1:  # the engine would count a shared triple twice
        return inspected.dataset(base_iri)
    return None, None


def _etag(job: Job, version: str, media_type: str, inspected: Inspected) -> str | None:
    if inspected.is_volatile:
        return None
    parts = (version, media_type, job.query, repr(job.default_graphs), repr(job.named_graphs))
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
