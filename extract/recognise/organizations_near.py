"""Organizations by what stands beside them: cue words before, known organizations in the same row.

This runs after people have been found, because people stand beside organizations, too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.lang.da.stop_words import STOP_WORDS

from extract.patterns import ACRONYM, COINED, SURNAME_ENDING
from extract.recognise.names import COMMON_NOUN, common_words, name_runs
from extract.recognise.organizations import printed_again
from extract.recognise.rows import between, row_members
from extract.recognise.scene import Coverage, Recogniser, Scene, without_overlaps
from extract.records import Kind, Mention, Span
from extract.terms import Terms
from extract.wording import either

# Between two organizations in a row: "A, B og C", "A (the long name), B", "A/B", "A samt B", "A fra B".
SEPARATOR = re.compile(r"(?: ?\([^()\n]{1,90}\))?(?:,| og| samt| eller| ?/| &|;)(?: og| samt)? ?")
# What an acronym stands for, behind it: "ABC (Alle Børns Cykel)".
LONG_FORM_BEHIND = re.compile(r"(?<=[A-ZÆØÅ+]) \([^(),\n]{1,70}\)")
UNDER = re.compile(r"\b(?:i regi af|som led i) $")
DEFINITE = re.compile(r"[A-ZÆØÅ][a-zæøå]{4,}(?:en|et)")
REACH = 110  # characters that a cue may stand before its organization: "Foreninger i byen, f.eks. …"


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What is looked for beside capitalised words, and which of them are no organizations."""

    terms: Terms
    cue: re.Pattern[str]
    example: re.Pattern[str]
    not_acronyms: Collection[str]
    never: Collection[str]

    def __call__(self, scene: Scene) -> tuple[Mention, ...]:
        """Return the organizations in order of start."""
        free = self._candidates(scene)
        cued = without_overlaps(self._by_cue(scene.text, free))
        rows = list(_in_rows(scene.text, free, [*scene.of_kind(Kind.ORGANIZATION), *cued]))
        taken = [mention.span for mention in scene.found]
        return without_overlaps(printed_again(scene, [*cued, *rows]), taken)

    def _candidates(self, scene: Scene) -> tuple[Span, ...]:
        """Return what may be an organization and is not yet known to be anything, in order."""
        text = scene.text
        covered = Coverage(mention.span for mention in scene.found)
        common = common_words(text)
        named = {place.name for each in self.terms.lists_for(text) for place in each.places}
        named |= {mention.name for mention in scene.of_kind(Kind.PERSON)}
        coined = [Span(*match.span()) for match in COINED.finditer(text)]
        within = Coverage(coined)  # the "UC" of "UC+" is no word of its own
        runs = (run.span for run in name_runs(text, lambda word: word.casefold() in self.never))
        spans = [*coined, *(span for span in runs if not within.touches(span))]
        return tuple(
            span
            for span in sorted(spans)
            if not covered.touches(span)
            and span.of(text) not in named
            and self._may_be(span.of(text), common)
        )

    def _by_cue(self, text: str, free: Iterable[Span]) -> Iterator[Mention]:
        """Yield what a cue says is an organization: "i regi af X", "virksomheder, f.eks. X"."""
        for span in free:
            for rule, pattern in (("cue", self.cue), ("example", self.example)):
                before = max(0, span.start - REACH), span.start
                if pattern.search(text, *before) and not (
                    UNDER.search(text, *before) and _is_definite(text, span)
                ):
                    yield _mention(text, span, rule, 0.7)
                    break

    def _may_be(self, printed: str, common: Collection[str]) -> bool:
        if ACRONYM.fullmatch(printed):
            return printed not in self.not_acronyms
        words = printed.split()
        if len(words) > 4 or (len(words) > 1 and (printed.isupper() or SURNAME_ENDING.search(words[-1]))):
            return False
        return not any(
            word.casefold() in common or COMMON_NOUN.search(word) or any(map(str.isdigit, word))
            for word in words
        )


def recogniser(terms: Terms) -> Recogniser:
    """Return the recogniser with the cues of the word list."""
    words = terms.words["organizations"]
    classes, examples = either(words["classes"]), either(words["examples"])
    return Neighbourhood(
        terms,
        re.compile(rf"\b(?:{either(words['contexts'])})(?: bl\.a\.)? $", re.IGNORECASE),
        re.compile(rf"\b(?:{classes})\b(?:[^\n]{{0,60}}?\b(?:{examples})| i \w+ \(| \()\s?$", re.IGNORECASE),
        frozenset(words["not_acronyms"]),
        frozenset(STOP_WORDS) | frozenset(words["never"]),
    )


def _is_definite(text: str, span: Span) -> bool:
    """Tell whether a definite noun stands there: what runs "i regi af Kompasset" is an undertaking."""
    return DEFINITE.fullmatch(text, span.start, span.end) is not None


def _in_rows(text: str, free: Sequence[Span], known: Iterable[Mention]) -> Iterator[Mention]:
    spans = [mention.span for mention in known]
    explained = Coverage(Span(*match.span()) for match in LONG_FORM_BEHIND.finditer(text))
    free = [span for span in free if not explained.touches(span)]
    for span in row_members(spans, free, lambda member, candidate: _in_a_row(text, member, candidate)):
        yield _mention(text, span, "row", 0.66)


def _in_a_row(text: str, member: Span, candidate: Span) -> bool:
    """Tell whether only a separator is between; ", Anna Holm" at the end of a row is no member of it."""
    found = between(SEPARATOR, text, member, candidate)
    if found is None:
        return False
    last = found.group() == ", " and member < candidate and SEPARATOR.match(text, candidate.end) is None
    return not (last and " " in candidate.of(text))


def _mention(text: str, span: Span, rule: str, confidence: float) -> Mention:
    printed = span.of(text)
    attributes = {"type": "external"} | ({"notation": printed} if ACRONYM.fullmatch(printed) else {})
    return Mention(Kind.ORGANIZATION, span, printed, " ".join(printed.split()), rule, confidence, attributes)
