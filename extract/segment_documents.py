"""Read what each enclosed document is: its type, date, attachments, and the meeting it was written for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.printed_dates import first_date
from extract.records import Span
from extract.segment_committees import committee_head
from extract.segment_cues import StampKey, key, listed_titles
from extract.segment_document_heads import DocumentHead, document_head
from extract.segment_heads import Head
from extract.segment_layout import Paragraph
from extract.segment_sections import RECOMMENDING, letterhead_paragraphs
from extract.segment_stretches import Stretch
from extract.structure import DATE_LINE, LISTED, NOTAT_OPENER, POSTAL, PUBLICITY

SHORT_PAGE = 420  # characters; slides hold less
FILE_TYPE = re.compile(r"\.(?:docx?|pdf|pptx?|xlsx?|html?|txt|msg|odt)$", re.IGNORECASE)
# A word broken over two lines of the stamp; "Børne- og Ungeplan" is none.
BROKEN = re.compile(r"(?<=[a-zæøå])- (?=[a-zæøå])(?!og |eller |samt )")
# "Bilag 2 - slides", "Bilag 1_Status": the author's number within the stamp.
OWN_NUMBER = re.compile(r"Bilag[ _]?(?P<number>\d{1,2})(?!\d)[ _.:–-]*", re.IGNORECASE)
SLIDES_FILE = re.compile(r"\.(?:pptx?|key|odp)$", re.IGNORECASE)
HEADED_MINUTES = re.compile(r"Referat\b.{0,80}")
# Words of a title that name a type, in the order in which they decide.
TYPE_WORDS = (
    ("dagsorden", re.compile(r"\bdagsorden(?! til fælles)", re.IGNORECASE)),
    ("referat", re.compile(r"\breferat\b", re.IGNORECASE)),
    ("indstilling", re.compile(r"indstilling\b", re.IGNORECASE)),
    ("slides", re.compile(r"\b(?:slides?|præsentation|powerpoint|oplæg)\b", re.IGNORECASE)),
    (
        "notat",
        re.compile(
            r"notat\b|^\W*(?:kort )?(?:status|orientering|opfølgning|svar|beskrivelse|drejebog)\b",
            re.IGNORECASE,
        ),
    ),
    ("oversigt", re.compile(r"\b(?:oversigt|skema|liste|tabel|årshjul|statistik)", re.IGNORECASE)),
    ("rapport", re.compile(r"rapport|redegørelse|evaluering|analyse\b|undersøgelse", re.IGNORECASE)),
    ("udkast", re.compile(r"\budkast\b", re.IGNORECASE)),
    ("plan", re.compile(r"(?:plan|strategi|politik)(?:en)?\b", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """An attachment by the number and title under which a document lists it."""

    number: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """An enclosed document before it is tied to its agenda item and its title is chosen."""

    stretch: Stretch
    head: DocumentHead
    key: StampKey | None
    stamp: str  # the title of its stamp, as far as it was printed
    stamp_title: str | None  # the same without file type and the author's number
    own_number: str | None
    issued: Paragraph | None
    meeting: Paragraph | None  # where its head names the day of the meeting it is for
    is_public: bool | None
    committee: Head | None
    listed: tuple[Listed, ...]

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """Its text."""
        return self.stretch.paragraphs


@dataclass(frozen=True, slots=True)
class Tie:
    """An agenda item, by its meeting and number."""

    thread: int
    number: str


@dataclass(slots=True)
class Tied:
    """A document with its item and the place in another document where it is listed, as far as known."""

    draft: Draft
    tie: Tie | None = None
    listed: Listed | None = None
    lister: int | None = None  # index of the document that lists it


def is_recommendation(draft: Draft) -> bool:
    """Tell whether a document asks for a decision of its own (an indstilling)."""
    return any(label.name in ("indstilling", "meeting") for label in draft.head.labels)


def draft_of(stretch: Stretch, outer: frozenset[StampKey]) -> Draft:
    """Read one document; `stretch` holds at least one paragraph, `outer` are stamps of a whole package."""
    paragraphs = stretch.paragraphs
    head = document_head(paragraphs)
    committee = committee_head(paragraphs)
    inner = [stamp for stamp in stretch.stamps if key(stamp) not in outer] or stretch.stamps
    full = max((stamp.title for stamp in inner if key(stamp) == key(inner[0])), key=len, default="")
    own = OWN_NUMBER.match(full)
    meeting = next((each for each in head.labelled("meeting") if first_date(each.text)), None)
    return Draft(
        stretch,
        head,
        key(inner[0]) if inner else None,
        full,
        _without_file_type(full[own.end() :] if own else full),
        own["number"] if own else head.attachment_number,
        _issued(paragraphs, head, meeting),
        meeting,
        _publicity(head),
        committee,
        () if committee else tuple(_listed(paragraphs[head.size :])),
    )


def _without_file_type(title: str) -> str | None:
    return BROKEN.sub("", FILE_TYPE.sub("", title)).strip(" -–_") or None


def minutes_heading(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """Return the line by which a document calls itself minutes, if it does."""
    return next((each for each in paragraphs[:3] if HEADED_MINUTES.fullmatch(each.text)), None)


def document_type(draft: Draft, title: str) -> str:
    """Tell the type of a document by its own heading, its form, its stamp and its title, in this order."""
    names = {label.name for label in draft.head.labels}
    texts = [each.text for each in draft.paragraphs]
    if draft.committee:
        return "referat" if minutes_heading(draft.paragraphs) else "dagsorden"
    recommends = any(RECOMMENDING.fullmatch(text) for text in texts)
    if "indstilling" in names or "meeting" in names or (draft.head.templated and recommends):
        return "indstilling"
    address = any(POSTAL.fullmatch(text) for text in texts)
    letterhead = address and any("Sagsbehandler" in text for text in texts)
    if letterhead or any(NOTAT_OPENER.fullmatch(text) for text in texts[:3]):
        return "notat"
    if SLIDES_FILE.search(draft.stamp):
        return "slides"
    for text in (draft.stamp_title or "", title, draft.head.title or ""):
        for name, pattern in TYPE_WORDS:
            if pattern.search(text):
                return name
    if "addressee" in names:
        return "notat"
    return "slides" if _is_slides(draft.paragraphs) else "bilag"


def _is_slides(paragraphs: Sequence[Paragraph]) -> bool:
    sizes: dict[int, int] = {}
    for each in paragraphs:
        sizes[each.page] = sizes.get(each.page, 0) + len(each.text)
    return len(sizes) > 1 and sum(sizes.values()) / len(sizes) < SHORT_PAGE


def _issued(
    paragraphs: Sequence[Paragraph], head: DocumentHead, meeting: Paragraph | None
) -> Paragraph | None:
    """Return the line that dates the document: below "Fra", in its head, in its signature, atop a page."""
    letterhead = letterhead_paragraphs(paragraphs)
    days = [each for each in paragraphs if DATE_LINE.fullmatch(each.text)]
    addressed = [each for each in days if each.text.startswith("Dato")]
    signed = [p for n, p in enumerate(paragraphs) if n in letterhead and DATE_LINE.fullmatch(p.text)]
    pages = {each.page: each for each in reversed(paragraphs)}
    atop = [each for each in days if pages[each.page] is each]
    dated = [*addressed, *head.labelled("date"), *signed, *atop]
    return next((each for each in dated if each is not meeting and first_date(each.text)), None)


def _publicity(head: DocumentHead) -> bool | None:
    for each in head.labelled("publicity"):
        match = PUBLICITY.fullmatch(each.text)
        if match:
            return match["word"].casefold() == "åben"
    return None


def _listed(paragraphs: Sequence[Paragraph]) -> Iterator[Listed]:
    places = {each.text: each for each in paragraphs}
    for paragraph in paragraphs:
        match = LISTED.fullmatch(paragraph.text)
        if match:
            places[((match["title"] or match["bare"]) or "").strip()] = paragraph
    for number, title in listed_titles([each.text for each in paragraphs]):
        end = places[title].span.end
        yield Listed(number, title, Span(end - len(title), end))
