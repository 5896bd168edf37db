"""Single words that are names by what becomes of them: "Solspring åbnede i maj", "2 mio. kr. til Solspring".

One such phrase is a hint: shops open too, and money goes to anyone. Two of different kinds, or one and a
title, are enough. A word that the text writes small or never inside a sentence is left.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from extract.recognise.initiatives_candidates import Candidate, candidate
from extract.recognise.initiatives_coined import MONTHS
from extract.recognise.initiatives_proper import JOINERS
from extract.recognise.initiatives_tokens import Tokens
from extract.recognise.initiatives_words import words
from extract.recognise.names import COMMON_NOUN, common_words
from extract.records import Span

NAME = r"(?P<name>[A-ZÆØÅ][a-zæøåéöü]{4,})(?![\w-])"
AT = r"(?: (?:i|på|ved) [A-ZÆØÅ]\w{1,30})?"
FATES: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    (
        "fate",
        0.47,
        re.compile(
            NAME + AT + r" (?:åbne(?:r|de)|slutte(?:r|de)|lukke(?:r|de)|begyndte|startede|fortsætter"
            r"|(?:blev |bliver |er )?(?:udvide[ts]|videreføre?[ts]|forlænge[ts]|afslutte[ts])"
            r"|(?:blev |bliver )?(?:nedlagt|nedlægges)"
            r"|(?:kun )?får (?:kun )?(?:penge|[\d.,]+ (?:mio|kr|t\.kr))"
            r"|(?:bør|skal|kan|kunne) (?:fortsætte|udvides|videreføres|forlænges|lukke))\b"
        ),
    ),
    ("run", 0.4, re.compile(rf"\b(?:drive|driver|føre|fører) {NAME} videre\b")),
    ("paid", 0.4, re.compile(rf"\b(?:mio\.|kr\.|kroner)(?: (?!til\b)[^\s.;:]{{1,20}}){{0,5}} til {NAME}")),
    ("joined", 0.35, re.compile(rf"\b(?:med i|skrevet under på|tilmeldt(?: til)?) {NAME}")),
)
CALLED = re.compile(
    rf"\b(?P<what>\w{{4,40}})(?:,? der)? (?:(?:får|fik|har fået|har|med|under) navnet|kaldet|hedder) {NAME}"
)
CALLED_WEIGHT = 0.62


@dataclass(frozen=True, slots=True)
class _Seen:
    """Which words of a text may be names: written with a capital inside a sentence, and never small."""

    inside: Collection[str]
    common: Collection[str]

    def may_be(self, word: str) -> bool:
        folded = word.casefold()
        if word not in self.inside or folded in self.common or word in MONTHS or COMMON_NOUN.search(word):
            return False
        return words().head(word) is None and not folded.endswith(tuple(words().lists["other_endings"]))


def find_fates(found: Tokens) -> Iterator[Candidate]:
    """Yield the words that something happens to as it does to undertakings, or that one is called by."""
    matches = [
        (rule, weight, each) for rule, weight, pattern in FATES for each in pattern.finditer(found.text)
    ]
    matches += [
        ("called", CALLED_WEIGHT, each) for each in CALLED.finditer(found.text) if _is_head(each["what"])
    ]
    if not matches:
        return
    seen = _Seen(frozenset(_inside(found)), common_words(found.text))
    for rule, weight, match in matches:
        span = Span(*match.span("name"))
        if seen.may_be(match["name"]) and not _is_in_a_phrase(found, found.at(span.start)):
            yield candidate(found.text, span, "other", rule, weight)


def _inside(found: Tokens) -> Iterator[str]:
    """Yield the capitalised words that no sentence start explains."""
    for index, word in enumerate(found.words):
        if word[:1].isupper() and not found.opens(index):
            yield word


def _is_in_a_phrase(found: Tokens, index: int) -> bool:
    """Tell whether a capitalised word stands beside it, or before a small one: "Ro på Banen", a person."""
    joined = found.word(index - 1) in JOINERS and found.adjacent(index - 2)
    first = index - 2 if joined else index - 1
    before = found.adjacent(index - 1) and found.capital(first) and (joined or not found.opens(first))
    return before or (found.adjacent(index) and found.capital(index + 1))


def _is_head(word: str) -> bool:
    return words().head(word) is not None or words().compound(word) is not None
