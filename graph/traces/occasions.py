"""Find the meeting that an appearance was at, and its place in the order of time.

Nothing is dated by the clock: an undated meeting stays undated. It is ordered by the dated meeting that its
package is for (enclosed minutes are of the meeting before), else by the package's newest document, since a
package is put together from what was written before its meeting.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from graph.traces.dossier import ITEM, Dossier
from graph.traces.records import Appearance, Occasion
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
    estimate, estimate_basis = (None, None) if date else _estimate(dossier, sources)
    return Occasion(
        meeting=meeting,
        body=body.label if body else None,
        date=date.group() if date else None,
        time=clock.group(1) if clock else None,
        date_basis=(basis or fact.text(SG("dateBasis"))) if date else None,
        estimate=estimate,
        estimate_basis=estimate_basis,
    )


def _principal_meeting(dossier: Dossier, source: str) -> str | None:
    """Return the meeting that a package is for: the one that most of its documents are filed under."""
    return next((iri for iri, _, _ in _meetings(dossier, source)), None)


def _meetings(dossier: Dossier, source: str) -> list[tuple[str, str, int]]:
    """Return a package's meetings, their dates (LAST if undated) and how many documents are filed under each.

    Those with most documents come first, of equals the earliest: an agenda that is enclosed is that of a
    later meeting.
    """
    meetings = {fact.iri: fact.text(START) or LAST for fact in dossier.of_class(source, SG("Meeting"))}
    filed = Counter(
        dossier.node(item).iri_at(MEETING)
        for document in dossier.of_class(source, SG("Document"))
        for item in document.iris(ITEM)
    )
    found = ((iri, date[:10], filed[iri]) for iri, date in meetings.items())
    return sorted(found, key=lambda meeting: (-meeting[2], meeting[1], meeting[0]))


def _estimate(dossier: Dossier, sources: tuple[str, ...]) -> tuple[str | None, str | None]:
    """Return the date to order by and what it is of: "meeting" or "document"; None twice if there is none."""
    held = [meeting for source in sources for meeting in _meetings(dossier, source) if meeting[1] != LAST]
    for _, date, documents in held:
        if documents:
            return date, "meeting"
    issued = (text for source in sources for text in _issued(dossier, source))
    if newest := max(issued, default=None):
        return newest, "document"
    return next(((date, "meeting") for _, date, _ in held), (None, None))


def _issued(dossier: Dossier, source: str) -> Iterator[str]:
    for fact in dossier.of_class(source, SG("Document")):
        yield from (text for text in fact.texts(DCTERMS("issued")) if ISO_DATE.match(text))
