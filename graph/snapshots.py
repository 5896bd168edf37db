"""States of the graph on disk: readers open the newest, one writer makes the next.

    DIR/lock                     who writes (graph.ingesting.lock)
    DIR/current                  the name of the newest snapshot: one line, replaced in one step
    DIR/snapshots/00000007/      one state: `store` (Oxigraph), `search` (its index), the records kept with it
    DIR/snapshots/00000007.lease readers hold a shared lock on it, so that nobody removes it under them
    DIR/draft-00000008/          what a writer is making; what a killed writer leaves the next removes

A snapshot is never changed. A draft begins as a checkpoint of the newest snapshot (hard links: a millisecond,
whatever the size) and becomes the next snapshot whole or not at all. A graph in a SPARQL server is written
where it is (graph.stores.sparql); its records alone are drafted.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.atomic import write_text
from graph.errors import NoGraphError, StoreError
from graph.store import Reader, Writer
from graph.stores.address import Address
from graph.stores.opening import open_remote_reader, open_remote_writer
from graph.stores.oxigraph import ENGINE_ERRORS, OxigraphWriter, open_reader, open_writer
from graph.stores.remote import Remote, load_remote, save_remote

POINTER = "current"
SNAPSHOTS = "snapshots"
STORE = "store"
LOCKS = ".tantivy-"  # how the names of the search index's lock files begin
TRIES = 20  # a reader looks again when the snapshot it was about to open has just been replaced


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the graph, open for reading. `directory` holds the records kept with it."""

    name: str
    directory: Path
    store: Reader


@dataclass(frozen=True, slots=True)
class Draft:
    """The next state of the graph in `data`, open for writing. What is put into `directory` goes with it."""

    data: Path
    name: str
    directory: Path
    store: Writer


def newest(data: Path) -> str | None:
    """Return the name of the newest snapshot, or None before the first build."""
    try:
        return (data / POINTER).read_text("utf-8").strip() or None
    except FileNotFoundError:
        return None
    except NotADirectoryError as error:
        raise StoreError(data, "it is not a folder") from error


@contextmanager
def reading(data: Path) -> Iterator[Snapshot]:
    """Open the newest snapshot; it stays on disk until the block is left, whoever builds meanwhile.

    Raises: NoGraphError before the first build; StoreError if the state on disk is damaged.
    """
    name, lease = _leased(data)
    try:
        directory = data / SNAPSHOTS / name
        store = open_store(directory / STORE)
        try:
            yield Snapshot(name, directory, store)
        finally:
            store.close()
    finally:
        os.close(lease)


def open_store(path: Path) -> Reader:
    """Open the store of a snapshot: the folder of an embedded one, or the file that tells where it is.

    Raises: StoreError if it cannot be opened.
    """
    return open_remote_reader(path) if path.is_file() else open_reader(path)


def remote_of(data: Path) -> Remote | None:
    """Return what is known of the remote store that holds the newest state; None if it is embedded."""
    name = newest(data)
    path = data / SNAPSHOTS / (name or "") / STORE
    return load_remote(path) if path.is_file() else None


def attach(data: Path, remote: Remote) -> None:
    """Make the graph in a remote store the newest state of a data directory that has none of its own."""
    directory = data / SNAPSHOTS / "00000001"
    directory.mkdir(parents=True)
    save_remote(directory / STORE, remote)
    write_text(data / POINTER, "00000001\n")


@contextmanager
def drafting(data: Path, address: Address | None = None) -> Iterator[Draft]:
    """Open the next state for writing; the caller holds the lock (graph.ingesting.lock) and calls `commit`.

    `address` is the remote store to write; without it, the one that holds the newest state, else an embedded
    one. What was not committed when the block is left is removed; in a remote store it stays, and is mended
    by the next build.

    Raises: StoreError if the store cannot be written.
    """
    sweep(data)
    before = newest(data)
    name = f"{_last_number(data) + 1:08d}"
    directory = data / f"draft-{name}"
    try:
        store = _begin(directory, None if before is None else data / SNAPSHOTS / before, address)
        try:
            yield Draft(data, name, directory, store)
        finally:
            store.close()  # the engine's own threads write as long as it is open
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def _begin(directory: Path, before: Path | None, address: Address | None) -> Writer:
    try:
        directory.mkdir(parents=True)
        if before is not None:
            _copy_records(before, directory)
    except OSError as error:
        raise StoreError(directory, f"the graph cannot be written: {error}") from error
    known = load_remote(before / STORE) if before is not None and (before / STORE).is_file() else None
    if address is None and known is not None:
        address = known.address
    return open_remote_writer(address, known) if address else _copy(before, directory)


