"""A part of the network for a picture: around some things, between two of them, or the most connected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from graph.errors import UnknownEntityError
from graph.pictures.layout import positions
from graph.pictures.ties import Tie, Ties
from graph.searching.entries import NameEntry
from graph.traces.dossier import last_part

MOST_TIES = 40_000  # of one picture


@dataclass(frozen=True, slots=True)
class Selection:
    """What of the network is wanted: types and relations (by name; none: all), an ISO period, organizations.

    What has no date, and what belongs to no organization, is not left out for that.
    """

    types: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    units: frozenset[str] | None = None

    def has_thing(self, thing: NameEntry) -> bool:
        """Tell whether a thing is wanted."""
        if self.types and thing.type not in self.types and not self.types & set(thing.classes):
            return False
        return self.units is None or not thing.units or not self.units.isdisjoint(thing.units)

    def has_tie(self, tie: Tie) -> bool:
        """Tell whether a tie is wanted, whatever it ties."""
        if self.relations and last_part(tie.relation) not in self.relations:
            return False
        if tie.date is None:
            return True
        return (self.since is None or tie.date >= self.since) and (
            self.until is None or tie.date <= self.until
        )


@dataclass(frozen=True, slots=True)
class Node:
    """A thing and where it stands; `degree` counts what it is tied to in the whole network."""

    thing: NameEntry
    degree: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Things and ties in order, what was within reach and left out, and the paths where paths were asked for.

    Not `complete` if ties were left out because there are too many.
    """

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    omitted: int
    complete: bool
    paths: tuple[tuple[str, ...], ...] = ()


def around(known: Ties, focus: Iterable[str], depth: int, selection: Selection, limit: int) -> Subgraph:
    """Return what lies within `depth` ties of the things in focus, at most `limit` things.

    Nothing is reached through hubs but from the focus. Nearer things win over farther ones, and what little
    leads from over what much leads from.

    Raises: UnknownEntityError if a thing in focus is not in the network.
    """
    kept = dict.fromkeys(_known(known, iri) for iri in focus)
    frontier, omitted = list(kept), 0
    for _ in range(depth):
        fresh = list(_beyond(known, frontier, kept, selection))
        room = max(limit - len(kept), 0)
        kept.update(dict.fromkeys(fresh[:room]))
        omitted += len(fresh) - len(fresh[:room])
        frontier = [iri for iri in fresh[:room] if not known.is_hub(iri)]
    return _drawn(known, kept, selection, omitted)


def overview(known: Ties, selection: Selection, limit: int) -> Subgraph:
    """Return the most connected things that are tied to one another, at most `limit` of them."""
    degrees: dict[str, set[str]] = {}
    for tie in known.ties:
        if _is_wanted(known, tie, selection):
            degrees.setdefault(tie.start, set()).add(tie.end)
            degrees.setdefault(tie.end, set()).add(tie.start)
    ordered = sorted(degrees, key=lambda iri: (-len(degrees[iri]), iri))
    chosen = set(ordered[:limit])
    tied = {iri for iri in chosen if degrees[iri] & chosen}
    for iri in ordered[limit:]:
        if len(tied) < limit and degrees[iri] & tied:
            tied.add(iri)
    kept = dict.fromkeys(iri for iri in ordered if iri in tied)
    return _drawn(known, kept, selection, len(ordered) - len(kept))


def between(known: Ties, start: str, end: str, limit: int) -> Subgraph:
    """Return the shortest paths from one thing to another, at most `limit`; through hubs only if need be.

    Raises: UnknownEntityError if one of them is not in the network.
    """
    ends = {_known(known, start), _known(known, end)}

    def is_quiet(iri: str) -> bool:
        return iri in ends or not known.is_hub(iri)

    quiet = nx.subgraph_view(known.plain, filter_node=is_quiet)
    paths = _paths(quiet, start, end, limit) or _paths(known.plain, start, end, limit)
    steps = {frozenset(step) for path in paths for step in pairwise(path)}
    kept = dict.fromkeys([start, end, *(iri for path in paths for iri in path)])
    drawn = _drawn(known, kept, Selection(), 0)
    ties = tuple(tie for tie in drawn.ties if frozenset((tie.start, tie.end)) in steps)
    return Subgraph(drawn.nodes, ties, 0, drawn.complete, paths)


def _known(known: Ties, iri: str) -> str:
    if iri not in known.things:
        raise UnknownEntityError(iri)
    return iri


def _paths(network: nx.Graph[str], start: str, end: str, limit: int) -> tuple[tuple[str, ...], ...]:
    try:
        return tuple(tuple(path) for path in islice(nx.all_shortest_paths(network, start, end), limit))
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return ()


def _is_wanted(known: Ties, tie: Tie, selection: Selection) -> bool:
    ends = (known.things[tie.start], known.things[tie.end])
    return selection.has_tie(tie) and all(selection.has_thing(thing) for thing in ends)


def _beyond(
    known: Ties, frontier: Iterable[str], kept: dict[str, None], selection: Selection
) -> Iterator[str]:
    """Yield what the frontier leads to, once each; what the least connected leads to comes first."""
    reached = [sorted(_others(known, iri, kept, selection)) for iri in frontier]
    ordered = sorted(reached, key=lambda others: (len(others), others))
    yield from dict.fromkeys(iri for others in ordered for iri in others)


def _others(known: Ties, iri: str, kept: dict[str, None], selection: Selection) -> set[str]:
    found = set()
    for tie in known.of.get(iri, ()):
        other = tie.end if tie.start == iri else tie.start
        if other not in kept and selection.has_tie(tie) and selection.has_thing(known.things[other]):
            found.add(other)
    return found


def _drawn(known: Ties, kept: dict[str, None], selection: Selection, omitted: int) -> Subgraph:
    ties = [tie for tie in _among(known, kept) if selection.has_tie(tie)]
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(sorted(kept))
    network.add_edges_from((tie.start, tie.end) for tie in ties)
    places = positions(network)
    nodes = tuple(Node(known.things[iri], known.degree(iri), *places[iri]) for iri in kept)
    return Subgraph(nodes, tuple(ties[:MOST_TIES]), omitted, len(ties) <= MOST_TIES)


def _among(known: Ties, kept: dict[str, None]) -> Iterator[Tie]:
    """Yield the ties whose both ends are kept, in the order of the things."""
    for iri in kept:
        for tie in known.of.get(iri, ()):
            if tie.start == iri and tie.end in kept:
                yield tie
