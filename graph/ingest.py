"""Build the graph from files: what is new is added, what changed is replaced, the rest is left.

One writer at a time; readers go on reading the last state until the new one is whole. A build that is killed
leaves the last state as it was, and the next build finishes the job with what was read already.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from pyoxigraph import NamedNode

from graph.building.source_context import Edition
from graph.description import Run, now
from graph.errors import StoreError
from graph.ingesting.cache import ExtractCache, code_version
from graph.ingesting.intake import Intake, Progress, is_gone, settle, take_in
from graph.ingesting.lock import writing
from graph.ingesting.manifest import Entry, Manifest, load_manifest, save_manifest
from graph.ingesting.publishing import graph_version, judgements_digest, publish
from graph.iri import Iris
from graph.snapshots import SNAPSHOTS, commit, drafting, newest, remote_of, sweep
from graph.stores.address import Address
from graph.stores.opening import open_remote_writer


@dataclass(frozen=True, slots=True)
class Build:
    """What to build: the files, the base IRI of a graph yet to be, whether to take out gone files.

    `store` is the remote store to keep the graph in; None is where it is kept already, else embedded.
    """

    intake: Intake
    base_iri: str
    show_contacts: bool = False
    prune: bool = False
    store: Address | None = None


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that could not be read: a stable word for machines, a sentence for people."""

    file: str
    status: str
    reason: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did: files by what became of them, and the size of the graph afterwards."""

    read: int
    unchanged: int
    removed: int
    failed: tuple[FailedFile, ...]
    entities: int
    statements: int
    seconds: float
    finished_after: str | None = None  # the writer before this one, if it was killed


def ingest(build: Build, progress: Progress) -> Summary:
    """Bring the graph up to date with the files; `progress` hears of each file that is done.

    Raises: LockedError while another process builds; StoreError if the graph cannot be written;
    TermListError, ModelError, ResolveError if lists, model, judgements or identities cannot be used.
    """
    begun = time.monotonic()
    data = build.intake.data
    build.intake.recognisers.check()
    with writing(data) as killed:
        sweep(data)
        before = _manifest(data, build)
        found = take_in(build.intake, Iris(before.base_iri), progress)
        wanted = _wanted(build, before, found)
        is_done = wanted == before and _is_whole(build, Iris(before.base_iri))
        after = before if is_done else _publish(build, before, wanted)
        ExtractCache(data).keep_only({entry.key for entry in after.entries if entry.key})
    summary = _summary(before, after, found)
    seconds = round(time.monotonic() - begun, 3)
    return replace(summary, seconds=seconds, finished_after=str(killed) if killed else None)


def _manifest(data: Path, build: Build) -> Manifest:
    name = newest(data)
    manifest = load_manifest(data / SNAPSHOTS / name) if name else None
    if manifest is None:
        return Manifest(build.base_iri)
    if manifest.base_iri != build.base_iri:
        reason = (
            f"its IRIs begin with {manifest.base_iri}, not {build.base_iri}: build elsewhere, or set it back"
        )
        raise StoreError(data, reason)
    return manifest


def _wanted(build: Build, before: Manifest, found: Iterable[Entry]) -> Manifest:
    """Return the manifest of the graph as it should be; of digests and counts it holds those from before."""
    entries = settle(found, before.entries)
    if build.prune:
        seen = {entry.path for entry in found}
        entries = (entry for entry in entries if not is_gone(entry, seen, build.intake.paths))
    return replace(
        before,
        made_by=_made_by(build),
        judgements=judgements_digest(build.intake.data),
        entries=tuple(sorted(entries, key=lambda entry: entry.path)),
    )


def _made_by(build: Build) -> str:
    parts = (code_version(), graph_version(), build.intake.recognisers.fingerprint(), _settings(build))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _settings(build: Build) -> str:
    model = build.intake.recognisers.model or "none"
    lists = ", ".join(path.name for path in build.intake.recognisers.term_lists) or "none"
    contacts = "shown" if build.show_contacts else "not shown"
    return f"base IRI {build.base_iri}; contacts {contacts}; own term lists {lists}; model {model}"


def _run(build: Build, before: Manifest, wanted: Manifest) -> Run:
    moment = now()
    started = before.started if before.made_by == wanted.made_by else moment
    return Run(version("sagsgraf"), _settings(build), wanted.made_by, started, moment)


def _is_whole(build: Build, iris: Iris) -> bool:
    """Tell whether the newest state is where it shall be, and is as the last build left it."""
    remote = remote_of(build.intake.data)
    if remote is None:
        return build.store is None
    if build.store is not None and build.store != remote.address:
        return False
    with closing(open_remote_writer(remote.address, remote)) as store:
        return store.is_as_left(NamedNode(iris.dataset))


def _publish(build: Build, before: Manifest, wanted: Manifest) -> Manifest:
    iris = Iris(wanted.base_iri)
    run = _run(build, before, wanted)
    edition = Edition(iris, run.iri(iris), build.show_contacts)
    with drafting(build.intake.data, build.store) as draft:
        after = publish(draft, replace(wanted, started=run.started), edition, run)
        save_manifest(draft.directory, after)
        commit(draft)
    return after


def _summary(before: Manifest, after: Manifest, found: tuple[Entry, ...]) -> Summary:
    old = set(before.entries)
    failed = [entry for entry in found if entry.status != "ok"]
    unchanged = sum(entry in old for entry in found if entry.status == "ok")
    left = {entry.path for entry in before.entries} - {entry.path for entry in after.entries}
    return Summary(
        read=len(found) - len(failed) - unchanged,
        unchanged=unchanged,
        removed=len(left),
        failed=tuple(FailedFile(entry.path, entry.status, entry.reason or "") for entry in failed),
        entities=after.entities,
        statements=after.statements,
        seconds=0.0,
    )
