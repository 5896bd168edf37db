"""Numbers that are counted about an initiative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.recognise.initiatives_names import key
from extract.records import Kind, MentionIndex, Span
from extract.relate.figures_counts import Count, counts_in
from extract.relate.ground import Ground
from extract.relate.scopes import Scopes
from extract.relate.subjects import NAMED, UNDERSTOOD, Subject, speaks_of_another, subjects_in
from extract.relations import Figure

FARTHEST_AHEAD = 50
# "I Solby har 70 unge …", "…, i Havnby 48": between a place and the number that is counted there.
UP_TO_NUMBER = re.compile(
    r" (?:(?:har|er|var|fik|kom|kommer|deltog|deltager) (?:der )?)?(?:ca\. |knap |godt |omkring |i alt )?"
)
LOCATIVE = re.compile(r"\b(?:[Ii]|[Pp]å) $")


def find_figures(ground: Ground, scopes: Scopes) -> Iterator[Figure]:
    """Yield what is counted about initiatives, once for each value and sentence.

    A number belongs to the initiative named before it in the sentence, else to the one in question there.
    """
    for sentence in ground.reading.sentences:
        counts = counts_in(ground, sentence)
        if counts:
            yield from _figures(ground, scopes, sentence, counts)
    yield from _in_rows(ground)


def _figures(ground: Ground, scopes: Scopes, sentence: Span, counts: tuple[Count, ...]) -> Iterator[Figure]:
    subjects = subjects_in(ground, scopes, sentence)
    for count in counts:
        subject = _subject(ground, scopes, subjects, count)
        if subject is None:
            continue
        confidence = round(0.85 * subject.sureness, 2)
        place = _place(ground, sentence, count)
        yield Figure(
            subject.initiative,
            count.label,
            count.value,
            count.unit,
            subject.place if place is None else place,
            _when(ground, sentence, count),
            sentence,
            confidence,
            "percentage" if count.unit else "count",
        )


def _in_rows(ground: Ground) -> Iterator[Figure]:
    """Yield the numbers in rows of tables: how many an initiative is for."""
    for index in ground.by_kind[Kind.INITIATIVE]:
        known = ground.reading.mentions[index].attributes
        if "count" in known:
            evidence = ground.paragraph(ground.span(index).start)
            label = known.get("group", "antal")
            yield Figure(index, label, float(known["count"]), None, None, None, evidence, 0.85, "table_row")


def _subject(ground: Ground, scopes: Scopes, subjects: tuple[Subject, ...], count: Count) -> Subject | None:
    scope = scopes.at(count.span.start)
    if not subjects and speaks_of_another(ground, ground.sentence(count.span.start)):
        return None
    understood = Subject(count.span, scope.initiative, scope.place, UNDERSTOOD) if scope else None
    before = [each for each in subjects if each.span.end <= count.span.start]
    for each in (*reversed(before), *(each for each in subjects if each.span.start >= count.span.end)):
        if understood is None or _same(ground, each.initiative, understood.initiative):
            return each
    if scope is not None and scope.nearness == 2:
        return understood
    if before:
        return before[-1]
    behind = [each for each in subjects if each.sureness == NAMED and _one_clause(ground, count, each)]
    return behind[0] if behind else understood


def _one_clause(ground: Ground, count: Count, subject: Subject) -> bool:
    """Tell whether no comma or dash parts what is counted from a name behind it."""
    return not set(ground.text[count.span.end : subject.span.start]) & set(",;:–(")


def _same(ground: Ground, one: MentionIndex, other: MentionIndex) -> bool:
    return key(ground.name(one)) == key(ground.name(other))


def _place(ground: Ground, sentence: Span, count: Count) -> MentionIndex | None:
    """Return the place right behind what is counted, or right before: "75 familier i Solby", "i Solby 23"."""
    start = max(sentence.start, count.span.start - FARTHEST_AHEAD)
    for index in ground.inside(Kind.PLACE, Span(start, count.span.start))[-1:]:
        place = ground.span(index)
        between = ground.text[place.end : count.span.start]
        if UP_TO_NUMBER.fullmatch(between) and LOCATIVE.search(ground.text, sentence.start, place.start):
            return index
    end = count.span.end + len(count.label) + 10
    for index in ground.inside(Kind.PLACE, Span(count.span.end, min(end, sentence.end)))[:1]:
        if not set(ground.text[count.span.end : ground.span(index).start]) & set(",;:"):
            return index
    return None


def _when(ground: Ground, sentence: Span, count: Count) -> str | None:
    """Return the date right behind the number, else one that opens the sentence."""
    behind = ground.inside(Kind.DATE, Span(count.span.end, min(count.span.end + 45, sentence.end)))
    opening = ground.inside(Kind.DATE, Span(sentence.start, min(sentence.start + 16, count.span.start)))
    for index in (*behind[:1], *opening[:1]):
        return ground.reading.mentions[index].attributes.get("value")
    return None
