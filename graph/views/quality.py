"""How much was found in each package, and how sure what was found is: counted, nothing estimated.

How often it is right is measured against gold (docs/quality.md), not here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.store import Reader
from graph.views.rows import rows, value, whole
from graph.views.terms import class_labels, short

STEP = 10  # confidences are counted in tenths
# What is counted in each source's graph: how each ?thing is found.
COUNTED = {
    "meetings": "?thing a sg:Meeting",
    "items": "?thing a sg:AgendaItem",
    "items_with_minutes": "?thing a sg:AgendaItem FILTER EXISTS { ?thing sg:decisionText|sg:outcome ?said }",
    "documents": "?thing a sg:Document",
    "documents_with_item": "?thing a sg:Document FILTER EXISTS { ?thing sg:agendaItem ?item }",
    "documents_with_date": "?thing a sg:Document FILTER EXISTS { ?thing dcterms:issued ?date }",
    "documents_with_case": "?thing a sg:Document FILTER EXISTS { ?thing sg:case ?case }",
    "documents_with_caseworker": "?thing a sg:Document FILTER EXISTS { ?thing sg:caseworker ?person }",
    "mentions": "?thing a sg:Mention",
    "unresolved_mentions": "?thing a sg:UnresolvedMention",
    "events": "?thing a sg:InitiativeEvent",
    "figures": "?thing a sg:Figure",
    "amounts": "?thing a sg:Amount",
    "commitments": "?thing a sg:Commitment",
    "recommendations": "?thing a sg:Recommendation",
}
BY_SOURCE = "SELECT ?g (COUNT(DISTINCT ?thing) AS ?n) {{ GRAPH ?g {{ {0} }} ?g a sg:Source }} GROUP BY ?g"
SOURCES = """SELECT ?source ?file ?status ?pages ?characters {
  ?source a sg:Source ; sg:fileName ?file
  OPTIONAL { ?source sg:status ?status } OPTIONAL { ?source sg:pages ?pages }
  OPTIONAL { ?source sg:characters ?characters }
}"""
CONFIDENCES = """SELECT ?class ?tenth (COUNT(*) AS ?n) {
  VALUES ?class {
    sg:Mention sg:Statement sg:InitiativeEvent sg:Figure sg:Amount sg:Commitment sg:Recommendation sg:Role
    sg:Initiative sg:Person sg:Organization sg:Place
  }
  ?thing a ?class ; sg:confidence ?confidence BIND(FLOOR(?confidence * 10) AS ?tenth)
} GROUP BY ?class ?tenth"""


@dataclass(frozen=True, slots=True)
class PackageQuality:
    """What was found in one file."""

    iri: str
    file: str
    status: str
    pages: int | None
    characters: int | None
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Confidence:
    """How many things of a class are how sure: ten counts, from 0–0.1 to 0.9–1."""

    type: str
    label: str
    label_en: str
    total: int
    tenths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """What was found in all files together and in each, in order of their names, and how sure it is."""

    totals: Mapping[str, int]
    packages: tuple[PackageQuality, ...]
    confidences: tuple[Confidence, ...]


def quality(store: Reader) -> Quality:
    """Count what each file gave."""
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for name, pattern in COUNTED.items():
        for row in rows(store, BY_SOURCE.format(pattern)):
            counts[value(row, "g") or ""][name] = whole(row, "n") or 0
    packages = {
        iri: PackageQuality(
            iri,
            value(row, "file") or iri,
            value(row, "status") or "ok",
            whole(row, "pages"),
            whole(row, "characters"),
            {name: counts[iri].get(name, 0) for name in COUNTED},
        )
        for row in rows(store, SOURCES)
        if (iri := value(row, "source"))
    }
    ordered = tuple(sorted(packages.values(), key=lambda each: (each.file, each.iri)))
    totals = {name: sum(each.counts[name] for each in ordered) for name in COUNTED}
    return Quality(totals, ordered, _confidences(store))


def _confidences(store: Reader) -> tuple[Confidence, ...]:
    found: dict[str, list[int]] = defaultdict(lambda: [0] * STEP)
    for row in rows(store, CONFIDENCES):
        name = short(value(row, "class") or "").removeprefix("sg:")
        tenth = min(max(int(float(value(row, "tenth") or 0)), 0), STEP - 1)
        found[name][tenth] += whole(row, "n") or 0
    return tuple(
        Confidence(name, *class_labels(name), sum(tenths), tuple(tenths))
        for name, tenths in sorted(found.items())
    )
