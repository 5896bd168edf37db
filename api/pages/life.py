"""The life of one entity as a page shows it: what is wanted of it, entry by entry, and an overview of all.

The pages of initiatives, people, units and cases are made of it; the pieces are macros in
`templates/_life.html` (see there), which take a `Life` or an `Entry`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import chain

from api.pages.charts import Chart, charts
from api.pages.claims import Group, grouped
from api.pages.life_choice import Choices, LifeParameters, choices, is_wanted, wanted_lines, year_of
from api.pages.page import Place
from api.pages.presence import Presence, presences
from api.pages.story import Line, Story
from graph.traces.records import Appearance, Commitment, Stage, Trace

# What stands out first in an entry, and what is folded away.
FIRST, LAST = "change", "mention"
SHOWN = 40  # entries a page
Told = tuple[str, Appearance, tuple[Line, ...]]  # an appearance with its anchor and its lines


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
    """Everything that the page of a life shows. `entries` are those wanted, in order of time, a page of them.

    `fitting` counts all that are wanted; the last of the `pages` holds the newest. `addresses` lead to every
    entry by its anchor: on this page, else on the page of the whole life that it stands on.
    """

    trace: Trace
    entries: tuple[Entry, ...]
    fitting: int
    page: int
    pages: int
    addresses: Mapping[str, str]
    choices: Choices
    path: tuple[Step, ...]
    charts: tuple[Chart, ...]
    presences: tuple[Presence, ...]
    promises: tuple[Promise, ...]
    first: str | None
    last: str | None
    sources: tuple[str, ...]


def life(trace: Trace, wanted: LifeParameters, story: Story, place: Place) -> Life:
    """Return the life that a trace tells, with the entries that are wanted."""
    told = [(f"m{number}", each, story.lines(each)) for number, each in enumerate(trace.appearances, 1)]
    anchors = {each.iri: anchor for anchor, each, _ in told}
    fitting = _fitting(told, wanted, place)
    pages = max(1, -(-len(fitting) // SHOWN))
    page = min(wanted.page or pages, pages)
    entries = tuple(_entries(fitting[(page - 1) * SHOWN : page * SHOWN]))
    kept, shown = [part[1] for part in fitting], [entry.appearance for entry in entries]
    dates = sorted(each.occasion.date for each in trace.appearances if each.occasion.date)
    return Life(
        trace,
        entries,
        len(fitting),
        page,
        pages,
        _addresses(anchors.values(), {entry.anchor for entry in entries}, place),
        choices(trace, chain.from_iterable(part[2] for part in told), wanted, story, place.short),
        path(trace.appearances, anchors),
        charts(kept, anchors, story),
        presences(shown, anchors),
        tuple(_promises(kept, anchors)),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        sources=tuple(sorted({source for each in trace.appearances for source in each.sources})),
    )


def _fitting(told: Iterable[Told], wanted: LifeParameters, place: Place) -> list[Told]:
    """Return the appearances that are wanted and have a line of the kinds that are wanted, with these."""
    of_these = (part for part in told if is_wanted(part[1], wanted, place.short))
    narrowed = ((anchor, each, wanted_lines(lines, wanted)) for anchor, each, lines in of_these)
    return [part for part in narrowed if part[2]]


def _addresses(anchors: Iterable[str], here: Set[str], place: Place) -> dict[str, str]:
    known = list(anchors)
    name = {key: value for key, value in place.query if key == "name"}
    last = max(1, -(-len(known) // SHOWN))
    found = {}
    for number, anchor in enumerate(known):
        page = number // SHOWN + 1
        elsewhere = place.href(place.path, **name, page=page if page != last else None)
        found[anchor] = f"#{anchor}" if anchor in here else f"{elsewhere}#{anchor}"
    return found


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


def _entries(told: Iterable[Told]) -> Iterator[Entry]:
    """Yield the entries of one page; the first of each year opens it."""
    year = ""
    for anchor, each, lines in told:
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
