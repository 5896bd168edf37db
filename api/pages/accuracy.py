"""How well the program read packages that people read by hand: the figures that were last measured.

They lie in `api/accuracy.json`, which `python -m benchmarks.accuracy` writes: with the day, the command, and
what was measured on. They are of the program, not of the graph that is served.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


class Kind(msgspec.Struct, frozen=True):
    """How one kind of statement was read: shares from 0 to 1."""

    name: str
    precision: float
    recall: float
    f1: float


class Measured(msgspec.Struct, frozen=True):
    """One set of packages: what they are, in both languages, and how each kind was read."""

    title: str
    title_en: str
    packages: int
    kinds: tuple[Kind, ...]


class Accuracy(msgspec.Struct, frozen=True):
    """All that was measured on a day, and by which command."""

    date: str
    command: str
    sets: tuple[Measured, ...]


@cache
def accuracy() -> Accuracy | None:
    """Return the figures, or None where none were written."""
    file = files("api") / "accuracy.json"
    return msgspec.json.decode(file.read_bytes(), type=Accuracy) if file.is_file() else None
