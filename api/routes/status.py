"""What is in the graph, how fresh it is and how complete."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request

from api import examples
from api.examples import answered
from api.schemas_entities import NoParameters
from api.snapshot_route import SnapshotRouter
from graph.status import Status

router = SnapshotRouter(prefix="/api", tags=["status"])


@router.get("/status", responses=answered(examples.STATUS))
def status(request: Request, _: Annotated[NoParameters, Query()]) -> Status:
    """Tell what is in the graph by class, when it was built, and what is missing from it."""
    with request.app.state.current.open() as snapshot:
        found: Status = request.app.state.kept.status(request.app.state.settings.data, snapshot)
    return found
