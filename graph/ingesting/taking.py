"""Take one file in: what is read out of it goes into the cache, under a key of all that decides it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from extract.discover import Found
from extract.errors import ReadError
from graph.ingesting.cache import ExtractCache
from graph.ingesting.recognisers import Recognisers


@dataclass(frozen=True, slots=True)
class Task:
    """A file to take in, and with what: the data directory, the recognisers, the version of the code."""

    found: Found
    data: Path
    recognisers: Recognisers
    version: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file: the digest of its content, the key of its extract, else why there is none."""

    sha256: str
    key: str | None
    status: str = "ok"
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The content of a file, its digest, and the key that its extract has in the cache."""

    data: bytes
    sha256: str
    key: str


def load(task: Task) -> Content:
    """Return a file's content and key.

    Raises: ReadError if its bytes cannot be had.
    """
    data = task.found.load()
    sha256 = hashlib.sha256(data).hexdigest()
    text = "\0".join((sha256, task.found.name, task.version))
    return Content(data, sha256, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])


def take(task: Task) -> Taken:
    """Read one file, unless the cache has it; runs in a worker.

    Raises: ReadError if its bytes cannot be had; StoreError if the cache cannot be written.
    """
    content = load(task)
    cache = ExtractCache(task.data)
    if content.key in cache:
        return Taken(content.sha256, content.key)
    extraction = import_module("graph.extraction")  # costs a second: not for what is in the cache
    try:
        cache.save(content.key, extraction.extract_bytes(content.data, task.found.name, task.recognisers))
    except ReadError as error:
        return Taken(content.sha256, None, error.status, error.reason)
    return Taken(content.sha256, content.key)
