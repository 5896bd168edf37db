"""What is new in the graph: what it holds, which initiatives moved lately, what the newest meetings decided.

"Lately" is counted back from the newest meeting, never from the clock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from graph.names import fold
from graph.store import Reader
from graph.traces.dossier import last_part
from graph.traces.records import Concept, Named
from graph.views.evidence import chosen, quotes
from graph.views.records import Evidence
from graph.views.rows import rows, rows_about, value, whole

COUNTED = (
    *("Initiative", "Meeting", "AgendaItem", "Document", "Person", "Organization", "Case"),
    *("Commitment", "Amount", "Figure", "InitiativeEvent", "Passage"),
)
LATELY = timedelta(days=365)
MOVED, MEETINGS = 6, 4  # how many are shown
READ = 200_000  # events that are looked through
COUNT = "SELECT (COUNT(?thing) AS ?count) { ?thing a sg:%s }"
FILES = """SELECT (COUNT(?source) AS ?all) (SUM(IF(BOUND(?status) && ?status != "ok", 1, 0)) AS ?failed) {
  ?source a sg:Source OPTIONAL { ?source sg:status ?status }
}"""
EVENTS = """SELECT ?event ?initiative ?stage ?date {
  ?event a sg:InitiativeEvent ; sg:initiative ?initiative ; sg:stage ?stage ; sg:agendaItem ?item .
  ?item sg:meeting/schema:startDate ?moment .
  FILTER NOT EXISTS { ?event sg:planned true }
  BIND(SUBSTR(STR(?moment), 1, 10) AS ?date)
} LIMIT %d"""
BUILT = "SELECT (MAX(STR(?moment)) AS ?built) { ?run prov:endedAtTime ?moment }"
PASSAGES = "SELECT ?event ?passage { VALUES ?event { UNDEF } ?event sg:evidence ?passage }"
NAMES = """SELECT ?thing ?name { VALUES ?thing { UNDEF } ?thing skos:prefLabel ?name
  FILTER(LANG(?name) IN ("", "da")) }"""
HELD = """SELECT ?meeting ?date ?body {
  { SELECT DISTINCT ?meeting { ?item sg:outcome ?outcome . ?item sg:meeting ?meeting } }
  ?meeting schema:startDate ?moment .
  OPTIONAL { ?meeting sg:body/skos:prefLabel ?body }
  BIND(SUBSTR(STR(?moment), 1, 10) AS ?date)
} ORDER BY DESC(STR(?moment)) LIMIT %d"""
DECIDED = """SELECT ?meeting ?item ?number ?title ?outcome ?passage {
  VALUES ?meeting { UNDEF }
  ?item sg:meeting ?meeting ; sg:outcome ?outcome ; dcterms:title ?title .
  FILTER EXISTS { ?document sg:agendaItem ?item ; a sg:Document }
  OPTIONAL { ?item sg:number ?number }
  OPTIONAL { ?item sg:evidence ?passage }
}"""


@dataclass(frozen=True, slots=True)
class Move:
    """The last time an initiative's stages changed: from `before` to `now`; `changes` counts those lately."""

    initiative: Named
    date: str
    before: tuple[Concept, ...]
    now: tuple[Concept, ...]
    changes: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """An agenda item with documents, and what became of it."""

    item: Named
    number: str | None
    outcome: Concept
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting of which decisions are recorded."""

    meeting: str
    date: str
    body: str | None
    decided: tuple[Decided, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What a front page tells. `counts` is by class; `files` counts all, `failed` those not read.

    `built` is when the last run ended, an ISO date and time, None where no run says so.
    """

    counts: Mapping[str, int]
    files: int
    failed: int
    built: str | None
    moves: tuple[Move, ...]
    meetings: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    initiative: str
    date: str
    before: tuple[str, ...]
    now: tuple[str, ...]
    events: tuple[str, ...]


def read_news(store: Reader) -> News:
    """Read what is new; the work grows with the number of events, so it is read once a state of the graph."""
    files, built = next(rows(store, FILES), None), next(rows(store, BUILT), None)
    return News(
        {name: _counted(store, name) for name in COUNTED},
        (whole(files, "all") or 0) if files else 0,
        (whole(files, "failed") or 0) if files else 0,
        value(built, "built") if built else None,
        _moves(store),
        _meetings(store),
    )


def _counted(store: Reader, name: str) -> int:
    row = next(rows(store, COUNT % name), None)
    return (whole(row, "count") or 0) if row else 0


