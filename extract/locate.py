"""Turn offsets in cleaned text into offsets in the raw text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from extract.records import CleanText, Run, Span

T = TypeVar("T")


def raw_span(clean: CleanText) -> Callable[[Span], Span]:
    """Return the map from a cleaned span to the smallest raw span that holds all its characters.

    What cleaning took out in between (a stamp, a line break) lies inside the raw span. So does a text box
    that was printed between two halves of a sentence; and as the box was moved behind that sentence, the raw
    span of a span over both goes from what is printed first to what is printed last. Characters that
    cleaning added (a joining space) belong to the run before them.

    >>> from extract.records import Run
    >>> clean = CleanText("ab cd", (Run(0, 0, 2), Run(3, 7, 2)), (0,))
    >>> raw_span(clean)(Span(0, 5))
    Span(start=0, end=9)
    """
    runs = clean.runs
    starts = [run.clean_start for run in runs]

    def locate(span: Span) -> Span:
        if not runs:
            return Span(0, 0)
        first = max(bisect_right(starts, span.start) - 1, 0)
        start = _raw_start(runs[first], span.start)
        if span.end <= span.start:
            return Span(start, start)
        last = max(bisect_right(starts, span.end - 1) - 1, first)
        end = _raw_end(runs[last], span.end)
        for run in runs[first + 1 : last + 1]:
            start = min(start, run.raw_start)
        for run in runs[first:last]:
            end = max(end, run.raw_end)
        return Span(start, end)

    return locate


def _raw_start(run: Run, position: int) -> int:
    if run.raw_length is not None:
        return run.raw_start
    return run.raw_start + min(max(position - run.clean_start, 0), run.length)


def _raw_end(run: Run, position: int) -> int:
    if run.raw_length is not None:
        return run.raw_end
    return run.raw_start + min(max(position - run.clean_start, 0), run.length)


def relocate(record: T, locate: Callable[[Span], Span]) -> T:
    """Return the record with every `Span` in it, however deep, put through `locate`."""
    return _walk(record, locate)  # type: ignore[no-any-return]


def _walk(value: Any, locate: Callable[[Span], Span]) -> Any:
    kind = type(value)
    if kind is Span:
        return locate(value)
    if kind is tuple:
        return tuple([_walk(item, locate) for item in value])
    names = _field_names(kind)  # type: ignore[arg-type]  # a class is hashable
    return kind(**{name: _walk(getattr(value, name), locate) for name in names}) if names else value


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    """Return the names of a record's fields; none for what is no record."""
    return tuple(each.name for each in fields(kind) if each.init) if is_dataclass(kind) else ()
