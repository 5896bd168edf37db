"""What titles, recommendations, decisions, status paragraphs and tables say happens to an initiative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.records import AgendaItem, Document, Kind, MentionIndex, Span
from extract.relate.abouts import subjects_of, subjects_of_item, titled
from extract.relate.ground import Ground, Stretch
from extract.relate.scopes import Scopes
from extract.relations import Stage

STATUS_TITLE = re.compile(r"\b(?:status(?:rapport|notat)?|opfølgning på)\b", re.IGNORECASE)
EVALUATION_TITLE = re.compile(r"\b\w*evaluering(?:en)? af\b", re.IGNORECASE)
REPORTS = frozenset({"indstilling", "notat", "rapport", "bilag"})
# What is asked for about a report or an agenda changes nothing for the initiative itself.
ABOUT_REPORT = re.compile(
    r"\b(?:\w*status\w*|\w*rapport\w*|efterretning|orienter\w*|dagsorden\w*|referat\w*)\b", re.IGNORECASE
)
APPROVING = re.compile(r"\bgodkend(?:er|es|e)\b", re.IGNORECASE)
PROPOSING = re.compile(r"\b(?:foreslås|påtænker|påtænkes)\b", re.IGNORECASE)
ASKED = re.compile(r"^(?:\W*\d{0,2}[.)]?\s*)?at\b", re.IGNORECASE)
ASKED_FOR = re.compile(
    r"\bgodkend(?:er|es|e),? (?:at |forslag(?:et)? (?:om|til) )?(?:\w+ ){0,2}?[”\"’']?$", re.IGNORECASE
)
APPROVED = frozenset({"approved", "approved_with_changes"})
STATUS_LINE = re.compile(r"^(?:STATUS|Status)$", re.MULTILINE)
FINDING = re.compile(
    r"\b(?:\w*evaluering|\w*opfølgning|undersøgelse)en(?: (?:af|på) [^.]{1,60})? "
    r"(?:viser|peger|dokumenterer|konkluderer|bygger|afsluttes|skal være færdig|bliver færdig)\b",
    re.IGNORECASE,
)
GRANTING = re.compile(
    r"\b(?:afsat|afsætte|afsættes|afsætter|afsatte|satte|sætter|bevilget|bevilliget|bevilger|tildelt)\b",
    re.IGNORECASE,
)
GRANTED_TO = re.compile(r"\btil (?:\w+ )?[”\"’']?$")
SINCE = re.compile(r"\bSiden (?P<year>(?:19|20)\d\d) (?:er|har|blev)\b")
HELD = re.compile(r"\b(?:afvikles|afholdes|gennemføres)\b", re.IGNORECASE)
EDITION = re.compile(r"\s?(?P<year>20\d\d)\b")
FIRST = re.compile(r"\b\w*start(?:en)? (?:bliver|er|blev|forventes)\b", re.IGNORECASE)


def find_framed_stages(ground: Ground, scopes: Scopes) -> Iterator[Stage]:
    """Yield the stages that follow from where something stands rather than from a sentence about it."""
    for document in ground.reading.package.documents:
        yield from _titles(ground, document.title_span, document)
        yield from _put_forward(ground, document)
    for item in ground.reading.package.agenda_items:
        yield from _titles(ground, item.title_span, item)
        yield from _decided(ground, item)
    yield from _status_paragraphs(ground, scopes)
    yield from _rows(ground)
    yield from _findings(ground, scopes)
    yield from _granted(ground, scopes)
    yield from _events(ground)
    yield from _first_starts(ground, scopes)


def _stage(
    initiative: MentionIndex, stage: str, when: str | None, evidence: Span, rule: str, sure: float
) -> Stage:
    return Stage(initiative, stage, when, None, False, evidence, sure, rule)


def _titles(ground: Ground, title: Span, about: Document | AgendaItem) -> Iterator[Stage]:
    """Yield that an enclosed report is a status of its subject, and that an evaluation is one."""
    text = title.of(ground.text)
    day = about.issued if isinstance(about, Document) else ground.dates.get(about.id)
    for initiative in titled(ground, title)[:1]:
        if isinstance(about, Document) and about.type in REPORTS and STATUS_TITLE.search(text):
            yield _stage(initiative, "status", day, title, "title", 0.8)
        if EVALUATION_TITLE.search(text):
            yield _stage(initiative, "evaluated", None, title, "title", 0.75)


def _put_forward(ground: Ground, document: Document) -> Iterator[Stage]:
    """Yield that a document which asks for approval of its subject proposes it."""
    if document.type != "indstilling":
        return
    subjects = subjects_of(ground, document)
    told = False
    for span in document.spans:
        for sentence in ground.sentences(span):
            text = sentence.of(ground.text)
            asked = ASKED.match(text) and APPROVING.search(text) and not ABOUT_REPORT.search(text)
            if subjects and not told and (asked or PROPOSING.search(text)):
                yield _stage(subjects[0], "proposed", document.issued, sentence, "recommendation", 0.75)
                told = True
            elif asked and not subjects:
                for index in _asked_for(ground, sentence):
                    yield _stage(index, "proposed", document.issued, sentence, "asked_for", 0.7)


def _asked_for(ground: Ground, sentence: Span) -> Iterator[MentionIndex]:
    """Yield the initiative of "at rådmanden godkender, at Nye Veje …", where the document has no subject."""
    for index in ground.inside(Kind.INITIATIVE, sentence)[:1]:
        if ASKED_FOR.search(ground.text[sentence.start : ground.span(index).start]):
            yield index


def _decided(ground: Ground, item: AgendaItem) -> Iterator[Stage]:
    """Yield that an item whose subject is not a report was approved."""
    title = item.title_span.of(ground.text)
    if item.outcome not in APPROVED or STATUS_TITLE.search(title):
        return
    evidence = item.outcome_evidence or item.decision
    subjects = subjects_of_item(ground, item)
    if evidence is not None and subjects:
        yield _stage(subjects[0], "approved", ground.dates.get(item.id), evidence, "outcome", 0.85)


def _status_paragraphs(ground: Ground, scopes: Scopes) -> Iterator[Stage]:
    """Yield what stands below a line "STATUS" in the stretch about an initiative."""
    for match in STATUS_LINE.finditer(ground.text):
        scope = scopes.at(match.start())
        sentences = ground.sentences(Span(match.end(), match.end() + 3))
        if scope is None or scope.nearness < 2 or not sentences:
            continue
        day = ground.day(match.start())
        yield Stage(scope.initiative, "status", day, scope.place, False, sentences[0], 0.85, "status_heading")


def _rows(ground: Ground) -> Iterator[Stage]:
    """Yield that a table's initiative started in the year of its column "Start år"."""
    for index in ground.by_kind[Kind.INITIATIVE]:
        year = ground.reading.mentions[index].attributes.get("start_year")
        if year:
            line = ground.paragraph(ground.span(index).start)
            yield _stage(index, "started", year, line, "table_row", 0.95)


