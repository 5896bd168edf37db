"""What a page or a line shows about where a document begins, goes on and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.printed_dates import first_date
from extract.records import Stamp
from extract.segment_layout import Leaf, Paragraph
from extract.structure import (
    ADDRESSEE,
    BILAG_OPENER,
    COMMITTEE_HEADING,
    COMMITTEE_NAME,
    EMNE,
    FIRST_SECTION,
    HEAD_FIELD,
    INDSTILLING_OPENER,
    LIST_OF_ATTACHMENTS,
    LISTED,
    NOTAT_OPENER,
    POSTAL,
    REMNANT,
    SIGNATURE,
)

StampKey = tuple[str, str | None]
TOP = 3  # paragraphs at the top of a page where a document says what it is
HEAD = 7  # paragraphs between the top of a document and its first section
END = 5  # paragraphs at the end of a page where a signature stands
LONGEST_TITLE = 160
MEETING_FILE = re.compile(
    r"\W*(?:referat\w*\W+)?[\d_.-]*\W*(?:r(?:å|aa)dmands|magistrats|udvalgs|byr(?:å|aa)ds)?m(?:ø|oe)de",
    re.IGNORECASE,
)
STEM = 6  # letters that the forms of one Danish word share
# "Byrådsindstilling – Løft af molerne": what kind of document an attachment is, before its title.
KIND_FIRST = re.compile(
    r"\w{0,20}(?:indstilling|notat|rapport|referat|oversigt)(?:en|et)? ?[:–-] ", re.IGNORECASE
)
SHORTEST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Cues:
    """What one page shows. `key` is the item and attachment of its (inner) stamp."""

    key: StampKey | None
    number: int | None  # "Side 2 af 3"
    left: int | None  # pages that follow by that count
    opens: bool  # its top says that a document begins
    template: bool  # it holds what a template prints on the first page only
    goes_on: bool  # its first line is the rest of something
    signed: bool  # it ends in a signature (a letterhead is none)


def outer_keys(leaves: Iterable[Leaf]) -> frozenset[StampKey]:
    """Return the stamps that stand for a whole enclosed package: "Punkt 2, Bilag 1: 20310311-Møde.pdf"."""
    return frozenset(key(stamp) for leaf in leaves for stamp in leaf.stamps if is_meeting_file(stamp.title))


def key(stamp: Stamp) -> StampKey:
    """Return what tells one attachment of a package from another."""
    return stamp.item_number, stamp.attachment_number


def is_meeting_file(title: str) -> bool:
    """Tell whether a stamp names the minutes of a meeting by its date.

    >>> [is_meeting_file(t) for t in ("20310311-Rådmandsmøde.pdf", "Dagsorden til mødet den 11. marts 2031")]
    [True, False]
    """
    return bool(MEETING_FILE.match(title) and first_date(title))


def cues_of(leaf: Leaf, outer: frozenset[StampKey]) -> Cues:
    """Read the cues of one page."""
    inner = [key(stamp) for stamp in leaf.stamps if key(stamp) not in outer] or [key(s) for s in leaf.stamps]
    first = leaf.paragraphs[0] if leaf.paragraphs else None
    count = leaf.count
    return Cues(
        inner[0] if inner else None,
        count.number if count else None,
        count.total - count.number if count else None,
        bool(leaf.paragraphs) and opens_at_top(leaf.paragraphs),
        _is_first_page_of_template(leaf.printed),
        first is None or first.runs_on or bool(REMNANT.match(first.text)),
        not _has_letterhead(leaf.printed) and any(SIGNATURE.fullmatch(p.text) for p in leaf.printed[-END:]),
    )


def opens_at_top(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether the top of a page is that of a document."""
    top = [each.text for each in paragraphs[:TOP]]
    if any(_names_document(text) for text in top) or BILAG_OPENER.fullmatch(top[0]):
        return True
    if len(top) > 1 and first_date(top[0]) and BILAG_OPENER.fullmatch(top[1]):
        return True
    head = [each.text for each in paragraphs[:HEAD]]
    section = next((n for n, text in enumerate(head) if FIRST_SECTION.fullmatch(text)), None)
    return section is not None and all(len(text) <= LONGEST_TITLE for text in head[:section])


