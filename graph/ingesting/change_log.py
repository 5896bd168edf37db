"""What was added, changed and taken out from one state of the graph to the next, kept with each state.

One line of JSON a change, numbered without a gap from the first; the newest LONGEST are kept. What a build
that changed more than MOST_OF_A_BUILD things did to the rest of them is said in one line, with their number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

from graph.atomic import write_text
from graph.errors import StoreError

NAME = "changes.jsonl"
LONGEST = 20_000
MOST_OF_A_BUILD = 5_000
ADDED, CHANGED, REMOVED, UNLISTED = "added", "changed", "removed", "unlisted"


@dataclass(frozen=True, slots=True)
class Difference:
    """What a build did to one thing: how many statements it gained and lost, in which files' graphs.

    `became` is what it was joined with, where that is why it is gone.
    """

    change: str
    iri: str
    type: str
    label: str
    gained: int
    lost: int
    sources: tuple[str, ...] = ()
    became: str | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One difference with its number, the time (ISO 8601) and the run (an IRI) that made it.

    `things` is how many things it is about: more than one where they are not listed.
    """

    number: int
    time: str
    run: str
    change: str
    iri: str
    type: str
    label: str
    gained: int
    lost: int
    sources: tuple[str, ...] = ()
    became: str | None = None
    things: int = 1


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some entries in the order asked for; `next` is where to go on from, `complete` whether none is lost.

    In the order of time `next` is always there: who asks again later gets what is new by then.
    """

    entries: tuple[LogEntry, ...]
    next: int | None
    complete: bool


@lru_cache(maxsize=2)
def read_log(directory: Path) -> tuple[LogEntry, ...]:
    """Return the log of a snapshot in order of time; of a graph that has none, nothing.

    Raises: StoreError if it is damaged.
    """
    path = directory / NAME
    decoder = msgspec.json.Decoder(LogEntry)
    try:
        return tuple(decoder.decode(line) for line in path.read_bytes().splitlines())
    except FileNotFoundError:
        return ()
    except msgspec.DecodeError as error:
        raise StoreError(path, f"it is damaged: {error}") from error


def append(directory: Path, differences: list[Difference], unlisted: int, time: str, run: str) -> None:
    """Add what a build did to the log in a draft's directory; `unlisted` things were changed besides.

    Raises: StoreError if it cannot be written.
    """
    before = read_log.__wrapped__(directory)
    number = before[-1].number if before else 0
    made = [
        LogEntry(number + n, time, run, *_values(difference))
        for n, difference in enumerate(differences, start=1)
    ]
    if unlisted:
        last = number + len(made) + 1
        made.append(LogEntry(last, time, run, UNLISTED, run, "Activity", "", 0, 0, things=unlisted))
    lines = (msgspec.json.encode(entry).decode("utf-8") + "\n" for entry in (*before, *made)[-LONGEST:])
    try:
        write_text(directory / NAME, "".join(lines))
    except OSError as error:
        raise StoreError(directory / NAME, f"it cannot be written: {error.strerror}") from error


def changes_after(log: tuple[LogEntry, ...], number: int, limit: int) -> LogPage:
    """Return the changes after a number in order of time; after 0 those from the oldest that is kept."""
    first = log[0].number if log else 1
    found = [entry for entry in log if entry.number > number][:limit]
    return LogPage(tuple(found), found[-1].number if found else number, number + 1 >= first or not number)


def changes_before(log: tuple[LogEntry, ...], number: int | None, limit: int) -> LogPage:
    """Return the changes before a number, the newest first; before None all."""
    older = [entry for entry in reversed(log) if number is None or entry.number < number]
    found = older[:limit]
    is_whole = not log or log[0].number == 1
    return LogPage(tuple(found), found[-1].number if len(older) > len(found) else None, is_whole)


def _values(each: Difference) -> tuple[str, str, str, str, int, int, tuple[str, ...], str | None]:
    return (each.change, each.iri, each.type, each.label, each.gained, each.lost, each.sources, each.became)
