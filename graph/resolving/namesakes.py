"""Tell namesakes apart before names are compared: two people, or two departments' units.

A form is all mentions of one name. Where the texts say that one name is several entities, the form is split:
people by e-mail address, units by the department they belong to, acronyms by what they are said to stand for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from extract.records import Kind
from graph.iri import digest
from graph.names import fold, is_acronym
from graph.resolving.compare import misprint
from graph.resolving.compare_organizations import short_name
from graph.resolving.forms import FormKey
from graph.resolving.sightings import Seen, SourceView, renamed

Mark = Callable[[SourceView, Seen], str | None]


def split_namesakes(views: Sequence[SourceView]) -> list[SourceView]:
    """Return the views with the keys of namesakes split. The order of the views does not matter."""
    people = _split(views, Kind.PERSON, _address)
    departments = _departments(people)
    units = _split(people, Kind.ORGANIZATION, lambda view, seen: _department(view, seen, departments))
    return _split_acronyms(units)


def _split(views: Sequence[SourceView], kind: Kind, mark: Mark) -> list[SourceView]:
    marks = _marks(views, kind, mark)
    several = {key: counts for key, counts in marks.items() if len(_distinct(counts)) > 1}
    return [_renamed(view, several, mark) for view in views] if several else list(views)


def _marks(views: Sequence[SourceView], kind: Kind, mark: Mark) -> dict[FormKey, Counter[str]]:
    found: dict[FormKey, Counter[str]] = defaultdict(Counter)
    for view in views:
        for seen in view.seen:
            if seen.key.kind is kind and (value := mark(view, seen)):
                found[seen.key][value] += 1
    return found


def _distinct(counts: Iterable[str]) -> set[str]:
    """Return the marks without those that are misprints of another."""
    kept: list[str] = []
    for value in sorted(counts):
        if not any(misprint(value.partition("@")[0], other.partition("@")[0]) for other in kept):
            kept.append(value)
    return set(kept)


def _renamed(view: SourceView, several: Mapping[FormKey, Counter[str]], mark: Mark) -> SourceView:
    """Give each mention of a split name the mark beside it, else its file's only one, else the commonest."""
    here: dict[FormKey, set[str]] = defaultdict(set)
    for seen in view.seen:
        if seen.key in several and (value := mark(view, seen)):
            here[seen.key].add(value)
    keys = {}
    for seen in view.seen:
        if counts := several.get(seen.key):
            own = mark(view, seen) or (next(iter(here[seen.key])) if len(here[seen.key]) == 1 else None)
            value = own or min(counts, key=lambda each: (-counts[each], each))
            keys[seen.index] = replace(seen.key, split=digest(value, 6))
    return renamed(view, keys) if keys else view


def _address(view: SourceView, seen: Seen) -> str | None:
    del view
    return seen.mention.attributes.get("email", "").casefold() or None


def _departments(views: Sequence[SourceView]) -> dict[str, str]:
    """Return the departments' short names by each name and acronym they go by."""
    found: dict[str, str] = {}
    for view in views:
        for seen in view.seen:
            attributes = seen.mention.attributes
            if seen.key.kind is Kind.ORGANIZATION and attributes.get("type") == "department":
                names = (seen.key.name, short_name(seen.key.name), fold(attributes.get("notation", "")))
                found.update((name, attributes.get("notation") or names[1]) for name in names if name)
    return found


def _department(view: SourceView, seen: Seen, departments: Mapping[str, str]) -> str | None:
    attributes = seen.mention.attributes
    if attributes.get("type") not in ("unit", None):
        return None
    parent = attributes.get("part_of") or view.learnt.get(seen.index, {}).get("part_of", "")
    return departments.get(fold(parent))


def _split_acronyms(views: Sequence[SourceView]) -> list[SourceView]:
    """Split an acronym that stands for different names in different files, by the name its own file gives."""
    defined: dict[str, set[str]] = defaultdict(set)
    for view in views:
        for acronym, name in _definitions(view):
            defined[acronym].add(name)
    double = {acronym for acronym, names in defined.items() if len(names) > 1}
    return [_renamed_acronyms(view, double) for view in views] if double else list(views)


def _definitions(view: SourceView) -> Iterable[tuple[str, str]]:
    for seen in view.seen:
        acronym = seen.mention.attributes.get("notation")
        if seen.key.kind is Kind.ORGANIZATION and acronym and fold(acronym) != seen.key.name:
            yield fold(acronym), short_name(seen.key.name)


def _renamed_acronyms(view: SourceView, double: set[str]) -> SourceView:
    here: dict[str, set[str]] = defaultdict(set)
    for acronym, name in _definitions(view):
        here[acronym].add(name)
    keys = {}
    for seen in view.seen:
        acronym = seen.key.name
        if seen.key.kind is Kind.ORGANIZATION and acronym in double and is_acronym(seen.mention.name):
            names = sorted(here[acronym])
            keys[seen.index] = replace(seen.key, split=names[0] if len(names) == 1 else "")
    return renamed(view, keys) if keys else view
