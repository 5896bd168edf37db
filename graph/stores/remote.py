"""What is known of the remote store that holds a graph: kept as a file where else the store's folder is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec
from pyoxigraph import DefaultGraph, NamedNode

from graph.atomic import write_text
from graph.errors import StoreError
from graph.stores.address import Address

MERGE = NamedNode("urn:sagsgraf:merge")
NOWHERE = "urn:sagsgraf:nowhere"  # a graph that is never made: to ask of no graph at all
STANDARD, VIRTUOSO = "standard", "virtuoso"


@dataclass(frozen=True, slots=True)
class Remote:
    """A remote store: where it is, which way of its own its `engine` has, and where the merge is kept.

    `has_own_merge` tells that the engine's default graph is one of its own, kept by us to be the merge; else
    it is some union of all graphs, and the merge is kept in the graph MERGE. `foreign` are named graphs that
    were there before us. `mark` is a digest of the data set's description as the last build left it.
    """

    address: Address
    engine: str = STANDARD
    has_own_merge: bool = True
    foreign: tuple[str, ...] = ()
    mark: str = ""

    @property
    def merge(self) -> NamedNode | DefaultGraph:
        """The graph that holds the merge."""
        return DefaultGraph() if self.has_own_merge else MERGE

    @property
    def hidden(self) -> tuple[str, ...]:
        """The named graphs that are none of the graph's own."""
        return self.foreign if self.has_own_merge else (MERGE.value, *self.foreign)


def load_remote(path: Path) -> Remote:
    """Return what was kept of a remote store.

    Raises: StoreError if it is damaged.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Remote)
    except (OSError, msgspec.DecodeError) as error:
        raise StoreError(path, f"where the graph is kept cannot be read: {error}") from error


def save_remote(path: Path, remote: Remote) -> None:
    """Keep what is known of a remote store."""
    write_text(path, msgspec.json.encode(remote).decode("utf-8"))
