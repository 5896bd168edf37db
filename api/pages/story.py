"""A trace in words: for each appearance a heading and lines, each a claim with its evidence.

What every way of showing a trace shares: the table, Markdown, CSV and the pages differ in form alone.
The command line tells in Danish; a page in its own language. Quotes are never translated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from api.pages import danish, english
from api.pages.concept_words import DOCUMENT_TYPE, OUTCOME, STAGE, concept_word
from api.pages.languages import DANISH, say
from graph.traces.records import (
    Amount,
    Appearance,
    Changes,
    Commitment,
    Concept,
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
NEW = 5  # new figures and amounts that a change names; all stand among the claims
PARTS = {"caseworker": "sagsbehandler", "responsible": "ansvarlig"}


@dataclass(frozen=True, slots=True)
class Line:
    """One claim in words, with its values for machines: `when` is ISO 8601, `topic` a key of TOPICS.

    `said` are the source's own words among them, `note` what is told beside these. `things` are what the
    words name and has an IRI of its own.
    """

    topic: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    value: Decimal | None = None
    unit: str | None = None
    place: str | None = None
    when: str | None = None
    things: tuple[Named, ...] = ()
    said: str | None = None
    note: str | None = None


class Story:
    """Tells a trace in one language.

    >>> Story("en").date("2023-05-08"), Story().date("2023-05-08")
    ('8 May 2023', '8. maj 2023')
    """

    def __init__(self, language: str = DANISH) -> None:
        self.language = language
        self._write_date = danish.date if language == DANISH else english.date
        self._write_number = danish.number if language == DANISH else english.number

    def say(self, words: str, **values: object) -> str:
        """Return Danish words in the language of the story."""
        return say(words, self.language, **values)

    def topic(self, topic: str) -> str:
        """Return what a topic is called."""
        return self.say(TOPICS[topic])

    def role(self, role: str) -> str:
        """Return in which role the subject of the trace appears."""
        return self.say(ROLES[role])

    def part(self, role: str) -> str:
        """Return what part a person had."""
        return self.say(PARTS[role]) if role in PARTS else role

    def date(self, iso: str) -> str:
        """Return a day, a month or a year in words."""
        return self._write_date(iso)

    def number(self, value: Decimal) -> str:
        """Return a number as it is written."""
        return self._write_number(value)

    def stage(self, stage: Concept) -> str:
        """Return what a stage is called."""
        return concept_word(STAGE, stage, self.language)

    def outcome(self, outcome: Concept) -> str:
        """Return what an outcome is called."""
        return concept_word(OUTCOME, outcome, self.language)

    def when(self, at: Occasion) -> str:
        """Return the date, or that there is none."""
        return self.date(at.date) if at.date else self.say("uden dato")

    def reservation(self, at: Occasion) -> str | None:
        """Return what a reader must know of the date, or None where it is printed in the text.

        >>> Story().reservation(Occasion(None, None, None, None, None, "2022-11-14", "document"))
        'mødet er ikke dateret; pakkens nyeste dokument er fra 14. november 2022'
        """
        if at.date is None:
            return self._undated(at)
        if at.date_basis == "inferred":
            return self.say("datoen er udledt af teksten")
        if at.date_basis == "package":
            return self.say("dokumentet hører ikke til et punkt; datoen er pakkens mødes")
        return None

    def where(self, each: Appearance) -> str:
        """Return the body, the agenda item's number and its title, as far as they are known."""
        parts = (each.occasion.body, self.item(each), each.title)
        return " · ".join(part for part in parts if part) or each.sources[0]

    def item(self, each: Appearance) -> str | None:
        """Return the number of the agenda item, None without one."""
        return self.say("punkt {number}", number=each.number) if each.number else None

    def source(self, evidence: Evidence) -> str:
        """Return the file and the page.

        >>> Story().source(Evidence("x", "maj.pdf", 2, 0, 1))
        'maj.pdf, s. 2'
        """
        if evidence.page is None:
            return evidence.source
        return self.say("{file}, s. {page}", file=evidence.source, page=evidence.page)

    def lines(self, each: Appearance) -> tuple[Line, ...]:
        """Return the claims of an appearance: what was decided, done and planned first, what changed last.

        Every quote of the appearance stands in a line: those that no claim rests on are mentions, the last.
        """
        claims = (self._decided(each), self._happened(each), self._counted(each), self._parties(each))
        told = tuple(chain(*claims, self.changes(each.changes)))
        used = {evidence for line in told for evidence in line.evidence}
        rest = tuple(evidence for evidence in each.evidence if evidence not in used)
        return (*told, Line("mention", self._elsewhere(len(rest)), rest)) if rest else told

    def changes(self, changes: Changes) -> Iterator[Line]:
        """Yield what differs from what came before."""
        yield from self._differing("nyt sted: {names}", "sted ikke nævnt denne gang: {names}", changes.places)
        gone = "afdeling ikke nævnt denne gang: {names}"
        yield from self._differing("ny afdeling: {names}", gone, changes.departments)
        if changes.figures_added:
            figures = [self.figure(figure) for figure in changes.figures_added]
            words = self.say("nye tal: {figures}", figures=self._first(figures))
            yield Line("change", words, _evidence(changes.figures_added[:NEW]))
        for change in changes.figures_changed:
            before = f"{self.number(change.before.value)} → {self.figure(change.now)}"
            yield Line("change", before, (*change.before.evidence, *change.now.evidence))
        if changes.amounts_added:
            amounts = [self.kroner(amount.value_dkk) for amount in changes.amounts_added]
            words = self.say("nye beløb: {amounts}", amounts=self._first(amounts))
            yield Line("change", words, _evidence(changes.amounts_added[:NEW]))
        if changes.stage is not None:
            before, now = (", ".join(map(self.stage, stages)) or "–" for stages in changes.stage)
            yield Line("change", self.say("stadie: {before} → {now}", before=before, now=now))

    def kroner(self, value: Decimal) -> str:
        """Return an amount of money."""
        return self.say("{number} kr.", number=self.number(value))

    def figure(self, figure: Figure) -> str:
        """Return what is counted, where and when."""
        value = self.number(figure.value) + (f" {figure.unit}" if figure.unit else "")
        counted = " ".join(word for word in (value, figure.label) if word)
        return _listed(counted, _label(figure.place), self._date(figure.when))

    def amount(self, amount: Amount) -> str:
        """Return an amount, what it is for, and when."""
        return _listed(self.kroner(amount.value_dkk), amount.purpose, self._date(amount.when))

    def happened(self, stage: Stage) -> str:
        """Return a stage with its time and place."""
        return _listed(self.stage(stage.stage), self._date(stage.when), _label(stage.place))

    def _first(self, words: list[str]) -> str:
        shown, more = "; ".join(words[:NEW]), len(words) - NEW
        return self.say("{first} og {count} til", first=shown, count=more) if more > 0 else shown

    def _undated(self, at: Occasion) -> str:
        if at.estimate is None:
            return self.say("hverken mødet eller pakken er dateret")
        date = self.date(at.estimate)
        if at.estimate_basis == "meeting":
            return self.say("mødet er ikke dateret; pakken er til mødet {date}", date=date)
        return self.say("mødet er ikke dateret; pakkens nyeste dokument er fra {date}", date=date)

    def _elsewhere(self, count: int) -> str:
        if count == 1:
            return self.say("ét sted uden andet udsagn")
        return self.say("{count} steder uden andet udsagn", count=count)

    def _decided(self, each: Appearance) -> Iterator[Line]:
        outcome, text, evidence = each.decision.outcome, each.decision.text, each.decision.evidence
        if outcome or text:
            said = " ".join(text.split()) if text and not evidence else None  # else it is quoted
            words = (self.outcome(outcome) if outcome else None, said)
            told = ": ".join(word for word in words if word) or self.say("refereret")
            yield Line("decision", told, evidence)

    def _happened(self, each: Appearance) -> Iterator[Line]:
        for stage in sorted(each.stages, key=lambda stage: stage.is_planned):
            topic = "planned" if stage.is_planned else "done"
            where = _things(stage.place)
            place = _label(stage.place)
            text = self.happened(stage)
            yield Line(topic, text, stage.evidence, place=place, when=stage.when, things=where)
        for promise in each.commitments:
            note = self._promise(promise)
            yield Line(
                "commitment",
                _noted(promise.text, note),
                promise.evidence,
                when=promise.due,
                things=_things(promise.responsible),
                said=promise.text,
                note=note,
            )

    def _counted(self, each: Appearance) -> Iterator[Line]:
        for figure in each.figures:
            values = (figure.value, figure.unit, _label(figure.place), figure.when, _things(figure.place))
            yield Line("figure", self.figure(figure), figure.evidence, *values)
        for amount in each.amounts:
            text, value = self.amount(amount), amount.value_dkk
            yield Line("amount", text, amount.evidence, value, "kr.", None, amount.when)

    def _parties(self, each: Appearance) -> Iterator[Line]:
        for topic, ties in (("place", each.places), ("department", each.departments)):
            for tie in ties:
                yield Line(topic, tie.thing.label, tie.evidence, things=(tie.thing,))
        for document in each.documents:
            title, note = document.title, self._document(document)
            yield Line("document", _noted(title, note), things=_of_document(document), said=title, note=note)
            for asked in document.recommendations:
                note = self.outcome(asked.outcome) if asked.outcome else None
                text = _noted(asked.text, note)
                yield Line("recommendation", text, asked.evidence, said=asked.text, note=note)
        for person in each.people:
            roles = ", ".join(self.part(role) for role in person.roles)
            text = _noted(person.person.label, roles)
            yield Line("person", text, things=(person.person,), note=roles)

    def _promise(self, promise: Commitment) -> str | None:
        who = self.say("ansvarlig: {name}", name=promise.name) if promise.name else None
        due = self.say("frist: {date}", date=self.date(promise.due)) if promise.due else None
        return _listed(who, due) or None

    def _document(self, document: Document) -> str | None:
        workers = ", ".join(person.label for person in document.caseworkers)
        told = _listed(
            concept_word(DOCUMENT_TYPE, document.type, self.language) if document.type else None,
            self._date(document.issued),
            _label(document.unit or document.department),
            document.case,
            self.say("sagsbehandler {names}", names=workers) if workers else None,
        )
        return told or None

    def _differing(self, new: str, gone: str, difference: Difference) -> Iterator[Line]:
        for words, names in ((new, difference.added), (gone, difference.absent)):
            if names:
                yield Line("change", self.say(words, names=", ".join(names)))

    def _date(self, iso: str | None) -> str | None:
        return self.date(iso) if iso else None


def quote(evidence: Evidence) -> str:
    """Return the quote in one line."""
    return " ".join(evidence.quote.split())


def _evidence(claims: Sequence[Figure] | Sequence[Amount]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(each.evidence for each in claims)))


def _listed(*words: str | None) -> str:
    return ", ".join(word for word in words if word)


def _noted(said: str, note: str | None) -> str:
    return f"{said} ({note})" if note else said


def _of_document(document: Document) -> tuple[Named, ...]:
    issuers = _things(document.unit or document.department)
    return (Named(document.iri, document.title), *issuers, *document.caseworkers)


def _things(thing: Named | None) -> tuple[Named, ...]:
    return (thing,) if thing else ()


def _label(thing: Named | None) -> str | None:
    return thing.label if thing else None
