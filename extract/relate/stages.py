"""What happened, or is to happen, to an initiative, as sentences say it.

A verb says it of the subject beside it ("indsatsen i Solby startede"), a noun of what follows ("udvidelse af
indsatsen"). What is denied or only considered is no stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.folded import matches_at
from extract.recognise.initiatives_names import key
from extract.records import Kind, MentionIndex, Span
from extract.relate.ground import Ground
from extract.relate.scopes import Scopes
from extract.relate.stage_words import StageWords, cue_starts, modality, stage_words
from extract.relate.subjects import LONGEST_SENTENCE, UNDERSTOOD, Subject, antecedent, subjects_in
from extract.relations import Stage

FARTHEST_BEFORE = 95
FARTHEST_BEHIND = 45
FARTHEST_BRACKET = 130
PREPOSITION = re.compile(
    r"\b(?:i|på|med|til|fra|om|for|under|via|ved|af|hos|mod|som)\s+(?:den |det |de )?[”\"’']?$",
    re.IGNORECASE,
)
DOING_OF = re.compile(
    r"(?:\b(?:implementering|udrulning|afvikling|gennemførelse|drift|opstart|del)(?:en)? af\s+"
    r"|\barbejdet med\s+)(?:den |det )?[”\"’']?$",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"(?P<it>Den|Det) (?:var|er|blev|bliver|har|skal|begyndte|åbnede|startede)\b")
BREAKING = re.compile(r"[;:•\n]|\b(?:der|som|hvor|hvilket|når|mens|da|fordi)\b")
# "…, der blev sat i gang", "…, hvor der blev afsat": said of what stands before.
RELATIVE = re.compile(r"[”\"’']?,? (?:der|som) |[^.;:\n]{0,60}, hvor der (?=(?:blev|bliver|er|var) $)")
# "…, som byrådet vedtog i 2029, og som udløb i 2030": the second clause is said of the same.
RELATIVE_AGAIN = re.compile(r"[”\"’']?,? (?:der|som) [^;:\n]{2,90}?,? og (?:der|som) ")
AFTER_RELATIVE = re.compile(
    r" ?(?:(?:i|på|af|til|fra|med|ved|for|den|d\.|under|siden|og|som|\d+|ca)\b|[.,;:\n)]|$)"
)
DATED = re.compile(
    r"^ (?:i|den|d\.|med|på sit møde den) (?:\d{1,2}\. )?(?:[a-zæøå]{3,9} )?(?:[Bb]udget )?20\d\d "
)
AFTER_COMMA_WORDS = 4
# "Skulle Nye Veje lukke, …": a condition without a word for it.
INVERTED = re.compile(r"\W*(?:Skulle|Bliver|Blev|Kunne|Kan|Vælger|Lykkes) [^.;:]{0,160}$")
# "vurderer ikke, at Nye Veje bør genoptages"
NOT_THAT = re.compile(r"\b(?:ikke|næppe|aldrig)\b[^.;:,]{0,24},? at [^.;:,]{0,60}$")
ARTICLES = re.compile(
    r"^\W*(?:at \w+e\W+)?(?:(?:\w+t|den|det|en|et|ny|nye|af|de|særlig|fælles|\w+e|\w+en|\w+sk)\W+){0,3}$",
    re.IGNORECASE,
)
LEADING_PLACE = re.compile(r"^ ?(?:både )?(?:i|til|på|ved)? ?(?:henholdsvis |hhv\. )?$")
BEFORE_DATE = re.compile(r"^ (?:i |den |d\. |fra |fra den )?$")
NEXT_PLACE = re.compile(r"^(?:,| og| samt)(?: til| i| på)? ?$")
ITEM_LINE = re.compile(r"(?:Beslutning for )?Punkt \d", re.IGNORECASE)
REPORTS = frozenset({"indstilling", "notat", "rapport", "bilag", "plan"})
DATED_BY_DOCUMENT = frozenset({"status", "proposed", "approved"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun of a stage in a sentence."""

    stage: str
    span: Span
    sentence: Span
    nominal: bool
    needs_place: bool = False


def find_stages(ground: Ground, scopes: Scopes) -> tuple[Stage, ...]:
    """Return the stages that sentences tell, in order of text, one for each place."""
    found: list[Stage] = []
    for cue in _cues(ground):
        if _denied(ground, cue):
            continue
        subjects = _subjects(ground, scopes, cue)
        for subject in subjects:
            found.extend(_told(ground, cue, subject))
    return _without_repeats(ground, found)


