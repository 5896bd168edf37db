"""The graph as an rdflib `Dataset`: for notebooks and for whoever knows rdflib."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from oxrdflib import OxigraphStore
from rdflib import Dataset

from graph.snapshots import reading
from graph.vocabulary import PREFIXES


@contextmanager
def open_dataset(data: Path) -> Iterator[Dataset]:
    """Yield the newest state of the graph as an rdflib data set, read only, with the contract's prefixes.

    Its default graph is the merge of the named graphs, as a set.

    Raises: NoGraphError before the first build; StoreError if the state on disk is damaged.
    """
    with reading(data) as snapshot:
        dataset = Dataset(store=OxigraphStore(store=snapshot.store.engine), default_union=False)
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace)
        yield dataset
