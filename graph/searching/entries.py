"""What a search index holds: things under their names, and quotes with where they stand."""

from __future__ import annotations

import msgspec

LABEL, ACRONYM, ALIAS, TITLE = "label", "acronym", "alias", "title"  # how a name is a thing's
QUOTE = "quote"


class NameEntry(msgspec.Struct, frozen=True):
    """One thing and its names, each with how it is the thing's; the first is the one it is shown by.

    `classes` are all its classes in our vocabulary, `units` the IRIs of the organizations it belongs to,
    `departments` those of them that are departments. `first` and `last` are ISO dates.
    """

    iri: str
    label: str
    type: str
    kind: str | None
    names: tuple[tuple[str, str], ...]
    classes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    first: str | None = None
    last: str | None = None
    sources: int = 0


class About(msgspec.Struct, frozen=True):
    """A thing that a quote tells of."""

    iri: str
    type: str
    classes: tuple[str, ...] = ()
    kind: str | None = None


class QuoteEntry(msgspec.Struct, frozen=True):
    """One quote: what it says, where it stands, and what it tells of, the most telling first."""

    quote: str
    source: str
    source_iri: str
    start: int | None
    end: int | None
    page: int | None
    date: str | None
    about: tuple[About, ...] = ()
    units: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
