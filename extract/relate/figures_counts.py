"""Numbers in sentences and what they count: "75 familier", "9,7 %", "otte børn"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.recognise.kroner import number
from extract.records import Kind, MentionIndex, Span
from extract.relate.ground import Ground
from extract.relate.subjects import LONGEST_SENTENCE
from extract.terms import load_terms
from extract.wording import either

PERCENT = re.compile(r"^ ?(?:%|pct\b\.?|procent\b)(?!-)(?!point)")
NOUN_END = re.compile(r"(?:er|erne|ene|ene|børn|folk)$")  # adjectives of a plural end in "e", nouns in "r"
SHARE = re.compile(r"^ ud af\b")  # "tre ud af ti" is a share, not two counts
SHARE_BEFORE = re.compile(r"\bud af (?:de )?$")
THESE = re.compile(
    r"\b(?:de|disse|hvilke|begge) $", re.IGNORECASE
)  # "de to centre" names them, and counts nothing
OF_OR_IS = re.compile(r"^\W*(?:af (?:de |alle |disse |samtlige )?|er |har |var |over |under )?")
NAME = re.compile(r"[A-ZÆØÅ][a-zæøå]")
COUNT_OF = re.compile(r"\bantal(?:let)? (?:af )?(?P<noun>[a-zæøå]+)", re.IGNORECASE)
REACHED = re.compile(r"til (?:knap |ca\. |godt )?[\d.]+ (?P<noun>[a-zæøå]{4,})")
FOLLOWING = re.compile(r"\s?(?:af (?:de |disse )?)?(?P<rest>[A-Za-zÆØÅæøå].*)")
WORDS = re.compile(r"[A-Za-zÆØÅæøå][\w’'/-]*")
SHORT_OF_A_YEAR = re.compile(r"^(?:19|20)\d\d$")
GOAL = re.compile(
    r"\bmål(?:et|tallet|sætningen)? (?:var|er|på|for \w+ (?:var|er))(?: ca\.)? $", re.IGNORECASE
)
# What is counted in the whole country, or elsewhere, is a background to the initiative.
ELSEWHERE = re.compile(
    r"\b(?:i hele landet|hele Danmark|på landsplan|landsgennemsnit\w*|nationalt|i Danmark|til sammenligning"
    r"|nabokommune\w*|andre (?:kommuner|byer)|de øvrige (?:kommuner|storbyer)|(?:til|af|for) landets)\b",
    re.IGNORECASE,
)
FOLLOWING_NOUN = re.compile(r" [a-zæøå]{3,}")
IN_PLACE = re.compile(r" (?:i|på) [A-ZÆØÅ]")  # "heraf 66 i Solby og 42 på Bakken"
PLACE_AHEAD = re.compile(
    r"(?:,| og| mens der) (?:i|på) [A-ZÆØÅ][\w.-]{2,25} (?:er (?:der )?)?$"
)  # "…, i Solby 23."
IN_WORK = re.compile(r" (?:i|under) (?:job|arbejde|praktik|gang|uddannelse|beskæftigelse)\b")
ELLIPTIC = frozenset({"har", "er", "vil", "blev", "fik"})  # "12 forældre har …, og 9 har …"
FEW = 3
NEAR_DATE = 8  # "9,7 % i efteråret 2030": the date is not what is counted
LEAST_WORDS = 5
LONGEST_LABEL = 4
TAKEN = (Kind.DATE, Kind.AMOUNT, Kind.BUDGET_YEAR, Kind.CASE, Kind.INITIATIVE, Kind.ORGANIZATION, Kind.PERSON)


@dataclass(frozen=True, slots=True)
class Count:
    """A number in a sentence and what it counts."""

    span: Span
    value: float
    unit: str | None
    label: str


def counts_in(ground: Ground, sentence: Span) -> tuple[Count, ...]:
    """Return what a sentence counts, in order; nothing in a line that is no prose."""
    if sentence.end - sentence.start > LONGEST_SENTENCE:
        return ()
    text = sentence.of(ground.text)
    if ELSEWHERE.search(text):
        return ()
    if _contact().search(text) or not (_verb().search(text) or _is_prose(text)):
        return ()
    return tuple(_counts(ground, sentence))


def _is_prose(text: str) -> bool:
    """Tell a sentence from a table row or a chart's label."""
    return text.endswith(".") and len(text.split()) >= LEAST_WORDS


def _counts(ground: Ground, sentence: Span) -> Iterator[Count]:
    last: str | None = None
    for match in _number().finditer(ground.text, sentence.start, sentence.end):
        span = Span(*match.span())
        if _refused(ground, sentence, match):
            continue
        value = _value(match)
        count = _percentage(ground, sentence, span, value) or _counted(ground, sentence, span, value, last)
        if count is not None:
            last = count.label
            yield count


def _refused(ground: Ground, sentence: Span, match: re.Match[str]) -> bool:
    span = Span(*match.span())
    before = ground.text[max(sentence.start, span.start - 12) : span.start]
    if match["digits"] and SHORT_OF_A_YEAR.match(match["digits"]):
        return True
    if span.start == sentence.start and re.match(r"[.)]", ground.text[span.end : span.end + 1]):
        return True
    if SHARE.match(ground.text[span.end : span.end + 8]) or SHARE_BEFORE.search(before):
        return True
    if match["word"] and _value(match) <= FEW and THESE.search(before):
        return True
    if any(ground.span(i).overlaps(span) for kind in TAKEN for i in _near(ground, kind, span)):
        return True
    return _label_before().search(before) is not None and not _changes(ground, sentence)


