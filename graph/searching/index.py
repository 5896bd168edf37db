"""The search index beside the graph: two tantivy indexes, names and quotes, kept with each snapshot.

    search/format    the version of what is written here; of another version everything is written again
    search/known     what each thing was when the quotes were written
    search/names/    everything that has a name; written again by each build
    search/quotes/   the sentences; only those of the graphs that changed are written again

No file is changed once it is written, only replaced, so that snapshots share them by hard links.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import tantivy
from pyoxigraph import NamedNode

from graph.atomic import write_text
from graph.errors import StoreError
from graph.searching.entries import NameEntry
from graph.searching.names import name_entries
from graph.searching.quotes import quote_entries
from graph.searching.schema import NAMES, QUOTES, name_document, quote_document
from graph.searching.things import Things, named_in
from graph.snapshots import LOCKS
from graph.store import Reader
from graph.vocabulary import OA

FOLDER = "search"
FORMAT = "1"
HEAP_BYTES = 64_000_000
ENGINE_ERRORS = (ValueError, OSError)
LARGEST_IN_MEMORY = 300_000  # statements of a graph whose index is made while somebody waits
Known = dict[str, str]


class NoIndexError(StoreError):
    """The graph was built before there was an index, and is too large to be indexed while somebody waits."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "it has no search index: build again")


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """An index open for reading."""

    names: tantivy.Index
    quotes: tantivy.Index


def open_index(directory: Path) -> SearchIndex | None:
    """Open the index kept in a snapshot's directory; None if there is none of this format.

    Raises: StoreError if it is damaged.
    """
    folder = directory / FOLDER
    if not _is_current(folder):
        return None
    try:
        names, quotes = (_opened(folder / name) for name in ("names", "quotes"))
    except ENGINE_ERRORS as error:
        raise StoreError(folder, f"the search index cannot be opened: {error}") from error
    return SearchIndex(names, quotes)


def _opened(folder: Path) -> tantivy.Index:
    """Open an index for reading; by links where the folder is read-only, as the engine locks what it opens.

    Nothing is watched: an index that is kept with a snapshot does not change.
    """
    if os.access(folder, os.W_OK):
        return _unwatched(folder)
    with TemporaryDirectory(prefix="sagsgraf-search-") as links:
        for path in folder.iterdir():
            if not path.name.startswith(LOCKS):
                (Path(links) / path.name).symlink_to(path.resolve())
        return _unwatched(Path(links))  # all its files are open by now


def _unwatched(folder: Path) -> tantivy.Index:
    index = tantivy.Index.open(str(folder))
    index.config_reader("manual")
    return index


def index_in_memory(store: Reader, largest: int = LARGEST_IN_MEMORY) -> SearchIndex | None:
    """Index a graph that has no index of its own; None if it holds more than `largest` statements."""
    if len(store) > largest:
        return None
    index = SearchIndex(tantivy.Index(NAMES), tantivy.Index(QUOTES))
    things = Things(store)
    _write_names(index.names, name_entries(things))
    _write_quotes(index.quotes, things, sorted(_quoted(store)))
    return index


def update_index(store: Reader, directory: Path, changed: Iterable[str]) -> None:
    """Bring the index in a draft's directory up to date; `changed` are the graphs won, lost or rewritten.

    What a thing is counts as a part of every quote that tells of it: where that changed, its quotes are
    written again as well.

    Raises: StoreError if it cannot be written.
    """
    folder = directory / FOLDER
    try:
        things = Things(store)
        entries = name_entries(things)
        known = {entry.iri: _digest(entry) for entry in entries}
        graphs = _to_write(store, folder, known, set(changed)) if _is_current(folder) else None
        _write(things, folder, entries, graphs)
        write_text(folder / "known", msgspec.json.encode(known).decode("utf-8"))
        write_text(folder / "format", FORMAT)
    except ENGINE_ERRORS as error:
        raise StoreError(folder, f"the search index cannot be written: {error}") from error


def _write(things: Things, folder: Path, entries: list[NameEntry], graphs: set[str] | None) -> None:
    """Write the names, and the quotes of some graphs; those of all graphs where None."""
    shutil.rmtree(folder / "names", ignore_errors=True)
    if graphs is None:
        shutil.rmtree(folder, ignore_errors=True)
    for name in ("names", "quotes"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    _write_names(tantivy.Index(NAMES, str(folder / "names")), entries)
    if graphs is None or graphs:
        index = tantivy.Index(QUOTES, str(folder / "quotes"))
        _write_quotes(index, things, sorted(_quoted(things.store) if graphs is None else graphs))


def _write_names(index: tantivy.Index, entries: Iterable[NameEntry]) -> None:
    with index.writer(HEAP_BYTES, 1) as writer:
        for entry in entries:
            writer.add_document(name_document(entry))
    index.reload()


def _write_quotes(index: tantivy.Index, things: Things, graphs: Iterable[str]) -> None:
    with index.writer(HEAP_BYTES, 1) as writer:
        for graph in graphs:
            writer.delete_documents_by_term("source_iri", graph)
            for entry in quote_entries(things, graph):
                writer.add_document(quote_document(entry))
    index.reload()


def _quoted(store: Reader) -> set[str]:
    """Return the graphs that hold quotes."""
    found = (quad.graph_name for quad in store.quads(None, OA("exact"), None, None))
    return {graph.value for graph in found if isinstance(graph, NamedNode)}


def _to_write(store: Reader, folder: Path, known: Known, changed: set[str]) -> set[str] | None:
    """Return the graphs whose quotes are to be written again; None for all."""
    before = msgspec.json.decode((folder / "known").read_bytes(), type=Known)
    altered = {iri for iri, digest in known.items() if before.get(iri, digest) != digest}
    if any(before[iri].startswith("Organization") for iri in altered):
        return None
    if altered:
        said = named_in(store)
        changed |= {graph for iri in altered for graph in said.get(iri, ())}
    return changed


def _digest(entry: NameEntry) -> str:
    """Return what a quote's filters take from a thing that it tells of."""
    if "Organization" in entry.classes:
        return " ".join(("Organization", entry.type, *entry.units))
    return " ".join((entry.type, entry.kind or "", *entry.classes))


def _is_current(folder: Path) -> bool:
    try:
        return (folder / "format").read_text("utf-8") == FORMAT
    except OSError:
        return False
