"""Read the agenda or minutes of a committee: its head and its own numbered items, "3. Budget", "7A"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.decisions import decide
from extract.likeness import same_title
from extract.records import AgendaItem, Section, SegmentKind, Span
from extract.segment_heads import UDVALGSMOEDE, Head, read_head
from extract.segment_items import Heading, body_span, heading_of, order
from extract.segment_layout import Paragraph
from extract.segment_threads import shifted
from extract.structure import (
    AFTER_DECISION,
    DATE_LINE,
    HEAD_FIELD,
    INDSTILLING_OPENER,
    ITEM_HEADING,
    NOTAT_OPENER,
)

HEAD_REACH = 9
NUMBERED = re.compile(r"(?P<number>\d{1,2}) ?[.:)] ?(?P<title>[^\s\d].*|\d.*[A-ZÆØÅa-zæøå].*)")
LETTERED = re.compile(r"(?P<letter>[A-ZÆØÅ])\) ?(?P<title>\S.*)")
# "(3 min.)" after "Tid: 18.15 – 18.18".
DURATION = re.compile(r"\((?P<minutes>\d{1,3}) ?min")
DECISION_HEADING = re.compile(
    r"(?:Beslutning|BESLUTNING|Udvalgets beslutning|Byrådets beslutning|Konklusion)\b[^:]{0,60}(?::|$)"
)
RECOMMENDED = re.compile(r"[Aa]t\b")  # "1. at udvalget godkender": what is asked for is no item
HEADED = re.compile(r"(?:Referat|Dagsorden)\b.{0,80}")
LONGEST_TITLE = 220


@dataclass(slots=True)
class _Printed:
    """One numbered line: in the short list, or as a heading with a body."""

    number: str
    heading: Heading
    at: int  # where its paragraph begins
    body: list[Paragraph] = field(default_factory=list)


def committee_head(paragraphs: Sequence[Paragraph]) -> Head | None:
    """Return the head of a committee's meeting where a document begins with one (body and date)."""
    top: list[Paragraph] = []
    for paragraph in paragraphs[:HEAD_REACH]:
        if _numbered(paragraph) or len(paragraph.text) > LONGEST_TITLE:
            break
        top.append(paragraph)
    if any(NOTAT_OPENER.fullmatch(each.text) or INDSTILLING_OPENER.fullmatch(each.text) for each in top):
        return None  # a note to a committee is none of its agendas
    head = read_head(top)
    dated = head is not None and head.date is not None
    return head if head and dated and head.kind == UDVALGSMOEDE and _starts(top) else None


def _starts(top: Sequence[Paragraph]) -> bool:
    """Tell whether the head is that of a meeting, not a letter that mentions one."""
    return any(HEAD_FIELD.match(each.text) or HEADED.fullmatch(each.text) for each in top)


def committee_items(paragraphs: Sequence[Paragraph], meeting_id: str, text: str) -> tuple[AgendaItem, ...]:
    """Return the items of a committee's agenda in order of number.

    The short list at the top ("Dagsorden kort") and the headings further down are joined; an item whose
    heading was lost with its page is known from the list.
    """
    listed, headed = _sequences(paragraphs)
    titles = {each.number: each.heading.title for each in listed}
    sections = list(_with_letters(headed))
    known = {each.number: each for each in sections}
    items = [_item(each, titles.get(each.number), meeting_id, text) for each in sections]
    items += [_item(each, None, meeting_id, text) for each in listed if each.number not in known]
    return tuple(sorted(items, key=lambda item: order(item.number)))


def committee_sections(paragraphs: Sequence[Paragraph]) -> tuple[Section, ...]:
    """Return the sections of a committee's agenda: its head and short list, then one an item."""
    _, headed = _sequences(paragraphs)
    begun = {each.at for each in headed}
    starts = [n for n, each in enumerate(paragraphs) if n and each.span.start in begun]
    return tuple(_section(paragraphs[start:end]) for start, end in pairwise([0, *starts, len(paragraphs)]))


def _section(paragraphs: Sequence[Paragraph]) -> Section:
    heading = paragraphs[0].text if _numbered(paragraphs[0]) else ""
    kind = SegmentKind.OTHER if heading else SegmentKind.TITLE
    return Section(kind, heading, Span(paragraphs[0].span.start, paragraphs[-1].span.end))


def _numbered(paragraph: Paragraph) -> tuple[int, int] | None:
    """Return the number that begins a heading, and where its title begins."""
    match = ITEM_HEADING.fullmatch(paragraph.text) or NUMBERED.fullmatch(paragraph.text)
    if match is None or len(paragraph.text) > LONGEST_TITLE or not match["number"].isdigit():
        return None
    if DATE_LINE.fullmatch(paragraph.text) or RECOMMENDED.match(paragraph.text, match.start("title")):
        return None
    return int(match["number"]), match.start("title")


