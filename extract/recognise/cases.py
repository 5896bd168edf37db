"""Case numbers, by their printed shape."""

from __future__ import annotations

from collections.abc import Iterator

from extract.patterns import CASE_NUMBER, CASE_NUMBER_LABELLED
from extract.recognise.scene import Recogniser, Scene
from extract.records import Kind, Mention, Span
from extract.terms import Terms

FEWEST_DIGITS = 4  # "Sagsnr. 3" counts something else


def recogniser(terms: Terms) -> Recogniser:
    """Return the recogniser of case numbers; it needs no term list."""
    del terms
    return find_cases


def find_cases(scene: Scene) -> Iterator[Mention]:
    """Yield the case numbers; the `number` attribute is in capitals with single hyphens."""
    for match in CASE_NUMBER.finditer(scene.text):
        yield _mention(scene.text, Span(*match.span()), "-".join(match.groups()).upper(), "case_number")
    for match in CASE_NUMBER_LABELLED.finditer(scene.text):
        group = "number" if match["number"] else "other"
        if sum(map(str.isdigit, match[group])) >= FEWEST_DIGITS:
            yield _mention(scene.text, Span(*match.span(group)), match[group], "case_number_labelled")


def _mention(text: str, span: Span, number: str, rule: str) -> Mention:
    return Mention(Kind.CASE, span, span.of(text), number, rule, 1.0, {"number": number})
