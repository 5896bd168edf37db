"""Tell the meetings of a package apart: which printed items belong to one agenda.

A package may hold, besides its own agenda and minutes, the minutes of an earlier meeting, and their numbers
collide. Two rounds of items are of one meeting where no number has two titles, and no item two decisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.decisions import decide
from extract.likeness import same_title
from extract.printed_dates import first_date
from extract.records import AgendaItem, Span
from extract.segment_heads import Head, read_head
from extract.segment_items import Entry, Round, order

RECENT = 12  # meetings of one package among which a round may find its own


@dataclass(slots=True)
class Thread:
    """The rounds of one meeting in reading order, and its items as printed, by number."""

    rounds: list[Round] = field(default_factory=list)
    printed: dict[str, list[Entry]] = field(default_factory=dict)
    titles: dict[str, set[str]] = field(default_factory=dict)
    decided: set[str] = field(default_factory=set)
    last: tuple[int, str] = (0, "")  # the highest number, as `order` has it
    dates: set[str] = field(default_factory=set)

    def add(self, each: Round) -> None:
        """Take in one more round."""
        self.rounds.append(each)
        date = _head_date(each)
        self.dates |= {date} if date else set()
        for entry in each.entries:
            self.printed.setdefault(entry.number, []).append(entry)
            self.titles.setdefault(entry.number, set()).add(entry.heading.title)
            self.last = max(self.last, order(entry.number))
            if entry.decides and entry.body is not None:
                self.decided.add(entry.number)

    def titled(self, number: str) -> str | None:
        """Return the longest title printed for an item, if it has the item."""
        return max(sorted(self.titles.get(number, ())), key=len, default=None)


def threads_of(rounds: Iterable[Round]) -> tuple[Thread, ...]:
    """Sort rounds into meetings, in order of first appearance."""
    threads: list[Thread] = []
    recent: list[Thread] = []
    for each in rounds:
        thread = _thread_for(each, recent)
        if thread is None:
            thread = Thread()
            threads.append(thread)
        thread.add(each)
        recent = [thread, *(other for other in recent if other is not thread)][:RECENT]
    return tuple(threads)


def _thread_for(new: Round, recent: Sequence[Thread]) -> Thread | None:
    """Return the meeting that a round belongs to: one that shares an item, else one that it goes on with."""
    possible = [thread for thread in recent if _goes_with(new, thread)]
    numbers = {entry.number for entry in new.entries}
    sharing = [thread for thread in possible if not numbers.isdisjoint(thread.printed)]
    first = min(map(order, numbers))
    going_on = [thread for thread in possible if thread.last < first]
    return next(iter((*sharing, *going_on, *possible)), None)


def head_of(thread: Thread) -> Head | None:
    """Return the head of a meeting: the first with a day, else the first."""
    heads = [head for each in thread.rounds if each.head and (head := read_head(each.head))]
    return next((head for head in heads if head.date), heads[0] if heads else None)


def _goes_with(new: Round, thread: Thread) -> bool:
    date = _head_date(new)
    if date and thread.dates - {date}:
        return False
    return all(_agrees(entry, thread) for entry in new.entries)


def _agrees(entry: Entry, thread: Thread) -> bool:
    if entry.decides and entry.body is not None and entry.number in thread.decided:
        return False
    return all(same_title(entry.heading.title, title) for title in thread.titles.get(entry.number, ()))


def _head_date(each: Round) -> str | None:
    date = first_date("\n".join(paragraph.text for paragraph in each.head))
    return date.iso() if date else None


def agenda_items(thread: Thread, meeting_id: str, text: str) -> tuple[AgendaItem, ...]:
    """Return the items of one meeting in order of number, agenda and minutes of each joined."""
    return tuple(
        _item(thread.printed[number], meeting_id, text) for number in sorted(thread.printed, key=order)
    )


def _item(entries: Sequence[Entry], meeting_id: str, text: str) -> AgendaItem:
    heading = max((entry.heading for entry in entries), key=lambda each: len(each.title))
    minutes = next((e.heading.minutes for e in entries if e.heading.minutes is not None), None)
    body = next((entry.body for entry in entries if entry.decides and entry.body is not None), None)
    decision = decide(body.of(text)) if body else None
    return AgendaItem(
        id=f"{meeting_id}-{entries[0].number}",
        meeting_id=meeting_id,
        number=entries[0].number,
        title=heading.title,
        title_span=heading.span,
        minutes=minutes,
        outcome=decision.outcome if decision else None,
        decision=body,
        outcome_evidence=shifted(decision.span, body.start) if decision and body else None,
    )


def shifted(span: Span, by: int) -> Span:
    """Move a span that counts in a part of the text to the whole text."""
    return Span(span.start + by, span.end + by)
