"""Compare two places' names: only a genitive or a plain misprint makes them one."""

from __future__ import annotations

from graph.names import numbers
from graph.resolving.compare import Comparison, misprinted, same, share_source, unsure
from graph.resolving.forms import Form

RULE = "compare_places"


def compare_places(left: Form, right: Form) -> Comparison | None:
    """Judge whether two names are one place; None if nothing speaks for it."""
    a, b = left.name, right.name
    if places_conflict(left, right):
        return None
    if a + "s" == b or b + "s" == a:
        return same(0.92, RULE, "the same name in the genitive")
    if a.replace(" ", "") == b.replace(" ", ""):
        return same(0.93, RULE, "the same name but for spacing")
    pair = misprinted(a.split(), b.split())
    if pair is None or ("term_list" in left.rules and "term_list" in right.rules):
        return None
    reason = f"a misprint: {pair[0]} and {pair[1]}"
    if share_source(left, right) and 1 in (left.count, right.count):
        return same(0.85, RULE, f"{reason}, written so once, in one file with the other")
    return unsure(0.6, RULE, reason)


def places_conflict(left: Form, right: Form) -> str | None:
    """Return why two names cannot be one place, or None."""
    return "their numbers differ" if numbers(left.name) != numbers(right.name) else None
