"""What an analyst says of single mentions: this one is somebody else, these initials are her.

A mention is named by its IRI (`source/3f2a…/mention/7`). Judged different from anything, its name in its file
becomes a form of its own; judged the same as somebody, initials that nothing else decides are theirs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.judgements import Judgement, Verdict
from graph.resolving.sightings import Seen, SourceView, renamed

MENTION = re.compile(r"(?:.*/)?source/(?P<source>[0-9a-f]{16})/mention/(?P<number>[1-9]\d{0,8})")
MARK = "by hand "


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """One mention: the first digits of its file's digest, and its index among the file's mentions."""

    source: str
    index: int


def spot(reference: str) -> Spot | None:
    """Return the mention that a judgement's side names, None if it names something else.

    >>> spot("source/3f2a3f2a3f2a3f2a/mention/7"), spot("person:Mette Ravn")
    (Spot(source='3f2a3f2a3f2a3f2a', index=6), None)
    """
    match = MENTION.fullmatch(reference)
    return Spot(match["source"], int(match["number"]) - 1) if match else None


def split_by_hand(views: Sequence[SourceView], judgements: Iterable[Judgement]) -> list[SourceView]:
    """Return the views with a form of its own for each mention that was judged different from something."""
    apart: dict[str, set[int]] = defaultdict(set)
    for judgement in judgements:
        for side in (spot(judgement.left), spot(judgement.right)):
            if side and judgement.verdict is Verdict.DIFFERENT:
                apart[side.source].add(side.index)
    return [_split(view, apart[view.sha256[:16]]) if view.sha256[:16] in apart else view for view in views]


def _split(view: SourceView, indexes: set[int]) -> SourceView:
    names = {seen.key for seen in view.seen if seen.index in indexes}
    marked = {s.index: replace(s.key, split=MARK + view.sha256[:8]) for s in view.seen if s.key in names}
    return renamed(view, marked)


def spots(views: Iterable[SourceView]) -> dict[Spot, Seen]:
    """Return the mentions of all files by where they stand."""
    return {Spot(view.sha256[:16], seen.index): seen for view in views for seen in view.seen}
