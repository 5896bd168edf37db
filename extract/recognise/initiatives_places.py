"""Places that no list knows, by where initiatives run: "indsatsen i Solby", "”Nye Veje” i Solby"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from extract.recognise.initiatives_others import free_spans
from extract.recognise.initiatives_words import words
from extract.records import Kind, Mention, Span

CAPITAL = r"[A-ZÆØÅ][a-zæøå]{2,}"
PLACE = rf"{CAPITAL}(?: {CAPITAL})?"
GOVERNED = re.compile(rf"\b(?:i|til|på|fra|ved|og|,|–|-) (?P<place>{CAPITAL})(?![\w-])")
# Once beside an initiative may be a slip; then the word must stand where places stand.
ENOUGH_BESIDE, ENOUGH_GOVERNED = 2, 3
CONFIDENCE = 0.65


def find_places_of_initiatives(text: str, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the places behind initiatives that are not among `mentions`, everywhere they stand in the text.

    The name of an office, a month or a kind of thing is none.
    """
    known = tuple(mentions)
    beside = Counter(
        place for match in _beside().finditer(text) for place in _free_places(text, match, known)
    )
    governed = Counter(match["place"] for match in GOVERNED.finditer(text))
    names = [
        place
        for place, often in beside.items()
        if often >= ENOUGH_BESIDE or governed[place.split()[0]] >= ENOUGH_GOVERNED
    ]
    return tuple(_mentions(text, names, known))


def _free_places(text: str, match: re.Match[str], known: tuple[Mention, ...]) -> Iterator[str]:
    for group in ("place", "other"):
        if match[group] and _may_be(match[group]) and free_spans([Span(*match.span(group))], known):
            yield match[group]


def _may_be(place: str) -> bool:
    last = place.split()[-1].casefold()
    if last in words().sets["describing"] or words().head(last) is not None:
        return False
    return not last.endswith(tuple(words().lists["office_endings"])) and last != "budget"


def _mentions(text: str, names: Iterable[str], known: tuple[Mention, ...]) -> Iterator[Mention]:
    for name in names:
        spans = [Span(*match.span()) for match in re.finditer(rf"(?<!\w){re.escape(name)}s?(?![\w-])", text)]
        for span in free_spans(spans, known):
            attributes = {"type": "district"}
            yield Mention(Kind.PLACE, span, span.of(text), name, "initiative_place", CONFIDENCE, attributes)


@cache
def _beside() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, (*words().lists["single"], *words().lists["doing"])))
    return re.compile(
        rf"(?:\b(?i:{nouns})|[”\"“’']) i (?:henholdsvis |hhv\. )?"
        rf"(?P<place>{PLACE})(?: og (?:i )?(?P<other>{PLACE}))?"
    )
