"""Small charts of one figure or amount over time, drawn by the service so that they need no script.

Only what is the same is drawn together: a figure with the same label, unit and place, an amount for the same
purpose. A meeting that gives two values for the same is left out, since nobody knows which of them it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from api.pages.story import Story
from graph.traces.records import Amount, Appearance, Evidence, Figure

WIDTH, HEIGHT, MARGIN, TOP = 240, 84, 10, 22  # of the drawing, in its own units
MOST = 12
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Point:
    """One value, as a meeting said it; `x` and `y` are its place in the drawing."""

    date: str
    value: Decimal
    text: str
    anchor: str
    evidence: tuple[Evidence, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """One figure or amount over time. `line` is the path through its points, `base` the line of zero."""

    title: str
    points: tuple[Point, ...]
    line: str
    base: float


@dataclass(frozen=True, slots=True)
class _Said:
    """A value before it is placed."""

    date: str
    value: Decimal
    text: str
    anchor: str
    evidence: tuple[Evidence, ...]


def charts(appearances: Iterable[Appearance], anchors: dict[str, str], story: Story) -> tuple[Chart, ...]:
    """Return the charts of what at least two dates say, those with most points first."""
    said: dict[tuple[str, ...], dict[str, list[_Said]]] = defaultdict(lambda: defaultdict(list))
    for each in appearances:
        when = each.occasion.date or each.occasion.estimate
        claims: tuple[Figure | Amount, ...] = (*each.figures, *each.amounts)
        for claim in claims if _day(when) else ():
            if when is not None and (key := _key(claim)):
                said[key][when].append(_said(claim, when, anchors[each.iri], story))
    found = (_chart(key, by_date) for key, by_date in said.items())
    drawn = sorted((chart for chart in found if chart is not None), key=lambda each: -len(each.points))
    return tuple(drawn[:MOST])


def _key(claim: Figure | Amount) -> tuple[str, ...] | None:
    """Return what is counted, in what and where; None for what does not say what it is."""
    if isinstance(claim, Figure):
        what, place = claim.label.strip().casefold(), claim.place.label if claim.place else ""
        return (what, place, claim.unit or "") if what else None
    return (claim.purpose.casefold(), "", "kr.") if claim.purpose else None


def _said(claim: Figure | Amount, when: str, anchor: str, story: Story) -> _Said:
    if isinstance(claim, Figure):
        text = " ".join(part for part in (story.number(claim.value), claim.unit) if part)
        return _Said(when, claim.value, text, anchor, claim.evidence)
    return _Said(when, claim.value_dkk, story.kroner(claim.value_dkk), anchor, claim.evidence)


def _chart(key: tuple[str, ...], by_date: dict[str, list[_Said]]) -> Chart | None:
    """Draw the dates on which one value is said; None where there are fewer than two."""
    certain = [said[0] for _, said in sorted(by_date.items()) if len({each.value for each in said}) == 1]
    if len(certain) < 2:
        return None
    points = _placed(certain)
    line = " ".join(f"{'L' if number else 'M'}{point.x} {point.y}" for number, point in enumerate(points))
    values = [point.value for point in points]
    what, where, _ = key
    title = ", ".join(part for part in (f"{what[:1].upper()}{what[1:]}", where) if part)
    return Chart(title, points, line, _scaled(ZERO, min(ZERO, *values), max(ZERO, *values)))


def _placed(said: list[_Said]) -> tuple[Point, ...]:
    """Return the points: time from left to right, the value upwards from zero."""
    days = [_day(each.date) or 0 for each in said]
    values = [each.value for each in said]
    low, high, width = min(ZERO, *values), max(ZERO, *values), WIDTH - 2 * MARGIN
    across = (round(MARGIN + width * (day - days[0]) / (days[-1] - days[0]), 1) for day in days)
    up = (_scaled(value, low, high) for value in values)
    return tuple(
        Point(each.date, each.value, each.text, each.anchor, each.evidence, x, y)
        for each, x, y in zip(said, across, up, strict=True)
    )


def _day(iso: str | None) -> int | None:
    """Return a date as a number of days, None for what is no date of the calendar."""
    try:
        return date.fromisoformat(iso or "").toordinal()
    except ValueError:
        return None


def _scaled(value: Decimal, low: Decimal, high: Decimal) -> float:
    if high == low:
        return float(HEIGHT - MARGIN)
    return round(float(HEIGHT - MARGIN - (HEIGHT - MARGIN - TOP) * float((value - low) / (high - low))), 1)
