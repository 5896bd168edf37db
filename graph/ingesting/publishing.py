"""Turn what was read into the graphs of a draft, touching only those that change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode, Quad

import graph
from extract.relations import Extract
from graph.build import FailedSource, build_entities, build_failure, build_source, build_vocabulary
from graph.building.source_context import Edition
from graph.description import Run, describe
from graph.errors import StoreError
from graph.identities import Identities
from graph.ingesting.cache import ExtractCache
from graph.ingesting.change_log_diff import record_changes
from graph.ingesting.manifest import Entry, Manifest
from graph.iri import Iris
from graph.judgements import load_judgements
from graph.resolve import resolve
from graph.resolving.resolution import Resolution
from graph.searching.index import update_index
from graph.snapshots import Draft

IDENTITIES = "identities.jsonl"
JUDGEMENTS = "judgements.tsv"
CODE = ("**/*.py", "ontology/*.ttl")


@cache
def graph_version() -> str:
    """Return a digest of the code and ontology that decide how what was read is put into graphs."""
    root = Path(graph.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(path for pattern in CODE for path in root.glob(pattern)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def judgements_digest(data: Path) -> str:
    """Return a digest of the analyst's judgements; "" where there are none."""
    path = data / JUDGEMENTS
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16] if path.exists() else ""


def publish(draft: Draft, manifest: Manifest, edition: Edition, run: Run) -> Manifest:
    """Make the draft's graphs say what the manifest's files say; graphs that were imported stay as they are.

    `manifest` holds digests and counts from before; the returned one those from now.

    Raises: StoreError if an extract is missing; ResolveError if judgements or identities cannot be used.
    """
    data, iris = draft.data, edition.iris
    extracts = Extracts(data, manifest.entries)
    resolution = _resolve(draft, extracts, iris)
    before = _as_stored(draft, manifest.graphs, iris)
    graphs = _sources(draft, replace(manifest, graphs=before), _Sources(extracts, resolution, edition))
    draft.store.replace(NamedNode(iris.entities), build_entities(resolution, iris))
    draft.store.replace(NamedNode(iris.vocabulary), build_vocabulary(iris))
    draft.store.replace(NamedNode(iris.dataset), describe(draft.store, iris, run))
    update_index(draft.store, draft.directory, _changed(manifest.graphs, graphs))
    record_changes(draft, _changed(manifest.graphs, graphs), run, iris)
    entities, statements = len(resolution.entities), len(draft.store)
    return replace(manifest, graphs=graphs, entities=entities, statements=statements)


def _as_stored(draft: Draft, digests: Mapping[str, str], iris: Iris) -> dict[str, str]:
    """Return the digests of the sources' graphs that the store holds; "" where it may hold anything."""
    if draft.store.begin(NamedNode(iris.dataset)):
        return dict(digests)
    stored = (graph.value for graph in draft.store.graphs())
    return {name: "" for name in stored if name.startswith(f"{iris.base}source/")}


def _resolve(draft: Draft, extracts: Iterable[Extract], iris: Iris) -> Resolution:
    register = draft.directory / IDENTITIES
    judgements = load_judgements(draft.data / JUDGEMENTS)
    resolution = resolve(extracts, judgements, Identities.load(register), iris)
    resolution.identities.save(register)
    return resolution


class Extracts:
    """What was read out of each source, in order of IRI: from the cache, one at a time."""

    def __init__(self, data: Path, entries: Iterable[Entry]) -> None:
        self.cache = ExtractCache(data)
        self.entries = sources_of(entries)

    def __iter__(self) -> Iterator[Extract]:
        """Yield what was read out of each source that could be read."""
        return (self.of(entry) for entry in self.entries if entry.key is not None)

    def of(self, entry: Entry) -> Extract:
        """Return what was read out of one source.

        Raises: StoreError if the cache has lost it.
        """
        extract = None if entry.key is None else self.cache.load(entry.key)
        if extract is None:
            self._remove_damaged()
            raise StoreError(self.cache.folder, f"what was read of {entry.name} is damaged; build again")
        return extract

    def _remove_damaged(self) -> None:
        """Make the next build read again whatever the cache has lost, not only the first of it."""
        for entry in self.entries:
            if entry.key is not None:
                self.cache.load(entry.key)


def sources_of(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return one entry a source, in order of IRI: of files with the same content the first by path."""
    first: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.path):
        first.setdefault(entry.source, entry)
    return tuple(first[iri] for iri in sorted(first))


@dataclass(frozen=True, slots=True)
class _Sources:
    """All that the sources' graphs are made of."""

    extracts: Extracts
    resolution: Resolution
    edition: Edition

    def quads(self, entry: Entry) -> Iterator[Quad]:
        """Yield the graph of one source."""
        if entry.key is not None:
            return build_source(self.extracts.of(entry), self.resolution, self.edition)
        failed = FailedSource(entry.name, entry.status, entry.reason or "", entry.sha256)
        return build_failure(failed, self.edition)


def _sources(draft: Draft, manifest: Manifest, sources: _Sources) -> dict[str, str]:
    """Bring each source's graph up to date; return their digests."""
    entries = sources.extracts.entries
    digests = {each.source: _digest(each, manifest, sources.resolution) for each in entries}
    changed = [each for each in entries if digests[each.source] != manifest.graphs.get(each.source)]
    if not manifest.graphs:
        draft.store.load(quad for entry in changed for quad in sources.quads(entry))
    else:
        for entry in changed:
            draft.store.replace(NamedNode(entry.source), (quad.triple for quad in sources.quads(entry)))
    for source in manifest.graphs.keys() - digests.keys():
        draft.store.remove(NamedNode(source))
    return digests


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    """Return the sources' graphs that are new, gone or other than they were."""
    return {source for source in before.keys() | after.keys() if before.get(source) != after.get(source)}


def _digest(entry: Entry, manifest: Manifest, resolution: Resolution) -> str:
    said = resolution.fingerprint(entry.sha256) if entry.sha256 and entry.key else entry.reason
    text = "\0".join((manifest.made_by, entry.name, entry.key or entry.status, said or ""))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
