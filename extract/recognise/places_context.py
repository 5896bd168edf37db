"""Places that no list and no form tells: by what is said around them, added up over the whole text.

Danish puts "i" before places, and a capital inside a sentence only on names. One such place is a hint; that
somebody lives there, that two stand together ("i X og Y"), that the word ends as names of places do, or that
it stands in a column of towns makes it sure. What is quoted, headed by "projekt" or taken part in is none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from extract.recognise.names import COMMON_NOUN
from extract.recognise.scene import Coverage
from extract.records import Span
from extract.wording import either

ENOUGH = 0.6
# How far each kind of evidence is trusted alone; kinds add up, the same kind twice does not.
WEIGHTS: Mapping[str, float] = {
    "in": 0.5,  # "i X"
    "again": 0.3,  # "i X" three times
    "at": 0.2,  # "på X", "til X"
    "at_again": 0.3,  # the same three times
    "printed": 0.2,  # elsewhere inside a sentence
    "dwells": 0.62,  # "bor i X", "turen til X"
    "located": 0.35,  # "lokaler på X", "borgere i X"
    "paired": 0.25,  # "i X og Y"
    "ending": 0.45,  # "…rup", "…kollegiet"
    "beside": 0.35,  # "indsatsen i X", "”…” i X"
    "kind": 0.62,  # "X er en bydel"
    "area": 0.62,  # "i X-området"
    "example": 0.62,  # "byer, f.eks. X"
    "column": 0.7,  # a table of towns
    "field": 0.8,  # "Mødested: X"
}
MANY = 3
AGAINST = 0.5  # share of its places at which a name is that of a system or an employer
DOUBT = 0.6
LONG_DEFINITE = 7
BEFORE = 46  # characters in which a cue may stand
REACH = 110  # "boligområder i byen, f.eks. …"

SIDE = r"(?:Syd|Nord|Øst|Vest|Midt|By|Ø|Torv|Havn|Strand)"
NAME = rf"[A-ZÆØÅ][a-zæøåéöü]{{2,}}\d?(?: {SIDE}(?!\w))?(?![\w-])"
GOVERNED = re.compile(
    r"(?<![\w-])(?P<preposition>[Ii]|[Pp]å|[Vv]ed|[Tt]il|[Ff]ra|[Oo]mkring|[Nn]ær) "
    rf"(?:henholdsvis |hhv\. |både |bl\.a\. |enten )?(?P<name>{NAME})"
    rf"(?P<more>(?:, {NAME})*(?: (?:og|eller|samt) (?:i |på )?{NAME})?)"
)
INSIDE = re.compile(rf"(?<=[a-zæøå,] )(?P<name>{NAME})")  # a capital that no sentence start explains
AREA = re.compile(r"(?<![\w-])[Ii] (?P<name>[A-ZÆØÅ][a-zæøå]{2,})s?-(?:området|kvarteret|bydelen)")
NAMES = re.compile(NAME)
# Where a house stands: "Rådhuset, Bakkepladsen 2", "Solgården, Engby Alle".
ADDRESS = re.compile(r"\s+(?:\d{1,3}\b|(?:All[eé]|Vej|Gade|Plads|Torv|Boulevard|Stræde)\b)")
LONGER_NAME = re.compile(r" (?:for|mod|om|af|på|til|med) [A-ZÆØÅ]")  # "Fodfæste for Familier"
# "X afvikles", "X 2031", "X-messen": what is held, and what has editions.
GOES_ON = re.compile(
    r" (?:(?:er |blev |bliver )?(?:afvikle[ts]|afholde[ts]|gennemføre?[ts]|evaluere[ts]|videreføre?[ts])"
    r"|består af|20\d\d)\b"
    r"|-(?:messen?|projektet|indsatsen|forløbet?|arrangement\w*|evaluering\w*|teamet|ordningen)\b"
)
QUOTE_BEFORE = re.compile(r"[”\"“„»«’'‘] i $")
COLUMN_ROW = re.compile(
    rf"^(?P<name>{NAME}|Hele landet|Landet|Landsgennemsnit\w*)(?: -?\d[\d.,]*(?: ?%)?){{2,}}[ \t]*$",
    re.MULTILINE,
)
FEWEST_ROWS = 3
SOURCE = re.compile(r"(?:Kilde|kilde|Data|data)(?:r|rne)?: ?$")
TOLD = frozenset({"kind", "field", "column"})  # what says outright that a word is a place, whatever its form
MONTHS = frozenset(
    "januar februar marts april maj juni juli august september oktober november december".split()
)


@dataclass(frozen=True, slots=True)
class PlaceContexts:
    """The words around places, and what is no place whatever stands around it."""

    dwells: re.Pattern[str]
    located: re.Pattern[str]
    beside: re.Pattern[str]
    against: re.Pattern[str]
    headed: re.Pattern[str]
    kind: re.Pattern[str]
    example: re.Pattern[str]
    field: re.Pattern[str]
    name_endings: tuple[str, ...]
    endings: tuple[str, ...]
    never: Collection[str]

    def find(
        self, text: str, known: Collection[str], common: Collection[str], taken: Coverage
    ) -> dict[str, float]:
        """Return the names with enough evidence, and how sure that is; `known` are places found otherwise."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, rule in self._evidence(text, known, taken):
            found[name].append(rule)
        names = (name for name in found if self._may_be(name, found[name], common))
        weighed = {name: self._weigh(name, found[name]) for name in names}
        enough = (name for name, sure in weighed.items() if sure >= ENOUGH)
        accepted = {name: weighed[name] for name in enough if not self._is_headed(text, name)}
        return accepted | _with_sides(accepted, found)

    def _is_headed(self, text: str, name: str) -> bool:
        """Tell whether a name is anywhere in quotes, behind "projekt", a source, or what is held."""
        at = text.find(name)
        while at >= 0:
            if self.headed.search(text, max(0, at - BEFORE), at) or GOES_ON.match(text, at + len(name)):
                return True
            at = text.find(name, at + len(name))
        return False

    def doubted(self, text: str) -> frozenset[str]:
        """Return the words that mostly stand where one takes part in something: "tilmeldt til Torvedagen"."""
        governed: dict[str, list[bool]] = defaultdict(list)
        for match in GOVERNED.finditer(text):
            before = max(0, match.start() - BEFORE), match.start("name")
            governed[match["name"]].append(self.against.search(text, *before) is not None)
        return frozenset(name for name, said in governed.items() if sum(said) > AGAINST * len(said))

    def _evidence(self, text: str, known: Collection[str], taken: Coverage) -> Iterator[tuple[str, str]]:
        for match in GOVERNED.finditer(text):
            if not taken.touches(Span(*match.span("name"))):
                yield from self._governed(text, match, taken)
        for pattern, rule in ((AREA, "area"), (self.kind, "kind"), (self.field, "field")):
            for match in pattern.finditer(text):
                if not taken.touches(Span(*match.span("name"))):
                    yield match["name"], rule
        for match in INSIDE.finditer(text):
            if not taken.touches(Span(*match.span("name"))):
                yield match["name"], "inside"
                if self.example.search(text, max(0, match.start() - REACH), match.start()):
                    yield match["name"], "example"
        yield from _columns(text, known)

    def _governed(self, text: str, match: re.Match[str], taken: Coverage) -> Iterator[tuple[str, str]]:
        if _is_one_name(text, match):
            return
        rule = "in" if match["preposition"] in "Ii" else "at"
        before = max(0, match.start() - BEFORE), match.start("name")
        yield match["name"], rule
        for cue in ("dwells", "located", "beside", "against"):
            if getattr(self, cue).search(text, *before):
                yield match["name"], cue
        if QUOTE_BEFORE.search(text, *before):
            yield match["name"], "beside"
        if LONGER_NAME.match(text, match.end("name")):
            yield match["name"], "against"
        for other in NAMES.finditer(match["more"]):
            start = match.start("more") + other.start()
            end = start + len(other.group())
            if not taken.touches(Span(start, end)) and not ADDRESS.match(text, end):
                yield from ((match["name"], "paired"), (other.group(), "paired"), (other.group(), rule))

    def _weigh(self, name: str, rules: list[str]) -> float:
        evidence = set(rules)
        if rules.count("in") >= MANY:
            evidence.add("again")
        if rules.count("at") >= MANY:
            evidence.add("at_again")
        if rules.count("inside") > rules.count("in") + rules.count("at"):
            evidence.add("printed")
        if self._ends_so(name):
            evidence.add("ending")
        doubt = 1.0
        for rule in evidence & WEIGHTS.keys():
            doubt *= 1 - WEIGHTS[rule]
        governed = rules.count("in") + rules.count("at")
        against = rules.count("against") > AGAINST * governed
        return round(min((1 - doubt) * (DOUBT if against else 1), 0.9), 2)

    def _ends_so(self, name: str) -> bool:
        return name.endswith(self.endings) or name.endswith(self.name_endings)

    def _may_be(self, name: str, rules: Collection[str], common: Collection[str]) -> bool:
        first = name.split()[0]
        small = first.casefold()
        if small in self.never or small in common or small in MONTHS:
            return False
        if first.endswith(self.endings) or not TOLD.isdisjoint(rules):
            return True
        if first[-1].isdigit() and "paired" not in rules:
            return False
        definite = len(first) >= LONG_DEFINITE and first.endswith(("en", "et", "erne"))
        return not definite and not COMMON_NOUN.search(first)


