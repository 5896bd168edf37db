"""Organizations whose names say by their form what they name: "Center for …", "… Kommune", "Havnerådet"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.patterns import CAPITALS, SECTION_COMMITTEE
from extract.recognise.names import capitalised
from extract.recognise.places_form import venues_one_is_at
from extract.records import Kind, Mention, Span
from extract.wording import either

WORD = rf"[{CAPITALS}][\w’]*(?:[-/][\w’]+)*"
# "Børne-, Unge- og" before "Familieudvalget"; "Plan & " before "Havneudvalget".
COMPOUND = re.compile(rf"(?<![\w-])(?:[{CAPITALS}]\w+(?:-(?:,|/| og| &)?| &) ?(?:og )?){{1,3}}$")
COMPANY = re.compile(
    rf"(?<![\w-])(?P<name>{WORD}(?: (?:& )?{WORD}){{0,4}} (?:A/S|ApS|I/S|A\.M\.B\.A\.))(?!\w)"
)
# "Analysehuset Kompas", "Nordfjord Sparekassefond": a house or fund by what it does.
HOUSE = re.compile(
    rf"(?<![\w-])(?P<name>(?:(?:Analyse|Uddannelses|Konsulent|Rådgivnings|Revisions|Forsknings|Arkitekt|Medie)(?:huset|firmaet"
    rf"|instituttet|virksomheden)) {WORD}|{WORD} [A-ZÆØÅ][a-zæøå]{{3,}}fond(?:en)?)(?!\w)"
)
# "økonomiudvalget": a committee by its field, written small.
SMALL_COMMITTEE = re.compile(
    r"\b(?P<name>(?:økonomi|teknik|børne|kultur|social|sundheds|ældre|senior|miljø|plan|klima|skole|fritids|erhvervs"
    r"|beskæftigelses|arbejdsmarkeds|familie|byudviklings)udvalget)(?!\w)"
)
LONGEST_TAILED = 4  # words before "Kommune" and its like
LONGEST_COMPOUND = 60  # characters of the parts before the last: "Børne-, Unge- og "

# "Fagudvalget for Havn og By": what may begin a name with a preposition when it ends a compound.
COMPOUND_HEADS = (
    "udvalget",
    "forvaltningen",
    "afdelingen",
    "sekretariatet",
    "centret",
    "centeret",
    "enheden",
)

Word = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Forms:
    """The words and patterns that make names of organizations, and what looks like one and is none.

    `tails` close a name, `endings` close its last word; `prefixed` are patterns by the word they begin with.
    """

    tails: Collection[str]
    endings: tuple[str, ...]
    heads: Mapping[str, re.Pattern[str]]
    compound_head: re.Pattern[str]
    small_heads: re.Pattern[str]
    function_words: Collection[str]
    refused: Collection[str]
    types: Mapping[str, re.Pattern[str]]

    def find(self, text: str) -> Iterator[Mention]:
        """Yield what the forms find, in no order; the surest and longest of those that overlap is right."""
        for span, rule, confidence in self._spans(text):
            name = " ".join(span.of(text).split())
            if name.casefold().removesuffix("s") not in self.refused:
                yield self._mention(text, span, name, (rule, confidence))

    def type_of(self, name: str) -> str:
        """Return the type that the form of a name tells."""
        return next((type_ for type_, ending in self.types.items() if ending.search(name)), "external")

    def _spans(self, text: str) -> Iterator[tuple[Span, str, float]]:
        venues = venues_one_is_at(text)
        for run in capitalised(text):
            if text[run[0][1].start : run[-1][1].end] in venues:
                continue  # where something happens: a place
            for index, (word, span) in enumerate(run):
                if word in self.tails and (first := self._first_of_tailed(run, index)) < index:
                    yield Span(run[first][1].start, span.end), "tail", 0.82
                head = self.heads.get(word) or (self.compound_head if word.endswith(COMPOUND_HEADS) else None)
                if head and (match := head.match(text, span.start)):
                    yield _with_adjective(run, index, Span(*match.span())), "head", 0.85
                if stem := self._ended(word):
                    yield _with_first_parts(text, Span(span.start, span.start + len(stem))), "ending", 0.8
        for rule, pattern in (
            ("company", COMPANY),
            ("house", HOUSE),
            ("head", self.small_heads),
            ("small_committee", SMALL_COMMITTEE),
            ("section", SECTION_COMMITTEE),
        ):
            for match in pattern.finditer(text):
                yield Span(*match.span("name")), rule, 0.84

    def _first_of_tailed(self, run: Sequence[Word], tail: int) -> int:
        first = max(0, tail - LONGEST_TAILED)
        for index in range(tail - 1, first - 1, -1):
            if run[index][0].casefold() in self.function_words or run[index][0] in self.tails:
                return index + 1
        return first

    def _ended(self, word: str) -> str | None:
        """Return the word, or the committee whose meeting it is, if its ending makes it a name."""
        if word.endswith(("udvalgsmøde", "udvalgsmødet", "udvalgsmødets")):
            return word[: word.rindex("smøde")]
        stem = word if word.endswith(self.endings) else word.removesuffix("s")
        if len(stem) < 8 or not stem.endswith(self.endings):
            return None
        return None if stem.endswith(("området", "venheden")) else word

    def _mention(self, text: str, span: Span, name: str, how: tuple[str, float]) -> Mention:
        rule, confidence = how
        if rule == "small_committee":
            name = name[0].upper() + name[1:]
        if rule == "ending":
            name = re.sub(r"(?<=[nte])s$", "", name)  # "Havnerådets"
            name += "et" if name.endswith("udvalg") else ""  # "Havneudvalgsmøde" names the Havneudvalget
        attributes = {"type": self.type_of(name)}
        return Mention(Kind.ORGANIZATION, span, span.of(text), name, rule, confidence, attributes)


def _with_adjective(run: Sequence[Word], head: int, span: Span) -> Span:
    """Take in what agrees with the head: "Nationalt Center mod …"."""
    if head > 0 and run[head - 1][0].endswith("t") and run[head - 1][1].end + 1 == span.start:
        return Span(run[head - 1][1].start, span.end)
    return span


def _with_first_parts(text: str, span: Span) -> Span:
    first = COMPOUND.search(text, max(0, span.start - LONGEST_COMPOUND), span.start)
    return Span(first.start(), span.end) if first else span


def organization_forms(words: Mapping[str, tuple[str, ...]], function_words: Collection[str]) -> Forms:
    """Build the forms from the word lists; a sentence's first word that is a function word begins no name."""
    heads = either(words["heads_with_preposition"])
    chain = rf"{WORD}(?:(?: og|,| &)? (?!(?:{heads})\b)(?!\w+sk Institut){WORD})*"
    behind_preposition, behind = rf"(?:{either(words['prepositions'])}) {chain}", rf"{WORD}(?: {WORD})*"
    governed = re.compile(rf"\w+ {behind_preposition}(?!\w)")
    direct = re.compile(rf"\w+ {behind}(?!\w)")
    either_way = re.compile(rf"\w+ (?:{behind_preposition}|{behind})(?!\w)")
    small = either(head for head in words["heads"] if head[0].islower())
    return Forms(
        tails=frozenset(words["tails"]),
        endings=words["endings"],
        heads={
            **dict.fromkeys(words["heads_with_preposition"], governed),
            **dict.fromkeys(words["heads"], direct),
            **dict.fromkeys(words["heads_of_one"], re.compile(rf"\w+ {WORD}(?!\w)")),
            **dict.fromkeys({*words["heads"]} & {*words["heads_with_preposition"]}, either_way),
        },
        compound_head=governed,
        small_heads=re.compile(rf"\b(?P<name>(?:{small})(?: {WORD})+)(?!\w)"),
        function_words=function_words,
        refused=frozenset(words["not_organizations"]),
        types={
            "department": re.compile("^Magistratsafdeling"),
            "committee": re.compile(
                rf"(?:{either(words['committee_endings'])}|17\D+4.udvalg|Råd|Udvalg)$|^\w*[Uu]dvalget\b|^Rådet"
            ),
            "unit": re.compile(
                rf"(?:{either(words['unit_endings'])})$|^(?:Team|Jobcenter)\b|^\w*(?:afdelingen|forvaltningen|sekretariatet|enheden)\b",
                re.IGNORECASE,
            ),
        },
    )
