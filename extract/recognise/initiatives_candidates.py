"""Candidates and the evidence that makes initiatives of them.

A mention is a place in the text, a candidate a mention that may name an initiative, an initiative a
candidate with enough evidence. Evidence of different rules adds up; the same rule twice does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.recognise.initiatives_names import bare_name, key
from extract.records import Kind, Mention, Span

ENOUGH = 0.6
REPEATED = 0.25  # what a second place in the file adds
COUNTS = 0.3  # the least weight of a place that counts as a repetition


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may name an initiative.

    `weight` is how far its `rule` alone would be trusted; `safe` says that the name is so much of its own
    that it may be looked for in lower case too.
    """

    span: Span
    name: str
    kind: str
    rule: str
    weight: float
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """A name with enough evidence: all candidates for it, and what they add up to."""

    name: str
    kind: str
    rule: str
    confidence: float
    safe: bool
    candidates: tuple[Candidate, ...]

    def mentions(self, text: str) -> Iterator[Mention]:
        """Yield a mention for every candidate."""
        for each in self.candidates:
            yield self.mention(text, each.span, each.rule)

    def mention(self, text: str, span: Span, rule: str) -> Mention:
        """Return the mention at `span`."""
        attributes = {"kind": self.kind}
        return Mention(
            Kind.INITIATIVE, span, span.of(text), self.name, rule, round(self.confidence, 2), attributes
        )


def candidate(text: str, span: Span, kind: str, rule: str, weight: float, safe: bool = False) -> Candidate:
    """Return the candidate at `span`, named by its bare form."""
    return Candidate(span, bare_name(span.of(text)), kind, rule, weight, safe)


def accept(candidates: Iterable[Candidate]) -> tuple[Accepted, ...]:
    """Return the names with enough evidence, in order of their first candidate.

    >>> quoted = Candidate(Span(0, 4), "RO PÅ", "other", "quoted", 0.4)
    >>> [each.name for each in accept([quoted])]
    []
    >>> [each.name for each in accept([quoted, Candidate(Span(9, 13), "Ro På", "project", "title", 0.5)])]
    ['Ro På']
    """
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for each in sorted(candidates, key=lambda each: each.span):
        if each.name:
            groups[key(each.name)].append(each)
    weighed = (_weighed(group) for group in groups.values())
    return tuple(each for each in weighed if each.confidence >= ENOUGH)


def _weighed(group: list[Candidate]) -> Accepted:
    doubt = 1.0
    for rule in {each.rule for each in group}:
        doubt *= 1 - max(each.weight for each in group if each.rule == rule)
    if len({each.span for each in group if each.weight >= COUNTS}) > 1:
        doubt *= 1 - REPEATED
    best = max(group, key=lambda each: (each.weight, -each.span.start))
    kinds = [each.kind for each in group if each.kind != "other"]
    return Accepted(
        _name(group),
        max(kinds, key=kinds.count) if kinds else "other",
        best.rule,
        min(1 - doubt, 0.99),
        any(each.safe for each in group),
        tuple(group),
    )


def _name(group: list[Candidate]) -> str:
    """Return the printing to show: one in mixed case, else the first."""
    mixed = [each.name for each in group if not each.name.isupper()]
    return (mixed or [group[0].name])[0]
