"""The life of an initiative as JSON."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Path, Query, Request

from api.schemas_entities import NoParameters
from api.snapshot_route import SnapshotRouter, base_of
from graph.errors import UnknownEntityError
from graph.iri import SEGMENT, Iris
from graph.lookup import find
from graph.snapshots import Snapshot
from graph.trace import trace
from graph.trace_json import as_object

router = SnapshotRouter(prefix="/api/initiatives", tags=["initiatives"])
Slug = Annotated[str, Path(max_length=120, examples=["havnens-koekken"])]


@router.get("/{slug}/timeline")
def timeline(request: Request, slug: Slug, _: Annotated[NoParameters, Query()]) -> dict[str, Any]:
    """Tell the life of an initiative in order of time, each appearance with its sentences."""
    with request.app.state.current.open() as snapshot:
        return as_object(trace(snapshot.store, initiative(request, snapshot, slug)))


def initiative(request: Request, snapshot: Snapshot, slug: str) -> str:
    """Return the IRI of an initiative by what its IRI ends in.

    Raises: UnknownEntityError if there is none.
    """
    iri = Iris(base_of(snapshot, request.app.state.settings)).entity("initiative", slug)
    if not SEGMENT.fullmatch(slug):
        raise UnknownEntityError(iri)
    return find(snapshot.store, iri)
