"""The claims of an entry as a page shows them: by topic, each sentence quoted once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from api.pages.story import Line, quote
from graph.names import fold
from graph.traces.claims import outermost
from graph.traces.records import Evidence

# What is shown with its sentence; the rest leads to it by a link alone, since a line of a figure says it all.
QUOTED = frozenset({"decision", "done", "planned", "recommendation", "commitment"})


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. `quoted` is its sentence, unless it stands in the entry already; `places` are all of them.

    `says_itself` tells that the sentence holds the claim's words, which need not be said twice.
    """

    line: Line
    quoted: Evidence | None
    places: tuple[Evidence, ...]
    says_itself: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one topic."""

    topic: str
    claims: tuple[Claim, ...]


def grouped(lines: Iterable[Line]) -> tuple[Group, ...]:
    """Return the claims by topic, in the order in which a topic first comes."""
    shown: list[Evidence] = []
    found: dict[str, list[Claim]] = {}
    for line in lines:
        places = outermost(line.evidence)
        fresh = (each for each in places if not any(_within(each, other) for other in shown))
        quoted = next(fresh, None) if line.topic in QUOTED else None
        if quoted is not None:
            shown.append(quoted)
        says_itself = quoted is not None and bool(line.said) and _holds(quoted, line.said or "")
        rest = tuple(each for each in places if each != quoted)
        found.setdefault(line.topic, []).append(Claim(line, quoted, rest, says_itself))
    return tuple(Group(topic, tuple(claims)) for topic, claims in found.items())


def _within(each: Evidence, other: Evidence) -> bool:
    is_same_file = each.source_iri == other.source_iri and each.source == other.source
    return is_same_file and other.start <= each.start and each.end <= other.end


def _holds(quoted: Evidence, words: str) -> bool:
    return fold(words) in fold(quote(quoted))
