"""Turn offsets in cleaned text into offsets in the raw text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from extract.records import CleanText, Span

T = TypeVar("T")


def raw_span(clean: CleanText) -> Callable[[Span], Span]:
    """Return the map from a cleaned span to the raw span that holds its first to its last character.

    What cleaning took out in between (a stamp, a line break) lies inside the raw span. Characters that
    cleaning added (a joining space) belong to the run before them.

    >>> from extract.records import Run
    >>> clean = CleanText("ab cd", (Run(0, 0, 2), Run(3, 7, 2)), (0,))
    >>> raw_span(clean)(Span(0, 5))
    Span(start=0, end=9)
    """
    starts = [run.clean_start for run in clean.runs]

    def offset(position: int) -> int:
        run = clean.runs[max(bisect_right(starts, position) - 1, 0)]
        return run.raw_start + min(max(position - run.clean_start, 0), run.length)

    def locate(span: Span) -> Span:
        if not clean.runs:
            return Span(0, 0)
        if span.end <= span.start:
            return Span(offset(span.start), offset(span.start))
        return Span(offset(span.start), offset(span.end - 1) + 1)

    return locate


def relocate(record: T, locate: Callable[[Span], Span]) -> T:
    """Return the record with every `Span` in it, however deep, put through `locate`."""
    return _walk(record, locate)  # type: ignore[no-any-return]


def _walk(value: Any, locate: Callable[[Span], Span]) -> Any:
    if isinstance(value, Span):
        return locate(value)
    if isinstance(value, tuple):
        return tuple(_walk(item, locate) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _walk(getattr(value, f.name), locate) for f in fields(value) if f.init}
        return replace(value, **changed)
    return value
