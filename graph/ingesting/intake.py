"""Take files in: find them, tell what changed, read that in processes of their own.

What is read is kept in the cache under a key of all that decides it (bytes, name, code, recognisers), by the
worker itself: a build that is killed has lost nothing that was read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path

from extract.discover import Found, discover
from extract.errors import ReadError
from extract.privacy import mask_cpr
from graph.errors import StoreError
from graph.ingesting.cache import code_version
from graph.ingesting.manifest import Entry
from graph.ingesting.pool import FAILED, Failure, Limits, work_through
from graph.ingesting.recognisers import Recognisers
from graph.ingesting.taking import Taken, Task, take
from graph.iri import Iris, digest

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Intake:
    """What to take in and how: paths given, where the cache is, which recognisers, what workers may take.

    `scheduler` is the URL of a Dask scheduler whose workers read; None is processes of this machine.
    """

    paths: tuple[Path, ...]
    data: Path
    recognisers: Recognisers
    limits: Limits = field(default_factory=Limits)
    scheduler: str | None = None


def take_in(intake: Intake, iris: Iris, progress: Progress) -> tuple[Entry, ...]:
    """Read every file that is not in the cache; return an entry a file, in order of path.

    A file that cannot be read has an entry that says why; it stops no other.

    Raises: StoreError if something else than a file is wrong: a full disk, a pipeline that does not work;
    SchedulerError if the scheduler's workers cannot read.
    """
    entries: list[Entry] = []
    tasks: list[Task] = []
    version = f"{code_version()} {intake.recognisers.fingerprint()}"
    for each in _discover(intake):
        if isinstance(each, ReadError):
            entries.append(_refused(each, iris))
        else:
            tasks.append(Task(each, intake.data, intake.recognisers, version))
    for done, (task, outcome) in enumerate(_taken(intake, tasks), start=1):
        if isinstance(outcome, Failure) and outcome.status == FAILED:
            raise StoreError(intake.data, f"reading {task.found.name} stopped: {outcome.reason}")
        entries.append(_entry(task.found, outcome, iris))
        progress(done, len(tasks), task.found.name)
    return tuple(sorted(entries, key=lambda entry: entry.path))


def _taken(intake: Intake, tasks: list[Task]) -> Iterator[tuple[Task, Taken | Failure]]:
    if intake.scheduler is None:
        return work_through(take, tasks, intake.limits)
    cluster = import_module("graph.ingesting.dask_reading")  # with an optional library
    found: Iterator[tuple[Task, Taken | Failure]] = cluster.take_on_cluster(
        intake.scheduler, tasks, intake.limits
    )
    return found


def _discover(intake: Intake) -> Iterator[Found | ReadError]:
    """Yield what lies under the paths, but not the graph's own files, which may lie there too."""
    own = intake.data.resolve()
    for each in discover(intake.paths):
        path = Path(os.path.realpath(each.path))  # Path.resolve fails where links lead in a circle
        if not path.is_relative_to(own):
            yield each


def settle(found: Iterable[Entry], before: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries that stand now: of each path the new one, else the one before.

    A file whose bytes could not be had keeps what was read of it before.
    """
    old = {entry.path: entry for entry in before}
    for entry in found:
        known = old.pop(entry.path, None)
        yield known if known is not None and entry.sha256 is None else entry
    yield from old.values()


def is_gone(entry: Entry, seen: set[str], paths: Iterable[Path]) -> bool:
    """Tell whether a file that was read before is there no more: not under the paths given, or not at all."""
    if entry.path in seen:
        return False
    path = Path(entry.path)
    if any(path.is_relative_to(given.absolute()) for given in paths):
        return True
    if entry.masked:
        return False
    existing = next((each for each in (path, *path.parents) if each.exists()), None)
    return existing is None or existing.is_dir()


def _entry(found: Found, outcome: Taken | Failure, iris: Iris) -> Entry:
    entry = _named(found.location, found.name, iris)
    if isinstance(outcome, Failure):
        return replace(entry, status=outcome.status, reason=outcome.reason)
    return replace(
        entry,
        source=iris.source(outcome.sha256),
        sha256=outcome.sha256,
        key=outcome.key,
        status=outcome.status,
        reason=outcome.reason,
    )


def _refused(error: ReadError, iris: Iris) -> Entry:
    path = Path(error.path).absolute()
    return replace(_named(str(path), mask_cpr(path.name), iris), status=error.status, reason=error.reason)


def _named(location: str, name: str, iris: Iris) -> Entry:
    masked = mask_cpr(location)
    is_masked = masked != location
    path = f"{masked} ({digest(location)})" if is_masked else location
    return Entry(path, name, iris.unread_source(name), masked=is_masked)
