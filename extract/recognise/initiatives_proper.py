"""Proper names without any cue: Danish writes a capital inside a sentence only where something has a name.

What is left when organizations, people and places are taken away names what is done: "Nye Veje til Job",
"Grønne Skridt", "Solskinsløftet".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extract.recognise.initiatives_candidates import Candidate, candidate
from extract.recognise.initiatives_names import key
from extract.recognise.initiatives_tokens import Tokens, name_end
from extract.recognise.initiatives_words import words
from extract.records import Span

JOINERS = frozenset({"for", "til", "på", "mod", "med", "i"})
BEHIND_REPORT = JOINERS | {"af", "og", "om", "hos"}
DEFINITE = re.compile(r"[a-zæøå](?:en|et)$")
SHORTEST_NOUN = 9
PREPOSITION = frozenset("fra på i med til af om for gennem hos ved under".split())
# How far a phrase is trusted that stands once, twice, more often inside sentences; and one that opens a line.
JOINED = (0.6, 0.62, 0.62)
ADJACENT = (0.35, 0.45, 0.46)  # persons and posts look so too: a title must confirm it
NOUN = (0.45, 0.62, 0.62)
NOUN_BEHIND_PREPOSITION = 0.6
OPENING = 0.3
NOUN_OPENING = 0.1  # any noun may open a sentence


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A capitalised phrase: where it stands, how it is built, whether it opens a sentence or line."""

    span: Span
    weights: tuple[float, float, float]
    opens: bool
    governed: bool


def find_proper(found: Tokens) -> Iterator[Candidate]:
    """Yield capitalised phrases and single definite nouns that no sentence start and no heading explains."""
    phrases = [phrase for phrase in _phrases(found) if not phrase.span.of(found.text).isupper()]
    inside = Counter(key(phrase.span.of(found.text)) for phrase in phrases if not phrase.opens)
    for phrase in phrases:
        often = inside[key(phrase.span.of(found.text))]
        if phrase.opens:
            weight = NOUN_OPENING if phrase.weights is NOUN else OPENING
        else:
            weight = phrase.weights[min(often, 3) - 1]
        if phrase.governed and phrase.weights is NOUN:
            weight = max(weight, NOUN_BEHIND_PREPOSITION)
        rule = "proper_noun" if phrase.weights is NOUN else "proper_phrase"
        yield candidate(found.text, phrase.span, "other", rule, weight, safe=False)


def _phrases(found: Tokens) -> Iterator[_Phrase]:
    for index in range(len(found.spans)):
        if not found.capital(index) or not _begins(found, index):
            continue
        end = name_end(found, index)
        weights = _weights(found, index, end)
        if weights is not None:
            governed = found.word(index - 1) in PREPOSITION and found.adjacent(index - 1)
            yield _Phrase(found.stretch(index, end), weights, found.opens(index), governed)


def _weights(found: Tokens, first: int, last: int) -> tuple[float, float, float] | None:
    """Return how a phrase of this build is trusted; None if it cannot be a name."""
    if last == first:
        in_row = found.word(first - 1)[-1:].isdigit() and found.adjacent(first - 1)
        return NOUN if not in_row and _is_named_noun(found.word(first)) else None
    capitals = [index for index in range(first, last + 1) if found.capital(index)]
    if len(capitals) < 2 or not all(_is_plain(found.word(index)) for index in (capitals[0], capitals[-1])):
        return None
    if found.word(first).casefold() in words().sets["describing"] or _is_report(found.word(first)):
        return None
    between = {found.word(index) for index in range(first, last + 1) if not found.capital(index)}
    if not between:
        return ADJACENT
    return JOINED if between <= JOINERS else None


def _begins(found: Tokens, index: int) -> bool:
    """Tell whether a name may begin here: not in the middle of a longer capitalised phrase."""
    if not found.adjacent(index - 1):
        return True
    before = found.word(index - 1)
    if found.capital(index - 1):
        return found.opens(index - 1) and _is_report(before)
    if before in BEHIND_REPORT and found.adjacent(index - 2) and found.capital(index - 2):
        return found.opens(index - 2) or _is_report(found.word(index - 2))
    return True


def _is_plain(word: str) -> bool:
    """Tell a word from an acronym and from a number."""
    return word[1:].islower() and word.isalpha()


def _is_report(word: str) -> bool:
    folded = word.casefold()
    return folded.startswith(words().lists["report_nouns"]) or folded.endswith(words().lists["report_nouns"])


def _is_named_noun(word: str) -> bool:
    """Tell whether a capitalised definite noun is no office, role, place or part of one by its ending."""
    if len(word) < SHORTEST_NOUN or words().head(word) or not _is_plain(word) or not DEFINITE.search(word):
        return False
    return not word.casefold().endswith(tuple(words().lists["other_endings"]))
