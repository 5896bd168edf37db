"""Case numbers, by their printed shape."""

from __future__ import annotations

from collections.abc import Iterator

from extract.patterns import CASE_NUMBER
from extract.recognise.scene import Recogniser, Scene
from extract.records import Kind, Mention, Span
from extract.terms import Terms


def recogniser(terms: Terms) -> Recogniser:
    """Return the recogniser of case numbers; it needs no term list."""
    del terms
    return find_cases


def find_cases(scene: Scene) -> Iterator[Mention]:
    """Yield the case numbers in order; the `number` attribute is in capitals with single hyphens."""
    for match in CASE_NUMBER.finditer(scene.text):
        number = "-".join(match.groups()).upper()
        yield Mention(
            Kind.CASE, Span(*match.span()), match.group(), number, "case_number", 1.0, {"number": number}
        )