def _sequences(paragraphs: Sequence[Paragraph]) -> tuple[list[_Printed], list[_Printed]]:
    """Return the short list and the headings; where the numbers are printed once only, they are headings."""
    first: list[_Printed] = []
    rest = list(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        found = _numbered(paragraph)
        if found and first and found[0] == 1 and _is_first_again(paragraph, found, first[0]):
            rest = list(paragraphs[index:])
            break
        if found and found[0] == len(first) + 1:
            first.append(_printed(paragraph, found))
    else:
        first = []
    return first, list(_headed(rest, {each.number: each.heading.title for each in first}))


def _is_first_again(paragraph: Paragraph, found: tuple[int, int], first: _Printed) -> bool:
    """Tell the headings' "1. Dagsorden" below the short list from a numbered list under an item."""
    return same_title(paragraph.text[found[1] :], first.heading.title) or _is_numbered(
        heading_of(paragraph.text[found[1] :], 0).title, first.heading.title
    )


def _printed(paragraph: Paragraph, found: tuple[int, int]) -> _Printed:
    number, start = found
    at = paragraph.span.start
    return _Printed(str(number), heading_of(paragraph.text[start:], at + start), at)


def _headed(paragraphs: Sequence[Paragraph], titles: dict[str, str]) -> Iterator[_Printed]:
    """Yield the headings with their bodies: the next number, or one of the list under its title."""
    current: _Printed | None = None
    for paragraph in paragraphs:
        found = _numbered(paragraph)
        if found and _is_heading(_printed(paragraph, found), current, titles):
            if current is not None:
                yield current
            current = _printed(paragraph, found)
        elif current is not None:
            current.body.append(paragraph)
    if current is not None:
        yield current


def _is_heading(new: _Printed, current: _Printed | None, titles: dict[str, str]) -> bool:
    last = int(current.number) if current else 0
    if new.number in titles:
        listed = titles[new.number]
        return int(new.number) > last and (
            same_title(new.heading.title, listed) or _is_numbered(new.heading.title, listed)
        )
    return not titles and int(new.number) == last + 1


def _with_letters(headed: Sequence[_Printed]) -> Iterator[_Printed]:
    """Yield every item, and after it what is lettered below it: "A) Evt. orientering" under 7 is 7A."""
    for item in headed:
        yield item
        current: _Printed | None = None
        for paragraph in item.body:
            match = LETTERED.fullmatch(paragraph.text)
            if match and not match["title"].endswith(".") and len(match["title"]) <= LONGEST_TITLE:
                if current is not None:
                    yield current
                heading = heading_of(match["title"], paragraph.span.start + match.start("title"))
                current = _Printed(item.number + match["letter"], heading, paragraph.span.start)
            elif current is not None:
                current.body.append(paragraph)
        if current is not None:
            yield current


def _item(printed: _Printed, listed_title: str | None, meeting_id: str, text: str) -> AgendaItem:
    heading = printed.heading
    item = AgendaItem(
        id=f"{meeting_id}-{printed.number}",
        meeting_id=meeting_id,
        number=printed.number,
        title=_fuller(heading.title, listed_title or ""),
        title_span=heading.span,
        minutes=heading.minutes if heading.minutes is not None else _duration(printed.body),
        is_public=False if re.match(r"Lukket (?:punkt|sag)", heading.title) else None,
    )
    return _with_decision(item, printed.body, text)


def _fuller(title: str, listed: str) -> str:
    """Return the longer of a heading and its line in the list, not counting a page number at its end."""
    return title if _is_numbered(title, listed) else max(title, listed, key=len)


def _is_numbered(title: str, listed: str) -> bool:
    """Tell whether a line of the list is a title and its page number: "Ny havneplan ..... 4"."""
    return listed.startswith(title) and listed[len(title) :].strip(" .").isdigit()


def _duration(body: Sequence[Paragraph]) -> int | None:
    found = next((match for each in body if (match := DURATION.search(each.text))), None)
    return int(found["minutes"]) if found else None


def _with_decision(item: AgendaItem, body: Sequence[Paragraph], text: str) -> AgendaItem:
    start = next((n for n, each in enumerate(body) if DECISION_HEADING.match(each.text)), None)
    if start is None:
        return item
    after = _below(body[start:])
    end = next((n for n, each in enumerate(after) if AFTER_DECISION.fullmatch(each.text)), len(after))
    span = body_span(after[:end])
    decision = decide(span.of(text)) if span else None
    return replace(
        item,
        decision=span,
        outcome=decision.outcome if decision else None,
        outcome_evidence=shifted(decision.span, span.start) if decision and span else None,
    )


def _below(body: Sequence[Paragraph]) -> list[Paragraph]:
    """Return what stands below a decision's heading, and behind it on its line: "Beslutning: Godkendt"."""
    match = DECISION_HEADING.match(body[0].text)
    start = match.end() if match else 0
    inline = body[0].text[start:]
    if not inline.strip():
        return list(body[1:])
    at = body[0].span.start + start + len(inline) - len(inline.lstrip())
    return [replace(body[0], text=inline.strip(), span=Span(at, body[0].span.end)), *body[1:]]
