"""Read files on the workers of a Dask cluster, in batches; what they read comes back into the cache here.

A worker needs this project at the same version and nothing else of ours: no folder is shared (but lists of
terms of one's own). It reads each file in a process of its own, as the pool of one machine does, so that a
file that crashes, hangs or eats memory fails alone. A batch whose worker dies is given to another by Dask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import chain

import msgspec

from extract.errors import ReadError
from extract.relations import Extract
from graph.ingesting.cache import ExtractCache, code_version
from graph.ingesting.dask_cluster import VersionError, have_children, open_cluster
from graph.ingesting.pool import Failure, Limits, work_through
from graph.ingesting.recognisers import Recognisers
from graph.ingesting.taking import Content, Taken, Task, load

BATCH_FILES = 64  # a batch costs the worker a process that makes the pipeline: about a second
BATCH_BYTES = 8 << 20
Settled = tuple[Task, Taken | Failure]


@dataclass(frozen=True, slots=True)
class Parcel:
    """One file on its way to a worker."""

    number: int
    name: str
    data: bytes
    recognisers: Recognisers


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker needs to know besides the files: the version of the code here, what a file may take."""

    version: str
    limits: Limits


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a file could not be read, as its reader says."""

    status: str
    reason: str


Outcome = bytes | Unread | Failure
Batch = list[tuple[Task, Content]]


def take_on_cluster(url: str, tasks: Iterable[Task], limits: Limits) -> Iterator[Settled]:
    """Yield each file with what became of it, as they come; what the cache has is not read again.

    Raises: SchedulerError naming `url` if its workers cannot be used; StoreError if the cache cannot be
    written.
    """
    settled: list[Settled] = []
    batches = _batches(tasks, settled)
    first = next(batches, None)
    if first is not None:
        order = Order(code_version(), Limits(1, limits.timeout_s, limits.memory_bytes))
        with open_cluster(url) as cluster:
            for batch, outcomes in cluster.work_through(read_batch, chain([first], batches), _parcels, order):
                yield from _kept(batch, outcomes)
                yield from settled
                settled.clear()
    yield from settled


def read_batch(parcels: list[Parcel], order: Order) -> list[Outcome]:
    """Read files and return their extracts (msgpack) in the same order; runs on a worker of the cluster.

    Raises: VersionError if the worker would read otherwise than it is read where it was asked from.
    """
    if code_version() != order.version:
        raise VersionError(code_version(), order.version)
    have_children("graph.extraction")
    found = {parcel.number: outcome for parcel, outcome in work_through(_read, parcels, order.limits)}
    return [found[parcel.number] for parcel in parcels]


def _read(parcel: Parcel) -> bytes | Unread:
    extraction = import_module("graph.extraction")
    try:
        extract: Extract = extraction.extract_bytes(parcel.data, parcel.name, parcel.recognisers)
    except ReadError as error:
        return Unread(error.status, error.reason)
    return msgspec.msgpack.encode(extract)


def _batches(tasks: Iterable[Task], settled: list[Settled]) -> Iterator[Batch]:
    """Yield what must be read, in batches; what is settled without reading is put into `settled`."""
    batch: Batch = []
    size = 0
    for task in tasks:
        try:
            content = load(task)
        except ReadError as error:
            settled.append((task, Failure(error.status, error.reason)))
            continue
        if content.key in ExtractCache(task.data):
            settled.append((task, Taken(content.sha256, content.key)))
            continue
        batch.append((task, content))
        size += len(content.data)
        if len(batch) >= BATCH_FILES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _parcels(batch: Batch) -> list[Parcel]:
    return [
        Parcel(number, task.found.name, content.data, task.recognisers)
        for number, (task, content) in enumerate(batch)
    ]


def _kept(batch: Batch, outcomes: Iterable[Outcome]) -> Iterator[Settled]:
    for (task, content), outcome in zip(batch, outcomes, strict=True):
        if isinstance(outcome, Failure):
            yield task, outcome
        elif isinstance(outcome, Unread):
            yield task, Taken(content.sha256, None, outcome.status, outcome.reason)
        else:
            ExtractCache(task.data).keep(content.key, outcome)
            yield task, Taken(content.sha256, content.key)
