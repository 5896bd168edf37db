"""What must stand around a run of capitalised words for it to be a person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

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
    for contexts that things stand in as well as people.
    """

    name: str
    confidence: float
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
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


def _learnt(match: re.Match[str]) -> dict[str, str]:
    return {key: " ".join(value.split()) for key, value in match.groupdict().items() if value}


def contexts(words: Mapping[str, tuple[str, ...]]) -> tuple[Context, ...]:
    """Build the contexts from the cue words, the surest first."""
    role = _role(words)
    acts = either(words["acts"])
    following = rf"(?![ ]?[{CAPITALS}])"  # "A B, chef C D": the role is C D's
    return (
        Context("party", 0.97, after=re.compile(rf" ?\((?P<party>{either(words['parties'])})\)")),
        Context(
            "label", 0.95, before=re.compile(rf"\b(?:{either(words['list_labels'])}):?\s*(?:[-•]\s*)?\[?$")
        ),
        Context(
            "role_for",
            0.93,
            before=re.compile(rf"(?i)\b{role} (?:for|i|fra|ved) (?P<organization>[^.;:\n()]{{2,80}}), $"),
        ),
        Context(
            "role_is_of",
            0.9,
            before=re.compile(rf"\b{role} (?:(?:for|i|fra|ved) [^.;:\n()]{{2,60}} )?(?:er|var|bliver) $"),
        ),
        Context("role_before", 0.95, before=re.compile(rf"(?i)\b{role}(?: / | |: ?|, )$")),
        Context(
            "title_before",
            0.9,
            before=re.compile(rf"(?i)\b(?P<role>{either(words['titles'])}) $"),
            words=1,
            plain=True,
        ),
        Context("role_after", 0.93, after=re.compile(rf", {role}\b{following}")),
        Context("role_is", 0.93, after=re.compile(rf",? (?:som )?er {role}\b")),
        Context("role_column", 0.9, after=re.compile(rf"(?:\s?[/–-]\s?|[ \n])(?=[{CAPITALS}]){role}\b")),
        Context("act", 0.9, after=re.compile(rf",? (?:{acts})\b"), plain=True),
        Context(
            "at", 0.9, before=re.compile(r"(?i)(?:\bv/ ?|\bv\. ?|\batt\.?:? |\bc/o |\bhedder |\bnavn er )$")
        ),
        Context(
            "met",
            0.7,
            before=re.compile(rf"\b(?:{either(words['meets'])})\b[^.;:\n]{{0,40}} med $"),
            plain=True,
        ),
        Context("told", 0.75, before=re.compile(rf"(?i)\b(?:{either(words['told_by'])}) $"), plain=True),
        Context("speaker", 0.7, before=re.compile(r"(?:^|\n)[-• ]*[A-ZÆØÅ]{2,4}: $"), plain=True),
        Context(
            "author",
            0.75,
            before=re.compile(r"(?:^|\n)[-• ]*$"),
            after=re.compile(r",? \(?20\d\d\)?:"),
            plain=True,
        ),
    )


def _role(words: Mapping[str, tuple[str, ...]]) -> str:
    adjectives = either(words["role_adjectives"])
    return rf"(?P<role>(?:(?i:{adjectives}) )*[\w-]*(?i:{either(words['roles'])})(?:en|n|e|ne|erne|s)?)"
