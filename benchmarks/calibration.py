"""Whether a confidence means what it says: of what is stated at 0.9, nine in ten should be right.

A statement is right if the gold has its claim, required or optional. What the gold cannot decide (what is
said of an initiative that it does not know) is left out. A mention is right if what it refers to is in the
gold under one of its names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from pyoxigraph import Store

from benchmarks.claims import OF_INITIATIVES, same
from benchmarks.gold_claims import Entry, claims_of_gold
from benchmarks.graph_claims import CLASSES, PATTERNS, Built, Pattern
from benchmarks.scoring import about_known

LOWEST = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)  # where each bin begins; the last one holds 1 too
WITH_NODE = ("amounts", "initiative_stage", "initiative_figure", "initiative_amount", "commitments")
TIES = {
    "initiative_place": ("place", "?e2"),
    "initiative_department": ("department", "?e2"),
}


@dataclass(frozen=True, slots=True)
class Rating:
    """One statement of the graph: of what kind, how sure the graph is, and whether the gold agrees."""

    kind: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The statements of about one confidence: how many, how sure on the mean, how many are right."""

    count: int
    confidence: float
    right: int

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.count


def patterns() -> dict[str, Pattern]:
    """Return what to ask for each kind; `?x` is the node that carries the confidence."""
    mentions = {
        kind: Pattern("?e", "?x sg:refersTo ?e", f"GRAPH ?any {{ ?e a sg:{name} }}")
        for kind, name in CLASSES.items()
    }
    ties = {
        kind: Pattern(
            f"?e {value}",
            f"?x rdf:subject ?e ; rdf:predicate sg:{term} ; rdf:object {value}",
            "GRAPH ?any { ?e a sg:Initiative }",
        )
        for kind, (term, value) in TIES.items()
    }
    return {**mentions, **{kind: PATTERNS[kind] for kind in WITH_NODE}, **ties}


def ratings(store: Store, gold: Iterable[Entry]) -> Iterator[Rating]:
    """Yield a rating for every statement with a confidence that the gold can decide.

    Raises: KeyError if the graph lacks a file that the gold is about.
    """
    built = Built(store)
    for entry in gold:
        wanted, graph = claims_of_gold(entry), built.sources[entry["source"]]
        for kind, pattern in patterns().items():
            for claim, confidence in built.rated(graph, pattern):
                if kind not in OF_INITIATIVES or about_known([claim], wanted["initiatives"]):
                    yield Rating(kind, confidence, any(same(kind, claim, each) for each in wanted[kind]))


def bins(rated: Iterable[Rating]) -> dict[float, Bin]:
    """Return the bins that hold something, by where they begin, lowest first."""
    grouped: dict[float, list[Rating]] = {lowest: [] for lowest in LOWEST}
    for rating in rated:
        grouped[max(lowest for lowest in LOWEST if lowest <= rating.confidence)].append(rating)
    return {lowest: _bin(each) for lowest, each in grouped.items() if each}


def _bin(rated: Sequence[Rating]) -> Bin:
    return Bin(len(rated), fmean(each.confidence for each in rated), sum(each.right for each in rated))


def expected_error(found: Mapping[float, Bin]) -> float:
    """Return how far confidence and share right lie apart, on the mean over all statements.

    Source: Naeini, Cooper and Hauskrecht (2015), Obtaining Well Calibrated Probabilities Using Bayesian
    Binning, AAAI.

    >>> expected_error({0.9: Bin(10, 0.9, 8)})
    0.1
    """
    total = sum(each.count for each in found.values())
    apart = sum(each.count * abs(each.confidence - each.share) for each in found.values())
    return round(apart / total, 3) if total else 0.0


def report(rated: Iterable[Rating]) -> str:
    """Return the table over all kinds, and one line a kind and bin."""
    read = list(rated)
    lines = [f"{'kind':24}{'from':>6}{'said':>7}{'right':>7}{'count':>7}"]
    for kind in ("all", *dict.fromkeys(each.kind for each in read)):
        found = bins(each for each in read if kind in ("all", each.kind))
        for lowest, each in found.items():
            lines.append(f"{kind:24}{lowest:6.2f}{each.confidence:7.2f}{each.share:7.2f}{each.count:7}")
    return "\n".join([*lines, f"{'expected error':24}{'':6}{expected_error(bins(read)):7.3f}"])