def _findings(ground: Ground, scopes: Scopes) -> Iterator[Stage]:
    """Yield that an evaluation of the initiative in question has shown something."""
    for match in FINDING.finditer(ground.text):
        sentence = ground.sentence(match.start())
        named = ground.inside(Kind.INITIATIVE, sentence)
        scope = scopes.at(match.start())
        if named or scope is not None:
            initiative = scope.initiative if scope is not None else named[0]
            when = _date_behind(ground, match.end(), sentence)
            day = ground.day(match.start())
            stage = _stage(initiative, "evaluated", when, sentence, "finding", 0.8)
            yield replace(stage, planned=bool(when and day and when > day[: len(when)]))


def _date_behind(ground: Ground, position: int, sentence: Span) -> str | None:
    dates = ground.inside(Kind.DATE, Span(position, sentence.end))
    return ground.reading.mentions[dates[0]].attributes.get("value") if dates else None


def _granted(ground: Ground, scopes: Scopes) -> Iterator[Stage]:
    """Yield that money was granted: to the initiative named behind it, else to the one put forward."""
    for match in GRANTING.finditer(ground.text):
        sentence = ground.sentence(match.start())
        for index in _grantees(ground, match, sentence):
            yield _stage(index, "funded", _first_date(ground, match, sentence), sentence, "granted", 0.8)
        scope = scopes.at(match.start())
        if scope is None or not _puts_forward(ground.at(match.start())):
            continue
        if not ground.inside(Kind.AMOUNT, sentence) or ground.inside(Kind.INITIATIVE, sentence):
            continue
        when = _first_date(ground, match, sentence)
        yield _stage(scope.initiative, "funded", when, sentence, "granted", 0.7)


