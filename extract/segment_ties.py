"""Tie enclosed documents to agenda items: by stamp, by title, by the document that lists them, by order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.segment_agendas import Agendas, likeness
from extract.segment_documents import Draft, Tie, Tied, is_recommendation
from extract.segment_items import order
from extract.segment_listings import find_listers, find_listers_of_item

ALIKE = 0.86  # of a title's words
CLEARLY_ALIKE = 0.55  # is enough between two items that order allows
MARGIN = 0.12


def own_meeting(drafts: Sequence[Draft], agendas: Agendas) -> int | None:
    """Return which meeting the stamps count in: the one whose items they fit best, in doubt the last."""
    votes = [0] * agendas.count
    for draft in drafts:
        for tie in agendas.numbered(draft.key[0]) if draft.key else ():
            votes[tie.thread] += 3 if _alike(draft, tie, agendas) >= ALIKE else 1
    return max(range(agendas.count), key=lambda index: (votes[index], index), default=None)


def tie_documents(tied: Sequence[Tied], agendas: Agendas, before: Sequence[Tie | None]) -> None:
    """Find the item of every document; `before` is the item printed on the page before each, if any."""
    find_listers(tied)
    own = own_meeting([each.draft for each in tied], agendas)
    if own is not None:
        _tie_to(own, tied, agendas, before)
    find_listers_of_item(tied)


def _tie_to(own: int, tied: Sequence[Tied], agendas: Agendas, before: Sequence[Tie | None]) -> None:
    for each, printed in zip(tied, before, strict=True):
        each.tie = _by_stamp(each.draft, agendas, own) or _by_title(each.draft, agendas, own)
        if each.tie is None and each.listed is None:
            each.tie = printed
    _by_listing(tied)
    _one_each(tied, agendas)
    _by_order(tied, agendas)
    _by_listing(tied)


def _alike(draft: Draft, tie: Tie, agendas: Agendas) -> float:
    return max((likeness(title, agendas.title(tie)) for title in _titles(draft)), default=0.0)


def _titles(draft: Draft) -> Iterator[str]:
    return (title for title in (draft.head.title, draft.stamp_title) if title)


def _by_stamp(draft: Draft, agendas: Agendas, own: int) -> Tie | None:
    having = agendas.numbered(draft.key[0]) if draft.key else ()
    ranked = {tie: (_alike(draft, tie, agendas) >= ALIKE, tie.thread == own, tie.thread) for tie in having}
    return max(ranked, key=lambda tie: ranked[tie], default=None)


def _by_title(draft: Draft, agendas: Agendas, own: int) -> Tie | None:
    if draft.committee is not None:
        return None
    found = {tie: _alike(draft, tie, agendas) for title in _titles(draft) for tie in agendas.sharing(title)}
    best = max(found, key=lambda tie: (found[tie], tie.thread == own, tie.thread), default=None)
    return best if best is not None and found[best] >= ALIKE else None


def _by_listing(tied: Sequence[Tied]) -> None:
    for each in tied:
        if each.tie is None and each.lister is not None:
            each.tie = tied[each.lister].tie


def _one_each(tied: Sequence[Tied], agendas: Agendas) -> None:
    """Tie, in order, as many recommendations between two ties as items are left there: each has its own."""
    before: Tie | None = None
    free: list[Tied] = []
    for each in tied:
        if each.tie is None:
            free += [each] if each.lister is None and is_recommendation(each.draft) else []
            continue
        if before is not None and before.thread == each.tie.thread:
            left = agendas.between(before, each.tie)
            if len(left) == len(free) > 1:
                for one, tie in zip(free, left, strict=True):
                    one.tie = tie
        before, free = each.tie, []


def _by_order(tied: Sequence[Tied], agendas: Agendas) -> None:
    """Documents stand in the order of their items: between two of one item, or of neighbours, one is left."""
    following: list[Tie | None] = []
    for each in reversed(tied):
        following.append(each.tie or (following[-1] if following else None))
    before: Tie | None = None
    for each, after in zip(tied, reversed(following), strict=True):
        free = each.tie is None and each.lister is None
        if free and before and after and before.thread == after.thread:
            each.tie = _between(each.draft, agendas, before, after)
        before = each.tie or before


def _between(draft: Draft, agendas: Agendas, before: Tie, after: Tie) -> Tie | None:
    if before == after or not (is_recommendation(draft) or draft.head.templated):
        return before
    left = agendas.between(before, after)
    if not left:
        return after if order(before.number) < order(after.number) else None
    alike = sorted(((_alike(draft, tie, agendas), order(tie.number), tie) for tie in left), reverse=True)
    if len(alike) == 1 or (alike[0][0] >= CLEARLY_ALIKE and alike[0][0] - alike[1][0] >= MARGIN):
        return alike[0][2]
    return None
