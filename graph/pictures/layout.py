"""Where the things of a network stand in a picture: the same for the same network, quickly for ten thousand.

The most connected stand where forces between them come to rest; everything else stands around what it is
tied to, like the seeds of a sunflower, so that the time grows with the number of things and not its square.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator

import networkx as nx

CORE = 250  # things whose places are computed by forces
ROUNDS = 80
CLOSE = 30  # places around a thing before they begin to lie further apart
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
Place = tuple[float, float]


def positions(network: nx.Graph[str]) -> dict[str, Place]:
    """Return where each node stands; nodes are on average one unit from their nearest neighbours.

    >>> positions(nx.Graph([("a", "b")])) == positions(nx.Graph([("a", "b")]))
    True
    """
    ordered = sorted(network, key=lambda node: (-network.degree(node), node))
    found = _core(network, ordered[:CORE])
    _around(network, ordered, found)
    return {node: (round(x, 3), round(y, 3)) for node, (x, y) in found.items()}


def _core(network: nx.Graph[str], nodes: list[str]) -> dict[str, Place]:
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(nodes)
    part.add_edges_from(sorted((min(edge), max(edge)) for edge in network.subgraph(nodes).edges))
    spread = math.sqrt(len(nodes) or 1) * _crowding(network, nodes)
    laid = nx.spring_layout(part, seed=1, iterations=ROUNDS, scale=spread, method="force")
    return {node: (float(x), float(y)) for node, (x, y) in laid.items()}


def _crowding(network: nx.Graph[str], nodes: list[str]) -> float:
    """Return how much wider the core must stand for what comes between."""
    return math.sqrt(max(len(network), 1) / max(len(nodes), 1))


def _around(network: nx.Graph[str], ordered: list[str], found: dict[str, Place]) -> None:
    """Place the rest: around a placed node that they are tied to; what is tied to none, on a ring outside."""
    taken = {_cell(place) for place in found.values()}
    seats: dict[str, Iterator[Place]] = {}
    waiting = deque(node for node in ordered if node in found)
    loose, rest = _ring(found), (node for node in ordered if node not in found)
    while True:
        while waiting:
            anchor = waiting.popleft()
            for node in sorted(other for other in network[anchor] if other not in found):
                found[node] = _free(seats.setdefault(anchor, _seats(found[anchor])), taken)
                waiting.append(node)
        start = next((node for node in rest if node not in found), None)
        if start is None:
            return
        found[start] = _free(loose, taken)
        waiting.append(start)


def _free(seats: Iterator[Place], taken: set[tuple[int, int]]) -> Place:
    """Return the next seat where nobody sits, and take it."""
    place = next(seat for seat in seats if _cell(seat) not in taken)
    taken.add(_cell(place))
    return place


def _cell(place: Place) -> tuple[int, int]:
    return math.floor(place[0]), math.floor(place[1])


def _seats(middle: Place) -> Iterator[Place]:
    """Yield places around a middle, further apart the farther out, without end."""
    number = 1.0
    while True:
        distance, angle = math.sqrt(number) * 0.9, number * GOLDEN_ANGLE
        yield middle[0] + distance * math.cos(angle), middle[1] + distance * math.sin(angle)
        number += 1 + number // CLOSE


def _ring(found: dict[str, Place]) -> Iterator[Place]:
    """Yield places around everything that is placed, ring after ring, without end."""
    radius = max((math.hypot(x, y) for x, y in found.values()), default=0.0) + 2
    while True:
        seats = max(int(2 * math.pi * radius / 1.5), 1)
        for seat in range(seats):
            angle = 2 * math.pi * seat / seats
            yield radius * math.cos(angle), radius * math.sin(angle)
        radius += 1.5
