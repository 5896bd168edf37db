"""Places whose names, or the words around them, say that they are: "Lokalcenter Engen", "Havnegade 4"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from spacy.lang.da.stop_words import STOP_WORDS

from extract.patterns import CAPITALS
from extract.recognise.names import capitalised
from extract.records import Span
from extract.wording import either

BEFORE = 16  # characters in which a preposition or a class word may stand
# A school or library is an organization, and where something happens: "på Havnens Skole".
AT_TAILS = frozenset({"Skole", "Gymnasium", "Bibliotek", "Hovedbibliotek", "Rådhus", "Efterskole", "Museum"})
AT = re.compile(r"\b(?:(?:på|ved)(?: [^.;\n]{3,40} og)?|[Mm]ødested:?|Sted:?) $")
AT_REACH = 52
SECOND_TAIL = re.compile(rf" (?:og|&) (?P<tail>[{CAPITALS}]\w+)")
NUMBER = re.compile(r" \d+(?: ?[A-Z]\b)?")
LOCATED = re.compile(rf" (?:i|på|ved) (?=[{CAPITALS}])")
IN_TOWN = re.compile(rf" i (?=[{CAPITALS}])")
DATED = re.compile(r" (?:\w+dag )?(?:den|d\.) \d")
ON = re.compile(r"\b(?:i|på|til) $")
STREET_BEFORE = re.compile(r"(?:, |\b(?:på|i|ved|til|fra|og|samt|af) )$")

SIDES = frozenset(
    "Nordre Nørre Søndre Sønder Østre Øster Vestre Vester Gammel Gl. Store Lille Ny Nye Indre Ydre".split()
)

Word = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text that is a place, its type, and how sure that is."""

    span: Span
    type: str
    confidence: float


@dataclass(frozen=True, slots=True)
class PlaceForms:
    """The words that make names of places."""

    heads: Collection[str]
    tails: Collection[str]
    endings: tuple[str, ...]
    streets: tuple[str, ...]
    things: tuple[str, ...]
    preposition: re.Pattern[str]
    classed: re.Pattern[str]

    def find(self, text: str) -> Iterator[Found]:
        """Yield what the forms find, in no order."""
        for run in capitalised(text):
            words = tuple(dropwhile(lambda word: word[0].casefold() in STOP_WORDS, run))
            if words:
                yield from self._whole(text, words)
                for index in range(len(words)):
                    yield from self._word(text, words, index)

    def _whole(self, text: str, words: Sequence[Word]) -> Iterator[Found]:
        """Yield a run that stands where only a place does: "bydelen X", "på X i Solby", "i X den 4. maj"."""
        span = Span(words[0][1].start, words[-1][1].end)
        before = max(0, span.start - BEFORE), span.start
        if self.classed.search(text, *before):
            yield Found(span, "district", 0.8)
        elif ON.search(text, *before) and self._is_where(text, span):
            yield Found(span, "venue", 0.68)

    def _is_where(self, text: str, span: Span) -> bool:
        if span.of(text).endswith((*self.things, "’", "'")):
            return False
        on = text.startswith("på ", span.start - 3) and IN_TOWN.match(text, span.end)
        return bool(on or DATED.match(text, span.end))

    def _word(self, text: str, words: Sequence[Word], index: int) -> Iterator[Found]:
        word, span = words[index]
        if word in self.heads and index + 1 < len(words):
            yield Found(Span(span.start, words[index + 1][1].end), "venue", 0.85)
        if word in AT_TAILS and index == 1 == len(words) - 1 and AT.search(text, *_ahead(words[0][1])):
            yield Found(Span(words[0][1].start, span.end), "venue", 0.96)  # surer than the town in its name
        if word in self.tails and index > 0:
            yield Found(Span(words[index - 1][1].start, self._tails_end(text, span.end)), "venue", 0.8)
        if word.endswith(self.endings) and len(word) > 6 and self._is_venue(text, span):
            yield Found(span, "venue", 0.75)
        if word.casefold().endswith(self.streets) and (len(word) > 5 or index > 0):
            yield from self._street(text, words, index)

    def _tails_end(self, text: str, end: int) -> int:
        """Return where "Havne Park og Arena" ends."""
        more = SECOND_TAIL.match(text, end)
        return more.end() if more and more["tail"] in self.tails else end

    def _is_venue(self, text: str, span: Span) -> bool:
        before = self.preposition.search(text, max(0, span.start - BEFORE), span.start)
        return before is not None or LOCATED.match(text, span.end) is not None

    def _street(self, text: str, words: Sequence[Word], index: int) -> Iterator[Found]:
        span = words[index][1]
        if index > 0 and (words[index - 1][0].endswith("s") or words[index - 1][0] in SIDES):
            span = Span(words[index - 1][1].start, span.end)  # "Lindevangs Allé", "Østre Havnevej"
        number = NUMBER.match(text, span.end)
        if number or STREET_BEFORE.search(text, max(0, span.start - BEFORE), span.start):
            yield Found(Span(span.start, number.end() if number else span.end), "street", 0.72)


def _ahead(span: Span) -> tuple[int, int]:
    return max(0, span.start - AT_REACH), span.start


def venues_one_is_at(text: str) -> frozenset[str]:
    """Return the schools and libraries that the text is somewhere at: "på Havnens Skole"."""
    return frozenset(
        text[run[0][1].start : run[-1][1].end]
        for run in capitalised(text)
        if len(run) == 2 and run[-1][0] in AT_TAILS and AT.search(text, *_ahead(run[0][1]))
    )


def place_forms(words: Mapping[str, tuple[str, ...]]) -> PlaceForms:
    """Build the forms from the word list."""
    return PlaceForms(
        frozenset(words["heads"]),
        frozenset(words["tails"]),
        words["endings"],
        words["streets"],
        words["things"],
        preposition(words),
        re.compile(rf"\b(?:{either(words['classes'])}) $"),
    )


def preposition(words: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    """Return the pattern of a preposition of place, to be searched for right before a name."""
    return re.compile(rf"\b(?:{either(words['prepositions'])}) $")