def _grantees(ground: Ground, match: re.Match[str], sentence: Span) -> Iterator[MentionIndex]:
    """Yield the initiative of "afsat 2 mio. kr. til Nye Veje"."""
    amounts = ground.inside(Kind.AMOUNT, Span(match.end(), sentence.end))
    if amounts:
        behind = ground.span(amounts[0]).end
        for index in ground.inside(Kind.INITIATIVE, Span(behind, min(behind + 60, sentence.end)))[:1]:
            if GRANTED_TO.search(ground.text[behind : ground.span(index).start]):
                yield index


def _first_date(ground: Ground, match: re.Match[str], sentence: Span) -> str | None:
    """Return the budget year of a sentence, else the first date behind the verb, else any."""
    years = ground.inside(Kind.BUDGET_YEAR, sentence)
    if years:
        return ground.reading.mentions[years[0]].attributes.get("year")
    dates = ground.inside(Kind.DATE, Span(match.end(), sentence.end)) or ground.inside(Kind.DATE, sentence)
    return ground.reading.mentions[dates[0]].attributes.get("value") if dates else None


def _puts_forward(stretch: Stretch | None) -> bool:
    return stretch is not None and stretch.document is not None and stretch.document.type == "indstilling"


def _events(ground: Ground) -> Iterator[Stage]:
    """Yield that something has been since a year, and that its next edition is to be held."""
    for match in SINCE.finditer(ground.text):
        sentence = ground.sentence(match.start())
        for index in ground.inside(Kind.INITIATIVE, Span(match.end(), min(match.end() + 60, sentence.end)))[
            :1
        ]:
            yield _stage(index, "started", match["year"], sentence, "since", 0.85)
    for match in HELD.finditer(ground.text):
        sentence = ground.sentence(match.start())
        for index in ground.inside(Kind.INITIATIVE, Span(sentence.start, match.start()))[-1:]:
            end = ground.span(index).end
            edition = EDITION.match(ground.text, end) or EDITION.search(ground.text, end - 5, end)
            if edition and match.start() - end < 20:
                dates = ground.inside(Kind.DATE, Span(match.end(), sentence.end))
                when = ground.reading.mentions[dates[0]].attributes.get("value") if dates else edition["year"]
                day = ground.day(match.start())
                planned = bool(day and when and when > day[: len(when)])
                yield Stage(index, "continued", when, None, planned, sentence, 0.8, "edition")


def _first_starts(ground: Ground, scopes: Scopes) -> Iterator[Stage]:
    """Yield the date of "uddannelsesstart bliver …" in the document that puts an initiative forward."""
    for match in FIRST.finditer(ground.text):
        sentence = ground.sentence(match.start())
        scope = scopes.at(match.start())
        dates = ground.inside(Kind.DATE, Span(match.end(), sentence.end))
        if scope is None or not dates or not _puts_forward(ground.at(match.start())):
            continue
        when = ground.reading.mentions[dates[0]].attributes.get("value")
        day = ground.day(match.start())
        planned = bool(day and when and when > day[: len(when)])
        yield Stage(scope.initiative, "started", when, None, planned, sentence, 0.7, "start_date")
