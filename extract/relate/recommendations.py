"""What a document asks the meeting to decide, point by point, and what became of each point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.decisions import decide
from extract.records import AgendaItem, Document, Section, SegmentKind, Span
from extract.relate.ground import Ground
from extract.relations import Recommendation

# "1. at rådmanden …", "At 1) rådmanden …", "1) At …"; one without a number is the first.
POINT = re.compile(
    r"(?:(?<=\s)|^)(?:[Aa]t (?P<a>\d{1,2})[).]|(?P<b>\d{1,2})[).] ?(?=[Aa]t\b|[A-ZÆØÅ]|[Dd]er\b)"
    r"|(?<=\n)(?P<c>\d{1,2})[).] (?=[a-zæøå]))\s*"
)
BULLET = re.compile(r"(?<=\n)[•–-] (?=\S)")  # points without numbers count from one
UNNUMBERED = re.compile(r"indstille[sr][^:.\n]{0,60}[:,]?\s*(?=[Aa]t\b)")
# The minutes' answers: "1) Godkendt", "At 2) Rådmanden godkender …".
ANSWER = re.compile(r"(?:(?<=\s)|^)(?:[Aa]t |[Aa]d )?(?P<number>\d{1,2})[).:]\s+(?=\S)")
PRINTED = 0.95


def find_recommendations(ground: Ground) -> tuple[Recommendation, ...]:
    """Return the recommendations of all documents in order of text, each number of a document once."""
    found: dict[tuple[str, str], Recommendation] = {}
    for document in ground.reading.package.documents:
        for section in document.sections:
            if section.kind is SegmentKind.RECOMMENDATION:
                for each in _points(ground, document, section):
                    found.setdefault((document.id, each.number), each)
    return tuple(found.values())


def _points(ground: Ground, document: Document, section: Section) -> Iterator[Recommendation]:
    item = ground.items.get(document.agenda_item_id or "")
    answers = _answers(ground, item)
    fallback = item.outcome if item is not None else None
    for number, span in _numbered(ground.text, section):
        text = " ".join(span.of(ground.text).split())
        yield Recommendation(document.id, number, text, answers.get(number, fallback), span, PRINTED)


def _numbered(text: str, headed: Section) -> Iterator[tuple[str, Span]]:
    section = headed.span
    # "2. Beslutningspunkter" is the heading's own number.
    skipped = len(headed.heading) if text.startswith(headed.heading, section.start) else 0
    marks = list(POINT.finditer(text, section.start + skipped, section.end))
    bullets = list(BULLET.finditer(text, section.start + skipped, section.end)) if not marks else []
    if len(bullets) > 1:
        starts = [*(bullet.start() for bullet in bullets[1:]), section.end]
        for number, (bullet, end) in enumerate(zip(bullets, starts, strict=True), 1):
            yield from _trimmed(text, str(number), bullet.end(), end)
        return
    if not marks:
        lead = UNNUMBERED.search(text, section.start, section.end)
        if lead:
            yield from _trimmed(text, "1", lead.end(), section.end)
        return
    ends = [*(mark.start() for mark in marks[1:]), section.end]
    for mark, end in zip(marks, ends, strict=True):
        yield from _trimmed(text, mark["a"] or mark["b"] or mark["c"], mark.end(), end)


def _trimmed(text: str, number: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    length = len(text[start:end].rstrip())
    if length > 0:
        yield number, Span(start, start + length)


def _answers(ground: Ground, item: AgendaItem | None) -> dict[str, str]:
    """Return the outcome of each numbered answer in the item's minutes."""
    if item is None or item.decision is None:
        return {}
    text = item.decision.of(ground.text)
    marks = list(ANSWER.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)][: len(marks)]
    decided = (
        (mark["number"], decide(text[mark.end() : end])) for mark, end in zip(marks, ends, strict=True)
    )
    return {number: decision.outcome for number, decision in decided if decision is not None}
