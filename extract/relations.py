"""What is said between the mentions of one file, and everything read out of it.

A relation names its parties by their position in the file's tuple of mentions (`MentionIndex`), so that
nothing here needs to know which entity a mention is of: that is judged later, across files, in `graph`.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.records import Mention, MentionIndex, Package, RawText, Span


@dataclass(frozen=True, slots=True)
class Caseworker:
    """A person named as the caseworker of a document."""

    document_id: str
    person: MentionIndex
    evidence: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Issuer:
    """The organization that issued a document; `level` is "unit" or "department"."""

    document_id: str
    organization: MentionIndex
    level: str
    evidence: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class CaseOf:
    """The case number a document or agenda item is filed under."""

    subject_id: str  # a document's or agenda item's id
    case: MentionIndex
    evidence: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One numbered recommendation ("Det indstilles, 1. at …") and what became of it."""

    document_id: str
    number: str
    text: str
    outcome: str | None
    evidence: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class About:
    """An initiative is what an agenda item or document is about, or is named there.

    `relation` is "subject_of" or "mentioned_in"; `target_id` an agenda item's or document's id.
    """

    initiative: MentionIndex
    relation: str
    target_id: str
    evidence: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Tie:
    """The text ties an initiative to a place, department or budget year (`relation`)."""

    initiative: MentionIndex
    relation: str  # place | department | budget_year
    object: MentionIndex
    evidence: Span
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Stage:
    """Something happened, or is planned to, to an initiative. `when` is YYYY, YYYY-MM or YYYY-MM-DD."""

    initiative: MentionIndex
    stage: str  # proposed | approved | funded | started | continued | expanded | delayed | status | ...
    when: str | None
    place: MentionIndex | None
    planned: bool
    evidence: Span
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number counted about an initiative: "75 familier". `unit` is "%" or None for a count."""

    initiative: MentionIndex
    label: str
    value: float
    unit: str | None
    place: MentionIndex | None
    when: str | None
    evidence: Span
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class AmountOf:
    """What an amount is for. `initiative` is None where the text ties it to none."""

    amount: MentionIndex
    initiative: MentionIndex | None
    purpose: str | None
    when: str | None
    evidence: Span
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """Someone will do something, as recorded under an item. `due` is an ISO date, month or year, or None."""

    agenda_item_id: str | None
    responsible: MentionIndex | None
    text: str
    due: str | None
    evidence: Span
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Role:
    """A person's role as printed, in an organization where the text says which."""

    person: MentionIndex
    role: str
    organization: MentionIndex | None
    evidence: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class PartOf:
    """The text says that one organization belongs to another."""

    organization: MentionIndex
    parent: MentionIndex
    evidence: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Relations:
    """All that was said between the mentions of one file."""

    caseworkers: tuple[Caseworker, ...] = ()
    issuers: tuple[Issuer, ...] = ()
    cases: tuple[CaseOf, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    abouts: tuple[About, ...] = ()
    ties: tuple[Tie, ...] = ()
    stages: tuple[Stage, ...] = ()
    figures: tuple[Figure, ...] = ()
    amounts: tuple[AmountOf, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    roles: tuple[Role, ...] = ()
    parts: tuple[PartOf, ...] = ()


@dataclass(frozen=True, slots=True)
class Extract:
    """Everything read out of one file, in raw offsets: what is cached, resolved and built into the graph."""

    raw: RawText
    package: Package
    mentions: tuple[Mention, ...]
    relations: Relations
    sentences: tuple[Span, ...] = ()
