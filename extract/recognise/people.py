"""People, by the form of names and by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

from extract.patterns import PERSON_FIELD, PERSON_WITH_PARTY
from extract.recognise.scene import Recogniser, Scene, without_overlaps
from extract.records import Kind, Mention, Span
from extract.terms import Terms


def recogniser(terms: Terms) -> Recogniser:
    """Return the recogniser of people."""
    del terms
    return find_people


def find_people(scene: Scene) -> tuple[Mention, ...]:
    """Return the people in order of start."""
    taken = [mention.span for mention in scene.of_kind(Kind.ORGANIZATION)]
    return without_overlaps(_candidates(scene.text), taken)


def _candidates(text: str) -> Iterator[Mention]:
    for pattern in (PERSON_FIELD, PERSON_WITH_PARTY):
        for match in pattern.finditer(text):
            name = match["name"]
            yield Mention(Kind.PERSON, Span(*match.span("name")), name, name, "field", 0.95, {})
