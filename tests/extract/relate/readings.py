"""Small readings for tests: a text, what is named in it, and the documents and items it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.records import (
    AgendaItem,
    Document,
    Kind,
    Meeting,
    Mention,
    Package,
    Reading,
    Section,
    SegmentKind,
    Span,
)
from extract.sentences import sentences


@dataclass(frozen=True)
class Named:
    """A phrase of the text and what it names."""

    kind: Kind
    phrase: str
    attributes: Mapping[str, str] = field(default_factory=dict)


def at(text: str, phrase: str) -> Span:
    """Return where `phrase` first stands."""
    start = text.index(phrase)
    return Span(start, start + len(phrase))


def reading(text: str, *named: Named, minutes: str = "", outcome: str | None = None) -> Reading:
    """Return a reading of one indstilling (`text`) under item 3 of one meeting, with its minutes."""
    whole = f"{text}\n{minutes}"
    body = Span(0, len(text))
    decision = Span(len(text) + 1, len(whole)) if minutes else None
    meeting = Meeting(
        "m1", "Rådmandsmøde", "raadmandsmoede", "2031-03-10", "explicit", None, None, None, None, body
    )
    item = AgendaItem("i1", "m1", "3", "Punktet", Span(0, 1), outcome=outcome, decision=decision)
    section = Section(SegmentKind.RECOMMENDATION, "Indstilling", body)
    document = Document("d1", "Dokumentet", Span(0, 1), "indstilling", (body,), (section,), "i1")
    mentions = sorted(
        (Mention(n.kind, at(whole, n.phrase), n.phrase, n.phrase, "test", 1.0, n.attributes) for n in named),
        key=lambda mention: mention.span,
    )
    package = Package((meeting,), (item,), (document,))
    return Reading(whole, package, tuple(sentences(whole)), tuple(mentions))