def _cues(ground: Ground) -> Iterator[Cue]:
    cues = [cue for words in stage_words() for cue in _cues_of(ground, words)]
    yield from sorted(cues, key=lambda cue: (cue.span, cue.stage))


def _cues_of(ground: Ground, words: StageWords) -> Iterator[Cue]:
    for pattern, nominal, needs_place in words.patterns():
        for match in matches_at(pattern, ground.text, cue_starts(ground.text)):
            sentence = ground.sentence(match.start())
            length = sentence.end - sentence.start
            headed = nominal and _heads(ground, words.stage, sentence)
            if 0 < length <= LONGEST_SENTENCE and not headed and not _in_agenda(ground, match.start()):
                yield Cue(words.stage, Span(*match.span()), sentence, nominal, needs_place)


def _heads(ground: Ground, stage: str, sentence: Span) -> bool:
    """Tell whether a noun only heads an item, or speaks of a status elsewhere than in a report."""
    if ITEM_LINE.match(ground.text, sentence.start):
        return True
    stretch = ground.at(sentence.start)
    reported = stretch is not None and stretch.document is not None and stretch.document.type in REPORTS
    return stage == "status" and not reported


def _in_agenda(ground: Ground, position: int) -> bool:
    """Tell whether the cue stands in a line of an agenda, which only says what will be spoken of."""
    stretch = ground.at(position)
    if stretch is None or stretch.document is None or stretch.document.type != "dagsorden":
        return False
    return not ground.paragraph(position).of(ground.text).rstrip().endswith(".")


def _denied(ground: Ground, cue: Cue) -> bool:
    """Tell whether the cue is negated, thought not to be so, or only considered."""
    opening = ground.text[cue.sentence.start : cue.span.start]
    if INVERTED.match(opening) or NOT_THAT.search(opening[-FARTHEST_BEFORE:]):
        return True
    before = ground.text[max(cue.sentence.start, cue.span.start - 48) : cue.span.start]
    words = modality()
    behind = ground.text[cue.span.end : min(cue.sentence.end, cue.span.end + 8)]
    if words.negations.search(before[-28:]) or words.negations.match(behind.lstrip()):
        return True
    if words.negations.search(cue.span.of(ground.text)):
        return True
    return cue.stage != "proposed" and words.hypothetical.search(before) is not None


def _subjects(ground: Ground, scopes: Scopes, cue: Cue) -> tuple[Subject, ...]:
    """Return what the cue is said of; several where one plural stands for several."""
    found = subjects_in(ground, scopes, cue.sentence)
    before = [each for each in found if each.span.end <= cue.span.start]
    behind = [each for each in found if each.span.start >= cue.span.end]
    within = [each for each in found if each.span in cue.span]  # "køre Nye Veje videre"
    if within and not cue.nominal:
        return tuple(within[:1])
    if not cue.nominal and before and _governs_before(ground, cue, before[-1]):
        return tuple(each for each in before if each.span == before[-1].span)
    if behind and _governs_behind(ground, cue, behind[0]):
        return (behind[0],)
    return _referred_to(ground, scopes, cue) if not cue.nominal and not found else ()


def _referred_to(ground: Ground, scopes: Scopes, cue: Cue) -> tuple[Subject, ...]:
    """Return what a pronoun that opens the sentence stands for: "Den blev afsluttet", "Det var senere"."""
    pronoun = PRONOUN.match(ground.text, cue.sentence.start, cue.span.start)
    if pronoun is None or (pronoun["it"] == "Det" and cue.stage != "delayed"):
        return ()
    if cue.span.start - cue.sentence.start > FARTHEST_BEFORE:
        return ()
    span = Span(*pronoun.span("it"))
    scope = antecedent(ground, scopes, span, "projektet")
    return (Subject(span, scope.initiative, scope.place, UNDERSTOOD),) if scope else ()


