"""Tell what differs between two states of the graph, thing by thing: only graphs that changed are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from graph.description import Run
from graph.ingesting.change_log import ADDED, CHANGED, MOST_OF_A_BUILD, REMOVED, Difference, append
from graph.iri import Iris
from graph.snapshots import Draft, newest, reading
from graph.store import Reader
from graph.views.rows import rows, value
from graph.views.things import Things
from graph.vocabulary import OWL, PROV, SG, TYPE

# What the log tells of, the most telling first; a build that changes too much lists these first.
TRACKED = (
    *("Source", "Initiative", "Meeting", "AgendaItem", "Document", "Commitment", "Case", "Person"),
    *("Department", "Unit", "Committee", "ExternalOrganization", "Organization", "Place", "BudgetYear"),
)
CLASSES = {SG(name): place for place, name in enumerate(TRACKED)}
MOST_SOURCES = 5
MACHINERY = frozenset({PROV("wasGeneratedBy")})  # a newer program says the same of every file
ALL = "SELECT ?thing ?class { VALUES ?class { %s } ?thing a ?class }"


@dataclass(slots=True)
class _Touched:
    """One thing that differs: how many statements about it were won and lost, in which files' graphs."""

    place: int
    gained: int = 0
    lost: int = 0
    sources: set[str] = field(default_factory=set)


def record_changes(draft: Draft, changed: Iterable[str], run: Run, iris: Iris) -> None:
    """Write into the draft's log what it does to the newest state; `changed` are the sources' graphs that do.

    Of a graph in a remote store, which is changed where it is, the log tells nothing after the first build.

    Raises: StoreError if it cannot be written.
    """
    if newest(draft.data) is None:
        differences, unlisted = _first(draft.store)
    else:
        with reading(draft.data) as before:
            graphs = (*changed, iris.entities)
            differences, unlisted = compare(before.store, draft.store, graphs, f"{iris.base}source/")
    if differences or unlisted:
        append(Path(draft.directory), differences, unlisted, run.ended, run.iri(iris))


def compare(
    before: Reader, after: Reader, graphs: Iterable[str], sources: str
) -> tuple[list[Difference], int]:
    """Return what differs in these graphs, the most telling first, and how many more things do.

    The IRIs of files' graphs begin with `sources`.
    """
    touched: dict[NamedNode, _Touched] = {}
    places = _Places(before, after)
    for graph in graphs:
        old, new = (_triples(store, graph) for store in (before, after))
        for triples, is_gain in ((new - old, True), (old - new, False)):
            for node in _about(triples):
                _count(node, touched, places, graph if graph.startswith(sources) else None, is_gain)
    ordered = sorted(touched, key=lambda node: (touched[node].place, node.value))
    listed = ordered[:MOST_OF_A_BUILD]
    return _described(before, after, listed, touched), len(ordered) - len(listed)


class _Places:
    """The place of each thing's class among the tracked ones, asked for once."""

    def __init__(self, *stores: Reader) -> None:
        self._stores = stores
        self._known: dict[NamedNode, int | None] = {}

    def of(self, node: NamedNode) -> int | None:
        if node not in self._known:
            classes = (triple.object for store in self._stores for triple in store.triples(node, TYPE))
            places = [CLASSES[each] for each in classes if isinstance(each, NamedNode) and each in CLASSES]
            self._known[node] = min(places, default=None)
        return self._known[node]


def _count(
    node: NamedNode, touched: dict[NamedNode, _Touched], places: _Places, source: str | None, is_gain: bool
) -> None:
    place = places.of(node)
    if place is None:
        return
    found = touched.setdefault(node, _Touched(place))
    found.gained += is_gain
    found.lost += not is_gain
    if source:
        found.sources.add(source)


def _triples(store: Reader, graph: str) -> set[Triple]:
    found = (quad.triple for quad in store.quads(graph=NamedNode(graph)))
    return {triple for triple in found if triple.predicate not in MACHINERY}


def _about(triples: Iterable[Triple]) -> Iterator[NamedNode]:
    for triple in triples:
        for end in {triple.subject, triple.object}:
            if isinstance(end, NamedNode):
                yield end


def _described(
    before: Reader, after: Reader, nodes: Sequence[NamedNode], touched: dict[NamedNode, _Touched]
) -> list[Difference]:
    old, new = Things(before), Things(after)
    there = {node for node in nodes if any(True for _ in after.triples(node, TYPE))}
    was = {node for node in nodes if any(True for _ in before.triples(node, TYPE))}
    new.fetch(node.value for node in there)
    old.fetch(node.value for node in nodes if node not in there)
    return [
        _difference(
            (new if node in there else old, node.value),
            touched[node],
            ADDED if node not in was else CHANGED if node in there else REMOVED,
            None if node in there else _successor(after, node),
        )
        for node in nodes
    ]


def _difference(named: tuple[Things, str], said: _Touched, change: str, became: str | None) -> Difference:
    things, iri = named
    sources = tuple(sorted(said.sources))[:MOST_SOURCES]
    thing = things.of(iri)
    return Difference(change, iri, thing.type, thing.label, said.gained, said.lost, sources, became)


def _successor(store: Reader, node: NamedNode) -> str | None:
    holders = (triple.subject for triple in store.triples(None, OWL("sameAs"), node))
    return next((holder.value for holder in holders if isinstance(holder, NamedNode)), None)


def _first(store: Reader) -> tuple[list[Difference], int]:
    """Return that everything was added, the most telling first, and how many more things were."""
    classes = " ".join(f"sg:{name}" for name in TRACKED)
    found: dict[str, int] = defaultdict(lambda: len(TRACKED))
    for row in rows(store, ALL % classes):
        thing, name = value(row, "thing") or "", NamedNode(value(row, "class") or "urn:none")
        found[thing] = min(found[thing], CLASSES[name])
    ordered = sorted(found, key=lambda iri: (found[iri], iri))
    listed = ordered[:MOST_OF_A_BUILD]
    things = Things(store)
    things.fetch(listed)
    made = (things.of(iri) for iri in listed)
    differences = [Difference(ADDED, each.iri, each.type, each.label, 0, 0) for each in made]
    return differences, len(ordered) - len(listed)
