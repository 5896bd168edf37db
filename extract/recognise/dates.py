"""Points in time: days, months, years, and what is said in weeks, quarters, halves and seasons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from heapq import nsmallest
from statistics import median_low

from extract.folded import matches_at, number_starts, starts_in_any_case
from extract.patterns import DATE_ISO, DATE_NUMERIC, DATE_SLASH, YEAR_RANGE
from extract.recognise.scene import Recogniser, Scene, without_overlaps
from extract.records import Kind, Mention, Span
from extract.terms import Terms
from extract.wording import either

NUMERIC = (DATE_NUMERIC, DATE_SLASH, DATE_ISO)
CENTURY = "20"
INFERRED = 0.75  # confidence of a date whose year is taken from the dates around it
NEIGHBOURS = 5
BEFORE = 16  # characters in which a preposition of time may stand: "slutningen af "


@dataclass(frozen=True, slots=True)
class DateFinder:
    """The recogniser of dates, with the patterns of the calendar."""

    months: Mapping[str, int]
    ordinals: Mapping[str, str]
    day: re.Pattern[str]
    month: re.Pattern[str]
    bare_month: re.Pattern[str]
    week: re.Pattern[str]
    part: re.Pattern[str]
    before_month: re.Pattern[str]
    before_year: re.Pattern[str]

    def __call__(self, scene: Scene) -> tuple[Mention, ...]:
        """Return the dates in order of start.

        `value` is YYYY-MM-DD, YYYY-MM or YYYY, as `precision` says. A week is its month, a quarter or season
        its year; what was said stands in `week` (2023-W08), `quarter` (1-4), `half` (1-2) or `season`. A year
        that is not printed is the one that brings it nearest to the dates around; `basis` is "inferred".
        """
        text = scene.text
        taken = [mention.span for mention in scene.of_kind(Kind.BUDGET_YEAR, Kind.CASE, Kind.AMOUNT)]
        said = [*self._days(text), *self._parts(text), *_numeric(text), *self._years(text)]
        found = without_overlaps(said, taken)
        whole = [each for each in found if each.attributes["precision"] == "day" and _exists(each.attributes)]
        return tuple(filter(None, (_with_year(mention, whole) for mention in found)))

    def _days(self, text: str) -> Iterator[Mention]:
        for match in self.day.finditer(text):
            month = self.months.get(match["month"].casefold())
            if month:
                yield _mention(match, 0.99, _value(match["year"], f"{month:02}", match["day"].zfill(2)))
        starts = starts_in_any_case(rf"\b(?:{'|'.join(map(re.escape, self.months))})", text)
        for match in matches_at(self.month, text, starts):
            yield _mention(match, 0.95, _value(match["year"], f"{self.months[match['month'].casefold()]:02}"))
        for match in matches_at(self.bare_month, text, starts):
            if self.before_month.search(text, max(0, match.start() - BEFORE), match.start()):
                yield _mention(match, 0.6, _value(None, f"{self.months[match['month'].casefold()]:02}"))

    def _parts(self, text: str) -> Iterator[Mention]:
        for match in self.week.finditer(text):
            yield _mention(match, 0.9, _value(match["year"]) | {"week": match["week"].zfill(2)})
        for match in self.part.finditer(text):
            number = self.ordinals.get((match["number"] or match["q"] or "").casefold().rstrip("."))
            part = {"quarter": number, "half": number, "season": match["season"]}
            kind = "season" if match["season"] else "half" if match["half"] else "quarter"
            if part[kind]:
                yield _mention(match, 0.9, _value(match["year"]) | {kind: str(part[kind]).casefold()})

    def _years(self, text: str) -> Iterator[Mention]:
        for match in YEAR_RANGE.finditer(text):
            if self.before_year.search(text, max(0, match.start() - BEFORE), match.start()):
                yield _mention(match, 0.8, _value(match["year"]))


def _numeric(text: str) -> Iterator[Mention]:
    starts = number_starts(text)  # no date begins inside a number
    for match in (match for pattern in NUMERIC for match in matches_at(pattern, text, starts)):
        yield _mention(match, 0.97, _value(match["year"], match["month"].zfill(2), match["day"].zfill(2)))


def _value(year: str | None, *parts: str) -> dict[str, str]:
    """Return the attributes of a date; without a year `rest` holds what is known."""
    rest = "".join(f"-{part}" for part in parts)
    precision = ("year", "month", "day")[len(parts)]
    if year is None:
        return {"rest": rest, "precision": precision}
    return {"value": (year if len(year) == 4 else CENTURY + year) + rest, "precision": precision}


def _mention(match: re.Match[str], confidence: float, attributes: dict[str, str]) -> Mention:
    span = Span(*(match.span("date") if "date" in match.re.groupindex else match.span()))
    printed = span.of(match.string)
    return Mention(Kind.DATE, span, printed, printed, attributes["precision"], confidence, attributes)


def _with_year(mention: Mention, whole: list[Mention]) -> Mention | None:
    """Complete a date and name it by its value; None if it is no date ("31. februar") or no year is near."""
    known = dict(mention.attributes)
    confidence = mention.confidence
    if "value" not in known:
        if not whole:
            return None
        known |= {"value": _nearest(known.pop("rest"), _around(mention, whole)), "basis": "inferred"}
        confidence = min(INFERRED, confidence)
    if "week" in known:
        known |= _week(int(known["value"][:4]), int(known["week"]))
    if not _exists(known):
        return None
    return replace(mention, name=known.get("week", known["value"]), attributes=known, confidence=confidence)


def _around(mention: Mention, whole: list[Mention]) -> str:
    """Return the middle one of the whole dates around: a single one may be a plan, or long past."""
    near = nsmallest(NEIGHBOURS, whole, key=lambda each: abs(each.span.start - mention.span.start))
    return median_low(each.attributes["value"] for each in near)


def _nearest(rest: str, reference: str) -> str:
    """Return the date that lies nearest to another one.

    >>> _nearest("-01-11", "2022-11-28"), _nearest("-12", "2023-02-15"), _nearest("", "2023-02-15")
    ('2023-01-11', '2022-12', '2023')
    """
    day = date.fromisoformat(reference)
    candidates = [f"{year}{rest}" for year in (day.year, day.year - 1, day.year + 1)]
    real = [each for each in candidates if _exists({"value": each})] if rest else []
    return min(real or candidates[:1], key=lambda each: abs((_first_day(each) - day).days) if real else 0)


def _first_day(value: str) -> date:
    return date.fromisoformat((value + "-01-01")[:10])


def _week(year: int, week: int) -> dict[str, str]:
    """Return a week as ISO 8601 has it, and the month its Thursday lies in.

    >>> _week(2023, 8)
    {'week': '2023-W08', 'value': '2023-02', 'precision': 'month'}
    """
    last = date(year, 12, 28).isocalendar().week
    thursday = date.fromisocalendar(year, min(max(week, 1), last), 4)
    return {"week": f"{year}-W{week:02}", "value": f"{thursday:%Y-%m}", "precision": "month"}


def _exists(attributes: Mapping[str, str]) -> bool:
    try:
        _first_day(attributes.get("value", ""))
    except ValueError:
        return False
    return True


def recogniser(terms: Terms) -> Recogniser:
    """Return the recogniser of dates with the words of the calendar."""
    words = terms.words["dates"]
    months = {name: number for number, name in enumerate(words["months"], 1)}
    months |= {name: number for number, name in enumerate(words["month_abbreviations"], 1)}
    ordinals = {name: str(number) for number, name in enumerate(words["ordinals"], 1)}
    named, short = either(words["months"]), either(months)
    year = r"(?: (?P<year>20\d\d)\b)"
    return DateFinder(
        months,
        ordinals | {str(number): str(number) for number in range(1, 5)},
        day=re.compile(
            rf"\b(?P<date>(?P<day>[0-3]?\d)(?:\. ?| (?={named}))(?P<month>{short})\b(?:\.?{year})?)",
            re.IGNORECASE,
        ),
        month=re.compile(rf"\b(?P<month>{named}){year}", re.IGNORECASE),
        bare_month=re.compile(rf"\b(?P<month>{named})\b(?! 20)"),
        week=re.compile(rf"\b[Uu]ge (?P<week>[0-5]?\d)\b(?:,?{year})?"),
        part=re.compile(
            rf"\b(?:(?:(?P<number>[1-4]\.|{either(words['ordinals'])}) (?:kvartal|(?P<half>halvår))"
            rf"|Q(?P<q>[1-4])|(?P<season>{either(words['seasons'])}))(?: i)?{year})",
            re.IGNORECASE,
        ),
        before_month=re.compile(rf"\b(?:{either(words['before_month'])}) $", re.IGNORECASE),
        before_year=re.compile(rf"\b(?:{either(words['before_year'])}) $", re.IGNORECASE),
    )
