"""What builds changed in the graph: as a cursor feed in JSON, and the newest as an Atom feed."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request
from starlette.responses import Response

from api.pages.languages import say
from api.rest import examples
from api.rest.atom import MEDIA_TYPE, Entry, Feed, feed_xml, moment
from api.rest.examples import answered, written_as
from api.rest.schemas_changes import ChangesParameters, FeedParameters
from api.rest.snapshot_route import SnapshotRouter, base_of
from graph.ingesting.change_log import LogEntry, LogPage, changes_after, changes_before, read_log
from graph.views.terms import class_labels

router = SnapshotRouter(tags=["changes"])
IN_FEED = frozenset({"Initiative", "Meeting", "Source", "Commitment"})
LONGEST_FEED = 100
CHANGED = {"added": "Nyt i grafen", "changed": "Ændret i grafen", "removed": "Taget ud af grafen"}
NEVER = "1970-01-01T00:00:00Z"


@router.get("/api/changes", responses=answered(examples.CHANGES))
def changes(request: Request, parameters: Annotated[ChangesParameters, Query()]) -> LogPage:
    """Tell what was added, changed and taken out, build by build.

    In the order of time `next` is always a number: ask again from there, and what is new by then comes.
    """
    with request.app.state.current.open() as snapshot:
        log = read_log(snapshot.directory)
    wanted = tuple(entry for entry in log if _fits(entry, parameters))
    if parameters.order == "newest":
        return changes_before(wanted, parameters.cursor, parameters.limit)
    page = changes_after(wanted, parameters.cursor or 0, parameters.limit)
    is_whole = changes_after(log, parameters.cursor or 0, 1).complete
    return LogPage(page.entries, page.next, is_whole)


@router.get("/feed.atom", responses=written_as(MEDIA_TYPE, examples.ATOM), response_class=Response)
def feed(request: Request, parameters: Annotated[FeedParameters, Query()]) -> Response:
    """Return the newest changes of initiatives, meetings, files and promises as an Atom feed."""
    with request.app.state.current.open() as snapshot:
        base = base_of(snapshot, request.app.state.settings)
        log = read_log(snapshot.directory)
    here = str(request.base_url).rstrip("/")
    newest = [entry for entry in reversed(log) if entry.type in IN_FEED][:LONGEST_FEED]
    title = say("Nyt i grafen", parameters.lang)
    made = Feed(f"{base}feed.atom", f"sagsgraf: {title}", str(request.url), f"{here}/", parameters.lang)
    entries = (_entry(each, base, here, parameters.lang) for each in newest)
    return Response(feed_xml(made, entries, NEVER), media_type=MEDIA_TYPE)


def _fits(entry: LogEntry, parameters: ChangesParameters) -> bool:
    return parameters.type in (None, entry.type) and parameters.change in (None, entry.change)


def _entry(each: LogEntry, base: str, here: str, language: str) -> Entry:
    danish, english = class_labels(each.type)
    kind = danish if language == "da" else english
    return Entry(
        id=f"{each.iri}#change-{each.number}",
        title=f"{kind.capitalize()}: {each.label}",
        updated=moment(each.time, NEVER),
        link=each.iri.replace(base, f"{here}/", 1),
        text=say(CHANGED.get(each.change, each.change), language),
    )
