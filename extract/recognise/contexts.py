"""What must stand around a run of capitalised words for it to be a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from extract.patterns import CAPITALS
from extract.records import Span
from extract.wording import either

BEFORE = 110  # characters that a context may reach back: "driftschef for Unge, Job og Uddannelse, "
AFTER = 60


@dataclass(frozen=True, slots=True)
class ContextMatch:
    """What a context told (role, party, organization), and where the text that told it ends."""

    end: int
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """What must stand right before (ending in `$`) and right after a name of at least `words` words.

    The named groups are what is learnt. With `plain` the name may hold no word that is common in the text:
    for contexts that things stand in as well as people. `opener` judges the word before the name.
    """

    name: str
    confidence: float
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    opener: Callable[[str], bool] | None = None
    words: int = 2
    plain: bool = False

    def match(self, text: str, span: Span, floor: int) -> ContextMatch | None:
        """Look around `span`, not further back than `floor`."""
        attributes: dict[str, str] = {}
        end = span.end
        if self.before:
            before = self.before.search(text, max(floor, span.start - BEFORE), span.start)
            if before is None:
                return None
            attributes |= _learnt(before)
        if self.after:
            after = self.after.match(text, span.end, span.end + AFTER)
            if after is None:
                return None
            attributes |= _learnt(after)
            end = after.end()
        return ContextMatch(end, attributes)

    def may_open(self, word: str) -> bool:
        """Tell whether the word before a name may be the last one of this context: a cheap look ahead."""
        return self.opener is None or self.opener(word)


def word_before(text: str, start: int) -> str:
    """Return the word that stands before an offset, small, without signs around it; a comma stays.

    >>> word_before("Økonomichef Anna", 12), word_before("chef for Havnen, Anna", 17), word_before("Anna", 0)
    ('økonomichef', 'havnen,', '')
    """
    words = text[max(0, start - 40) : start].rstrip("[(/:-•| \n").split()
    return words[-1].casefold() if words else ""


def _learnt(match: re.Match[str]) -> dict[str, str]:
    return {key: " ".join(value.split()) for key, value in match.groupdict().items() if value}


def contexts(words: Mapping[str, tuple[str, ...]]) -> tuple[Context, ...]:
    """Build the contexts from the cue words, the surest first."""
    return (*_of_roles(words), *_of_cues(words))


def _of_roles(words: Mapping[str, tuple[str, ...]]) -> Iterator[Context]:
    role = _role(words)
    ends_in_role = lru_cache(maxsize=8192)(re.compile(rf"(?i){role},?").fullmatch)
    no_name = rf"(?![ ]?[{CAPITALS}])"  # "A B, chef C D": the role is C D's
    of = "(?:for|i|fra|ved)"
    yield Context(
        "role_for",
        0.93,
        before=re.compile(rf"(?i)\b{role} {of} (?P<organization>[^.;:\n()]{{2,80}}), $"),
        opener=lambda word: word.endswith(","),
    )
    yield Context(
        "role_is_of",
        0.9,
        before=re.compile(rf"\b{role} (?:{of} [^.;:\n()]{{2,60}} )?(?:er|var|bliver) $"),
        opener=frozenset({"er", "var", "bliver"}).__contains__,
    )
    yield Context(
        "role_before",
        0.95,
        before=re.compile(rf"(?i)\b{role}(?: / | |: ?|, )$"),
        opener=lambda word: ends_in_role(word) is not None,
    )
    yield Context(
        "title_before",
        0.9,
        re.compile(rf"(?i)\b(?P<role>{either(words['titles'])}) $"),
        opener=frozenset(words["titles"]).__contains__,
        words=1,
        plain=True,
    )
    yield Context("role_after", 0.93, after=re.compile(rf", {role}\b{no_name}"))
    yield Context("role_is", 0.93, after=re.compile(rf",? (?:som )?er {role}\b"))
    column = rf"(?:\s?[/–-]\s?|[ \n])(?=[{CAPITALS}]){role}\b"
    yield Context("role_column", 0.9, after=re.compile(column), plain=True)


def _of_cues(words: Mapping[str, tuple[str, ...]]) -> Iterator[Context]:
    labels, told, meets = (either(words[key]) for key in ("list_labels", "told_by", "meets"))
    yield Context("party", 0.97, after=re.compile(rf" ?\((?P<party>{either(words['parties'])})\)"))
    yield Context(
        "label",
        0.95,
        before=re.compile(rf"\b(?:{labels}):?\s*(?:[-•|]\s*)?\[?$"),
        opener=_last_words(words["list_labels"]),
    )
    yield Context("act", 0.9, after=re.compile(rf",? (?:{either(words['acts'])})\b"), plain=True)
    yield Context(
        "at",
        0.9,
        before=re.compile(r"(?i)(?:\bv/ ?|\bv\. ?|\batt\.?:? |\bc/o |\bhedder |\bnavn er )$"),
        opener=frozenset({"v", "v.", "att", "att.", "c/o", "hedder", "er"}).__contains__,
    )
    yield Context(
        "met",
        0.7,
        before=re.compile(rf"\b(?:{meets})\b[^.;:\n]{{0,40}} med $"),
        opener="med".__eq__,
        plain=True,
    )
    told_by = re.compile(rf"(?i)\b(?:{told}) $")
    yield Context("told", 0.75, before=told_by, opener=_last_words(words["told_by"]), plain=True)
    yield Context("speaker", 0.7, before=re.compile(rf"(?:^|\n)[-• ]*[{CAPITALS}]{{2,4}}: $"), plain=True)
    line, year = re.compile(r"(?:^|\n)[-• ]*$"), re.compile(r",? \(?20\d\d\)?:")
    yield Context("author", 0.75, before=line, after=year, plain=True)


def _last_words(phrases: Iterable[str]) -> Callable[[str], bool]:
    return frozenset(phrase.split()[-1].casefold() for phrase in phrases).__contains__


def _role(words: Mapping[str, tuple[str, ...]]) -> str:
    adjectives = either(words["role_adjectives"])
    return rf"(?P<role>(?:(?i:{adjectives}) )*[\w-]*(?i:{either(words['roles'])})(?:en|n|e|ne|erne|s)?)"