def _near(ground: Ground, kind: Kind, span: Span) -> tuple[MentionIndex, ...]:
    return ground.inside(kind, Span(max(0, span.start - 80), span.end))


def _changes(ground: Ground, sentence: Span) -> bool:
    return _change().search(sentence.of(ground.text)) is not None


def _value(match: re.Match[str]) -> float:
    if match["word"]:
        return float(_number_words()[match["word"].casefold()])
    return float(number(match["digits"]))


def _percentage(ground: Ground, sentence: Span, span: Span, value: float) -> Count | None:
    behind = ground.text[span.end : sentence.end]
    sign = PERCENT.match(behind)
    if sign is None:
        return None
    noun = OF_OR_IS.sub("", behind[sign.end() :])
    dated = any(ground.span(i).start - span.end < NEAR_DATE for i in _dates_behind(ground, span))
    label = (_phrase(noun) if not dated else "") or _phrase_before(ground, sentence, span)
    return Count(span, value, "%", label) if label else None


def _dates_behind(ground: Ground, span: Span) -> tuple[MentionIndex, ...]:
    return ground.inside(Kind.DATE, Span(span.end, span.end + NEAR_DATE))


def _counted(ground: Ground, sentence: Span, span: Span, value: float, last: str | None) -> Count | None:
    behind = ground.text[span.end : sentence.end]
    if _goal(ground, sentence, span) and not FOLLOWING_NOUN.match(behind):
        return Count(span, value, None, "mål")
    following = FOLLOWING.match(behind)
    if following is None:
        if (
            last
            and value > 2
            and PLACE_AHEAD.search(ground.text[max(sentence.start, span.start - 40) : span.start])
        ):
            return Count(span, value, None, last)
        noun = _counted_noun(ground, sentence, span) if _changes(ground, sentence) else ""
        return Count(span, value, None, noun) if noun else None
    first = following["rest"].split()[0].strip(".,;:()").casefold()
    if first.split("-")[0] in _measures() or NAME.match(following["rest"]):
        return None
    label = _phrase(following["rest"])
    if label and label.split()[-1].casefold() in _measures():
        return None
    if not label and _changes(ground, sentence):
        label = _counted_noun(ground, sentence, span)
    elliptic = first in ELLIPTIC or IN_PLACE.match(behind) is not None
    if not label and last and elliptic and value > 2:
        label = last
    if not label and (phrase := IN_WORK.match(behind)) is not None:
        label = phrase.group().strip()
    return Count(span, value, None, label) if label else None


def _goal(ground: Ground, sentence: Span, span: Span) -> bool:
    return GOAL.search(ground.text[max(sentence.start, span.start - 40) : span.start]) is not None


def _phrase(text: str) -> str:
    """Return the noun with its adjectives that `text` begins with: "sårbare familier"."""
    kept: list[str] = []
    end = 0
    for match in WORDS.finditer(text):
        if (
            text[end : match.start()].strip()
            or len(kept) == LONGEST_LABEL
            or match.group().casefold() in _stops()
        ):
            break
        kept.append(match.group())
        end = match.end()
        if NOUN_END.search(match.group()):
            break
    return " ".join(kept)


def _phrase_before(ground: Ground, sentence: Span, span: Span) -> str:
    """Return the first phrase of the sentence, for a percentage with nothing behind it."""
    before = ground.text[sentence.start : span.start].lstrip("•–- ")
    words = WORDS.findall(before)[:4]
    return " ".join(words) if len(words) > 1 else ""


def _counted_noun(ground: Ground, sentence: Span, span: Span) -> str:
    """Return what rises or falls: "antallet af tilmeldinger steg fra 95 til 110"."""
    matches = [*COUNT_OF.finditer(ground.text, sentence.start, span.start)]
    if matches:
        return matches[-1]["noun"]
    behind = REACHED.search(ground.text, span.end, sentence.end)
    return behind["noun"] if behind else ""


def _words(name: str) -> tuple[str, ...]:
    return load_terms().words["figures"][name]


@cache
def _number_words() -> dict[str, int]:
    return {word: value for value, word in enumerate(_words("numbers"), 2)} | dict.fromkeys(_words("one"), 1)


@cache
def _number() -> re.Pattern[str]:
    """Return the expression for a number; not one inside a word, a range, a paragraph sign, an ordinal."""
    digits = r"(?P<digits>\d{1,3}(?:\.\d{3})+|\d{1,6}(?:[.,]\d{1,2})?)"
    return re.compile(
        rf"(?<![\w.,/–§-]){digits}(?![\w/–-]|[.,]\d|\. ?[a-zæøå])"
        rf"|(?<![\w-])(?P<word>{either(_number_words())})(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _measures() -> frozenset[str]:
    return frozenset(_words("measures"))


@cache
def _stops() -> frozenset[str]:
    return frozenset(_words("stops"))


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(_words('verbs'))})\b")


@cache
def _change() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(_words('changes'))})\b")


@cache
def _contact() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(_words('contact'))})", re.IGNORECASE)


@cache
def _label_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(_words('labels'))})\.? ?$", re.IGNORECASE)