def _governs_before(ground: Ground, cue: Cue, subject: Subject) -> bool:
    between = ground.text[subject.span.end : cue.span.start]
    relative = RELATIVE_AGAIN.match(between) or RELATIVE.match(between)
    if relative is not None:
        near = len(between) <= FARTHEST_BEFORE and not BREAKING.search(between, relative.end())
        # "…, der er etableret en gruppe" says of the group that there is one.
        return near and AFTER_RELATIVE.match(ground.text, cue.span.end) is not None
    if len(between) > FARTHEST_BEFORE or BREAKING.search(between):
        return False
    if "," in between and len(between.rsplit(",", 1)[1].split()) > AFTER_COMMA_WORDS:
        return False
    ahead = ground.text[max(cue.sentence.start, subject.span.start - 40) : subject.span.start]
    return DOING_OF.search(ahead) is not None or PREPOSITION.search(ahead) is None


def _governs_behind(ground: Ground, cue: Cue, subject: Subject) -> bool:
    between = DATED.sub(" ", ground.text[cue.span.end : subject.span.start])
    mention = ground.reading.mentions[subject.initiative]
    if mention.rule == "bracketed" and len(between) <= FARTHEST_BRACKET and not re.search(r"[.;:]", between):
        return True
    if len(between) > FARTHEST_BEHIND or not ARTICLES.match(between):
        return False
    return cue.nominal or PREPOSITION.search(between) is None


def _told(ground: Ground, cue: Cue, subject: Subject) -> Iterator[Stage]:
    when = _when(ground, cue, subject)
    planned = _planned(ground, cue, subject, when)
    confidence = round(subject.sureness * (0.85 if cue.nominal else 0.9), 2)
    rule = "noun" if cue.nominal else "verb"
    places = _places(ground, cue, subject) or [subject.place]
    if cue.needs_place and places == [subject.place]:
        return
    for place in places:
        yield Stage(subject.initiative, cue.stage, when, place, planned, cue.sentence, confidence, rule)


def _when(ground: Ground, cue: Cue, subject: Subject) -> str | None:
    """Return the first date behind the cue, else the last before it, else the document's where that holds."""
    behind = ground.inside(Kind.DATE, Span(cue.span.end, min(cue.sentence.end, cue.span.end + 70)))
    ahead = ground.inside(Kind.DATE, Span(min(subject.span.end, cue.span.start), cue.span.end))
    opening = ground.inside(Kind.DATE, Span(cue.sentence.start, min(cue.sentence.start + 30, cue.span.start)))
    for index in (*behind[:1], *ahead[-1:], *opening[:1]):
        value = ground.reading.mentions[index].attributes.get("value")
        if value:
            return value
    return ground.day(cue.span.start) if cue.stage in DATED_BY_DOCUMENT else None


def _planned(ground: Ground, cue: Cue, subject: Subject, when: str | None) -> bool:
    day = ground.day(cue.span.start)
    if when is not None and day is not None and cue.stage not in DATED_BY_DOCUMENT:
        return when > day[: len(when)]
    start = max(cue.sentence.start, min(cue.span.start - 30, subject.span.end))
    return modality().planned.search(ground.text, start, cue.span.start) is not None


def _places(ground: Ground, cue: Cue, subject: Subject) -> list[MentionIndex | None]:
    """Return the places right behind the cue: "udvides til Solby, Havnen og Bakken".

    Behind a noun its object comes first: "udvidelsen af indsatsen til Solby".
    """
    places: list[MentionIndex | None] = []
    end = subject.span.end if subject.span.start >= cue.span.end else _behind_dates(ground, cue)
    for index in ground.inside(Kind.PLACE, Span(end, min(cue.sentence.end, end + 90))):
        between = ground.text[end : ground.span(index).start]
        if not (NEXT_PLACE if places else LEADING_PLACE).match(between):
            break
        places.append(index)
        end = ground.span(index).end
    return places


def _behind_dates(ground: Ground, cue: Cue) -> int:
    """Return where the cue and a date right behind it end: "udvides i efteråret 2025 til Solby"."""
    for index in ground.inside(Kind.DATE, Span(cue.span.end, min(cue.sentence.end, cue.span.end + 12))):
        if BEFORE_DATE.match(ground.text[cue.span.end : ground.span(index).start]):
            return ground.span(index).end
    return cue.span.end


def _without_repeats(ground: Ground, stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """Keep the surest of what is told twice in one sentence."""
    kept: dict[tuple[object, ...], Stage] = {}
    for each in stages:
        place = ground.name(each.place) if each.place is not None else None
        identity = key(ground.name(each.initiative)), each.stage, each.when, place, each.evidence
        if identity not in kept or kept[identity].confidence < each.confidence:
            kept[identity] = each
    return tuple(kept.values())
