"""A meeting's agenda with what came of each item: what a page of a meeting shows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Literal

from graph.store import Reader
from graph.traces.dossier import last_part
from graph.views.evidence import quotes
from graph.views.records import Evidence, Thing, Word
from graph.views.rows import rows_about, value

MOST = 500  # items of one meeting that are read
ITEMS = """SELECT ?item ?number ?title ?minutes ?decision ?outcome ?outcomeLabel ?case ?caseNumber ?passage {
  VALUES ?meeting { UNDEF }
  ?item a sg:AgendaItem ; sg:meeting ?meeting .
  OPTIONAL { ?item sg:number ?number }
  OPTIONAL { ?item dcterms:title ?title }
  OPTIONAL { ?item sg:minutes ?minutes }
  OPTIONAL { ?item sg:decisionText ?decision }
  OPTIONAL { ?item sg:outcome ?outcome . ?outcome skos:prefLabel ?outcomeLabel }
  OPTIONAL { ?item sg:case ?case . ?case dcterms:identifier ?caseNumber }
  OPTIONAL { ?item sg:evidence ?passage }
} LIMIT 20000"""
INITIATIVES = """SELECT DISTINCT ?item ?thing ?label ?date {
  VALUES ?item { UNDEF }
  ?thing sg:subjectOf ?item ; a sg:Initiative ; skos:prefLabel ?label
}"""
DOCUMENTS = """SELECT DISTINCT ?item ?thing ?label ?date {
  VALUES ?item { UNDEF }
  ?thing sg:agendaItem ?item ; a sg:Document ; dcterms:title ?label
  OPTIONAL { ?thing dcterms:issued ?date }
}"""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of a meeting. `initiatives` are those it is about; `minutes` is how long it was to take."""

    iri: str
    number: str | None
    title: str | None
    minutes: str | None
    decision: str | None
    outcome: Word | None
    case: Thing | None
    initiatives: tuple[Thing, ...]
    documents: tuple[Thing, ...]
    evidence: tuple[Evidence, ...]


def agenda(store: Reader, meeting: str) -> tuple[AgendaItem, ...]:
    """Return the items of a meeting in order of their numbers ("2", "7", "7A", "10"), unnumbered last."""
    found = _read(store, meeting)
    said = quotes(store, [passage for each in found.values() for passage in each.passages])
    initiatives = _things(store, INITIATIVES, found, "Initiative")
    documents = _things(store, DOCUMENTS, found, "Document")
    items = [
        AgendaItem(
            iri=iri,
            number=each.known.get("number"),
            title=each.known.get("title"),
            minutes=each.known.get("minutes"),
            decision=each.known.get("decision"),
            outcome=_outcome(each),
            case=_case(each.known),
            initiatives=initiatives[iri],
            documents=documents[iri],
            evidence=tuple(said[passage] for passage in sorted(each.passages) if passage in said),
        )
        for iri, each in found.items()
    ]
    return tuple(sorted(items, key=lambda item: (*number_key(item.number), item.iri)))


@dataclass(slots=True)
class _Growing:
    """What is known of an item while its rows are read: of several values the first in alphabetical order."""

    known: dict[str, str] = field(default_factory=dict)
    labels: dict[tuple[str, str], str] = field(default_factory=dict)  # of outcomes, by IRI and language
    passages: set[str] = field(default_factory=set)


def _read(store: Reader, meeting: str) -> dict[str, _Growing]:
    found: dict[str, _Growing] = {}
    for row in rows_about(store, ITEMS, [meeting]):
        iri = value(row, "item") or ""
        if iri not in found and len(found) == MOST:
            continue
        growing = found.setdefault(iri, _Growing())
        for name in ("number", "title", "minutes", "decision", "outcome", "case", "caseNumber"):
            text = value(row, name)
            if text is not None:
                growing.known[name] = min(text, growing.known.get(name, text))
        label = row["outcomeLabel"]
        if isinstance(label, Literal):
            growing.labels[value(row, "outcome") or "", label.language or ""] = label.value
        if passage := value(row, "passage"):
            growing.passages.add(passage)
    return found


def number_key(number: str | None) -> tuple[int, str]:
    """Return what puts item numbers in order; none comes last.

    >>> sorted(["10", "7A", "2", "7"], key=number_key)
    ['2', '7', '7A', '10']
    """
    digits = re.match(r"\d{1,9}", number or "")
    return (int(digits.group()), number or "") if digits else (10**9, number or "")


def _outcome(growing: _Growing) -> Word | None:
    iri = growing.known.get("outcome")
    if iri is None:
        return None
    word = last_part(iri)
    return Word(word, growing.labels.get((iri, "da"), word), growing.labels.get((iri, "en"), word))


def _case(known: dict[str, str]) -> Thing | None:
    if "case" not in known:
        return None
    number = known.get("caseNumber", last_part(known["case"]))
    return Thing(known["case"], number, number, "Case")


def _things(store: Reader, sparql: str, items: Iterable[str], kind: str) -> dict[str, tuple[Thing, ...]]:
    found: dict[str, set[Thing]] = defaultdict(set)
    for row in rows_about(store, sparql, items):
        label = value(row, "label") or ""
        thing = Thing(value(row, "thing") or "", label, label, kind, value(row, "date"))
        found[value(row, "item") or ""].add(thing)
    return {iri: tuple(sorted(found[iri], key=lambda each: (each.label, each.iri))) for iri in items}
