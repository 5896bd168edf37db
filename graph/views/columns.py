"""Read many things a column at a time: each field in a question of its own, so none multiplies another's.

A wide question with many optional parts costs several times as much as its parts asked for one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from graph.store import Reader
from graph.views.rows import rows, value

Column = Mapping[str, tuple[str, ...]]


def column(store: Reader, pattern: str, most: int) -> Column:
    """Return the values of each thing, in alphabetical order; `pattern` is trusted and binds ?iri and ?value.

    At most `most` values are read.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(store, f"SELECT ?iri ?value {{ {pattern} }} LIMIT {most}"):
        iri, text = value(row, "iri"), value(row, "value")
        if iri is not None and text is not None:
            found[iri].add(text)
    return {iri: tuple(sorted(values)) for iri, values in found.items()}


def first(values: Column, iri: str | None) -> str | None:
    """Return a thing's first value, None if it has none.

    >>> first({"a": ("1", "2")}, "a"), first({}, "a"), first({"a": ("1",)}, None)
    ('1', None, None)
    """
    return next(iter(values.get(iri, ())), None) if iri is not None else None


def size(values: Column) -> int:
    """Count the values of a column.

    >>> size({"a": ("1", "2"), "b": ("1",)})
    3
    """
    return sum(map(len, values.values()))
