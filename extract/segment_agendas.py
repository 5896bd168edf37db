"""Look up agenda items of all meetings of a package: by number, by words of the title, by order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.likeness import folded, shared
from extract.segment_documents import Tie
from extract.segment_items import order
from extract.segment_threads import Thread

STEM = 5  # letters that the forms and compounds of one word share
TELLING = re.compile(r"\w{6,}")
MOST = 24  # items that are compared with one title
SHORTEST = 10


class Agendas:
    """The items of a package's own meetings."""

    def __init__(self, threads: Sequence[Thread]) -> None:
        self.count = len(threads)
        self._titles: dict[Tie, str] = {}
        self._numbered: dict[str, list[Tie]] = {}
        self._sharing: dict[str, list[Tie]] = {}
        self._numbers = [sorted(thread.printed, key=order) for thread in threads]
        for index, thread in enumerate(threads):
            for number in thread.printed:
                self._add(Tie(index, number), thread.titled(number) or "")

    def _add(self, tie: Tie, title: str) -> None:
        self._titles[tie] = title
        self._numbered.setdefault(tie.number, []).append(tie)
        for stem in _stems(title):
            self._sharing.setdefault(stem, []).append(tie)

    def title(self, tie: Tie) -> str:
        """Return the title of an item."""
        return self._titles[tie]

    def numbered(self, number: str) -> Sequence[Tie]:
        """Return the items of that number, one a meeting at most; the last meetings where there are many."""
        return self._numbered.get(number.upper(), ())[-MOST:]

    def sharing(self, title: str) -> Sequence[Tie]:
        """Return the items whose title shares a word's stem with `title`, the last where there are many."""
        found = {tie: None for stem in _stems(title) for tie in self._sharing.get(stem, ())[-MOST:]}
        return list(found)

    def between(self, before: Tie, after: Tie) -> Sequence[Tie]:
        """Return the items between two of one meeting, at most `MOST`."""
        low, high = order(before.number), order(after.number)
        numbers = self._numbers[before.thread]
        return [Tie(before.thread, n) for n in numbers if low < order(n) < high][:MOST]


def _stems(title: str) -> set[str]:
    return {word[:STEM] for word in folded(title).split() if len(word) >= STEM}


def likeness(title: str, item: str) -> float:
    """Return how well a document's title fits an item's (0-1); an item named by one short word fits none.

    >>> likeness("Status på havneplanen", "Referat"), likeness("FjordDage 2031 - opsamling", "Fjord Dage")
    (0.0, 1.0)
    """
    if folded(title) == folded(item):
        return 1.0
    if len(TELLING.findall(item)) < 2 and len(folded(item)) < SHORTEST and " " not in folded(item):
        return 0.0
    return shared(title, item)
