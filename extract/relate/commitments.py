"""Who will do what, by when, as minutes record it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.patterns import CAPITALS
from extract.records import AgendaItem, Kind, MentionIndex, Span
from extract.relate.ground import Ground
from extract.relations import Commitment
from extract.terms import load_terms
from extract.wording import either

# "JLH: Møde med …" reports; it promises only where its verb does.
SPEAKER = re.compile(rf"^\W*[{CAPITALS}]{{2,4}}: ")
SHORT_DATE = re.compile(
    r"\b(?:inden|senest|den|d\.) (?:d\. |den )?(?P<day>[0-3]?\d)[./](?P<month>[01]?\d)\.?(?!\d|[./]\d)",
    re.IGNORECASE,
)
GOVERNED = re.compile(r"\b(?:i|til|fra|med|for|af|på|hos|ved) $")
DASH = re.compile(r" [-–] ")
# "Mette Ravn finder en dato": an actor first, a verb in the present tense right behind.
PRESENT = re.compile(r" (?P<verb>[a-zæøå]{2,}r)\b(?! (?:sig|om at))")
COORDINATED = re.compile(
    r"^(?:[^.;:]{0,60} og |(?:Det (?:blev|er) )?(?:[Bb]esluttet|[Aa]ftalt),? at "
    r"|(?:Der var )?[Ee]nighed om,? at )?\W*$"
)
# "RV sender mødeplanen ud": initials first, as minutes name those at the table.
INITIALS = re.compile(
    rf"\W*[{CAPITALS}]{{2,4}}(?: og [{CAPITALS}]{{2,4}})? (?P<verb>[a-zæøå]{{2,}}r)\b(?! (?:sig|om at))"
)
FARTHEST_ACTOR = 64
LONGEST = 420
FARTHEST = 24


def find_commitments(ground: Ground) -> Iterator[Commitment]:
    """Yield what the minutes of each agenda item say that someone will do, sentence by sentence."""
    for item in ground.reading.package.agenda_items:
        if item.decision is not None:
            for sentence in ground.sentences(item.decision):
                yield from _commitment(ground, item, sentence)


def _commitment(ground: Ground, item: AgendaItem, sentence: Span) -> Iterator[Commitment]:
    if SPEAKER.match(sentence.of(ground.text)):
        return
    for clause in _clauses(ground.text, sentence):
        yield from _in_clause(ground, item, clause)


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    """Cut a line of minutes where a dash sets off who does it: "Der laves et notat - Mette følger op"."""
    start = sentence.start
    for dash in DASH.finditer(text, sentence.start, sentence.end):
        yield Span(start, dash.start())
        start = dash.end()
    yield Span(start, sentence.end)


def _in_clause(ground: Ground, item: AgendaItem, sentence: Span) -> Iterator[Commitment]:
    text = sentence.of(ground.text)
    if len(text) > LONGEST:
        return
    found = _promise(ground, sentence, text) or _passive(text)
    if found is not None:
        who, rule, confidence = found
        due = _due(ground, item, sentence)
        yield Commitment(item.id, who, " ".join(text.split()).strip("•–- "), due, sentence, confidence, rule)


def _promise(ground: Ground, sentence: Span, text: str) -> tuple[MentionIndex | None, str, float] | None:
    """Return who acts, where an actor stands close before a verb of promise."""
    for match in _promises().finditer(text):
        before = text[: match.start()]
        if _formulas().search(before):
            continue
        who = _actor(ground, Span(sentence.start, sentence.start + match.start()))
        if who is not None:
            return who, "promise", 0.85
        if _roles().search(before):
            return None, "promise", 0.8
    return _act(ground, sentence, text)


def _act(ground: Ground, sentence: Span, text: str) -> tuple[MentionIndex | None, str, float] | None:
    """Return who acts, where minutes begin with an actor and a verb in the present tense."""
    found = sorted((*ground.inside(Kind.PERSON, sentence), *ground.inside(Kind.ORGANIZATION, sentence)))
    leading = [index for index in found if ground.span(index).start - sentence.start < FARTHEST_ACTOR]
    for index in reversed(leading):
        before = ground.text[sentence.start : ground.span(index).start]
        verb = PRESENT.match(ground.text, ground.span(index).end, sentence.end)
        if (
            verb
            and verb["verb"] not in _reports()
            and COORDINATED.match(before)
            and not _formulas().search(text)
        ):
            return index, "act", 0.75
    initials = INITIALS.match(text)
    if initials and initials["verb"] not in _reports() and not _formulas().search(text):
        return None, "act", 0.7
    return None


def _passive(text: str) -> tuple[MentionIndex | None, str, float] | None:
    if _passives().search(text) and not _formulas().search(text):
        return None, "passive", 0.7
    return None


def _actor(ground: Ground, before: Span) -> MentionIndex | None:
    """Return the last person or organization that stands close before the verb."""
    found = sorted((*ground.inside(Kind.PERSON, before), *ground.inside(Kind.ORGANIZATION, before)))
    for index in reversed(found):
        between = ground.text[ground.span(index).end : before.end]
        ahead = ground.text[max(before.start, ground.span(index).start - 8) : ground.span(index).start]
        if len(between) <= FARTHEST and not re.search(r"[.;:]", between) and not GOVERNED.search(ahead):
            return index
    return None


def _due(ground: Ground, item: AgendaItem, sentence: Span) -> str | None:
    """Return the date that a word for a deadline stands before."""
    for index in ground.inside(Kind.DATE, sentence):
        before = ground.text[max(sentence.start, ground.span(index).start - 26) : ground.span(index).start]
        if _deadlines().search(before):
            return ground.reading.mentions[index].attributes.get("value")
    match = SHORT_DATE.search(ground.text, sentence.start, sentence.end)
    day = ground.dates.get(item.id)
    if match and day and 0 < int(match["month"]) < 13 and 0 < int(match["day"]) < 32:
        return f"{day[:4]}-{int(match['month']):02}-{int(match['day']):02}"
    return None


def _words(name: str) -> tuple[str, ...]:
    return load_terms().words["commitments"][name]


@cache
def _promises() -> re.Pattern[str]:
    infinitive = (
        rf"(?:{either(_words('modals'))}) (?:\w+ ){{0,3}}?(?!(?:{either(_words('no_infinitive'))})\b)\w+e\b"
    )
    return re.compile(rf"\b(?:(?:{'|'.join(_words('promises'))})\b|{infinitive})")


@cache
def _passives() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_words('passives'))})\b", re.IGNORECASE)


@cache
def _formulas() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_words('formulas'))})\b", re.IGNORECASE)


@cache
def _reports() -> frozenset[str]:
    """Return the verbs that tell how things are, not what will be done."""
    return frozenset(_words("reports"))


@cache
def _roles() -> re.Pattern[str]:
    """Return the expression for a role or initials close before a verb."""
    role = rf"(?:\w*(?:{either(_words('roles'))})|(?-i:[{CAPITALS}]{{2,4}}))"
    return re.compile(rf"(?:^|[ (,–-]){role}(?: og {role})?(?: \w+){{0,2}}? ?$", re.IGNORECASE)


@cache
def _deadlines() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(_words('deadlines'))}) ?$", re.IGNORECASE)
