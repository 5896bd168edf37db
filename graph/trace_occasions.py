"""Find the meeting that an appearance was at, and its place in the order of time.

Nothing is dated by the clock: an undated meeting stays undated, and is ordered by the newest document of its
package, since a package is put together from what was written before its meeting.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from graph.trace_dossier import ITEM, Dossier
from graph.trace_records import Appearance, Occasion
from graph.vocabulary import DCTERMS, SCHEMA, SG

MEETING, START = SG("meeting"), SCHEMA("startDate")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
CLOCK = re.compile(r"T(\d{2}:\d{2})")
DIGITS = re.compile(r"(\d+)")
LAST = "9999-99-99"  # after every date: what nothing dates comes last


def occasion(dossier: Dossier, anchor: str, sources: Iterable[str]) -> Occasion:
    """Return where and when the appearance at `anchor` was; `sources` are the graphs that tell of it."""
    told_by = tuple(sources)
    node = dossier.node(anchor)
    if node.has_class(SG("AgendaItem")):
        return _at(dossier, node.iri_at(MEETING), None, told_by)
    candidates = [_principal_meeting(dossier, source) for source in told_by]
    return _at(dossier, next((each for each in candidates if each), None), "package", told_by)


def in_order_of_time(appearance: Appearance) -> tuple[object, ...]:
    """Return what appearances are sorted by: date or estimate, hour, meeting, agenda item's number, title."""
    at = appearance.occasion
    when = (at.date or at.estimate or LAST, at.time or "", at.meeting or "")
    return *when, _natural(appearance.number), appearance.title or "", appearance.iri


def _natural(number: str | None) -> tuple[tuple[str, int], ...]:
    """Return a key by which "7" < "7A" < "10" < no number at all."""
    if number is None:
        return (("\uffff", 0),)
    parts = (part for part in DIGITS.split(number) if part)
    return tuple(("", int(part)) if part.isdecimal() else (part, 0) for part in parts)


def _at(dossier: Dossier, meeting: str | None, basis: str | None, sources: tuple[str, ...]) -> Occasion:
    fact = dossier.node(meeting or "")
    start = fact.text(START) or ""
    date, clock = ISO_DATE.match(start), CLOCK.search(start)
    body = dossier.named_at(fact, SG("body"))
    return Occasion(
        meeting=meeting,
        body=body.label if body else None,
        date=date.group() if date else None,
        time=clock.group(1) if clock else None,
        date_basis=(basis or fact.text(SG("dateBasis"))) if date else None,
        estimate=None if date else _estimate(dossier, sources),
    )


def _principal_meeting(dossier: Dossier, source: str) -> str | None:
    """Return the meeting that a package is for: the one that most of its documents are filed under.

    Of equals it is the earliest: an agenda that is enclosed is that of a later meeting.
    """
    meetings = {fact.iri: fact.text(START) or LAST for fact in dossier.of_class(source, SG("Meeting"))}
    filed = Counter(
        dossier.node(item).iri_at(MEETING)
        for document in dossier.of_class(source, SG("Document"))
        for item in document.iris(ITEM)
    )
    return min(meetings, key=lambda iri: (-filed[iri], meetings[iri], iri), default=None)


def _estimate(dossier: Dossier, sources: tuple[str, ...]) -> str | None:
    """Return the date of the newest document of the packages, else that of their earliest meeting."""
    issued = _dates(dossier, sources, SG("Document"), DCTERMS("issued"))
    return max(issued, default=None) or min(_dates(dossier, sources, SG("Meeting"), START), default=None)


def _dates(
    dossier: Dossier, sources: tuple[str, ...], name: NamedNode, predicate: NamedNode
) -> Iterator[str]:
    for source in sources:
        for fact in dossier.of_class(source, name):
            for text in fact.texts(predicate):
                if match := ISO_DATE.match(text):
                    yield match.group()
