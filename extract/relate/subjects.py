"""Which initiative a verb or noun in a sentence is about: the one named beside it, or the one in question."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.folded import starts_in_any_case
from extract.recognise.initiatives_words import Head, words
from extract.records import Kind, MentionIndex, Span
from extract.relate.ground import Ground
from extract.relate.scopes import Scope, Scopes

NAMED, STANDING_FOR, UNDERSTOOD = 1.0, 0.85, 0.7
LONGEST_SENTENCE = 1500
# Nouns that stand for any initiative; the others only for one of their own kind.
GENERAL = frozenset("indsatsen projektet initiativet tiltaget forløbet tilbuddet investeringen".split())
GENERAL_PLURAL = frozenset({"indsatserne", "projekterne"})
# "implementeringen i Solby": the doing of the initiative in question.
DOING = (
    r"implementeringen|udrulningen|afviklingen|gennemførelsen|planlægningen|opstarten|driften|åbningen"
    r"|begyndelsen|udvidelsen|forslaget"
)
OF_SOMETHING = re.compile(
    r" (?:med|mod|om|for) (?!at\b)[a-zæøå]{3,}"
)  # "ordningen med fuld løn" is another one
DEFINITE = r"[A-ZÆØÅ][a-zæøå]{3,30}(?:en|et|erne|ene)\b"
OPENING_NAME = re.compile(DEFINITE)
INSIDE_NAME = re.compile(rf"(?<=[a-zæøå,] ){DEFINITE}")
PLACE_BEHIND = re.compile(r"^[”\"’']?(?: (?:i|på|ved|–|-)(?: henholdsvis| hhv\.)?)? $")


@dataclass(frozen=True, slots=True)
class Subject:
    """An initiative in a sentence: where it stands there, and at which place it is spoken of."""

    span: Span
    initiative: MentionIndex
    place: MentionIndex | None
    sureness: float


def subjects_in(ground: Ground, scopes: Scopes, sentence: Span) -> tuple[Subject, ...]:
    """Return the initiatives a sentence speaks of, in order: by name, or by a noun that stands for one.

    A sentence that no one can have written (a table run together, a hostile file) speaks of nothing.
    """
    if sentence.end - sentence.start > LONGEST_SENTENCE:
        return ()
    named = [
        Subject(ground.span(index), index, _place_behind(ground, ground.span(index)), NAMED)
        for index in ground.inside(Kind.INITIATIVE, sentence)
    ]
    stands_for = _noun_in(sentence, _noun_starts(ground.text))
    standing = [*_standing_for(ground, scopes, sentence, named)] if stands_for else []
    return tuple(sorted((*named, *standing), key=lambda each: each.span))


def _noun_in(sentence: Span, starts: Sequence[int]) -> bool:
    """Tell whether a noun that may stand for an initiative begins in a sentence."""
    return bisect_left(starts, sentence.start) < bisect_left(starts, sentence.end)


# The same sentences are asked about by several relations, and most of them hold no such noun.
@lru_cache(maxsize=1)
def _noun_starts(text: str) -> tuple[int, ...]:
    plurals = "|".join(map(re.escape, words().lists["plural"]))
    return starts_in_any_case(rf"{_anaphora().pattern}|\b(?:disse )?\b(?:{plurals})", text)


def _standing_for(ground: Ground, scopes: Scopes, sentence: Span, named: list[Subject]) -> Iterator[Subject]:
    for match in _anaphora().finditer(ground.text, sentence.start, sentence.end):
        span = Span(*match.span())
        if any(span.overlaps(each.span) or _introduces(ground, span, each.span) for each in named):
            continue
        if OF_SOMETHING.match(ground.text, span.end):
            continue
        found = antecedent(ground, scopes, span, match.group().casefold())
        if found is not None:
            place = _place_behind(ground, span)
            yield Subject(span, found.initiative, found.place if place is None else place, STANDING_FOR)
    yield from _several(ground, scopes, sentence)


def _several(ground: Ground, scopes: Scopes, sentence: Span) -> Iterator[Subject]:
    """Yield what a plural stands for: "disse strategier" those just listed, "modellerne" the title's."""
    for match in _plurals().finditer(ground.text, sentence.start, sentence.end):
        span = Span(*match.span())
        head = words().head(match["noun"]) or (words().compound(match["noun"]) or ("", None))[1]
        if head is None:
            continue
        if match["these"]:
            for index in _listed_before(ground, ground.paragraph(span.start)):
                yield Subject(span, index, None, STANDING_FOR)
            continue
        scope = scopes.at(span.start)
        if scope is not None and _is_several(ground, scope, head, match["noun"].casefold()):
            yield Subject(span, scope.initiative, scope.place, STANDING_FOR)


