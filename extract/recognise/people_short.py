"""People by their given name or their initials alone, as minutes write: "Lone følger op", "ABH: Møde med …".

Who they are is judged later, inside their meeting's circle.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.patterns import CAPITALS, INITIALS
from extract.recognise.names import COMMON_NOUN, NameRun, common_words
from extract.records import Kind, Mention, Span
from extract.wording import either

CLAUSE_START = re.compile(r"(?:^|[\n.:;,(–-] ?|\b(?:og|at|som|da|når|hvor) )$")  # where a clause may begin


@dataclass(frozen=True, slots=True)
class ShortNames:
    """Finds given names and initials that stand alone, by what a person does in minutes."""

    given_act: re.Pattern[str]
    speaker: re.Pattern[str]
    not_initials: frozenset[str]

    def find(self, text: str, runs: Sequence[NameRun], people: Sequence[Mention]) -> Iterator[Mention]:
        """Yield them in no order; `people` are those found by their full names, `runs` what may be a name."""
        known = {mention.name.split()[0] for mention in people}
        common = common_words(text)
        defined = frozenset(re.findall(r"\((\w+)\)", text)) | self.not_initials
        for run in runs:
            if self._is_given(text, run, known, common):
                yield _mention(text, run.span, {"given": run.text})
        for match in self.speaker.finditer(text):
            yield from _initials(match, defined)

    def _is_given(self, text: str, run: NameRun, known: Collection[str], common: Collection[str]) -> bool:
        if len(run.words) > 2 or not all(_may_be_given(word) for word in run.words):
            return False
        if run.words[0] in known and len(run.words) == 1:
            return True
        if any(_is_noun(word, common) for word in run.words):
            return False
        acts = self.given_act.match(text, run.span.end) is not None
        return acts and CLAUSE_START.search(text, max(0, run.span.start - 8), run.span.start) is not None


def short_names(words: Mapping[str, tuple[str, ...]]) -> ShortNames:
    """Return the finder of short names with the cue words of the term list."""
    acts = either(words["acts"])
    return ShortNames(
        re.compile(rf" (?:{either(words['given_acts'])})\b"),
        re.compile(
            rf"(?:(?:^|\n)[-•* ]*{INITIALS}(?=: )|\b{INITIALS.replace('initials', 'actor')}(?= (?:{acts})\b))"
        ),
        frozenset(words["not_initials"]),
    )


def _may_be_given(word: str) -> bool:
    return (
        len(word) > 2 and word[0] in CAPITALS and word[1:].replace("-", "").isalpha() and not word.isupper()
    )


def _is_noun(word: str, common: Collection[str]) -> bool:
    """Tell whether it is written small in this text, too, or is the definite form of a word that is."""
    small = word.casefold()
    return bool(COMMON_NOUN.search(word)) or any(
        small.removesuffix(ending) in common for ending in ("", "en", "et", "n", "t", "erne", "ne")
    )


def _initials(match: re.Match[str], refused: Collection[str]) -> Iterator[Mention]:
    group = "initials" if match["initials"] else "actor"
    if match[group] not in refused:
        yield _mention(match.string, Span(*match.span(group)), {"initials": match[group]})


def _mention(text: str, span: Span, attributes: dict[str, str]) -> Mention:
    rule = next(iter(attributes))
    return Mention(Kind.PERSON, span, span.of(text), attributes[rule], rule, 0.7, attributes)
