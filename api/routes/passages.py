"""The sentence in its surroundings, and whole pages, from the text that is kept of each file."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query, Request

from api.rest import examples
from api.rest.examples import answered
from api.rest.schemas_entities import NoParameters, PageParameters, PassageParameters
from api.rest.snapshot_route import SnapshotRouter, base_of
from api.settings import Settings
from extract.privacy import redact_contacts
from extract.records import Span
from graph.snapshots import Snapshot
from graph.views.passages import (
    Conceal,
    PageText,
    Passage,
    SourceInfo,
    kept_text,
    page_text,
    passage,
    source_info,
)

router = SnapshotRouter(prefix="/api/sources", tags=["sources"])
SourceId = Annotated[
    str,
    Path(
        pattern=r"^(?:[0-9a-f]{16}|unread-[0-9a-f]{16})$",
        description="what the source's IRI ends in",
        examples=["6246069ca5827972"],
    ),
]
Number = Annotated[int, Path(ge=1, le=1_000_000, examples=[1])]


@router.get("/{id}", responses=answered(examples.SOURCE))
def source(request: Request, id: SourceId, _: Annotated[NoParameters, Query()]) -> SourceInfo:
    """Tell what a file is, and what became of reading it."""
    with request.app.state.current.open() as snapshot:
        return _source(request, snapshot, id)


@router.get("/{id}/passages", responses=answered(examples.PASSAGE))
def surroundings(
    request: Request,
    id: SourceId,
    parameters: Annotated[PassageParameters, Query()],
) -> Passage:
    """Show the characters from `start` to `end` of a file's text, and what stands around them."""
    with request.app.state.current.open() as snapshot:
        found = _source(request, snapshot, id)
        raw = kept_text(request.app.state.settings.data, snapshot, found)
    return passage(found, raw, Span(parameters.start, parameters.end), parameters.around, conceal(request))


@router.get("/{id}/pages/{number}", responses=answered(examples.PAGE))
def page(
    request: Request,
    id: SourceId,
    number: Number,
    parameters: Annotated[PageParameters, Query()],
) -> PageText:
    """Show the text of a page; of a very long one the part around `at`."""
    with request.app.state.current.open() as snapshot:
        found = _source(request, snapshot, id)
        raw = kept_text(request.app.state.settings.data, snapshot, found)
    return page_text(found, raw, number, parameters.at, conceal(request))


def conceal(request: Request) -> Conceal:
    """Return what leaves out of a text what the settings do not allow to be shown."""
    settings: Settings = request.app.state.settings
    return str if settings.show_contacts else redact_contacts


def _source(request: Request, snapshot: Snapshot, identity: str) -> SourceInfo:
    base = base_of(snapshot, request.app.state.settings)
    return source_info(snapshot.store, f"{base}source/{identity}")
