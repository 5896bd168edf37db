"""Write the graph to a file; the suffix says how.

.nq .trig .jsonld   every named graph (the merge is left out: it says nothing they do not)
.ttl                the merge
.graphml .gexf      entities and what ties them, as a network (graph.exporting.network)
.csv                a folder of tables (graph.exporting.tables)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from graph.atomic import replacing
from graph.errors import ExportError
from graph.exporting.network import write_gexf, write_graphml
from graph.exporting.tables import write_tables
from graph.store import Reader
from graph.vocabulary import PREFIXES

Write = Callable[[Reader, Path], None]


def export(store: Reader, path: Path) -> None:
    """Write the graph to `path`; a file that is there is replaced as a whole or not at all.

    Raises: ExportError if the suffix is unknown, the file cannot be written, or the format cannot hold it.
    """
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise ExportError(path, f"the suffix must be one of {', '.join(WRITERS)}")
    try:
        with replacing(path) as draft:
            write(store, draft)
    except OSError as error:
        raise ExportError(path, f"it cannot be written: {error.strerror or error}") from error
    except ValueError as error:
        raise ExportError(path, f"this format cannot hold the graph: {error}") from error


def _named(store: Reader) -> Iterator[Quad]:
    for graph in store.graphs():
        yield from store.quads(graph=graph)


def _write_nquads(store: Reader, path: Path) -> None:
    serialize(_named(store), str(path), RdfFormat.N_QUADS)


def _write_trig(store: Reader, path: Path) -> None:
    serialize(_named(store), str(path), RdfFormat.TRIG, prefixes=PREFIXES)


def _write_jsonld(store: Reader, path: Path) -> None:
    serialize(_named(store), str(path), RdfFormat.JSON_LD, prefixes=PREFIXES)


def _write_turtle(store: Reader, path: Path) -> None:
    serialize(store.triples(), str(path), RdfFormat.TURTLE, prefixes=PREFIXES)


WRITERS: dict[str, Write] = {
    ".nq": _write_nquads,
    ".trig": _write_trig,
    ".ttl": _write_turtle,
    ".jsonld": _write_jsonld,
    ".graphml": write_graphml,
    ".gexf": write_gexf,
    ".csv": write_tables,
}
