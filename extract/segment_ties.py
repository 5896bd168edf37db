"""Tie enclosed documents to agenda items: by stamp, by title, by the document that lists them, by order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.likeness import folded, same_title, shared
from extract.segment_cues import resembles
from extract.segment_documents import Draft, Listed
from extract.segment_items import order
from extract.segment_threads import Thread

ALIKE = 0.86  # of a title's words
CLEARLY_ALIKE = 0.55  # is enough between two items that order allows
MARGIN = 0.12
REACH = 12  # documents between one and its attachments
TELLING = re.compile(r"\w{6,}")


@dataclass(frozen=True, slots=True)
class Tie:
    """The agenda item a document belongs to."""

    thread: int
    number: str


@dataclass(slots=True)
class Tied:
    """A document with its item and the place in an earlier document where it is listed, as far as known."""

    draft: Draft
    tie: Tie | None = None
    listed: Listed | None = None
    lister: int | None = None  # index of the document that lists it


def own_thread(drafts: Sequence[Draft], threads: Sequence[Thread]) -> int | None:
    """Return which meeting the stamps count in: the one whose items they fit best, in doubt the last."""
    if not threads:
        return None
    votes = [0.0] * len(threads)
    for draft in drafts:
        for index, thread in enumerate(threads):
            title = thread.titled(draft.key[0]) if draft.key else None
            if title is not None:
                votes[index] += 1 + 2 * (_likeness(draft, title) >= ALIKE)
    return max(range(len(threads)), key=lambda index: (votes[index], index))


def tie(drafts: Sequence[Draft], threads: Sequence[Thread], before: Sequence[Tie | None]) -> list[Tied]:
    """Return every document with its item; `before` is the item printed on the page before each, if any."""
    tied = [Tied(draft) for draft in drafts]
    own = own_thread(drafts, threads)
    if own is None:
        return tied
    _find_listers(tied)
    for each, printed in zip(tied, before, strict=True):
        each.tie = _by_stamp(each.draft, threads, own) or _by_title(each.draft, threads, own)
        if each.tie is None and each.listed is None:
            each.tie = printed
    _by_listing(tied)
    _by_order(tied, threads)
    _by_listing(tied)
    _find_listers_of_item(tied)
    return tied


def _find_listers(tied: Sequence[Tied]) -> None:
    """Find for every document the one that lists it: the nearest by title, else the one it follows."""
    listers = [index for index, each in enumerate(tied) if each.draft.listed]
    for index, each in enumerate(tied):
        near = [n for n in listers if n != index and abs(n - index) <= REACH]
        for lister in sorted(near, key=lambda n: (n > index, abs(n - index))):
            listed = _listed_by_title(each.draft, tied[lister].draft)
            if listed is not None:
                each.listed, each.lister = listed, lister
                break
    for index, each in enumerate(tied):
        before = [n for n in range(max(index - REACH, 0), index) if tied[n].draft.listed]
        if each.listed is None and before:
            each.listed = _listed_by_place(tied, index, before[-1])
            each.lister = before[-1] if each.listed else None


def _find_listers_of_item(tied: Sequence[Tied]) -> None:
    """Find what is still missing among all documents of the same item, whatever their order."""
    listers: dict[Tie | None, list[int]] = {}
    for index, each in enumerate(tied):
        if each.tie and each.draft.listed:
            listers.setdefault(each.tie, []).append(index)
    for index, each in enumerate(tied):
        for lister in listers.get(each.tie, ()) if each.listed is None else ():
            listed = _listed_by_number(each.draft, tied[lister].draft)
            if listed is not None and lister != index:
                each.listed, each.lister = listed, lister
                break


def _listed_by_title(draft: Draft, lister: Draft) -> Listed | None:
    titles = [title for title in (draft.head.title, draft.stamp_title) if title and not draft.committee]
    for listed in lister.listed:
        if any(same_title(title, listed.title) or resembles(title, listed.title) for title in titles):
            return listed
    return None


def _listed_by_number(draft: Draft, lister: Draft) -> Listed | None:
    other_item = lister.key and draft.key and lister.key[0] != draft.key[0]
    if other_item or draft.committee or is_recommendation(draft):
        return None
    return next((listed for listed in lister.listed if listed.number == draft.own_number), None)


def _listed_by_place(tied: Sequence[Tied], index: int, lister: int) -> Listed | None:
    """Return the next in a list for the document that follows its others at once, if it is not stamped."""
    draft, listed = tied[index].draft, tied[lister].draft.listed
    between = tied[lister + 1 : index]
    if draft.key or draft.committee or is_recommendation(draft):
        return None
    if draft.own_number is not None:
        return _listed_by_number(draft, tied[lister].draft)
    if any(each.lister != lister for each in between) or len(between) >= len(listed):
        return None
    following = listed[len(between)]
    return None if any(each.listed == following for each in tied) else following


def is_recommendation(draft: Draft) -> bool:
    """Tell whether a document asks for a decision of its own (an indstilling)."""
    return any(label.name in ("indstilling", "meeting") for label in draft.head.labels)


def _likeness(draft: Draft, title: str) -> float:
    titles = [each for each in (draft.head.title, draft.stamp_title) if each]
    if any(folded(each) == folded(title) for each in titles):
        return 1.0
    if len(TELLING.findall(title)) < 2 and len(folded(title)) < 10:
        return 0.0
    return max((shared(each, title) for each in titles), default=0.0)


def _by_stamp(draft: Draft, threads: Sequence[Thread], own: int) -> Tie | None:
    if draft.key is None:
        return None
    number = draft.key[0].upper()
    having = [n for n, thread in enumerate(threads) if number in thread.printed]
    if not having:
        return None
    alike = {n: _likeness(draft, threads[n].titled(number) or "") >= ALIKE for n in having}
    return Tie(max(having, key=lambda n: (alike[n], n == own, n)), number)


def _by_title(draft: Draft, threads: Sequence[Thread], own: int) -> Tie | None:
    if draft.committee is not None:
        return None
    found = [
        (_likeness(draft, thread.titled(number) or ""), n == own, n, number)
        for n, thread in enumerate(threads)
        for number in thread.printed
    ]
    alike, _, thread, number = max(found, default=(0.0, False, 0, ""))
    return Tie(thread, number) if alike >= ALIKE else None


def _by_listing(tied: Sequence[Tied]) -> None:
    for each in tied:
        if each.tie is None and each.lister is not None:
            each.tie = tied[each.lister].tie


def _by_order(tied: Sequence[Tied], threads: Sequence[Thread]) -> None:
    """Documents stand in the order of their items: between two of one item, or of neighbours, one is left."""
    following: list[Tie | None] = []
    for each in reversed(tied):
        following.append(each.tie or (following[-1] if following else None))
    before: Tie | None = None
    for each, after in zip(tied, reversed(following), strict=True):
        free = each.tie is None and each.lister is None
        if free and before and after and before.thread == after.thread:
            each.tie = _between(each.draft, threads[before.thread], before, after)
        before = each.tie or before


def _between(draft: Draft, thread: Thread, before: Tie, after: Tie) -> Tie | None:
    if before == after:
        return before
    low, high = order(before.number), order(after.number)
    open_ = [number for number in thread.printed if low < order(number) < high]
    if not is_recommendation(draft) and not draft.head.templated:
        return before
    if low < high and not open_:
        return after
    alike = sorted(((_likeness(draft, thread.titled(n) or ""), n) for n in open_), reverse=True)
    if len(alike) == 1:
        return Tie(before.thread, alike[0][1])
    if len(alike) > 1 and alike[0][0] >= CLEARLY_ALIKE and alike[0][0] - alike[1][0] >= MARGIN:
        return Tie(before.thread, alike[0][1])
    return None
