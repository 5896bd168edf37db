"""Organizations whose names say by their form what they name: "Center for …", "… A/S", "Havnerådet"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.patterns import CAPITALS, SECTION_COMMITTEE
from extract.records import Kind, Mention, Span
from extract.wording import either

WORD = rf"[{CAPITALS}][\w’]*(?:[-/][\w’]+)*"
PREFIX = rf"(?:[{CAPITALS}]\w+-(?:,|/| og| &)? ?(?:og )?){{0,3}}"  # "Børne-, Unge- og" in compounds


@dataclass(frozen=True, slots=True)
class Form:
    """One way of forming a name: the rule's name, the pattern (group `name`), how sure it is."""

    rule: str
    pattern: re.Pattern[str]
    confidence: float


@dataclass(frozen=True, slots=True)
class Forms:
    """All forms, the words that look like one and are none, and the endings that tell a type."""

    forms: tuple[Form, ...]
    refused: frozenset[str]
    types: Mapping[str, re.Pattern[str]]

    def find(self, text: str) -> Iterator[Mention]:
        """Yield what the forms find, in no order; the surest and longest of those that overlap is right."""
        for form in self.forms:
            for match in form.pattern.finditer(text):
                span = Span(*match.span("name"))
                if span.of(text).casefold().removesuffix("s") not in self.refused:
                    yield self._mention(text, span, form)

    def type_of(self, name: str) -> str:
        """Return the type that the form of a name tells."""
        return next((type_ for type_, ending in self.types.items() if ending.search(name)), "external")

    def _mention(self, text: str, span: Span, form: Form) -> Mention:
        printed = span.of(text)
        name = " ".join(printed.split())
        if form.rule == "ending":
            name = re.sub(r"(?<=[nte])s$", "", name)  # "Havnerådets"
        if form.rule == "meeting":
            name += "et"  # "Havneudvalgsmøde" names the Havneudvalget
        attributes = {"type": self.type_of(name)}
        return Mention(Kind.ORGANIZATION, span, printed, name, form.rule, form.confidence, attributes)


def organization_forms(words: Mapping[str, tuple[str, ...]], function_words: frozenset[str]) -> Forms:
    """Build the forms from the word lists; a sentence's first word that is a function word begins no name."""
    small = either(word.capitalize() for word in function_words)
    heads, tails = either(words["heads_with_preposition"]), either(words["tails"])
    chain = rf"{WORD}(?:(?: og|,| &)? (?!(?:{heads})\b)(?!\w+sk Institut){WORD})*"
    ending = rf"(?:{either(words['endings'])}|(?<!om)rådet|(?<![vd])enheden|(?:direktør|chef|leder)gruppen)"
    return Forms(
        (
            Form("head", _named(rf"(?:\w+t )?(?:{heads}) (?:{either(words['prepositions'])}) {chain}"), 0.85),
            Form("head", _named(rf"(?:{either(words['heads'])}) {WORD}(?: {WORD})*"), 0.8),
            Form("tail", _named(rf"(?!(?:{small})\b){WORD}(?: {WORD}){{0,3}}? (?:{tails})"), 0.82),
            Form("ending", _named(rf"{PREFIX}[{CAPITALS}]\w{{2,}}{ending}s?"), 0.8),
            Form(
                "meeting",
                re.compile(rf"(?<![\w-])(?P<name>{PREFIX}[{CAPITALS}]\w{{2,}}udvalg)(?=smøde)"),
                0.8,
            ),
            Form("section_committee", SECTION_COMMITTEE, 0.9),
        ),
        frozenset(words["not_organizations"]),
        {
            "department": re.compile("^Magistratsafdeling"),
            "committee": re.compile(
                rf"(?:{either(words['committee_endings'])}|17\D+4.udvalg|Råd|Udvalg)$|^Udvalget|^Rådet"
            ),
            "unit": re.compile(rf"(?:{either(words['unit_endings'])})$|^(?:Team|Afdelingen|Jobcenter)\b"),
        },
    )


def _named(pattern: str, behind: str = r"(?!\w)") -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<name>{pattern}){behind}")
