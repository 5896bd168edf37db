"""What is known about one entity, ready for pages and JSON.

Relations are written short ("sg:department"); what comes from the ontology has a Danish and an English label.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quoted place: `source` is the file's name, `start` and `end` are offsets in the file's text."""

    quote: str
    source: str
    source_iri: str
    page: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Thing:
    """Something by its IRI, with what it is shown by. `type` is its class ("Person"), `date` an ISO date.

    The date is when it was held, issued or said; what is not of a day has none.
    """

    iri: str
    label: str
    label_en: str
    type: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word for machines ("project") with its labels."""

    word: str
    label: str
    label_en: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One literal that is stated of the entity. `datatype` is short ("xsd:date", "rdf:langString")."""

    relation: str
    label: str
    label_en: str
    value: str
    datatype: str
    language: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One neighbour. `label` and `label_en` name the relation as read from the entity."""

    relation: str
    label: str
    label_en: str
    is_outgoing: bool
    thing: Thing
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How many neighbours a relation leads to, and how many of them are among the links."""

    relation: str
    label: str
    label_en: str
    is_outgoing: bool
    total: int
    shown: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the entity is named: the words, the sentence around them, and under what they stand."""

    iri: str
    text: str
    confidence: float
    rule: str
    date: str | None
    item: Thing | None
    document: Thing | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Mentions:
    """A page of mentions, the newest first; `next` is the offset of the next page, None on the last."""

    items: tuple[Mention, ...]
    total: int
    next: int | None
    complete: bool


@dataclass(frozen=True, slots=True)
class Occasion:
    """What was said of the entity at one meeting, or in a file that is tied to none.

    `mentions` counts the places that name it; `evidence` holds the first sentences of these.
    """

    date: str | None
    meeting: Thing | None
    items: tuple[Thing, ...]
    documents: tuple[Thing, ...]
    sources: tuple[str, ...]
    mentions: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class EntityView:
    """Everything known about one entity, bounded.

    `links` stand by relation, the newest first; `relations` count them all. `history` is in order of time,
    what is undated last. `complete` is false where the graph holds more than was read; a page that shows
    fewer links or mentions than there are is complete all the same.
    """

    iri: str
    label: str
    label_en: str
    alt_labels: tuple[str, ...]
    acronym: str | None
    types: tuple[str, ...]
    kind: Word
    date: str | None
    former_iris: tuple[str, ...]
    facts: tuple[Fact, ...]
    relations: tuple[Relation, ...]
    links: tuple[Link, ...]
    mentions: Mentions
    history: tuple[Occasion, ...]
    evidence: tuple[Evidence, ...]
    sources: tuple[Thing, ...]
    complete: bool

    def linked(self, relation: str, is_outgoing: bool = True) -> tuple[Link, ...]:
        """Return the links of one relation in one direction."""
        return tuple(
            link for link in self.links if link.relation == relation and link.is_outgoing is is_outgoing
        )
