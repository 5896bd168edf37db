"""Which organization belongs to which: "Kontrolteamet i MKX", a unit printed below its department."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.records import Kind, Mention, Reading, Span
from extract.relations import PartOf

BELONGS = re.compile(r"(?: (?:i|under|ved|hos) | \(|, )")
BELOW = re.compile(r"\s*\n\s*")
SAID, PRINTED_BELOW = 0.85, 0.8
PARTS = frozenset({"unit"})
WHOLES = frozenset({"department"})


def relate_parts(reading: Reading) -> tuple[PartOf, ...]:
    """Return each pair once, in order of text; only units are part of anything, and only of departments."""
    organizations = [
        (index, mention)
        for index, mention in enumerate(reading.mentions)
        if mention.kind is Kind.ORGANIZATION
    ]
    found: dict[tuple[str, str], PartOf] = {}
    for (left_index, left), (right_index, right) in pairwise(organizations):
        between = reading.text[left.span.end : right.span.start]
        evidence = Span(left.span.start, right.span.end)
        if BELONGS.fullmatch(between) and _fits(left, right):
            pair = PartOf(left_index, right_index, evidence, SAID)
            found.setdefault((left.name, right.name), pair)
        elif BELOW.fullmatch(between) and _fits(right, left):
            pair = PartOf(right_index, left_index, evidence, PRINTED_BELOW)
            found.setdefault((right.name, left.name), pair)
    return tuple(found.values())


def _fits(part: Mention, whole: Mention) -> bool:
    return part.attributes.get("type") in PARTS and whole.attributes.get("type") in WHOLES
