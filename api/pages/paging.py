"""Numbered pages of a list that is at hand as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of a list: which one, of how many; `fits` counts all that are on them."""

    number: int
    of: int
    fits: int


def page_of(things: Sequence[Thing], number: int, size: int) -> tuple[Sequence[Thing], Shown]:
    """Return one page; past the last it is the last.

    >>> page_of("abcde", 2, 2)
    ('cd', Shown(number=2, of=3, fits=5))
    """
    pages = max(1, -(-len(things) // size))
    number = min(number, pages)
    return things[(number - 1) * size : number * size], Shown(number, pages, len(things))
