"""Assemble the service."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from api import errors
from api.edge.edge import surround
from api.pages.static_files import FOLDER, KeptFiles
from api.routes import (
    changes,
    entities,
    find,
    graph,
    graph_page,
    health,
    identity_page,
    initiatives,
    judgements,
    ledgers,
    life,
    lists,
    ontology,
    passages,
    quality,
    quality_page,
    queries,
    resources,
    search,
    sparql,
    start,
    status,
)
from api.settings import Settings
from api.sparql.query_pool import PoolLimits, QueryPool
from api.sparql.recent import RecentAnswers
from api.sparql.service import AnswerCache, SparqlService
from api.states.state import CurrentState
from api.states.warming import Readings, Warming
from graph.guard import Limits

CACHE_BYTES = 64 * 1024**2
LARGEST_KEPT = 4 * 1024**2
ROUTERS = (
    health.router,
    sparql.router,
    queries.router,
    search.router,
    graph.router,
    lists.router,
    judgements.router,
    status.router,
    quality.router,
    changes.router,
    initiatives.router,
    passages.router,
    entities.router,  # after what has an address below an entity's
    ledgers.router,
    quality_page.router,
    identity_page.router,
    resources.router,
    ontology.router,
    start.router,
    find.router,
    graph_page.router,
    life.router,
)


def create_app(settings: Settings, patience_s: float = 0.0) -> FastAPI:
    """Return the service over the graph in `settings.data`; nothing starts before it is served.

    The graph may be missing or be rebuilt meanwhile: each request reads the newest state. With some patience
    it is made ready first, and requests read the state before for so many seconds at most; with none, what is
    costly is read when it is asked for.
    """
    app = FastAPI(title="sagsgraf", lifespan=_life, docs_url=None, redoc_url=None)
    app.state.settings = settings
    app.state.patience_s = patience_s
    for router in ROUTERS:
        app.include_router(router)
    app.mount(f"/{FOLDER}", KeptFiles(), name=FOLDER)
    errors.install(app)
    surround(app, settings)
    return app


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    settings: Settings = app.state.settings
    pool = QueryPool(
        PoolLimits(timeout_s=settings.service_timeout_s, memory_bytes=settings.service_memory_mb * 1024**2)
    )
    await pool.start()
    app.state.current = CurrentState(settings.data, app.state.patience_s)
    readings = Readings()
    app.state.listings, app.state.kept = readings.listings, readings.kept
    app.state.lives, app.state.search = readings.lives, readings.search
    warming = Warming(app.state.current, readings)
    app.state.recent = RecentAnswers()
    cache = AnswerCache(CACHE_BYTES, LARGEST_KEPT)
    app.state.sparql = SparqlService(pool, settings.base_iri, cache, Limits())
    if app.state.patience_s > 0:
        warming.start()
    try:
        yield
    finally:
        await asyncio.to_thread(warming.stop)
        await pool.stop()
        app.state.current.close()