def _is_one_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether "X og Y" stands so every time that either is named: an office, "Hverdag og Udsyn"."""
    pair = f"{match['name']}{match['more']}"
    often = text.count(pair)
    return often > 1 and often == text.count(match["name"]) and match["more"].startswith(" og ")


def _with_sides(accepted: Mapping[str, float], found: Collection[str]) -> dict[str, float]:
    """Return "Solby Syd" where "Solby" is accepted, as sure as it is."""
    parts = ((name, accepted.get(name.split()[0])) for name in found if " " in name)
    return {name: sure for name, sure in parts if sure is not None}


def _columns(text: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the first column of tables in which a known place, or the whole country, stands with others."""
    rows: list[str] = []
    end = -1
    for match in COLUMN_ROW.finditer(text):
        if match.start() != end + 1:
            yield from _column(rows, known)
            rows = []
        rows.append(match["name"])
        end = match.end()
    yield from _column(rows, known)


def _column(rows: list[str], known: Collection[str]) -> Iterator[tuple[str, str]]:
    country = any(row.startswith(("Hele", "Land")) for row in rows)
    if len(rows) >= FEWEST_ROWS and (country or any(row in known for row in rows)):
        yield from ((row, "column") for row in rows if not row.startswith(("Hele", "Land")))


def place_contexts(words: Mapping[str, tuple[str, ...]], stop_words: Collection[str]) -> PlaceContexts:
    """Build the contexts from the word list; `stop_words` begin no name."""
    prepositions = r"(?:i|på|ved|til|fra|omkring|nær)"
    return PlaceContexts(
        dwells=re.compile(rf"(?i)\b(?:{either(words['dwells'])})(?: \w+)? {prepositions} (?:både )?$"),
        located=re.compile(
            rf"(?:(?i:\b(?:{either(words['located'])})(?: \w+)?)|[A-ZÆØÅ]\w+(?:{either(words['endings'])}))"
            rf" {prepositions} (?:henholdsvis |hhv\. |både )?$"
        ),
        beside=re.compile(rf"(?i)\b(?:{either(words['run_in'])}) i (?:henholdsvis |hhv\. )?$"),
        against=re.compile(
            rf"(?i)\b\w{{0,12}}(?:{either(words['not_in'])})\w*(?: \w+){{0,2}} (?:i|på|ved|til|fra) $"
        ),
        headed=re.compile(
            rf"(?:(?i:\b(?:{either(words['headed'])})) |\b(?:DM|VM|EM|NM) i |[”\"“„»«’‘']|[Kk]ilder?: ?"
            r"|\b(?:er|var|kom) med i |\bnavnet "
            r"|\w(?:fvikling|ennemførelse|lanlægning|mplementering|idereførelse)(?:en)? af )$"
        ),
        kind=re.compile(
            rf"(?P<name>{NAME}) (?:er|afspejler|udgør|bliver|var) (?:en|et) "
            rf"(?:\w+ ){{0,2}}(?:{either(words['kinds'])})\b"
        ),
        example=re.compile(
            rf"\b(?:{either(words['example_classes'])})\b[^.\n:;]{{0,60}}\b(?:{either(words['examples'])}) $"
        ),
        field=re.compile(rf"^(?:Mødested|Sted):? (?P<name>{NAME})(?=,|[ \t]*$)", re.MULTILINE),
        name_endings=words["name_endings"],
        endings=words["endings"],
        never=frozenset((*words["not_places"], *words["never"], *words["countries"])) | frozenset(stop_words),
    )
