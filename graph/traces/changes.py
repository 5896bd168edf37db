"""Say what differs from one appearance to the next.

What an appearance does not speak of has not changed: places are compared with the last appearance that named
a place, figures with the last that counted the same thing in the same place, and so on. What was named before
and is not named now is said too, as "absent": not repeated, which need not mean that it has ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from graph.traces.records import Amount, Appearance, Changes, Concept, Difference, Figure, FigureChange, Stage

Subject = tuple[str, str | None, str | None]


def with_changes(appearances: Iterable[Appearance]) -> tuple[Appearance, ...]:
    """Return the appearances, which are in order of time, with what differs from what came before.

    The first has no changes: there is nothing to differ from.
    """
    memory = Memory()
    return tuple(replace(each, changes=memory.compare(each)) for each in appearances)


class Memory:
    """What was last said of each kind of thing."""

    def __init__(self) -> None:
        self.is_new = True
        self.named: dict[str, tuple[str, ...]] = {}
        self.figures: dict[Subject, tuple[Figure, ...]] = {}
        self.amounts: frozenset[Decimal] = frozenset()
        self.stage: tuple[Concept, ...] = ()

    def compare(self, now: Appearance) -> Changes:
        """Return what differs in `now`, and remember it."""
        figures = self._figures(now.figures)
        found = Changes(
            places=self._difference("places", [tie.thing.label for tie in now.places]),
            departments=self._difference("departments", [tie.thing.label for tie in now.departments]),
            amounts_added=self._amounts(now.amounts),
            figures_added=figures.figures_added,
            figures_changed=figures.figures_changed,
            stage=self._stage(now.stages),
        )
        is_first, self.is_new = self.is_new, False
        return Changes() if is_first else found

    def _difference(self, kind: str, labels: Sequence[str]) -> Difference:
        now = tuple(dict.fromkeys(labels))
        if not now:
            return Difference()
        before, self.named[kind] = self.named.get(kind, ()), now
        return Difference(
            added=tuple(label for label in now if label not in before),
            absent=tuple(label for label in before if label not in now),
        )

    def _amounts(self, amounts: Sequence[Amount]) -> tuple[Amount, ...]:
        if not amounts:
            return ()
        before, self.amounts = self.amounts, frozenset(amount.value_dkk for amount in amounts)
        return tuple(amount for amount in amounts if amount.value_dkk not in before)

    def _stage(self, stages: Sequence[Stage]) -> tuple[tuple[Concept, ...], tuple[Concept, ...]] | None:
        now = tuple(dict.fromkeys(stage.stage for stage in stages if not stage.is_planned))
        if not now:
            return None
        before, self.stage = self.stage, now
        return (before, now) if set(before) != set(now) else None

    def _figures(self, figures: Sequence[Figure]) -> Changes:
        groups: dict[Subject, list[Figure]] = {}
        for figure in figures:
            groups.setdefault(figure.subject, []).append(figure)
        added: list[Figure] = []
        changed: list[FigureChange] = []
        for subject, group in groups.items():
            before, self.figures[subject] = self.figures.get(subject, ()), tuple(group)
            known = {figure.value for figure in before}
            fresh = [figure for figure in group if figure.value not in known]
            if len(before) == len(group) == len(fresh) == 1:
                changed.append(FigureChange(before[0], fresh[0]))
            else:
                added += fresh
        return Changes(figures_added=tuple(added), figures_changed=tuple(changed))
