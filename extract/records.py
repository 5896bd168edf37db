"""The records that travel from stage to stage.

Offsets are Unicode code points, half-open. While a file is being read they count in the *cleaned* text;
`extract.locate` turns them into offsets in the *raw* text (as the reader gave it), and every record that
leaves the package for `graph` is in raw offsets.

What is said between mentions, and the whole of a file, stand in `extract.relations`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

MentionIndex = int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of text, in code points."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside.

        >>> Span(2, 3) in Span(0, 5)
        True
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]


# --- reading ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a source: its number (from 1) and its span in the raw text."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class RawText:
    """A file's text as the reader gave it, CPR numbers masked (same length), with its pages in order."""

    name: str  # file name; a member of an archive is "archive.zip/folder/name.pdf"
    sha256: str  # of the file's bytes
    media_type: str
    text: str
    pages: tuple[Page, ...]
    warnings: tuple[str, ...] = ()  # such as "decoded as windows-1252", "page 3 holds no text"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of cleaned text that stands unbroken in the raw text, letter for letter.

    `raw_length` is given where that cannot be: a ligature ("ﬁ" became "fi"), an accent of its own ("e" and
    U+0301 became "é"). Such a run is mapped as a whole.
    """

    clean_start: int
    raw_start: int
    length: int
    raw_length: int | None = None

    @property
    def raw_end(self) -> int:
        """Where the piece ends in the raw text."""
        return self.raw_start + (self.length if self.raw_length is None else self.raw_length)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A page stamp, taken out of the text: "Punkt 7, Bilag 2: Status handleplan.docx".

    `span` is where it stood in the raw text; `position` the offset in the cleaned text at which it was taken
    out; `page` the page it was printed on.
    """

    item_number: str
    attachment_number: str | None
    title: str
    span: Span
    position: int
    page: int


@dataclass(frozen=True, slots=True)
class PageCount:
    """A page's own count, taken out of the text: "Side 2 af 3", "3 / 5".

    It tells `segment` where a document begins and ends. `position` is the offset in the cleaned text at which
    it was taken out; `page` the page it was printed on.
    """

    number: int
    total: int
    position: int
    page: int


@dataclass(frozen=True, slots=True)
class CleanText:
    """Readable text with a map back: `runs` in order of `clean_start`, `page_starts` in cleaned offsets.

    Paragraphs are separated by one newline (lines inside a paragraph are joined by a space); a page starts a
    new paragraph unless a sentence runs on over it.
    """

    text: str
    runs: tuple[Run, ...]
    page_starts: tuple[int, ...]
    stamps: tuple[Stamp, ...] = ()
    page_counts: tuple[PageCount, ...] = ()


# --- segments ---------------------------------------------------------------------------------------------


class SegmentKind(StrEnum):
    """What a section of a document is, whatever its template calls it."""

    TITLE = "title"
    INTRODUCTION = "introduction"  # INDLEDNING, 1. Resume
    RECOMMENDATION = "recommendation"  # Det indstilles, 2. Beslutningspunkter
    BACKGROUND = "background"  # SAGSFREMSTILLING, 3. Hvorfor fremsendes indstillingen?
    RESOURCES = "resources"
    PROCESS = "process"  # VIDERE PROCES, Hvordan følges der op?
    ATTACHMENTS = "attachments"
    LETTERHEAD = "letterhead"  # addressee, sender, date, case, caseworker, contact
    DECISION = "decision"  # the minutes of one item
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A headed stretch of a document; sections stand in reading order and do not overlap."""

    kind: SegmentKind
    heading: str
    span: Span


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting a package is for, or one whose agenda or minutes are enclosed.

    `date` is ISO 8601 (date only) or None where the text does not say; `start` and `end` "HH:MM".
    """

    id: str
    body: str  # "Rådmandsmøde", "Social- og Beskæftigelsesudvalget"
    kind: str  # raadmandsmoede | udvalgsmoede | other
    date: str | None
    date_basis: str | None  # explicit | inferred
    date_reason: str | None
    start: str | None
    end: str | None
    location: str | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of a meeting, its agenda and its minutes joined."""

    id: str
    meeting_id: str
    number: str  # "7", "7A"
    title: str  # without "(10 min)"
    title_span: Span
    minutes: int | None = None
    outcome: str | None = None  # approved | approved_with_changes | noted | discussed | ...
    decision: Span | None = None
    is_public: bool | None = None
    outcome_evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One enclosed document. `spans` are its stretches of text in reading order."""

    id: str
    title: str
    title_span: Span
    type: (
        str  # indstilling | notat | dagsorden | referat | bilag | rapport | slides | plan | oversigt | udkast
    )
    spans: tuple[Span, ...]
    sections: tuple[Section, ...] = ()
    agenda_item_id: str | None = None
    attachment_number: str | None = None
    issued: str | None = None  # ISO date
    issued_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Package:
    """What a file is made of."""

    meetings: tuple[Meeting, ...]
    agenda_items: tuple[AgendaItem, ...]
    documents: tuple[Document, ...]


# --- mentions ---------------------------------------------------------------------------------------------


class Kind(StrEnum):
    """The kinds of things that are named in text."""

    PERSON = "person"
    ORGANIZATION = "organization"
    INITIATIVE = "initiative"
    PLACE = "place"
    CASE = "case"
    BUDGET_YEAR = "budget_year"
    AMOUNT = "amount"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Mention:
    """A thing named at a place in the text.

    `name` is the form to compare by ("Gadens Køkken" for "projekt ”Gadens Køkken”", "Mette Ravn" for
    "Mette Ravn (V)"). `rule` names the rule that found it; `attributes` hold what it learnt on the spot:

    - person: role, party, email, phone, initials, organization
    - organization: type (department | unit | committee | external), notation, part_of, full_name
    - initiative: kind (project | plan | …)
    - amount: value_dkk, per (year | month | once), unit;  date: value (ISO), precision (day | month | year)
    - case: number;  budget_year: year
    """

    kind: Kind
    span: Span
    text: str
    name: str
    rule: str
    confidence: float
    attributes: Mapping[str, str] = field(default_factory=dict)


# --- what relation rules look at --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reading:
    """What relation rules look at: the cleaned text, its structure, its sentences and its mentions.

    `mentions` are in order of start; `sentences` cover the text in order. All offsets are cleaned offsets.
    """

    text: str
    package: Package
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    page_starts: tuple[int, ...] = ()  # as in `CleanText`: a page is often about one thing
