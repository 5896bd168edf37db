"""Understand first names, initials and "handleplanen" by who and what is named beside them.

The circle is the document, then the agenda item, the meeting, the file. The narrowest circle that holds a
candidate decides: one candidate is it, several leave the mention unresolved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.records import Kind
from graph.names import fold, is_acronym
from graph.resolving.compare_people import initials_of
from graph.resolving.sightings import Seen
from graph.resolving.stems import content, core, head_of


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A mention whose entity is known, by the name it was given there."""

    seen: Seen
    iri: str


Fits = Callable[[Seen, Neighbour], bool]


def understand(loose: Iterable[Seen], neighbours: Sequence[Neighbour]) -> dict[int, str]:
    """Return the entity of each loose mention of one file that its circle decides, by the mention's index."""
    found: dict[int, str] = {}
    for seen in loose:
        same_kind = [n for n in neighbours if n.seen.key.kind is seen.key.kind]
        for fits in FITS[seen.key.kind]:
            fitting = [n for n in same_kind if fits(seen, n)]
            if fitting:
                if iri := _narrowest(seen, fitting):
                    found[seen.index] = iri
                break
    return found


def _narrowest(seen: Seen, fitting: Sequence[Neighbour]) -> str | None:
    for circle in ("document", "item", "meeting"):
        own = getattr(seen.scope, circle)
        inside = {n.iri for n in fitting if own is not None and getattr(n.seen.scope, circle) == own}
        if inside:
            return inside.pop() if len(inside) == 1 else None
    everywhere = {n.iri for n in fitting}
    return everywhere.pop() if len(everywhere) == 1 else None


def _initials(seen: Seen) -> str | None:
    """Return the letters of initials such as "MLR" or "M.L.R.", None if the mention is none."""
    name = fold(seen.mention.name)
    are_initials = is_acronym(seen.mention.name) or all(len(part) == 1 for part in name.split())
    return name.replace(" ", "") if are_initials else None


def _has_name(seen: Seen, neighbour: Neighbour) -> bool:
    """Tell whether a first or last name is the neighbour's, or initials are all of theirs or stated so."""
    letters = _initials(seen)
    if letters is None:
        parts = neighbour.seen.key.name.split()
        return fold(seen.mention.name) in (parts[0], parts[-1])
    stated = fold(neighbour.seen.mention.attributes.get("initials", "")).replace(" ", "")
    return letters == (stated or initials_of(neighbour.seen.key.name))


def _has_some_initials(seen: Seen, neighbour: Neighbour) -> bool:
    """Tell whether initials leave one of the neighbour's middle names out: MR is Mette Lund Ravn."""
    letters, all_of_them = _initials(seen), initials_of(neighbour.seen.key.name)
    if letters is None or "initials" in neighbour.seen.mention.attributes:
        return False
    rest = iter(all_of_them)
    in_order = all(letter in rest for letter in letters)
    return in_order and (letters[0], letters[-1]) == (all_of_them[0], all_of_them[-1])


def _fits_initiative(seen: Seen, neighbour: Neighbour) -> bool:
    head = head_of(fold(seen.mention.name))
    if head is None:
        return False
    stated = neighbour.seen.mention.attributes.get("kind", "")
    return head in content(core(neighbour.seen.key.name)) or HEAD_KINDS.get(head) == stated != ""


HEAD_KINDS: Mapping[str, str] = {
    "projekt": "project",
    "plan": "plan",
    "handleplan": "plan",
    "program": "programme",
    "strategi": "strategy",
    "ordning": "scheme",
    "reform": "reform",
}
# The ways to understand a mention, in order: the first that somebody fits decides.
FITS: Mapping[Kind, tuple[Fits, ...]] = {
    Kind.PERSON: (_has_name, _has_some_initials),
    Kind.INITIATIVE: (_fits_initiative,),
}
