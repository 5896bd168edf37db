"""A trace in words: for each appearance a heading and lines, each a claim with its evidence.

What every way of showing a trace shares: the table, Markdown, CSV and the page differ in form alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from api import danish
from graph.trace_records import (
    Appearance,
    Changes,
    Commitment,
    Difference,
    Document,
    Evidence,
    Figure,
    Named,
    Occasion,
    Stage,
)

# What a line is about: the word for machines and the Danish one for people.
TOPICS = {
    "decision": "Beslutning",
    "done": "Sket",
    "planned": "Planlagt",
    "figure": "Tal",
    "amount": "Beløb",
    "place": "Sted",
    "department": "Afdeling",
    "person": "Person",
    "document": "Dokument",
    "recommendation": "Indstillet",
    "commitment": "Aftale",
    "change": "Ændret siden sidst",
    "mention": "Nævnt",
}
ROLES = {"subject": "handler om det", "mention": "nævner det"}
PARTS = {"caseworker": "sagsbehandler", "responsible": "ansvarlig"}
NO_DATE = "uden dato"


@dataclass(frozen=True, slots=True)
class Line:
    """One claim in words, with its values for machines: `when` is ISO 8601, `topic` a key of TOPICS."""

    topic: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    value: Decimal | None = None
    unit: str | None = None
    place: str | None = None
    when: str | None = None

    @property
    def heading(self) -> str:
        """The topic in Danish."""
        return TOPICS[self.topic]


def when(at: Occasion) -> str:
    """Return the date, or that there is none."""
    return danish.date(at.date) if at.date else NO_DATE


def reservation(at: Occasion) -> str | None:
    """Return what a reader must know of the date, or None where it is printed in the text.

    >>> reservation(Occasion(None, None, None, None, None, "2022-11-14", "document"))
    'mødet er ikke dateret; pakkens nyeste dokument er fra 14. november 2022'
    """
    if at.date is None:
        if at.estimate is None:
            return "hverken mødet eller pakken er dateret"
        known = "pakken er til mødet" if at.estimate_basis == "meeting" else "pakkens nyeste dokument er fra"
        return f"mødet er ikke dateret; {known} {danish.date(at.estimate)}"
    if at.date_basis == "inferred":
        return "datoen er udledt af teksten"
    if at.date_basis == "package":
        return "dokumentet hører ikke til et punkt; datoen er pakkens mødes"
    return None


def where(each: Appearance) -> str:
    """Return the body, the agenda item's number and its title, as far as they are known."""
    number = f"punkt {each.number}" if each.number else None
    return " · ".join(part for part in (each.occasion.body, number, each.title) if part) or each.sources[0]


def lines(each: Appearance) -> tuple[Line, ...]:
    """Return the claims of an appearance: what was decided, done and planned first, what changed last.

    Every quote of the appearance stands in a line: those that no claim rests on are mentions, in the last.
    """
    told = tuple(
        chain(_decided(each), _happened(each), _counted(each), _parties(each), _changed(each.changes))
    )
    used = {evidence for line in told for evidence in line.evidence}
    rest = tuple(evidence for evidence in each.evidence if evidence not in used)
    count = "ét sted" if len(rest) == 1 else f"{len(rest)} steder"
    return (*told, Line("mention", f"{count} uden andet udsagn", rest)) if rest else told


def source(evidence: Evidence) -> str:
    """Return the file and the page.

    >>> source(Evidence("x", "maj.pdf", 2, 0, 1))
    'maj.pdf, s. 2'
    """
    return f"{evidence.source}, s. {evidence.page}" if evidence.page is not None else evidence.source


def quote(evidence: Evidence) -> str:
    """Return the quote in one line."""
    return " ".join(evidence.quote.split())


def _decided(each: Appearance) -> Iterator[Line]:
    outcome, text, evidence = each.decision.outcome, each.decision.text, each.decision.evidence
    if outcome or text:
        said = " ".join(text.split()) if text and not evidence else None  # else it is quoted
        words = (outcome.label if outcome else None, said)
        yield Line("decision", ": ".join(word for word in words if word) or "refereret", evidence)


