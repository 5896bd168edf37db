"""The graph as an rdflib `Dataset`: for notebooks and for whoever knows rdflib."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from oxrdflib import OxigraphStore
from rdflib import Dataset, Graph

from graph.errors import StoreError
from graph.snapshots import reading
from graph.stores.oxigraph import OxigraphReader
from graph.vocabulary import PREFIXES


class SnapshotStore(OxigraphStore):
    """A snapshot as rdflib's store: it can be asked, not changed.

    rdflib makes a graph known to its store when it is asked for; here that changes nothing.
    """

    def add_graph(self, graph: Graph) -> None:
        """Know the graph already."""


@contextmanager
def open_dataset(data: Path) -> Iterator[Dataset]:
    """Yield the newest state of the graph as an rdflib data set, read only, with the contract's prefixes.

    Its default graph is the merge of the named graphs, as a set. Writing to it raises a RuntimeError.

    Raises: NoGraphError before the first build; StoreError if the state on disk is damaged, or the graph
    is in a SPARQL server, which rdflib's own `SPARQLStore` reads.
    """
    with reading(data) as snapshot:
        if not isinstance(snapshot.store, OxigraphReader):
            raise StoreError(data, "its graph is in a SPARQL server: ask that with rdflib's SPARQLStore")
        dataset = Dataset(store=SnapshotStore(store=snapshot.store.engine), default_union=False)
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace)
        yield dataset
