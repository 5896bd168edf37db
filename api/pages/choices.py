"""What a field of a form offers: the most frequent values and the chosen one, however many there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest

from graph.lookup import folded

MOST = 100


@dataclass(frozen=True, slots=True)
class Choices:
    """The names that are offered, in alphabetical order; `chosen` is one of them or "".

    `others` counts those that are not offered.
    """

    names: tuple[str, ...]
    chosen: str
    others: int


def choices(counts: Mapping[str, int], wanted: str, most: int = MOST) -> Choices:
    """Return the `most` most frequent of what is counted, and the one that is wanted.

    >>> choices({"Bo": 3, "Ida": 9, "Per": 1}, "per", 2)
    Choices(names=('Bo', 'Ida', 'Per'), chosen='Per', others=0)
    """
    key = folded(wanted)
    chosen = next((name for name in counts if folded(name) == key), "") if key else ""
    frequent = nsmallest(most, counts, key=lambda name: (-counts[name], name))
    names = {*frequent, chosen} - {""}
    return Choices(tuple(sorted(names, key=folded)), chosen, len(counts) - len(names))
