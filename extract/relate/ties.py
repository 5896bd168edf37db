"""Where, by whom and under which budget: what the text ties an initiative to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.recognise.initiatives_names import key
from extract.records import Kind, MentionIndex, Span
from extract.relate.abouts import SUBJECT
from extract.relate.ground import Ground
from extract.relate.scopes import Scope, Scopes
from extract.relate.subjects import LONGEST_SENTENCE, Subject, subjects_in
from extract.relate.ties_budgets import budget_ties, invested_ties
from extract.relations import About, Figure, Issuer, Stage, Tie

PLACE, DEPARTMENT = "place", "department"
OFFICES = frozenset({"department", "unit"})
ENUMERATION = re.compile(r"^(?:,| og| samt|/| /)(?: til| i| på)?(?: hhv\.| henholdsvis)? ?$")
IN = re.compile(r"^[”\"’']?,? (?:i|på|ved|–|-|til)(?: både| henholdsvis| hhv\.)? $")
AT = re.compile(r" (?:i|på|ved) $")
HELD_AT = re.compile(
    r"\b(?:afvikle[ts]|afholde[ts]|holde[ts]|flytte[ts]|foregår|ligger|placere[ts]|til huse|holder til)\b"
    r"(?:[^.;:,]|\d\.){0,45}\b(?:i|på|ved|fra|til) $",
    re.IGNORECASE,
)
PLACED_IN = re.compile(
    r"\b(?:(?:forankre[ts]?|forankring(?:en)?|placeret|organiseret)(?: \w+)? i|i regi af"
    r"|(?:drives|udviklet|varetages|udføres|lavet|udformet|tilrettelagt) af|(?:hører hjemme|ligger) i) $",
    re.IGNORECASE,
)
PUT_IN = re.compile(r"\bforankre[ts] \w+ i $", re.IGNORECASE)
RUN_BY = re.compile(
    r"^ (?:er (?:tovholder|ansvarlig|projektejer|projektleder)|har (?:projektledelsesansvaret|projektledelsen"
    r"|ansvaret)|varetager|står for|står bag|ønsker at|indgår et samarbejde|foreslår"
    r"|har udviklet|fremlægger|betaler|finansierer|driver|indstiller|arrangerer|udfører|gennemfører)\b",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\bsamarbejde (?:mellem|imellem) [^.;:]{0,60}$", re.IGNORECASE)
TOGETHER = re.compile(r"^[”\"’']? (?:i (?:\w+ )?samarbejde|i fællesskab|sammen) med $")
IN_OFFICE = re.compile(r"^[”\"’']? (?:i|hos) $")
GOES_TO = re.compile(r"\b(?:går|tildeles|overføres|tilfalder) (?:til )?$", re.IGNORECASE)
ABOVE = 0.7  # how far the department of a unit that issued a document is tied as well


def find_ties(
    ground: Ground, scopes: Scopes, abouts: Iterable[About], issuers: Iterable[Issuer]
) -> Iterator[Tie]:
    """Yield the ties to places, departments and budget years that sentences, headings, letterheads state."""
    for sentence in ground.reading.sentences:
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        subjects = subjects_in(ground, scopes, sentence)
        yield from _places(ground, sentence, subjects)
        yield from _offices(ground, scopes, sentence, subjects)
        yield from budget_ties(ground, scopes, sentence, subjects)
    for scope in scopes.near:
        if scope.place is not None:
            line = ground.paragraph(scope.span.start)
            yield Tie(scope.initiative, PLACE, scope.place, line, 0.9, "heading")
    yield from invested_ties(ground, scopes)
    yield from _issued(ground, abouts, issuers)


def staged_ties(stages: Iterable[Stage]) -> Iterator[Tie]:
    """Yield the places at which something happens to an initiative."""
    for stage in stages:
        if stage.place is not None:
            yield Tie(stage.initiative, PLACE, stage.place, stage.evidence, stage.confidence, "stage")


def figured_ties(figures: Iterable[Figure]) -> Iterator[Tie]:
    """Yield the places at which something of an initiative is counted: "28 unge i Solby"."""
    for figure in figures:
        if figure.place is not None:
            sure = round(0.85 * figure.confidence, 2)
            yield Tie(figure.initiative, PLACE, figure.place, figure.evidence, sure, "figure")


def distinct(ground: Ground, ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """Keep the surest tie of each pair."""
    kept: dict[tuple[str, str, str], Tie] = {}
    for tie in ties:
        identity = key(ground.name(tie.initiative)), tie.relation, ground.name(tie.object)
        if identity not in kept or kept[identity].confidence < tie.confidence:
            kept[identity] = tie
    return tuple(kept.values())


# --- places ---


def _places(ground: Ground, sentence: Span, subjects: tuple[Subject, ...]) -> Iterator[Tie]:
    places = ground.inside(Kind.PLACE, sentence)
    for subject in subjects if places else ():
        for place in filter(lambda each: _local(ground, each), ground.inside(Kind.PLACE, subject.span)):
            yield Tie(subject.initiative, PLACE, place, sentence, 0.8, "in_name")
        for place in _following(ground, subject.span.end, places, IN):
            yield Tie(
                subject.initiative, PLACE, place, sentence, round(0.9 * subject.sureness, 2), "adjacent"
            )
    for place in places if subjects else ():
        before = ground.text[sentence.start : ground.span(place).start]
        if HELD_AT.search(before):
            yield Tie(subjects[0].initiative, PLACE, place, sentence, 0.8, "held_at")
        elif _opens(sentence, subjects) and AT.search(before) and _local(ground, place):
            for each in (place, *_following(ground, ground.span(place).end, places, ENUMERATION)):
                yield Tie(subjects[0].initiative, PLACE, each, sentence, 0.7, "sentence")


def _following(
    ground: Ground, end: int, places: tuple[MentionIndex, ...], first: re.Pattern[str]
) -> Iterator[MentionIndex]:
    """Yield the places that follow `end`: "i Solby, Havnen og Bakken"."""
    pattern = first
    for place in places:
        span = ground.span(place)
        if span.start < end:
            continue
        if not pattern.match(ground.text[end : span.start]):
            return
        yield place
        end, pattern = span.end, ENUMERATION


def _opens(sentence: Span, subjects: tuple[Subject, ...]) -> bool:
    return subjects[0].span.start - sentence.start <= 4


def _local(ground: Ground, place: MentionIndex) -> bool:
    """Tell whether a place is a part of town: the town itself says nothing of its initiatives."""
    return ground.reading.mentions[place].attributes.get("type") != "town"


# --- departments and units ---


def _offices(ground: Ground, scopes: Scopes, sentence: Span, subjects: tuple[Subject, ...]) -> Iterator[Tie]:
    offices = [index for index in ground.inside(Kind.ORGANIZATION, sentence) if _is_office(ground, index)]
    if not offices:
        return
    scope = scopes.at(sentence.start)
    for office in offices:
        for initiative, confidence, rule in _tied(ground, sentence, subjects, office, scope):
            yield Tie(initiative, DEPARTMENT, office, sentence, confidence, rule)


def _is_office(ground: Ground, index: MentionIndex) -> bool:
    return ground.reading.mentions[index].attributes.get("type") in OFFICES


def _tied(
    ground: Ground, sentence: Span, subjects: tuple[Subject, ...], office: MentionIndex, scope: Scope | None
) -> Iterator[tuple[MentionIndex, float, str]]:
    span = ground.span(office)
    before = ground.text[sentence.start : span.start]
    inside = next((each for each in subjects if span in each.span), None)
    if inside is not None:
        yield inside.initiative, 0.85, "in_name"
        return
    nearest = _last_before(subjects, span.start)
    if nearest is not None:
        between = ground.text[nearest.span.end : span.start]
        if IN_OFFICE.match(between) or TOGETHER.match(between):
            yield nearest.initiative, 0.8, "adjacent"
            return
        if BETWEEN.search(before):
            yield nearest.initiative, 0.85, "cooperation"
            return
    if PLACED_IN.search(before) or PUT_IN.search(before) or _next_placed(before):
        if nearest is not None:
            yield nearest.initiative, 0.85, "placed_in"
        elif scope is not None:
            yield scope.initiative, 0.85, "placed_in"
    elif RUN_BY.match(ground.text[span.end : span.end + 60]) and (subjects or scope):
        named = [each for each in subjects if each.span.start > span.end]
        yield (
            (named[0].initiative if named else scope.initiative if scope else subjects[0].initiative),
            0.75,
            "run_by",
        )
    elif GOES_TO.search(before) and (paragraph := _paragraph_subject(ground, sentence)) is not None:
        yield paragraph, 0.7, "goes_to"


def _next_placed(before: str) -> bool:
    """Tell whether this is the second office of "Placeret i Job og Trivsel og"."""
    return re.search(r"\bplaceret i [^.;:]{3,70} og $", before, re.IGNORECASE) is not None


def _last_before(subjects: tuple[Subject, ...], position: int) -> Subject | None:
    earlier = [each for each in subjects if each.span.end <= position]
    return earlier[-1] if earlier else None


def _paragraph_subject(ground: Ground, sentence: Span) -> MentionIndex | None:
    paragraph = ground.paragraph(sentence.start)
    found = ground.inside(Kind.INITIATIVE, Span(paragraph.start, sentence.end))
    return found[-1] if found else None


def _issued(ground: Ground, abouts: Iterable[About], issuers: Iterable[Issuer]) -> Iterator[Tie]:
    """Yield the offices that issued the documents whose subject an initiative is, and the one above."""
    departments = _departments(ground)
    by_document: dict[str, list[Issuer]] = {}
    for issuer in issuers:
        by_document.setdefault(issuer.document_id, []).append(issuer)
    for about in abouts:
        for issuer in by_document.get(about.target_id, ()) if about.relation == SUBJECT else ():
            sure = round(0.9 * min(about.confidence, issuer.confidence), 2)
            office = issuer.organization
            yield Tie(about.initiative, DEPARTMENT, office, issuer.evidence, sure, "issuer")
            above = departments.get(ground.reading.mentions[office].attributes.get("part_of", ""))
            if above is not None:
                sure = round(ABOVE * sure, 2)
                yield Tie(about.initiative, DEPARTMENT, above, issuer.evidence, sure, "issuer_above")


def _departments(ground: Ground) -> dict[str, MentionIndex]:
    """Return the first mention of each department that the file names, by its name."""
    found: dict[str, MentionIndex] = {}
    for index in ground.by_kind[Kind.ORGANIZATION]:
        if ground.reading.mentions[index].attributes.get("type") == "department":
            found.setdefault(ground.name(index), index)
    return found
