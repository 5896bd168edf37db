"""Rows of names: what stands beside a member of a row is likely a member, too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from extract.records import Span


def row_members(
    known: Iterable[Span], free: Iterable[Span], are_neighbours: Callable[[Span, Span], bool]
) -> Iterator[Span]:
    """Yield the free spans in a row with a known one: first from left to right, then from right to left.

    `are_neighbours(member, candidate)` tells whether the two stand beside one another in a row.
    """
    members = set(known)
    pairs = list(pairwise(sorted(members.union(free), key=lambda span: (span.start, span.end))))
    for member, candidate in pairs + [(second, first) for first, second in reversed(pairs)]:
        if member in members and candidate not in members and are_neighbours(member, candidate):
            members.add(candidate)
            yield candidate


def between(separator: re.Pattern[str], text: str, one: Span, other: Span) -> re.Match[str] | None:
    """Match the whole of what stands between two spans."""
    first, second = sorted((one, other))
    return separator.fullmatch(text, first.end, second.start)