def _happened(each: Appearance) -> Iterator[Line]:
    for stage in sorted(each.stages, key=lambda stage: stage.is_planned):
        topic = "planned" if stage.is_planned else "done"
        yield Line(topic, _stage(stage), stage.evidence, place=_label(stage.place), when=stage.when)
    for promise in each.commitments:
        yield Line("commitment", _promise(promise), promise.evidence, when=promise.due)


def _counted(each: Appearance) -> Iterator[Line]:
    for figure in each.figures:
        place = _label(figure.place)
        yield Line("figure", _figure(figure), figure.evidence, figure.value, figure.unit, place, figure.when)
    for amount in each.amounts:
        words = (f"{danish.number(amount.value_dkk)} kr.", amount.purpose, _date(amount.when))
        text = ", ".join(word for word in words if word)
        yield Line("amount", text, amount.evidence, amount.value_dkk, "kr.", None, amount.when)


def _parties(each: Appearance) -> Iterator[Line]:
    for tie in each.places:
        yield Line("place", tie.thing.label, tie.evidence)
    for tie in each.departments:
        yield Line("department", tie.thing.label, tie.evidence)
    for document in each.documents:
        yield Line("document", _document(document))
        for asked in document.recommendations:
            outcome = f" ({asked.outcome.label})" if asked.outcome else ""
            yield Line("recommendation", f"{asked.text}{outcome}", asked.evidence)
    for person in each.people:
        roles = ", ".join(PARTS.get(role, role) for role in person.roles)
        yield Line("person", f"{person.person.label} ({roles})")


def _stage(stage: Stage) -> str:
    words = (stage.stage.label, _date(stage.when), _label(stage.place))
    return ", ".join(word for word in words if word)


def _figure(figure: Figure) -> str:
    value = danish.number(figure.value) + (f" {figure.unit}" if figure.unit else "")
    counted = " ".join(word for word in (value, figure.label) if word)
    words = (counted, _label(figure.place), _date(figure.when))
    return ", ".join(word for word in words if word)


def _promise(promise: Commitment) -> str:
    responsible = f"ansvarlig: {promise.name}" if promise.name else None
    due = f"frist: {danish.date(promise.due)}" if promise.due else None
    told = ", ".join(word for word in (responsible, due) if word)
    return f"{promise.text} ({told})" if told else promise.text


def _document(document: Document) -> str:
    workers = ", ".join(person.label for person in document.caseworkers)
    issuer = document.unit or document.department
    words = (
        document.type.label if document.type else None,
        _date(document.issued),
        _label(issuer),
        document.case,
        f"sagsbehandler {workers}" if workers else None,
    )
    told = ", ".join(word for word in words if word)
    return f"{document.title} ({told})" if told else document.title


def _changed(changes: Changes) -> Iterator[Line]:
    yield from _differing("nyt", "sted", changes.places)
    yield from _differing("ny", "afdeling", changes.departments)
    if changes.figures_added:
        yield Line("change", f"nye tal: {'; '.join(_figure(figure) for figure in changes.figures_added)}")
    for change in changes.figures_changed:
        before = f"{danish.number(change.before.value)} → {_figure(change.now)}"
        yield Line("change", before, (*change.before.evidence, *change.now.evidence))
    if changes.amounts_added:
        amounts = "; ".join(f"{danish.number(amount.value_dkk)} kr." for amount in changes.amounts_added)
        yield Line("change", f"nye beløb: {amounts}")
    if changes.stage is not None:
        before, now = (", ".join(each.label for each in stages) or "–" for stages in changes.stage)
        yield Line("change", f"stadie: {before} → {now}")


def _differing(new: str, what: str, difference: Difference) -> Iterator[Line]:
    if difference.added:
        yield Line("change", f"{new} {what}: {', '.join(difference.added)}")
    if difference.absent:
        yield Line("change", f"{what} ikke nævnt denne gang: {', '.join(difference.absent)}")


def _label(thing: Named | None) -> str | None:
    return thing.label if thing else None


def _date(iso: str | None) -> str | None:
    return danish.date(iso) if iso else None
