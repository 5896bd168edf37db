"""What is in the graph, how fresh it is and how complete: counted, nothing estimated.

Lists of what is missing are bounded; each says how many there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from graph.ingesting.manifest import load_manifest
from graph.ingesting.publishing import sources_of
from graph.snapshots import Snapshot
from graph.store import Reader
from graph.views.attachments import AbsentAttachment, absent_attachments
from graph.views.records import Thing
from graph.views.rows import rows, value, whole
from graph.views.terms import class_labels, short
from graph.views.things import described

MOST = 200  # things of a list of what is missing
TYPES = """SELECT ?class (COUNT(*) AS ?things) {
  ?thing a ?class . FILTER(STRSTARTS(STR(?class), STR(sg:)))
} GROUP BY ?class"""
FILES = """SELECT ?status (COUNT(*) AS ?files) {
  ?source a sg:Source OPTIONAL { ?source sg:status ?said } BIND(COALESCE(?said, "ok") AS ?status)
} GROUP BY ?status"""
FAILED = """SELECT ?source ?file ?status ?reason {
  ?source a sg:Source ; sg:fileName ?file ; sg:status ?status . FILTER(?status != "ok")
  OPTIONAL { ?source sg:reason ?reason }
} ORDER BY ?file LIMIT %d"""
RUN = """SELECT ?version ?started ?ended {
  ?dataset prov:wasGeneratedBy ?run . ?run schema:softwareVersion ?version .
  OPTIONAL { ?run prov:startedAtTime ?started } OPTIONAL { ?run prov:endedAtTime ?ended }
} ORDER BY DESC(?ended) LIMIT 1"""
WITHOUT_MINUTES = """SELECT ?item {
  ?item a sg:AgendaItem
  FILTER NOT EXISTS { ?item sg:decisionText ?text } FILTER NOT EXISTS { ?item sg:outcome ?outcome }
}"""
UNDATED = "SELECT ?item { ?item a sg:Meeting FILTER NOT EXISTS { ?item schema:startDate ?date } }"
NEWEST = """SELECT ?meeting ?date { ?meeting a sg:Meeting ; schema:startDate ?date }
ORDER BY DESC(SUBSTR(STR(?date), 1, 10)) ?meeting LIMIT 1"""
MONTHS = """SELECT ?body ?month (COUNT(DISTINCT ?meeting) AS ?meetings) {
  ?meeting a sg:Meeting ; sg:body ?body ; schema:startDate ?date BIND(SUBSTR(STR(?date), 1, 7) AS ?month)
} GROUP BY ?body ?month"""


@dataclass(frozen=True, slots=True)
class TypeCount:
    """How many things are of a class."""

    type: str
    label: str
    label_en: str
    count: int


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that could not be read: a stable word for machines, a sentence for people."""

    iri: str
    file: str
    status: str
    reason: str


@dataclass(frozen=True, slots=True)
class Files:
    """The files by what became of reading them; `failed` holds the first of those that could not be."""

    total: int
    ok: int
    by_status: Mapping[str, int]
    failed: tuple[FailedFile, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """Things that something is missing from: how many, and the newest of them."""

    total: int
    items: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class MissingAttachments:
    """Attachments that are named but not there: how many, and the first of them."""

    total: int
    items: tuple[AbsentAttachment, ...]


@dataclass(frozen=True, slots=True)
class BodyMonths:
    """The months from a body's first meeting to its last, and those of them without a meeting ("2024-07")."""

    body: Thing
    first: str
    last: str
    meetings: int
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Build:
    """Which program made the graph, when it first and when it last did (ISO 8601)."""

    version: str | None
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Status:
    """What is in the graph, how fresh and how complete it is."""

    statements: int
    types: tuple[TypeCount, ...]
    build: Build
    newest_meeting: Thing | None
    files: Files
    items_without_minutes: Missing
    undated_meetings: Missing
    absent_attachments: MissingAttachments
    bodies: tuple[BodyMonths, ...]


def status(data: Path, snapshot: Snapshot) -> Status:
    """Return the status of a state of the graph in a data directory."""
    store = snapshot.store
    run = next(rows(store, RUN), None)
    newest = next((value(row, "meeting") for row in rows(store, NEWEST)), None)
    return Status(
        statements=len(store),
        types=_types(store),
        build=Build(*(value(run, name) if run else None for name in ("version", "started", "ended"))),
        newest_meeting=described(store, [newest])[newest] if newest else None,
        files=_files(store),
        items_without_minutes=_missing(store, WITHOUT_MINUTES),
        undated_meetings=_missing(store, UNDATED),
        absent_attachments=_attachments(data, snapshot),
        bodies=_bodies(store),
    )


def _types(store: Reader) -> tuple[TypeCount, ...]:
    counted = ((short(value(row, "class") or ""), whole(row, "things") or 0) for row in rows(store, TYPES))
    found = ((name.removeprefix("sg:"), things) for name, things in counted)
    made = (TypeCount(name, *class_labels(name), things) for name, things in found)
    return tuple(sorted(made, key=lambda each: (-each.count, each.type)))


def _files(store: Reader) -> Files:
    by_status = {value(row, "status") or "": whole(row, "files") or 0 for row in rows(store, FILES)}
    failed = (
        FailedFile(*(value(row, name) or "" for name in ("source", "file", "status", "reason")))
        for row in rows(store, FAILED % MOST)
    )
    return Files(
        sum(by_status.values()), by_status.get("ok", 0), dict(sorted(by_status.items())), tuple(failed)
    )


def _missing(store: Reader, sparql: str) -> Missing:
    iris = sorted({value(row, "item") or "" for row in rows(store, sparql)}, reverse=True)
    things = described(store, iris[: MOST * 5]).values()  # meetings' IRIs hold their dates
    newest = sorted(things, key=lambda thing: (thing.date or "", thing.iri), reverse=True)
    return Missing(len(iris), tuple(newest[:MOST]))


def _attachments(data: Path, snapshot: Snapshot) -> MissingAttachments:
    manifest = load_manifest(snapshot.directory)
    found = list(absent_attachments(data, sources_of(manifest.entries) if manifest else ()))
    return MissingAttachments(len(found), tuple(islice(found, MOST)))


def _bodies(store: Reader) -> tuple[BodyMonths, ...]:
    held: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows(store, MONTHS):
        held[value(row, "body") or ""][value(row, "month") or ""] = whole(row, "meetings") or 0
    things = described(store, held)
    made = (_body(things[body], by_month) for body, by_month in held.items() if body)
    return tuple(sorted(made, key=lambda each: (-each.meetings, each.body.label, each.body.iri)))


def _body(body: Thing, by_month: Mapping[str, int]) -> BodyMonths:
    first, last = min(by_month), max(by_month)
    without = tuple(month for month in _months(first, last) if month not in by_month)
    return BodyMonths(body, first, last, sum(by_month.values()), without)


def _months(first: str, last: str) -> Iterator[str]:
    """Yield the months from one to another, both included."""
    numbers = range(_number(first), _number(last) + 1)
    return (f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers)


def _number(month: str) -> int:
    year, _, of_year = month.partition("-")
    return int(year) * 12 + int(of_year) - 1
