"""Date the meetings of a package: by what is printed, else by what follows from it, else not at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extract.printed_dates import first_date, printed_dates
from extract.records import Span
from extract.segment_cues import is_meeting_file
from extract.segment_documents import Tied
from extract.segment_threads import Thread, head_of, shifted
from extract.sentences import sentences

LONGEST_AFTER = timedelta(days=21)  # between the last document and the meeting it is written for
LONGEST_BEFORE = timedelta(days=120)  # between a meeting and the approval of its minutes
# "Referat fra mødet den 14. november": the item under which an earlier meeting's minutes are approved.
EARLIER_MINUTES = re.compile(r"(?:Godkendelse af )?referat\b", re.IGNORECASE)
# The circle around a rådmand as it meets; not another meeting that is spoken of.
CIRCLE = re.compile(r"rådmands(?:kreds|møde(?!t? med))", re.IGNORECASE)
OTHER_MEETING = re.compile(
    r"\b(?:fælles|næste|kommende|forrige|sidste|seneste|tidligere|inden|deadline|senest)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Dating:
    """The day of a meeting, how it is known, and where that stands (None where it stands in a stamp)."""

    date: str
    basis: str
    reason: str
    evidence: Span | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What tells the day of each meeting: the documents, and stamps that name the file of a meeting."""

    tied: Sequence[Tied]
    files: Sequence[tuple[int, str]]  # (which meeting, title of the stamp)
    own: int | None = None  # the meeting that the file itself is of
    file_name: str = ""

    def of(self, thread: int) -> list[Tied]:
        """Return the documents of one meeting."""
        return [each for each in self.tied if each.tie and each.tie.thread == thread]


def date_meetings(threads: Sequence[Thread], evidence: Evidence) -> list[Dating | None]:
    """Return the day of each meeting, None where the package does not tell."""
    dated = [_printed(index, thread, evidence) for index, thread in enumerate(threads)]
    for index, known in enumerate(dated):
        named = _named(evidence.file_name) if index == evidence.own else None
        dated[index] = known or named or _said(evidence.of(index), evidence.tied)
    for index, thread in enumerate(threads):
        _date_earlier(dated, index, thread)
    return dated


def _printed(index: int, thread: Thread, evidence: Evidence) -> Dating | None:
    head = head_of(thread)
    if head and head.date:
        return Dating(head.date, "explicit", "printed in the meeting's head", head.evidence)
    heads = [(day, place) for each in evidence.of(index) for day, place in _meeting_day(each)]
    if heads:
        day = Counter(day for day, _ in heads).most_common(1)[0][0]
        place = next(place for each, place in heads if each == day)
        return Dating(day, "explicit", "printed in the head of a document for the meeting", place)
    for which, title in evidence.files:
        found = first_date(title)
        day_of_file = found.iso() if found else None
        if which == index and day_of_file:
            return Dating(day_of_file, "explicit", f"named by the page stamp “{title}”", None)
    return None


def _named(file_name: str) -> Dating | None:
    found = first_date(file_name) if is_meeting_file(file_name.rsplit("/", 1)[-1]) else None
    day = found.iso() if found else None
    return Dating(day, "inferred", f"the file is named “{file_name}”", None) if day else None


def _meeting_day(tied: Tied) -> Iterator[tuple[str, Span]]:
    paragraph = tied.draft.meeting
    found = first_date(paragraph.text) if paragraph else None
    day = found.iso() if found else None
    if paragraph and day:
        yield day, paragraph.span


def _date_earlier(dated: list[Dating | None], index: int, thread: Thread) -> None:
    """Date the one other meeting by the item that approves its minutes."""
    own = dated[index]
    undated = [n for n, each in enumerate(dated) if each is None]
    if own is None or len(undated) != 1:
        return
    for number in thread.printed:
        title = thread.titled(number) or ""
        found = next(printed_dates(title), None) if EARLIER_MINUTES.match(title) else None
        if found:
            meeting = date.fromisoformat(own.date)
            days = [found.iso(year) for year in (meeting.year, meeting.year - 1)]
            day = next((d for d in days if d and date.fromisoformat(d) < meeting), None)
            if day and meeting - date.fromisoformat(day) <= LONGEST_BEFORE:
                span = thread.printed[number][0].heading.span
                reason = f"its minutes are approved as “{title}”"
                dated[undated[0]] = Dating(day, "inferred", reason, span)


# --- what documents say about the meeting they are written for ---


def _said(own: Sequence[Tied], everything: Sequence[Tied]) -> Dating | None:
    """Date a meeting by sentences that name the circle and a day, within reach of the documents' dates."""
    issued = sorted(day for each in own if (day := _for_circle(each)))
    if not issued:
        return None
    committees = [date.fromisoformat(c.date) for t in everything if (c := t.draft.committee) and c.date]
    last = min([issued[-1] + LONGEST_AFTER, *(day for day in committees if day > issued[-1])])
    found = [(day, place) for each in own for day, place in _days_of_circle(each, issued[-1].year)]
    possible = [(day, place) for day, place in found if issued[-1] <= day <= last]
    if len({day for day, _ in possible}) != 1:
        return None
    day, place = possible[0]
    reason = (
        f"said to come before the rådmand's circle that day; the year is that of the documents ({day.year})"
    )
    return Dating(day.isoformat(), "inferred", reason, place)


def _for_circle(tied: Tied) -> date | None:
    """Return when a document was issued that is written to a rådmand or the circle."""
    issued = tied.draft.issued
    addressed = any(each.text.startswith("Til") and "ådmand" in each.text for each in tied.draft.paragraphs)
    found = first_date(issued.text) if issued and addressed else None
    day = found.iso() if found else None
    return date.fromisoformat(day) if day else None


def _days_of_circle(tied: Tied, year: int) -> Iterator[tuple[date, Span]]:
    paragraphs = tied.draft.paragraphs
    for index, paragraph in enumerate(paragraphs):
        if not CIRCLE.search(paragraph.text):
            continue
        before = paragraphs[index - 1] if index else None
        if before and CIRCLE.match(paragraph.text) and len(before.text) < 40:
            yield from _days(before.text, before.span, year)
        for sentence in sentences(paragraph.text):
            text = sentence.of(paragraph.text)
            if CIRCLE.search(text) and not OTHER_MEETING.search(text):
                yield from _days(text, shifted(sentence, paragraph.span.start), year)


def _days(text: str, span: Span, year: int) -> Iterator[tuple[date, Span]]:
    for each in printed_dates(text):
        day = each.iso(year)
        if day:
            yield date.fromisoformat(day), span
