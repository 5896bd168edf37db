"""What a recogniser looks at, and what a recogniser is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.records import Kind, Mention, Span


@dataclass(frozen=True, slots=True)
class Scene:
    """One cleaned text with its tokens and what earlier recognisers have found in it, in order of start."""

    text: str
    doc: Doc
    found: tuple[Mention, ...] = ()

    def of_kind(self, *kinds: Kind) -> Iterator[Mention]:
        """Yield what was found of these kinds."""
        return (mention for mention in self.found if mention.kind in kinds)


Recogniser = Callable[[Scene], Iterable[Mention]]


def in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions in order of start, then of end."""
    return tuple(sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end)))


class Coverage:
    """The stretches of a text that are spoken for."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._covered = bytearray()
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        """Take a stretch."""
        if span.end > len(self._covered):
            self._covered.extend(bytes(span.end + len(self._covered)))
        self._covered[span.start : span.end] = b"\1" * (span.end - span.start)

    def touches(self, span: Span) -> bool:
        """Tell whether any character of `span` is taken."""
        return self._covered.find(1, span.start, span.end) >= 0


def without_overlaps(mentions: Iterable[Mention], taken: Iterable[Span] = ()) -> tuple[Mention, ...]:
    """Keep the mentions that overlap neither `taken` nor a better one, in order of start.

    The better of two is the surer one, then the longer one, then the earlier one.
    """
    kept: list[Mention] = []
    covered = Coverage(taken)
    for mention in sorted(mentions, key=_rank):
        if not covered.touches(mention.span):
            covered.add(mention.span)
            kept.append(mention)
    return in_order(kept)


def _rank(mention: Mention) -> tuple[float, int, int]:
    span = mention.span
    return -mention.confidence, span.start - span.end, span.start
