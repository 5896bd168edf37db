"""Find where a promise is taken up again: in a later meeting of the same body, within a year and a half.

An item takes a promise up if it is about an initiative that the promise names, else about one that the
promise's own item is about (unless it is that standing item again), else if its title shares two words with
the promise that few titles have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.building.literals import moment
from graph.building.package_iris import package_iris
from graph.iri import Iris
from graph.names import fold
from graph.resolving.agendas import Promise, words_of
from graph.resolving.resolution import FollowUp, Held
from graph.resolving.sightings import SourceView

WITHIN = timedelta(days=550)
SHARED_WORDS = 2
COMMON = 0.1  # of a body's titles: a word that more of them have tells nothing
Mentions = Mapping[str, Sequence[str | None]]
Meetings = Mapping[str, Mapping[str, Held]]


@dataclass(frozen=True, slots=True)
class _Item:
    """An agenda item of a dated meeting, with the initiatives it is about and the words of its title."""

    title: str
    body: str
    day: date
    iri: str
    subjects: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Made:
    """A promise, the item it was made under, the file that says so and the initiatives it names."""

    promise: Promise
    item: _Item
    sha256: str
    named: frozenset[str]


def find_follow_ups(
    views: Sequence[SourceView], mentions: Mentions, meetings: Meetings, iris: Iris
) -> dict[str, dict[int, FollowUp]]:
    """Return the item that takes each promise up again, by file and the promise's number in it."""
    items: dict[str, dict[str, _Item]] = defaultdict(dict)
    made: list[_Made] = []
    for view in views:
        own = dict(_items(view, mentions[view.sha256], meetings.get(view.sha256, {}), iris))
        for item in own.values():
            items[item.body][item.iri] = _merged(items[item.body].get(item.iri), item)
        made += _promises(view, own, mentions[view.sha256])
    known = {body: _in_order(found.values()) for body, found in items.items()}
    found: dict[str, dict[int, FollowUp]] = defaultdict(dict)
    for each in made:
        if follow_up := _first(each, known[each.item.body]):
            found[each.sha256][each.promise.number] = follow_up
    return dict(found)


def _items(
    view: SourceView, mentions: Sequence[str | None], held: Mapping[str, Held], iris: Iris
) -> Iterator[tuple[str, _Item]]:
    named = package_iris(view.agenda.package, view.sha256, held, iris)
    days = {meeting.id: meeting.date for meeting in view.agenda.package.meetings}
    for item in view.agenda.package.agenda_items:
        day, holder = days.get(item.meeting_id), held.get(item.meeting_id)
        if day and holder and moment(day):
            subjects = (mentions[index] for index in view.agenda.subjects.get(item.id, ()))
            about = frozenset(iri for iri in subjects if iri)
            at = (holder.body, date.fromisoformat(day), named.items[item.id])
            yield item.id, _Item(fold(item.title), *at, about, words_of(item.title))


def _merged(known: _Item | None, item: _Item) -> _Item:
    """Return an item as all files that name it tell of it."""
    if known is None:
        return item
    return replace(known, subjects=known.subjects | item.subjects, words=known.words | item.words)


def _promises(
    view: SourceView, items: Mapping[str, _Item], mentions: Sequence[str | None]
) -> Iterator[_Made]:
    for promise in view.agenda.promises:
        if item := items.get(promise.item_id):
            named = (mentions[index] for index in promise.initiatives)
            yield _Made(promise, item, view.sha256, frozenset(iri for iri in named if iri))


def _in_order(items: Iterable[_Item]) -> tuple[_Item, ...]:
    """Return a body's items in order of time, their titles without the words that many titles have."""
    ordered = sorted(items, key=lambda item: (item.day, item.iri))
    counts = Counter(word for item in ordered for word in item.words)
    most = max(SHARED_WORDS, COMMON * len(ordered))
    return tuple(replace(i, words=frozenset(w for w in i.words if counts[w] <= most)) for i in ordered)


def _first(made: _Made, items: Iterable[_Item]) -> FollowUp | None:
    """Return the first later item that takes the promise up, by the surest of the three ways there is."""
    later = [item for item in items if made.item.day < item.day <= made.item.day + WITHIN]
    for item in later:
        if item.subjects & made.named:
            return FollowUp(item.iri, "promised_initiative", 0.8)
    for item in later:
        if item.subjects & made.item.subjects and item.title != made.item.title:
            return FollowUp(item.iri, "initiative_of_the_item", 0.7)
    for item in later:
        if len(item.words & made.promise.words) >= SHARED_WORDS:
            return FollowUp(item.iri, "words_of_the_title", 0.6)
    return None
