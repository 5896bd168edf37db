"""What is in the graph, how fresh it is and how complete."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request

from api import examples
from api.examples import answered
from api.schemas_entities import NoParameters
from api.snapshot_route import SnapshotRouter
from graph.status import Status
from graph.status import status as status_of
from graph.store import Reader

router = SnapshotRouter(prefix="/api", tags=["status"])


@router.get("/status", responses=answered(examples.STATUS))
def status(request: Request, _: Annotated[NoParameters, Query()]) -> Status:
    """Tell what is in the graph by class, when it was built, and what is missing from it."""
    with request.app.state.current.open() as snapshot:

        def counted(_: Reader) -> Status:
            return status_of(request.app.state.settings.data, snapshot)

        found: Status = request.app.state.kept.of(snapshot, counted)
    return found