def _copy(before: Path | None, directory: Path) -> OxigraphWriter:
    try:
        if before is not None:
            open_reader(before / STORE).engine.backup(str(directory / STORE))
    except ENGINE_ERRORS as error:
        raise StoreError(directory, f"the graph cannot be written: {error}") from error
    return open_writer(directory / STORE)


def commit(draft: Draft) -> None:
    """Make the draft the newest snapshot in one step, and remove older ones that nobody reads.

    Raises: StoreError if it cannot be written; the newest snapshot is then the one before.
    """
    data = draft.data
    waiting = data / SNAPSHOTS / f"{draft.name}.new"
    try:
        shutil.rmtree(waiting, ignore_errors=True)
        waiting.mkdir(parents=True)
        draft.store.save(waiting / STORE)
        _copy_records(draft.directory, waiting)
        (data / SNAPSHOTS / f"{draft.name}.lease").touch()
        waiting.rename(data / SNAPSHOTS / draft.name)
        write_text(data / POINTER, f"{draft.name}\n")
    except OSError as error:
        raise StoreError(data, f"the graph cannot be written: {error}") from error
    prune(data)


def prune(data: Path) -> None:
    """Remove every snapshot but the newest, save those that somebody reads."""
    current = newest(data)
    for lease in sorted((data / SNAPSHOTS).glob("*.lease")):
        if lease.stem != current:
            _remove_unread(data / SNAPSHOTS / lease.stem, lease)


def sweep(data: Path) -> None:
    """Remove what killed writers left: drafts, snapshots that never became the newest."""
    for leftover in (*data.glob("draft-*"), *(data / SNAPSHOTS).glob("*.new")):
        shutil.rmtree(leftover, ignore_errors=True)
    if (data / SNAPSHOTS).is_dir():
        prune(data)


def _copy_records(directory: Path, target: Path) -> None:
    for record in directory.iterdir():
        if record.is_dir() and record.name != STORE:
            shutil.copytree(record, target / record.name, copy_function=_link)
        elif record.name != STORE:
            shutil.copy2(record, target / record.name)


def _link(source: str, target: str) -> None:
    """Share the file: what is in a folder of records is replaced, never changed; a lock is each one's own."""
    if Path(source).name.startswith(LOCKS):
        shutil.copy2(source, target)
        return
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _leased(data: Path) -> tuple[str, int]:
    for _ in range(TRIES):
        name = newest(data)
        if name is None:
            raise NoGraphError(data)
        lease = _lease(data / SNAPSHOTS / f"{name}.lease")
        if newest(data) == name and (data / SNAPSHOTS / name).is_dir():
            return name, lease
        os.close(lease)
    raise StoreError(data, f"the snapshot {name} that it points to is missing")


def _lease(path: Path) -> int:
    """Hold a shared lock on the file; where the folder is read-only nobody prunes, so none is needed."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError:
        descriptor = os.open(path.parent, os.O_RDONLY | os.O_CLOEXEC)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def _remove_unread(directory: Path, lease: Path) -> None:
    descriptor = os.open(lease, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    else:
        shutil.rmtree(directory, ignore_errors=True)
        lease.unlink(missing_ok=True)
    finally:
        os.close(descriptor)


def _last_number(data: Path) -> int:
    names = [path.name.split(".")[0] for path in (data / SNAPSHOTS).glob("*")]
    return max((int(name) for name in (*names, newest(data) or "0") if name.isdigit()), default=0)
