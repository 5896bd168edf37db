"""Choose the title of an enclosed document: as printed, as listed, as stamped."""

from __future__ import annotations

import re
from datetime import date

from extract.likeness import same_title
from extract.printed_dates import MONTHS
from extract.records import Span
from extract.segment_cues import resembles
from extract.segment_documents import Draft, Tied, is_recommendation, minutes_heading
from extract.segment_heads import Head

COVER = 240  # characters; a first page that holds no more is a cover, and its text the title
LONGEST = 160
NAMED_BY_STAMP = re.compile(r"(?:Dagsorden|Referat)\b.*\d{4}$")
OF_MEETING = re.compile(r"(?:[-•] )?(?P<title>(?:Dagsorden|Referat) (?:til|fra|af|for)\b.{5,120}\d{4})")


def title_of(tied: Tied) -> tuple[str, Span]:
    """Return the title of a document and where it is printed.

    A printed title is taken where the document's own form shows it. Else the document that lists it knows
    better than its first line (a slide, a page whose head was lost), and its stamp after that.
    """
    draft, listed = tied.draft, tied.listed
    if draft.committee is not None:
        return _of_meeting(draft, draft.committee)
    printed = _printed(draft)
    if printed and (_shows_title(draft) or (listed is None and _is_cover(draft))):
        return printed
    if listed is not None:
        same = printed and (same_title(printed[0], listed.title) or resembles(printed[0], listed.title))
        if printed and same and len(printed[0]) >= len(listed.title):
            return printed
        return listed.title, listed.span
    if printed and draft.stamp_title and _is_word_of(draft.stamp_title, printed[0]):
        return printed
    if draft.stamp_title:
        return draft.stamp_title, printed[1] if printed else draft.paragraphs[0].span
    return printed or _first_words(draft)


def _is_word_of(stamped: str, printed: str) -> bool:
    """Tell whether a stamp is one word of the printed title: "Halvårsstatus"."""
    return " " not in stamped.strip() and stamped.strip().casefold() in printed.casefold().split()


def _printed(draft: Draft) -> tuple[str, Span] | None:
    head = draft.head
    return (head.title, head.title_span) if head.title and head.title_span else None


def _first_words(draft: Draft) -> tuple[str, Span]:
    first = draft.paragraphs[0]
    title = first.text[:LONGEST].rstrip()
    return title, Span(first.span.start, first.span.start + len(title))


def _shows_title(draft: Draft) -> bool:
    named = any(label.name in ("notat", "bilag", "addressee") for label in draft.head.labels)
    return is_recommendation(draft) or draft.head.templated or named


def _is_cover(draft: Draft) -> bool:
    page = draft.paragraphs[0].page
    return sum(len(each.text) for each in draft.paragraphs if each.page == page) <= COVER


def _of_meeting(draft: Draft, head: Head) -> tuple[str, Span]:
    """Return the title of a committee's agenda: as stamped, as it lists itself, else made of body and day."""
    place = draft.head.title_span or head.evidence
    if draft.stamp_title and NAMED_BY_STAMP.match(draft.stamp_title):
        return draft.stamp_title, place
    day = _day_in_words(head)
    for paragraph in draft.paragraphs:
        match = OF_MEETING.fullmatch(paragraph.text)
        if match and match["title"].endswith(day):
            start = paragraph.span.start + match.start("title")
            return match["title"], Span(start, start + len(match["title"]))
    what = "Referat fra" if minutes_heading(draft.paragraphs) else "Dagsorden til"
    return f"{what} mødet i {head.body} den {day}", place


def _day_in_words(head: Head) -> str:
    if head.date is None:
        return ""
    day = date.fromisoformat(head.date)
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
