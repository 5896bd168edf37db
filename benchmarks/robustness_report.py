"""What rewriting costs, as tables: by rewriting, by kind, and by origin of the persons' names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.rewrites import AS_IT_IS, NAMES, UNKNOWN
from benchmarks.scoring import Tally, mean_f1

MOST, MOST_BETWEEN_GROUPS = 0.03, 0.02  # F1 a rewriting may cost; recall one group of names may lack
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Measured:
    """The scores of each rewriting, one a seed; "as it is" among them."""

    tallies: Mapping[str, Sequence[Mapping[str, Tally]]]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are scored."""
        return tuple(self.tallies[AS_IT_IS][0])

    @property
    def rewritings(self) -> tuple[str, ...]:
        """The names of the rewritings, without "as it is"."""
        return tuple(name for name in self.tallies if name != AS_IT_IS)

    def f1(self, name: str, kind: str) -> float:
        """Return the median F1 of a kind over the seeds."""
        return median(each[kind].f1 for each in self.tallies[name])

    def change(self, name: str, kind: str) -> float:
        """Return by how much a rewriting changes the F1 of a kind; below nought if it costs."""
        return self.f1(name, kind) - self.f1(AS_IT_IS, kind)

    def mean_change(self, name: str) -> float:
        """Return by how much a rewriting changes the mean F1 over the kinds."""
        return median(map(mean_f1, self.tallies[name])) - mean_f1(self.tallies[AS_IT_IS][0])

    def over(self, name: str, bar: float = MOST) -> list[str]:
        """Return the kinds that a rewriting costs more than `bar`, the worst first."""
        costs = {kind: -self.change(name, kind) for kind in self.kinds}
        return [kind for kind in sorted(costs, key=lambda k: -costs[k]) if costs[kind] > bar + ROUNDING]

    def recall(self, name: str, kind: str) -> float:
        """Return what share of a kind is found, over all seeds."""
        found = sum(each[kind].found for each in self.tallies[name])
        missed = sum(len(each[kind].missed) for each in self.tallies[name])
        return found / (found + missed) if found + missed else 1.0

    def gap(self, kind: str) -> float:
        """Return how much more of a kind is found under one origin of names than under another."""
        recalls = [self.recall(name, kind) for name in NAMES if name in self.tallies]
        return max(recalls) - min(recalls) if recalls else 0.0

    def is_within(self, bar: float) -> bool:
        """Tell whether no rewriting costs a kind more than `bar`, and no group of names is found less."""
        costly = any(self.over(name, bar) for name in self.rewritings if name != UNKNOWN)
        return not costly and self.gap("persons") <= MOST_BETWEEN_GROUPS + ROUNDING


def report(measured: Measured) -> str:
    """Return the tables by rewriting and by origin of names."""
    return "\n\n".join(table for table in (by_rewriting(measured), by_origin(measured)) if table)


def by_rewriting(measured: Measured) -> str:
    """Return one line a rewriting: change of the mean, the worst change, and every kind above the bar."""
    lines = [f"{'rewriting':24}{'mean':>8}{'worst':>8}  kinds that lose more than {MOST}"]
    for name in measured.rewritings:
        worst = min(measured.change(name, kind) for kind in measured.kinds)
        over = ", ".join(f"{kind} {measured.change(name, kind):+.3f}" for kind in measured.over(name))
        lines.append(f"{name:24}{measured.mean_change(name):+8.3f}{worst:+8.3f}  {over or '-'}")
    return "\n".join([*lines, f"mean F1 as it is {mean_f1(measured.tallies[AS_IT_IS][0]):.3f}"])


def by_origin(measured: Measured) -> str:
    """Return the share of persons and caseworkers found for each origin of names, and the largest gaps."""
    groups = [name for name in NAMES if name in measured.tallies]
    kinds = ("persons", "caseworkers", "resolution")
    lines = [f"{'recall by origin':24}" + "".join(f"{kind:>14}" for kind in kinds)]
    for name in groups:
        lines.append(f"{name:24}" + "".join(f"{measured.recall(name, kind):14.3f}" for kind in kinds))
    lines.append(f"{'largest gap':24}" + "".join(f"{measured.gap(kind):14.3f}" for kind in kinds))
    return "\n".join(lines) if groups else ""


def full(measured: Measured) -> str:
    """Return the F1 of every kind as it is, and its change under every rewriting, as a table of Markdown."""
    names = measured.rewritings
    lines = ["| kind | as it is | " + " | ".join(names) + " |", "|---" * (len(names) + 2) + "|"]
    for kind in measured.kinds:
        changes = (measured.change(name, kind) for name in names)
        cells = " | ".join("0" if abs(each) < 0.0005 else f"{each:+.3f}" for each in changes)
        lines.append(f"| {kind} | {measured.f1(AS_IT_IS, kind):.3f} | {cells} |")
    return "\n".join(lines)
