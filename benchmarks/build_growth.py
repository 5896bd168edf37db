"""What a build costs beside reading, and how it grows: a first build, and one changed file.

The packages are invented, a few hundred words each. Reading is done beforehand and not counted. The floor is
the engine's own bulk load of the very same quads, as N-Quads text, in the same process. Times are seconds of
the processor (the engine's threads included), so that a busy machine counts little.

    python -m benchmarks.build_growth 100 400 1600
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path
from typing import TypeVar

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, serialize

from extract.relations import Extract
from graph.build import build_entities, build_source
from graph.building.source_context import Edition
from graph.extraction import extract_bytes
from graph.identities import Identities
from graph.ingesting.recognisers import Recognisers
from graph.iri import Iris
from graph.resolve import resolve
from graph.resolving.resolution import Resolution
from graph.stores.oxigraph import open_writer

Result = TypeVar("Result")
IRIS = Iris("http://benchmarks.example/")
EDITION = Edition(IRIS, f"{IRIS.base}run")
SIZES = (100, 400, 1600)
MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
FIRST = "Pia Bo Ida Tom Eva Jens Lis Kaj Maja Ole Rikke Svend".split()
LAST = "Holt Bækgaard Lund Østergaard Kjær Dam Vestby Friis Skov Toft".split()
PLACES = "Fjordby Nørreskov Havnebyen Engdal Møllehøj".split()
NAMES = "Bådlauget|Havnens Køkken|Naboskab på Tværs|Lektiecaféen|Det Grønne Hjørne|Ung i Arbejde".split("|")
PACKAGE = """{place} Kommune
Udvalgsmøde
{day}. {month} {year} kl. 14.00
Punkt 1: Status på projekt {name} {number}
Beslutning for Punkt 1: Status på projekt {name} {number}
Udvalget tog orienteringen til efterretning. {first} {last} vil følge op i {month}.
Indstilling
Sagsbehandler: {first} {last}
Sagsnummer: EMN-{year}-{case:06d}
Projekt ”{name} {number}” begyndte i {before} i {place} med {count} deltagere.
Der er sat 1,4 mio. kr. af i Budget {before}.
Punkt 2: Indsatsen {name} i {place}
Indsatsen har nu {more} deltagere, og {second} {last} fra Kulturforvaltningen orienterede om den.
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor for so many packages and quads."""

    packages: int
    quads: int
    resolve_s: float
    make_s: float
    load_s: float
    floor_s: float
    change_s: float

    @property
    def first_s(self) -> float:
        """What a first build takes when everything is read."""
        return self.resolve_s + self.make_s + self.load_s

    @property
    def of_floor(self) -> float:
        """A first build as a multiple of the engine's bulk load."""
        return self.first_s / self.floor_s


def package(number: int) -> str:
    """Return the text of one invented package; names come again, cases and dates differ."""
    return PACKAGE.format(
        place=PLACES[number % len(PLACES)],
        day=1 + number % 28,
        month=MONTHS[number // 28 % 12],
        year=2019 + number // 336,
        before=2018 + number // 336,
        name=NAMES[number % len(NAMES)],
        number=1 + number // 20,
        first=FIRST[number % len(FIRST)],
        second=FIRST[(number + 5) % len(FIRST)],
        last=LAST[number // 3 % len(LAST)],
        case=number,
        count=10 + number % 90,
        more=20 + number % 70,
    )


def measure(extracts: Sequence[Extract], changed: Extract) -> Cost:
    """Measure a first build of what was read, and a second one in which one file has changed."""
    resolution, resolve_s = timed(lambda: resolve(extracts, (), Identities(), IRIS))
    quads, make_s = timed(lambda: list(quads_of(extracts, resolution)))
    with tempfile.TemporaryDirectory(prefix="sagsgraf-") as folder:
        store = open_writer(Path(folder) / "ours")
        _, load_s = timed(lambda: store.load(quads))
        floor_s = floor(quads, Path(folder))

        def change() -> None:
            again = resolve([*extracts[1:], changed], (), resolution.identities, IRIS)
            graph = NamedNode(IRIS.source(changed.raw.sha256))
            store.remove(NamedNode(IRIS.source(extracts[0].raw.sha256)))
            store.replace(graph, (quad.triple for quad in build_source(changed, again, EDITION)))
            store.replace(NamedNode(IRIS.entities), build_entities(again, IRIS))

        _, change_s = timed(change)
        store.close()
    return Cost(len(extracts), len(quads), resolve_s, make_s, load_s, floor_s, change_s)


def quads_of(extracts: Iterable[Extract], resolution: Resolution) -> Iterable[Quad]:
    """Yield the quads of all sources and of the entities."""
    for extract in extracts:
        yield from build_source(extract, resolution, EDITION)
    entities = NamedNode(IRIS.entities)
    for triple in build_entities(resolution, IRIS):
        yield Quad(triple.subject, triple.predicate, triple.object, entities)


def floor(quads: Sequence[Quad], folder: Path) -> float:
    """Return what the engine takes to load the same quads, and their merge, from N-Quads text."""
    merged = {quad.triple for quad in quads}
    text = folder / "all.nq"
    serialize(
        [*quads, *(Quad(t.subject, t.predicate, t.object) for t in merged)], str(text), RdfFormat.N_QUADS
    )
    engine = Store(str(folder / "floor"))
    return timed(lambda: engine.bulk_load(path=str(text), format=RdfFormat.N_QUADS))[1]


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """Return what the work gives and the seconds of the processor it took."""
    begun = time.process_time()
    result = work()
    return result, time.process_time() - begun


def growth(small: float, large: float, factor: float) -> float:
    """Return the power of the size that a cost grew with: 1 is in step with it, 2 with its square.

    >>> growth(1.0, 16.0, 4.0)
    2.0
    """
    return log(large / small) / log(factor)


def main(sizes: Sequence[int]) -> None:
    """Print a line for each size, and how each part grew from size to size."""
    recognisers = Recognisers()
    read = [extract_bytes(package(n).encode(), f"{n}.txt", recognisers) for n in range(max(sizes))]
    changed = extract_bytes(package(0).replace("1,4", "1,5").encode(), "0.txt", recognisers)
    costs = [measure(read[:size], changed) for size in sizes]
    print("packages   quads  resolve  make   load   floor  first/floor  quads/s  one changed file")
    for cost in costs:
        parts = f"{cost.resolve_s:8.2f} {cost.make_s:5.2f} {cost.load_s:6.2f} {cost.floor_s:7.2f}"
        rates = f"{cost.of_floor:12.1f} {cost.quads / cost.first_s:8.0f} {cost.change_s:17.2f}"
        print(f"{cost.packages:8} {cost.quads:7} {parts} {rates}")
    for one, two in pairwise(costs):
        factor = two.packages / one.packages
        parts = ", ".join(
            f"{name} {growth(getattr(one, name), getattr(two, name), factor):.2f}"
            for name in ("resolve_s", "make_s", "load_s", "floor_s", "change_s")
        )
        print(f"growth from {one.packages} to {two.packages} packages: {parts}")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or SIZES)
