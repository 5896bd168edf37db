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


def without_overlaps(mentions: Iterable[Mention], taken: Iterable[Span] = ()) -> tuple[Mention, ...]:
    """Keep the mentions that overlap neither `taken` nor a better one, in order of start.

    The better of two is the surer one, then the longer one, then the earlier one.
    """
    kept: list[Mention] = []
    covered = bytearray(_end(taken, mentions := list(mentions)))
    for span in taken:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    for mention in sorted(mentions, key=_rank):
        span = mention.span
        if not any(covered[span.start : span.end]):
            covered[span.start : span.end] = b"\1" * (span.end - span.start)
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.span))


def _end(taken: Iterable[Span], mentions: Iterable[Mention]) -> int:
    return max([0, *(span.end for span in taken), *(mention.span.end for mention in mentions)])


def _rank(mention: Mention) -> tuple[float, int, int]:
    span = mention.span
    return -mention.confidence, span.start - span.end, span.start