def _moves(store: Reader) -> tuple[Move, ...]:
    """Return the initiatives that changed most often lately, of equals the one that did so last."""
    found = _changes(store)
    newest = max((change.date for changes in found.values() for change in changes), default=None)
    if newest is None:
        return ()
    since = _earlier(newest)
    ranked = sorted(
        ((sum(change.date >= since for change in changes), changes[-1]) for changes in found.values()),
        key=lambda pair: (-pair[0], [-ord(sign) for sign in pair[1].date], pair[1].initiative),
    )
    shown = [(count, change) for count, change in ranked if count][:MOVED]
    sentences = _sentences(store, [change for _, change in shown])
    names = _names(store, (iri for _, each in shown for iri in (each.initiative, *each.before, *each.now)))
    return tuple(
        Move(
            Named(each.initiative, names.get(each.initiative, last_part(each.initiative))),
            each.date,
            _concepts(each.before, names),
            _concepts(each.now, names),
            count,
            sentences[each.initiative],
        )
        for count, each in shown
    )


def _changes(store: Reader) -> dict[str, list[_Change]]:
    """Return the changes of each initiative in order of time: when its stages were not those told before."""
    told: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for row in rows(store, EVENTS % READ):
        initiative, when, stage = (value(row, name) or "" for name in ("initiative", "date", "stage"))
        stages = told.setdefault(initiative, {}).setdefault(when, {})
        stages.setdefault(stage, []).append(value(row, "event") or "")
    found: dict[str, list[_Change]] = {}
    for initiative, dates in told.items():
        before: tuple[str, ...] = ()
        for when, reached in sorted(dates.items()):
            now = tuple(sorted(reached))
            if now != before:
                events = tuple(event for stage in now if stage not in before for event in reached[stage])
                found.setdefault(initiative, []).append(_Change(initiative, when, before, now, events))
            before = now
    return found


def _earlier(iso: str) -> str:
    try:
        return (date.fromisoformat(iso) - LATELY).isoformat()
    except (ValueError, OverflowError):
        return iso


def _sentences(store: Reader, changes: Iterable[_Change]) -> dict[str, tuple[Evidence, ...]]:
    by_event = {event: each.initiative for each in changes for event in each.events}
    passages: dict[str, list[str]] = defaultdict(list)
    for row in rows_about(store, PASSAGES, by_event):
        passages[by_event[value(row, "event") or ""]].append(value(row, "passage") or "")
    known = quotes(store, (passage for each in passages.values() for passage in each))
    return defaultdict(tuple, {iri: chosen(each, known) for iri, each in passages.items()})


def _names(store: Reader, iris: Iterable[str]) -> dict[str, str]:
    return {
        value(row, "thing") or "": value(row, "name") or "" for row in rows_about(store, NAMES, set(iris))
    }


def _concepts(iris: Iterable[str], names: Mapping[str, str]) -> tuple[Concept, ...]:
    return tuple(Concept(last_part(iri), names.get(iri, last_part(iri))) for iri in iris)


def _meetings(store: Reader) -> tuple[Held, ...]:
    """Return the newest meetings of which decisions are recorded, with the items that have documents."""
    held = {value(row, "meeting") or "": row for row in rows(store, HELD % MEETINGS)}
    under: dict[str, dict[str, Decided]] = defaultdict(dict)
    for meeting, decided in _decided(store, held):
        under[meeting][decided.item.iri] = decided
    return tuple(
        Held(
            meeting,
            value(row, "date") or "",
            value(row, "body"),
            tuple(sorted(under[meeting].values(), key=lambda each: _natural(each.number))),
        )
        for meeting, row in held.items()
    )


def _decided(store: Reader, meetings: Iterable[str]) -> Iterator[tuple[str, Decided]]:
    """Yield each meeting's items; the words of the minutes are its evidence, not its title."""
    found = list(rows_about(store, DECIDED, meetings))
    passages: dict[str, list[str]] = defaultdict(list)
    for row in found:
        if passage := value(row, "passage"):
            passages[value(row, "item") or ""].append(passage)
    known = quotes(store, {passage for each in passages.values() for passage in each})
    names = _names(store, {value(row, "outcome") or "" for row in found})
    for row in found:
        item, title, outcome = (value(row, name) or "" for name in ("item", "title", "outcome"))
        said = (each for each in chosen(passages[item], known) if fold(title) not in fold(each.quote))
        concept = _concepts([outcome], names)[0]
        decided = Decided(Named(item, title), value(row, "number"), concept, tuple(said))
        yield value(row, "meeting") or "", decided


def _natural(number: str | None) -> tuple[int, str]:
    digits = "".join(sign for sign in number or "" if sign.isdecimal())
    return int(digits or 9999), number or ""
