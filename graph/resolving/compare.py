"""Two names of one kind to a verdict, a score and a reason; each kind has its own comparer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from graph.judgements import Verdict
from graph.names import NUMBER
from graph.resolving.acronyms import SPELT_OUT
from graph.resolving.forms import Form


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two forms came to: `rule` names the rule that spoke, `reason` says why."""

    verdict: Verdict
    score: float
    reason: str
    rule: str


Comparer = Callable[[Form, Form], Comparison | None]


def same(score: float, rule: str, reason: str) -> Comparison:
    """Return the verdict that two forms are one entity."""
    return Comparison(Verdict.SAME, score, reason, rule)


def different(score: float, rule: str, reason: str) -> Comparison:
    """Return the verdict that two forms are two entities."""
    return Comparison(Verdict.DIFFERENT, score, reason, rule)


def unsure(score: float, rule: str, reason: str) -> Comparison:
    """Return the verdict that somebody should look."""
    return Comparison(Verdict.UNSURE, score, reason, rule)


OPPOSITES = ("u", "ikke", "mis", "gen")  # "faglært" and "ufaglært" differ by one letter and are opposites
SHORTEST = 6  # letters a misprinted word has at least: of shorter ones too many are neighbours


def misprint(left: str, right: str) -> bool:
    """Tell whether one word may be a misprint of the other.

    At most one letter in six differs, the first letter is the same, no digit is concerned, and the words are
    not each other's opposites.

    >>> misprint("mortensen", "mortensensen"), misprint("faglærte", "ufaglærte"), misprint("mand", "mund")
    (True, False, False)
    """
    if min(len(left), len(right)) < SHORTEST or left[0] != right[0]:
        return False
    if NUMBER.search(left) or NUMBER.search(right) or _opposite(left, right):
        return False
    if _stutter(left, right) or _stutter(right, left):
        return True
    return OSA.distance(left, right) <= max(1, max(len(left), len(right)) // 6)


def _opposite(left: str, right: str) -> bool:
    return any(left == prefix + right or right == prefix + left for prefix in OPPOSITES)


def _stutter(short: str, long: str) -> bool:
    """Tell whether the long word is the short one with its last two to four letters written twice."""
    extra = long.removeprefix(short)
    return 2 <= len(extra) <= 4 and long != extra and short.endswith(extra)


def misprinted(left: Sequence[str], right: Sequence[str]) -> tuple[str, str] | None:
    """Return the two words in which two names differ, if one may be a misprint; None otherwise.

    >>> misprinted(("gadens", "køkken"), ("gadens", "køkkken"))
    ('køkken', 'køkkken')
    """
    if len(left) != len(right):
        return None
    pairs = [(min(a, b), max(a, b)) for a, b in zip(left, right, strict=True) if a != b]
    return pairs[0] if len(pairs) == 1 and misprint(*pairs[0]) else None


def share_source(left: Form, right: Form) -> bool:
    """Tell whether one file names both."""
    return not left.sources.keys().isdisjoint(right.sources.keys())


def is_spelt_out(short: Form, long: Form) -> bool:
    """Tell whether one is an acronym that the other was found to spell out (`graph.resolving.acronyms`)."""
    return long.name in short.values(SPELT_OUT)


def shared_values(left: Form, right: Form, *attributes: str) -> frozenset[str]:
    """Return the values that both have of one of the attributes."""
    found: frozenset[str] = frozenset()
    for attribute in attributes:
        found |= left.values(attribute) & right.values(attribute)
    return found
