"""Readings of one small case for tests: a titled document under an agenda item, its initiatives found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.recognise.initiatives import find_initiatives
from extract.records import AgendaItem, Document, Kind, Meeting, Mention, Package, Reading, Span
from extract.relate.ground import Ground, survey
from extract.relate.scopes import Scopes, find_scopes
from extract.sentences import sentences

MEETING = Meeting("m1", "Udvalget", "other", "2031-03-10", "explicit", None, None, None, None, Span(0, 0))
PLACES = ("Solby", "Havnby", "Bakken", "Solhallen")
OFFICES = {
    "Kystkontoret": "unit",
    "Læring og Leg": "department",
    "Mad og Sundhed": "department",
    "LOL": "department",
}
MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
DATE = re.compile(rf"\b(?:(\d{{1,2}})\. )?({'|'.join(MONTHS)}) (20\d\d)\b|\b(20[34]\d)\b")
BUDGET = re.compile(r"\b[Bb]udget (20\d\d)")
AMOUNT = re.compile(r"\b(\d+(?:,\d+)?) mio\. kr\.?")
PERSON = re.compile(r"\b(?:Mette Ravn|Bo Holm|Ane)\b")


@dataclass(frozen=True)
class Story:
    """A reading, made ready for rules."""

    reading: Reading
    ground: Ground
    scopes: Scopes

    def name(self, index: int | None) -> str | None:
        """Return the name of a mention."""
        return None if index is None else self.reading.mentions[index].name


@dataclass(frozen=True)
class Case:
    """What a small case is made of. The title stands first in the document, the minutes behind it."""

    body: str
    title: str = "Indsatsen ”Tryg Havn”"
    type: str = "indstilling"
    minutes: str = ""
    outcome: str | None = None
    page_starts: tuple[int, ...] = ()
    item_title: str | None = None  # where it is not the document's


def told(case: Case | str) -> Story:
    """Return the story of a case; a bare text is the body of an indstilling about ”Tryg Havn”."""
    case = Case(case) if isinstance(case, str) else case
    head = f"{case.title}\n{case.body}\n"
    item_title = case.title if case.item_title is None else case.item_title
    heading = f"Punkt 4: {item_title}\n"
    text = f"{head}{heading}{case.minutes}"
    package = _package(case, head, heading, text)
    known = tuple(sorted(_known(text), key=lambda mention: mention.span))
    found = (*known, *find_initiatives(text, package, known))
    mentions = tuple(sorted(found, key=lambda mention: mention.span))
    reading = Reading(text, package, tuple(sentences(text)), mentions, case.page_starts)
    ground = survey(reading)
    return Story(reading, ground, find_scopes(ground))


def _package(case: Case, head: str, heading: str, text: str) -> Package:
    title = Span(0, len(case.title))
    document = Document(
        "d1", case.title, title, case.type, (Span(0, len(head)),), (), "i1", None, "2031-03-03"
    )
    start = len(head) + len("Punkt 4: ")
    decision = Span(len(head) + len(heading), len(text)) if case.minutes else None
    item_title = Span(start, start + len(heading) - len("Punkt 4: ") - 1)
    item = AgendaItem(
        "i1", "m1", "4", item_title.of(text), item_title, None, case.outcome, decision, None, decision
    )
    return Package((MEETING,), (item,), (document,))


def _known(text: str) -> Iterator[Mention]:
    for place in PLACES:
        yield from _all(Kind.PLACE, text, place, {"type": "district"})
    for office, type_ in OFFICES.items():
        yield from _all(Kind.ORGANIZATION, text, office, {"type": type_})
    for match in DATE.finditer(text):
        yield _mention(Kind.DATE, match, {"value": _value(match)})
    for match in BUDGET.finditer(text):
        yield _mention(Kind.BUDGET_YEAR, match, {"year": match[1]})
    for match in AMOUNT.finditer(text):
        value = float(match[1].replace(",", ".")) * 1_000_000
        yield _mention(Kind.AMOUNT, match, {"value_dkk": f"{value:.0f}"})
    for match in PERSON.finditer(text):
        yield _mention(Kind.PERSON, match, {})


def _value(match: re.Match[str]) -> str:
    if match[4]:
        return match[4]
    month = f"{match[3]}-{MONTHS.index(match[2]) + 1:02}"
    return f"{month}-{int(match[1]):02}" if match[1] else month


def _all(kind: Kind, text: str, phrase: str, attributes: dict[str, str]) -> Iterator[Mention]:
    for match in re.finditer(rf"\b{re.escape(phrase)}\b", text):
        yield _mention(kind, match, attributes)


def _mention(kind: Kind, match: re.Match[str], attributes: dict[str, str]) -> Mention:
    return Mention(kind, Span(*match.span()), match.group(), match.group(), "test", 0.9, attributes)
