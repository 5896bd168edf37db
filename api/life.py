"""The life of one entity as a page shows it: what is wanted of it, entry by entry, and an overview of all.

The pages of initiatives, people, units and cases are made of it; the pieces are macros in
`templates/_life.html` (see there), which take a `Life` or an `Entry`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from api.charts import Chart, charts
from api.claims import Group, grouped
from api.life_choice import Choices, LifeParameters, choices, is_wanted, wanted_lines, year_of
from api.page import Place
from api.presence import Presence, presences
from api.story import Line, Story
from graph.trace_records import Appearance, Commitment, Stage, Trace

# What stands out first in an entry, and what is folded away.
FIRST, LAST = "change", "mention"


@dataclass(frozen=True, slots=True)
class Entry:
    """One appearance on the page: `anchor` is its place there, `opens_year` the year that begins with it."""

    appearance: Appearance
    anchor: str
    opens_year: str | None
    changes: tuple[Line, ...]
    groups: tuple[Group, ...]
    mentions: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A stage that was reached or is planned, by the entry that says so first."""

    stage: Stage
    date: str | None
    anchor: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise and the entry that it was made in."""

    commitment: Commitment
    appearance: Appearance
    anchor: str


@dataclass(frozen=True, slots=True)
class Life:
    """Everything that the page of a life shows. `entries` are those wanted, in order of time."""

    trace: Trace
    entries: tuple[Entry, ...]
    choices: Choices
    path: tuple[Step, ...]
    charts: tuple[Chart, ...]
    presences: tuple[Presence, ...]
    promises: tuple[Promise, ...]
    meetings: int
    first: str | None
    last: str | None
    sources: tuple[str, ...]


def life(trace: Trace, wanted: LifeParameters, story: Story, place: Place) -> Life:
    """Return the life that a trace tells, with the entries that are wanted."""
    told = [(f"m{number}", each, story.lines(each)) for number, each in enumerate(trace.appearances, 1)]
    anchors = {each.iri: anchor for anchor, each, _ in told}
    dates = sorted(each.occasion.date for each in trace.appearances if each.occasion.date)
    entries = tuple(
        _entries(
            (anchor, each, wanted_lines(lines, wanted))
            for anchor, each, lines in told
            if is_wanted(each, wanted, place.short)
        )
    )
    shown = tuple(entry.appearance for entry in entries)
    return Life(
        trace,
        entries,
        choices(trace, chain.from_iterable(part[2] for part in told), wanted, story, place.short),
        path(trace.appearances, anchors),
        charts(shown, anchors, story),
        presences(shown, anchors),
        tuple(_promises(shown, anchors)),
        meetings=len({each.occasion.meeting for each in trace.appearances if each.occasion.meeting}),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        sources=tuple(sorted({source for each in trace.appearances for source in each.sources})),
    )


def path(appearances: Iterable[Appearance], anchors: dict[str, str]) -> tuple[Step, ...]:
    """Return the stages in the order they were first told of as done; then what is only planned."""
    done: dict[str, Step] = {}
    planned: dict[str, Step] = {}
    for each in appearances:
        for stage in each.stages:
            step = Step(stage, stage.when or each.occasion.date, anchors[each.iri])
            if stage.is_planned:
                planned[stage.stage.word] = step
            else:
                done.setdefault(stage.stage.word, step)
    return (*done.values(), *(step for word, step in planned.items() if word not in done))


def _entries(told: Iterable[tuple[str, Appearance, tuple[Line, ...]]]) -> Iterator[Entry]:
    """Yield an entry for each appearance that has a line to show."""
    year = ""
    for anchor, each, lines in told:
        if not lines:
            continue
        opens = year_of(each)
        yield Entry(
            each,
            anchor,
            opens if opens != year else None,
            tuple(line for line in lines if line.topic == FIRST),
            grouped(line for line in lines if line.topic not in (FIRST, LAST)),
            tuple(line for line in lines if line.topic == LAST),
        )
        year = opens


def _promises(appearances: Iterable[Appearance], anchors: dict[str, str]) -> Iterable[Promise]:
    seen = set()
    for each in appearances:
        for commitment in each.commitments:
            if (commitment.text, commitment.name) not in seen:
                seen.add((commitment.text, commitment.name))
                yield Promise(commitment, each, anchors[each.iri])
