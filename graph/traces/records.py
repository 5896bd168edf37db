"""What a trace is made of: the life of one entity, appearance by appearance.

Every claim carries the evidence it was read from; a claim without evidence says so by an empty tuple.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quoted place in a source: `quote` is letter for letter `text[start:end]` of the file `source`."""

    quote: str
    source: str  # the file's name
    page: int | None
    start: int
    end: int
    source_iri: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing by its IRI and the name it is shown by."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A word of a concept scheme ("started") with its Danish label ("påbegyndt")."""

    word: str
    label: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person who had a part in an appearance, in `roles` such as "caseworker" and "responsible"."""

    person: Named
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What a document asks the meeting to decide; `outcome` is what became of it, where minutes say so."""

    number: str | None
    text: str
    outcome: Concept | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document of an appearance. `issued` is an ISO date."""

    iri: str
    title: str
    type: Concept | None
    issued: str | None
    case: str | None
    unit: Named | None
    department: Named | None
    caseworkers: tuple[Named, ...]
    recommendations: tuple[Recommendation, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """Something that happened, or is planned. `when` is YYYY, YYYY-MM or YYYY-MM-DD."""

    stage: Concept
    when: str | None
    place: Named | None
    is_planned: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number counted about the entity; `unit` is None for a plain count."""

    label: str
    value: Decimal
    unit: str | None
    place: Named | None
    when: str | None
    evidence: tuple[Evidence, ...]

    @property
    def subject(self) -> tuple[str, str | None, str | None]:
        """What is counted, in what and where: figures with the same subject supersede each other."""
        return self.label.casefold(), self.unit, self.place.iri if self.place else None


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money in kroner, and what it is for."""

    value_dkk: Decimal
    purpose: str | None
    when: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """Someone will do something. `name` is as printed where nobody knows who that is."""

    responsible: Named | None
    name: str | None
    text: str
    due: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A place or department that a source ties the entity to."""

    thing: Named
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of an agenda item: the concept, and the words of the minutes where they are recorded."""

    outcome: Concept | None
    text: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where and when an appearance was.

    `date` is an ISO date or None. `date_basis` says what it rests on: "explicit" or "inferred" as the graph
    has it, "package" where the document is tied to no agenda item and the date is that of the package's
    meeting. Where `date` is None, `estimate` is the date the appearance is ordered by, if its package has
    one: by `estimate_basis` that of the "meeting" it is for, or of its newest "document".
    """

    meeting: str | None
    body: str | None
    date: str | None
    time: str | None
    date_basis: str | None
    estimate: str | None
    estimate_basis: str | None = None


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that was restated with another value."""

    before: Figure
    now: Figure


@dataclass(frozen=True, slots=True)
class Difference:
    """What is named now and was not before, and what was named before and is not now, as labels in order."""

    added: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from the last appearance that said anything of the kind.

    `stage` is the stages reached before and now, or None where they are the same. An appearance that
    says nothing of a kind changes nothing in it.
    """

    places: Difference = Difference()
    departments: Difference = Difference()
    amounts_added: tuple[Amount, ...] = ()
    figures_added: tuple[Figure, ...] = ()
    figures_changed: tuple[FigureChange, ...] = ()
    stage: tuple[tuple[Concept, ...], tuple[Concept, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Appearance:
    """One agenda item (or a document or package without one) that the entity appears under.

    `iri` is that of the item, document or source; `number` is None without an item; `role` is "subject" or
    "mention"; `sources` the files' names.
    """

    iri: str
    occasion: Occasion
    number: str | None
    title: str | None
    role: str
    decision: Decision
    sources: tuple[str, ...]
    documents: tuple[Document, ...] = ()
    stages: tuple[Stage, ...] = ()
    figures: tuple[Figure, ...] = ()
    amounts: tuple[Amount, ...] = ()
    places: tuple[Tie, ...] = ()
    departments: tuple[Tie, ...] = ()
    people: tuple[Person, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    changes: Changes = Changes()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what a trace is about: `kind` is an initiative's ("project"), else the class ("person")."""

    iri: str
    label: str
    alt_labels: tuple[str, ...]
    kind: Concept


@dataclass(frozen=True, slots=True)
class Trace:
    """The life of an entity: its appearances in order of time."""

    subject: Subject
    appearances: tuple[Appearance, ...]