@cache
def _plurals() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, words().lists["plural"]))
    return re.compile(rf"(?:\b(?P<these>disse) )?\b(?P<noun>{nouns})\b", re.IGNORECASE)


def _listed_before(ground: Ground, paragraph: Span) -> list[MentionIndex]:
    """Return the initiatives of a paragraph before this one that enumerates some."""
    before = ground.paragraph(max(paragraph.start - 2, 0))
    found = list(ground.inside(Kind.INITIATIVE, before))
    return found if any(ground.reading.mentions[index].rule == "list" for index in found) else []


def _is_several(ground: Ground, scope: Scope, plural: Head, noun: str) -> bool:
    """Tell whether an initiative is a plural ("kantinemodeller i skolerne") or runs at several places."""
    for word in ground.name(scope.initiative).split():
        head = words().head(word) or (words().compound(word) or ("", None))[1]
        if head is None or not head.plural:
            continue
        if plural.lemma.endswith(head.lemma) or head.lemma.endswith(plural.lemma):
            return True
    line = ground.paragraph(ground.span(scope.initiative).start)
    return noun in GENERAL_PLURAL and len(ground.inside(Kind.PLACE, line)) > 1


def _introduces(ground: Ground, noun: Span, name: Span) -> bool:
    """Tell whether the noun only says what follows: "indsatsen ”Nye Veje”"."""
    return 0 <= name.start - noun.end <= 3 and "\n" not in ground.text[noun.end : name.start]


@cache
def _anaphora() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, words().lists["single"]))
    return re.compile(rf"\b(?:{nouns}|{DOING})s?\b", re.IGNORECASE)


def antecedent(ground: Ground, scopes: Scopes, span: Span, noun: str) -> Scope | None:
    """Return the initiative that a noun stands for: the last one of the paragraph, else the scope's."""
    scope = scopes.at(span.start)
    paragraph = ground.paragraph(span.start)
    earlier = ground.inside(Kind.INITIATIVE, Span(paragraph.start, span.start))
    for index in reversed(earlier):
        if scope is not None and ground.name(index) == ground.name(scope.initiative):
            return scope
        if _fits(ground, index, noun):
            return Scope(paragraph, index, None, 2)
    if scope is not None and _fits(ground, scope.initiative, noun):
        return scope
    return None


def _fits(ground: Ground, index: MentionIndex, noun: str) -> bool:
    noun = noun.removesuffix("s") if noun.endswith(("ens", "ets")) else noun
    if noun in GENERAL or re.fullmatch(DOING, noun):
        return True
    head = words().head(noun) or (words().compound(noun) or ("", None))[1]
    kind = ground.reading.mentions[index].attributes.get("kind", "other")
    return (
        head is None or kind in {"other", head.kind} or (head.lemma == "model" and kind == "investment_model")
    )


def speaks_of_another(ground: Ground, sentence: Span) -> bool:
    """Tell whether a sentence opens with a name that is no mention: "Spisevennerne har 22 frivillige".

    A definite noun with a capital inside some other sentence is a name; not that of a body or a role.
    """
    opening = OPENING_NAME.match(ground.text, sentence.start, sentence.end)
    if opening is None or opening[0] not in _capitalised(ground.text):
        return False
    if opening[0].endswith(tuple(words().lists["other_endings"])):
        return False
    span = Span(*opening.span())
    kinds = (Kind.ORGANIZATION, Kind.PERSON, Kind.PLACE, Kind.INITIATIVE)
    return not any(ground.inside(kind, span) for kind in kinds)


@lru_cache(maxsize=1)
def _capitalised(text: str) -> frozenset[str]:
    """Return the definite nouns that stand with a capital inside a sentence."""
    return frozenset(match.group() for match in INSIDE_NAME.finditer(text))


def _place_behind(ground: Ground, span: Span) -> MentionIndex | None:
    """Return the place that follows directly: "indsatsen i Solby"."""
    for index in ground.inside(Kind.PLACE, Span(span.end, span.end + 24))[:1]:
        if PLACE_BEHIND.match(ground.text[span.end : ground.span(index).start]):
            return index
    return None