def opens_within(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether a document begins at the first of `paragraphs`, in the middle of a page.

    Asks for more than at the top of a page: "Indstilling" is also the heading of a section.
    """
    first, head = paragraphs[0].text, [each.text for each in paragraphs[1:HEAD]]
    if INDSTILLING_OPENER.fullmatch(first):
        return any(FIRST_SECTION.fullmatch(text) or ADDRESSEE.fullmatch(text) for text in head)
    if NOTAT_OPENER.fullmatch(first):
        return any(ADDRESSEE.fullmatch(text) for text in head[:3])
    return _names_committee(first) and _dated(head[:3])


def is_committee_head(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether `paragraphs` begin with the head of a committee's agenda."""
    texts = [each.text for each in paragraphs[:HEAD]]
    heads = [n for n, text in enumerate(texts) if _names_committee(text)]
    return any(_dated(texts[n + 1 : n + 4]) for n in heads)


def _names_committee(text: str) -> bool:
    return bool(COMMITTEE_HEADING.fullmatch(text) or COMMITTEE_NAME.fullmatch(text))


def _dated(texts: Iterable[str]) -> bool:
    return any((match := HEAD_FIELD.match(text)) and first_date(match["value"]) for text in texts)


def _names_document(text: str) -> bool:
    return bool(
        INDSTILLING_OPENER.fullmatch(text)
        or NOTAT_OPENER.fullmatch(text)
        or EMNE.fullmatch(text)
        or ADDRESSEE.fullmatch(text)
        or COMMITTEE_HEADING.fullmatch(text)
    )


def _is_first_page_of_template(printed: Sequence[Paragraph]) -> bool:
    texts = [each.text for each in printed]
    if any(FIRST_SECTION.fullmatch(text) for text in texts):
        return True
    if any(text.startswith("Dato ") and first_date(text) for text in texts):
        return True
    return _has_letterhead(printed)


def _has_letterhead(printed: Sequence[Paragraph]) -> bool:
    """Tell whether a page holds address and caseworker, as templates print them beside a first page."""
    address = any(POSTAL.fullmatch(each.text) for each in printed)
    return address and any("Sagsbehandler" in each.text for each in printed)


# --- attachments listed by an indstilling ---


def listed_titles(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield number and title of the attachments that a document lists under "Bilag".

    Where the numbers were printed in one column and the titles in another they are paired in order.

    >>> list(listed_titles(["BILAG", "Bilag 1: Kort over havnen", "Bilag 2:", "Budget for havnen", "Lix:"]))
    [('1', 'Kort over havnen'), ('2', 'Budget for havnen')]
    """
    waiting: list[str] = []
    listing = False
    for text in texts:
        match = LISTED.fullmatch(text)
        title = ((match["title"] or match["bare"]) or "").strip() if match else ""
        if match and (listing or title):
            listing = True
            if title:
                yield match["number"], title
            else:
                waiting.append(match["number"])
        elif LIST_OF_ATTACHMENTS.fullmatch(text):
            listing = True
        elif waiting and listing and not SIGNATURE.fullmatch(text):
            yield waiting.pop(0), text
        else:
            listing, waiting = False, []


def resembles(text: str, title: str) -> bool:
    """Tell whether a heading may be the title that an indstilling lists an attachment by.

    >>> resembles("Oversigt over aktive havneprojekter fordelt på kajer", "Oversigt over havneprojekter")
    True
    >>> resembles("Løft af molerne Tilskud til nye pullerter", "Byrådsindstilling – Løft af molerne")
    True
    """
    left, right = _stems(text), _stems(title)
    common = len(left & right)
    if common >= 2 and common >= min(len(left), len(right)) / 2:
        return True
    named = KIND_FIRST.sub("", title).casefold()
    return len(named) >= SHORTEST_NAMED and " " in named and text.casefold().startswith(named)


def _stems(text: str) -> set[str]:
    return {word[:STEM].casefold() for word in re.findall(r"\w{5,}", text)}
