"""Where an entity is named, and what that comes to meeting by meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import QuerySolution

from graph.store import Reader
from graph.views.evidence import MOST, quotes
from graph.views.records import Evidence, Mention, Mentions, Occasion
from graph.views.rows import rows, rows_about, value, whole
from graph.views.things import Things

READ = 20_000  # mentions that are read of one entity
MENTIONS = """SELECT ?g ?mention ?item ?document ?start ?sentence {
  GRAPH ?g {
    ?mention sg:refersTo <%s> ; oa:start ?start .
    OPTIONAL { ?mention sg:agendaItem ?item }
    OPTIONAL { ?mention sg:document ?document }
    OPTIONAL { ?mention sg:sentence ?sentence }
  }
} LIMIT %d"""
DETAILS = """SELECT ?mention ?text ?rule ?confidence {
  VALUES ?mention { UNDEF }
  ?mention oa:exact ?text .
  OPTIONAL { ?mention sg:rule ?rule }
  OPTIONAL { ?mention sg:confidence ?confidence }
}"""
ONLY_MEETING = """SELECT ?g (MIN(?meeting) AS ?only) {
  VALUES ?g { UNDEF }
  GRAPH ?g { ?meeting a sg:Meeting }
} GROUP BY ?g HAVING(COUNT(DISTINCT ?meeting) = 1)"""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention, where it stands and under what."""

    source: str
    iri: str
    item: str | None
    document: str | None
    start: int
    sentence: str | None

    @property
    def passage(self) -> str:
        """The quoted place that shows it: the sentence around it, else the mention itself."""
        return self.sentence or self.iri


@dataclass(frozen=True, slots=True)
class Sightings:
    """The mentions of an entity, in order of file and place; not `complete` if there are more."""

    all: tuple[Sighting, ...]
    complete: bool


def read_sightings(store: Reader, iri: str, things: Things) -> Sightings:
    """Return where an entity is named; what the mentions stand under is fetched into `things`."""
    found = {each.iri: each for each in map(_sighting, rows(store, MENTIONS % (iri, READ)))}
    things.fetch(part for each in found.values() for part in (each.source, each.item, each.document) if part)
    ordered = sorted(found.values(), key=lambda each: (things.of(each.source).label, each.start, each.iri))
    return Sightings(tuple(ordered), len(found) < READ)


def mention_page(
    store: Reader, sightings: Sightings, things: Things, offset: int = 0, limit: int = 20
) -> Mentions:
    """Return some of the mentions, those of the newest meetings first."""
    newest = sorted(sightings.all, key=lambda each: _date(each, things) or "", reverse=True)
    shown = newest[offset : offset + limit]
    known = quotes(store, {each.passage for each in shown})
    details = {value(row, "mention"): row for row in rows_about(store, DETAILS, (each.iri for each in shown))}
    made = (
        _mention(each, details[each.iri], known[each.passage], things)
        for each in shown
        if each.iri in details and each.passage in known
    )
    after = offset + len(shown)
    total = len(newest)
    return Mentions(tuple(made), total, after if shown and after < total else None, sightings.complete)


def history(store: Reader, sightings: Sightings, things: Things, limit: int = 200) -> tuple[Occasion, ...]:
    """Return what was said at each meeting in order of time, at most the newest `limit`; undated ones last.

    What stands under no item is counted to the file's meeting, if the file tells of one only.
    """
    only = _only_meetings(store, {each.source for each in sightings.all if _meeting(each, things) is None})
    things.fetch(only.values())
    groups: dict[tuple[str, str, str], list[Sighting]] = defaultdict(list)
    for each in sightings.all:
        meeting = _meeting(each, things) or only.get(each.source)
        date = things.date(meeting) if meeting else _date(each, things)
        groups[date or "", meeting or "", "" if meeting else each.source].append(each)
    dated = sorted(key for key in groups if key[0])[-limit:]
    undated = sorted(key for key in groups if not key[0])[: limit - len(dated)]
    kept = [*dated, *undated]
    firsts = {key: _first_passages(groups[key]) for key in kept}
    known = quotes(store, {passage for passages in firsts.values() for passage in passages})
    return tuple(
        _occasion(key, groups[key], [known[p] for p in firsts[key] if p in known], things) for key in kept
    )


def _sighting(row: QuerySolution) -> Sighting:
    return Sighting(
        value(row, "g") or "",
        value(row, "mention") or "",
        value(row, "item"),
        value(row, "document"),
        whole(row, "start") or 0,
        value(row, "sentence"),
    )


def _mention(each: Sighting, detail: QuerySolution, evidence: Evidence, things: Things) -> Mention:
    return Mention(
        each.iri,
        value(detail, "text") or "",
        float(value(detail, "confidence") or 0),
        value(detail, "rule") or "",
        _date(each, things),
        things.of(each.item) if each.item else None,
        things.of(each.document) if each.document else None,
        evidence,
    )


def _occasion(
    key: tuple[str, str, str], group: list[Sighting], evidence: Iterable[Evidence], things: Things
) -> Occasion:
    items = dict.fromkeys(each.item for each in group if each.item)
    documents = dict.fromkeys(each.document for each in group if each.document)
    return Occasion(
        key[0] or None,
        things.of(key[1]) if key[1] else None,
        tuple(things.of(item) for item in items),
        tuple(things.of(document) for document in documents),
        tuple(dict.fromkeys(things.of(each.source).label for each in group)),
        len(group),
        tuple(evidence),
    )


def _first_passages(group: Iterable[Sighting]) -> list[str]:
    return list(dict.fromkeys(each.passage for each in group))[:MOST]


def _meeting(each: Sighting, things: Things) -> str | None:
    found = (things.meeting(part) for part in (each.item, each.document) if part)
    return next((meeting for meeting in found if meeting), None)


def _date(each: Sighting, things: Things) -> str | None:
    if meeting := _meeting(each, things):
        return things.date(meeting)
    return things.date(each.document) if each.document else None


def _only_meetings(store: Reader, sources: set[str]) -> dict[str, str]:
    found = rows_about(store, ONLY_MEETING, sources)
    return {value(row, "g") or "": value(row, "only") or "" for row in found}
