"""Find people again that have been found elsewhere in the same text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from extract.recognise.names import NameRun
from extract.records import Kind, Mention, Span

SURER_THAN = 0.02  # what a place found by its name alone lacks of the confidence of the name itself
POSSESSIVES = ("’s", "'s", "s", "’", "'")
Ends = tuple[str, str]


def found_again(text: str, runs: Iterable[NameRun], people: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the runs that hold a known name, whole or without its middle names, also in the possessive."""
    people = tuple(people)
    known: dict[Ends, float] = {}
    for words, mention in ((mention.name.split(), mention) for mention in people):
        if len(words) > 1:
            ends = words[0], words[-1]
            known[ends] = max(known.get(ends, 0.0), mention.confidence)
    longest = max((len(mention.name.split()) for mention in people), default=0)
    for run in _with_broken(text, tuple(runs)):
        if window := _window(run.words, known, longest):
            start, end, last = window
            span = Span(run.spans[start].start, run.spans[end - 1].start + len(last))
            name = " ".join((*run.words[start : end - 1], last))
            confidence = known[run.words[start], last] - SURER_THAN
            yield Mention(Kind.PERSON, span, span.of(text), name, "again", round(confidence, 2))


def _with_broken(text: str, runs: tuple[NameRun, ...]) -> Iterator[NameRun]:
    """Yield the runs, and those that only the end of a line divides, as one."""
    yield from runs
    for first, second in pairwise(runs):
        if text[first.span.end : second.span.start] == "\n":
            yield NameRun(first.words + second.words, first.spans + second.spans)


def _window(words: tuple[str, ...], ends: Collection[Ends], longest: int) -> tuple[int, int, str] | None:
    """Return where in a run a known name begins and ends, and its last word without a possessive ending."""
    for start in range(len(words) - 1):
        for end in range(min(len(words), start + longest), start + 1, -1):
            for last in (words[end - 1], without_possessive(words[end - 1])):
                if (words[start], last) in ends:
                    return start, end, last
    return None


def without_possessive(word: str) -> str:
    """Return `word` without a possessive ending.

    >>> without_possessive("Holms"), without_possessive("Holm’s"), without_possessive("Holm")
    ('Holm', 'Holm', 'Holm')
    """
    return next((word.removesuffix(each) for each in POSSESSIVES if word.endswith(each)), word)
