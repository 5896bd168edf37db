"""What is in the graph, how fresh it is and how complete."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request

from api.rest import examples
from api.rest.examples import answered
from api.rest.schemas_entities import NoParameters
from api.rest.snapshot_route import SnapshotRouter
from graph.views.status import Status

router = SnapshotRouter(prefix="/api", tags=["status"])


@router.get("/status", responses=answered(examples.STATUS))
def status(request: Request, _: Annotated[NoParameters, Query()]) -> Status:
    """Tell what is in the graph by class, when it was built, and what is missing from it."""
    with request.app.state.current.open() as snapshot:
        found: Status = request.app.state.kept.status(request.app.state.settings.data, snapshot)
    return found
