"""Find where documents are listed as attachments: "Bilag 2: Kort over havnen" under an indstilling."""

from __future__ import annotations

from collections.abc import Sequence

from extract.likeness import same_title
from extract.segment_cues import resembles
from extract.segment_documents import Draft, Listed, Tie, Tied, is_recommendation

REACH = 12  # documents between one and its attachments


def find_listers(tied: Sequence[Tied]) -> None:
    """Find for every document the one that lists it: the nearest by title, else the one it follows."""
    for index, each in enumerate(tied):
        window = range(max(index - REACH, 0), min(index + REACH + 1, len(tied)))
        near = [n for n in window if n != index and tied[n].draft.listed]
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


def find_listers_of_item(tied: Sequence[Tied]) -> None:
    """Find what is still missing among all documents of the same item, whatever their order."""
    listers: dict[Tie | str | None, list[int]] = {}
    for index, each in enumerate(tied):
        if each.draft.listed:
            listers.setdefault(_item(each), []).append(index)
    for index, each in enumerate(tied):
        item = _item(each)
        for lister in listers.get(item, ())[:REACH] if item and each.listed is None else ():
            listed = _listed_by_number(each.draft, tied[lister].draft)
            if listed is not None and lister != index:
                each.listed, each.lister = listed, lister
                break


def _item(tied: Tied) -> Tie | str | None:
    """Return the item of a document, or what its stamp calls it where no agenda is printed."""
    return tied.tie or (tied.draft.key[0] if tied.draft.key else None)


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
    near = tied[max(index - REACH, 0) : index + REACH + 1]
    return None if any(each.listed == following for each in near) else following
