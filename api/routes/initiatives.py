"""The life of an initiative as JSON, what changed in it, and both as an Atom feed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Path, Query, Request
from starlette.responses import Response

from api.pages.story import Story
from api.rest import examples
from api.rest.atom import MEDIA_TYPE, Entry, Feed, feed_xml, moment
from api.rest.examples import answered, written_as
from api.rest.schemas_changes import FeedParameters, InitiativeChanges, SinceParameters, ThingChange
from api.rest.schemas_entities import NoParameters
from api.rest.snapshot_route import SnapshotRouter, base_of
from api.states.lives import Lives
from graph.errors import UnknownEntityError
from graph.ingesting.change_log import read_log
from graph.iri import SEGMENT, Iris
from graph.lookup import find
from graph.snapshots import Snapshot
from graph.traces.as_json import as_object
from graph.traces.records import Appearance, Trace

router = SnapshotRouter(prefix="/api/initiatives", tags=["initiatives"])
Slug = Annotated[str, Path(max_length=120, examples=["laerlingedagen"])]
LONGEST_FEED = 100  # the newest appearances
MOST_LOGGED = 200
NEVER = "1970-01-01T00:00:00Z"


@router.get("/{slug}/timeline", responses=answered(examples.TIMELINE))
def timeline(request: Request, slug: Slug, _: Annotated[NoParameters, Query()]) -> dict[str, Any]:
    """Tell the life of an initiative in order of time, each appearance with its sentences."""
    with request.app.state.current.open() as snapshot:
        return as_object(_traced(request, snapshot, slug))


@router.get("/{slug}/changes", responses=answered(examples.INITIATIVE_CHANGES))
def changes(
    request: Request, slug: Slug, parameters: Annotated[SinceParameters, Query()]
) -> InitiativeChanges:
    """Tell what each meeting changed: places, departments, figures, amounts, stages, with the sentences."""
    with request.app.state.current.open() as snapshot:
        found = as_object(_traced(request, snapshot, slug))
        log = read_log(snapshot.directory)
    iri = found["initiative"]["iri"]
    since = parameters.since or ""
    told = (each for each in found["appearances"] if (each["date"] or "") >= since)
    return InitiativeChanges(
        iri=iri,
        label=found["initiative"]["label"],
        changes=[_change(each) for each in told if _says_something(each["changes"])],
        log=[entry for entry in reversed(log) if entry.iri == iri and entry.time >= since][:MOST_LOGGED],
    )


@router.get("/{slug}/feed.atom", responses=written_as(MEDIA_TYPE, examples.ATOM), response_class=Response)
def feed(request: Request, slug: Slug, parameters: Annotated[FeedParameters, Query()]) -> Response:
    """Return an initiative's appearances, with what changed in them, as an Atom feed, the newest first."""
    with request.app.state.current.open() as snapshot:
        found = _traced(request, snapshot, slug)
        base = base_of(snapshot, request.app.state.settings)
    here = str(request.base_url).rstrip("/")
    iri, story = found.subject.iri, Story(parameters.lang)
    link = iri.replace(base, f"{here}/", 1)
    made = Feed(f"{iri}#feed", found.subject.label, str(request.url), link, parameters.lang)
    newest = [*reversed(found.appearances)][:LONGEST_FEED]
    entries = (_entry(each, iri, each.iri.replace(base, f"{here}/", 1), story) for each in newest)
    return Response(feed_xml(made, entries, NEVER), media_type=MEDIA_TYPE)


def initiative(request: Request, snapshot: Snapshot, slug: str) -> str:
    """Return the IRI of an initiative by what its IRI ends in.

    Raises: UnknownEntityError if there is none.
    """
    iri = Iris(base_of(snapshot, request.app.state.settings)).entity("initiative", slug)
    if not SEGMENT.fullmatch(slug):
        raise UnknownEntityError(iri)
    return find(snapshot.store, iri)


def _traced(request: Request, snapshot: Snapshot, slug: str) -> Trace:
    lives: Lives = request.app.state.lives
    return lives.of(snapshot, initiative(request, snapshot, slug))


def _change(each: Mapping[str, Any]) -> ThingChange:
    names = ("iri", "date", "meeting", "body", "number", "title", "changes", "evidence")
    return ThingChange(**{name: each[name] for name in names})


def _says_something(changes: object) -> bool:
    """Tell whether any part of the changes holds anything."""
    if isinstance(changes, Mapping):
        return any(_says_something(each) for each in changes.values())
    return bool(changes)


def _entry(each: Appearance, iri: str, link: str, story: Story) -> Entry:
    lines = [f"{story.topic(line.topic)}: {line.text}" for line in story.lines(each)]
    quotes = dict.fromkeys(
        f"»{' '.join(said.quote.split())}« ({story.source(said)})" for said in each.evidence
    )
    title = ": ".join(filter(None, (story.when(each.occasion), story.where(each))))
    return Entry(
        id=f"{each.iri}#{iri.rpartition('/')[2]}",
        title=title,
        updated=moment(each.occasion.date or each.occasion.estimate, NEVER),
        link=link,
        text="\n".join((*lines, "", *quotes)),
    )
