"""What of a life is shown: by year, department and kind of statement, as the address of the page says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from api.pages.story import TOPICS, Line, Story
from graph.traces.records import Appearance, Named, Trace

UNDATED = "0000"  # the year of what has none, in addresses


class LifeParameters(BaseModel):
    """What narrows a life, as it stands in the address."""

    model_config = ConfigDict(extra="forbid")

    year: str | None = Field(None, pattern=r"^(\d{4})?$")
    department: str | None = Field(None, max_length=200)
    kind: list[str] = Field([], max_length=len(TOPICS))
    page: int | None = Field(None, ge=1, le=10_000)
    lang: str | None = Field(None, max_length=20)


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen: its value in the address, its words, how much there is of it."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that can be chosen of one life."""

    years: tuple[Choice, ...]
    departments: tuple[Choice, ...]
    kinds: tuple[Choice, ...]

    @property
    def is_any(self) -> bool:
        """Tell whether anything is chosen, so that not all is shown."""
        return any(each.is_chosen for each in (*self.years, *self.departments, *self.kinds))


def year_of(each: Appearance) -> str:
    """Return the year of the meeting, or of the date that an undated one is ordered by."""
    at = each.occasion
    return (at.date or at.estimate or UNDATED)[:4]


def units_of(each: Appearance) -> tuple[Named, ...]:
    """Return the departments and units that are tied to an appearance or issued its documents."""
    issuers = (issuer for document in each.documents for issuer in (document.department, document.unit))
    found = (*(tie.thing for tie in each.departments), *issuers)
    return tuple(dict.fromkeys(unit for unit in found if unit is not None))


def is_wanted(each: Appearance, wanted: LifeParameters, short: Callable[[str], str]) -> bool:
    """Tell whether an appearance is of the year and department that are wanted."""
    if wanted.year and year_of(each) != wanted.year:
        return False
    return not wanted.department or any(short(unit.iri) == wanted.department for unit in units_of(each))


def wanted_lines(lines: Iterable[Line], wanted: LifeParameters) -> tuple[Line, ...]:
    """Return the lines of the kinds that are wanted; all where no kind is."""
    return tuple(line for line in lines if not wanted.kind or line.topic in wanted.kind)


def choices(
    trace: Trace, lines: Iterable[Line], wanted: LifeParameters, story: Story, short: Callable[[str], str]
) -> Choices:
    """Return what can be chosen of a trace, whose lines these are; years newest first, the rest by name."""
    years = Counter(year_of(each) for each in trace.appearances)
    units = Counter(unit for each in trace.appearances for unit in units_of(each))
    topics = Counter(line.topic for line in lines)
    labels = {short(unit.iri): unit.label for unit in units}
    departments = {short(unit.iri): count for unit, count in units.items()}
    named = dict(sorted(labels.items(), key=lambda pair: pair[1]))
    years_shown = {year: _year(year, story) for year in sorted(years, reverse=True)}
    return Choices(
        _choices(years_shown, years, {wanted.year}),
        _choices(named, departments, {wanted.department}),
        _choices({topic: story.topic(topic) for topic in TOPICS if topics[topic]}, topics, set(wanted.kind)),
    )


def _year(year: str, story: Story) -> str:
    return story.say("uden dato") if year == UNDATED else year


def _choices(
    labels: Mapping[str, str], counts: Mapping[str, int], chosen: Iterable[str | None]
) -> tuple[Choice, ...]:
    wanted = set(chosen)
    return tuple(Choice(value, label, counts[value], value in wanted) for value, label in labels.items())
