"""What an amount of money is for, and of which initiative."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.records import Kind, MentionIndex, Span
from extract.relate.ground import Ground
from extract.relate.scopes import Scopes
from extract.relate.subjects import UNDERSTOOD, speaks_of_another, subjects_in
from extract.relations import AmountOf

PURPOSE = re.compile(
    r"^(?: (?:i|for) 20\d\d| årligt| pr\. år| om året)? til (?P<purpose>(?!at\b|[\d])[^.,;:()\n]{6,90})"
)
PURPOSE_END = re.compile(r" (?:er|var|blev|bliver|skal|vil|kan|som|der|samt|svarende|frem|i perioden)\b.*$")
ROW_GAP = 8
CELL = re.compile(r"(?<=\s)(?:\d[\d.,]*|-?\d[\d.,]*|[-–])(?=\s|$)")
PUTS_FORWARD = frozenset({"indstilling"})


def find_amounts_of(ground: Ground, scopes: Scopes) -> Iterator[AmountOf]:
    """Yield every amount with its purpose, its year and its initiative, as far as the text says."""
    for index in ground.by_kind[Kind.AMOUNT]:
        yield _row(ground, index) or _in_sentence(ground, scopes, index)


def _row(ground: Ground, amount: MentionIndex) -> AmountOf | None:
    """Return the amount of a table row, whose initiative stands before it; None outside of rows."""
    span = ground.span(amount)
    line = ground.paragraph(span.start)
    for index in reversed(ground.inside(Kind.INITIATIVE, Span(line.start, span.start))):
        mention = ground.reading.mentions[index]
        years = mention.attributes.get("columns", "").split()
        if mention.rule == "table_row" and (years or span.start - mention.span.end <= ROW_GAP):
            year = _column(ground.text, line, span.start, years) or mention.attributes.get("start_year")
            evidence = Span(mention.span.start, span.end)
            return AmountOf(amount, index, None, year, evidence, 0.95, "table_row")
        return None
    return None


def _column(text: str, line: Span, start: int, years: Sequence[str]) -> str | None:
    """Return the year of the column that a row's amount stands in; the last columns are the years."""
    cells = [match.start() for match in CELL.finditer(text, line.start, line.end)][-len(years) :]
    return years[cells.index(start)] if years and start in cells and len(cells) == len(years) else None


def _in_sentence(ground: Ground, scopes: Scopes, amount: MentionIndex) -> AmountOf:
    span = ground.span(amount)
    sentence = ground.sentence(span.start)
    evidence = sentence if sentence.start < sentence.end else span
    initiative, confidence, rule = _initiative(ground, scopes, evidence, span)
    when = _when(ground, evidence, span)
    return AmountOf(amount, initiative, _purpose(ground, evidence, span), when, evidence, confidence, rule)


def _initiative(
    ground: Ground, scopes: Scopes, sentence: Span, amount: Span
) -> tuple[MentionIndex | None, float, str]:
    """Return the initiative an amount belongs to: the nearest in the sentence, else the one in question."""
    subjects = subjects_in(ground, scopes, sentence)
    before = [each for each in subjects if each.span.end <= amount.start]
    if subjects:
        chosen = before[-1] if before else subjects[0]
        return chosen.initiative, round(0.85 * chosen.sureness, 2), "sentence"
    if speaks_of_another(ground, sentence):
        return None, 0.9, "amount"
    paragraph = ground.paragraph(sentence.start)
    scope = scopes.at(amount.start)
    if scope is not None and (scope.nearness == 2 or _put_forward(ground, amount)):
        return scope.initiative, UNDERSTOOD, "scope"
    earlier = ground.inside(Kind.INITIATIVE, Span(paragraph.start, sentence.start))
    if earlier:
        return earlier[-1], UNDERSTOOD, "paragraph"
    return None, 0.9, "amount"


def _put_forward(ground: Ground, amount: Span) -> bool:
    stretch = ground.at(amount.start)
    return stretch is not None and stretch.document is not None and stretch.document.type in PUTS_FORWARD


def _purpose(ground: Ground, sentence: Span, amount: Span) -> str | None:
    match = PURPOSE.match(ground.text[amount.end : sentence.end])
    if match is None:
        return None
    purpose = PURPOSE_END.sub("", match["purpose"]).strip()
    return " ".join(purpose.split()) or None


def _when(ground: Ground, sentence: Span, amount: Span) -> str | None:
    """Return the date right behind the amount: "1,2 mio. kr. i 2026"."""
    for index in ground.inside(Kind.DATE, Span(amount.end, min(amount.end + 14, sentence.end))):
        return ground.reading.mentions[index].attributes.get("value")
    return None
