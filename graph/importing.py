"""Take in RDF from elsewhere: a register of organizations, a list of places, another graph.

What comes from outside is parsed in a process of its own (a hostile file can end that, nothing else), and
goes into named graphs that no build touches: never into a source's graph or one that `build` keeps.
"""

from __future__ import annotations

import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from graph.errors import InvalidKeyError, RdfError
from graph.ingesting.lock import writing
from graph.ingesting.manifest import Manifest, load_manifest, save_manifest
from graph.ingesting.pool import Failure, Limits, work_through
from graph.iri import Iris
from graph.searching.index import update_index
from graph.snapshots import commit, drafting
from graph.store import Change

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".n3": RdfFormat.N3,
    ".rdf": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
    ".json": RdfFormat.JSON_LD,
}
# An entity of RDF/XML may shorten a namespace; one that holds another, or a long text, swells without bound.
ENTITY = re.compile(rb"""<!ENTITY\s[^>"']{0,200}(?:"([^"]*)"|'([^']*)')""")
ENTITY_BYTES = 1000
LIMITS = Limits(jobs=1, timeout_s=600.0, memory_bytes=4 << 30)


@dataclass(frozen=True, slots=True)
class Import:
    """What to take in: files, the graph they go to (None: their own), the base IRI of a graph yet to be."""

    paths: tuple[Path, ...]
    graph: str | None
    base_iri: str


@dataclass(frozen=True, slots=True)
class ImportLimits:
    """How much may come in at once: bytes of a file, statements of a file, characters of one text or IRI."""

    file_bytes: int = 1 << 30
    statements: int = 20_000_000
    term_characters: int = 1_000_000


@dataclass(frozen=True, slots=True)
class _Job:
    path: Path
    parsed: Path
    graph: str | None
    limits: ImportLimits


def import_files(data: Path, wanted: Import, limits: ImportLimits = ImportLimits()) -> dict[str, Change]:
    """Make the RDF in the files all that the graph holds; without one, all that the files' own graphs hold.

    Returns what changed by graph. Nothing is taken in if one file cannot be. An empty file empties a graph.

    Raises: RdfError naming the file and, where known, the line; LockedError while something is being built.
    """
    with tempfile.TemporaryDirectory(prefix="sagsgraf-") as folder:
        jobs = [
            _Job(path, Path(folder) / f"{number}.nq", wanted.graph, limits)
            for number, path in enumerate(wanted.paths)
        ]
        _parse_all(jobs)
        with writing(data), drafting(data) as draft:
            manifest = load_manifest(draft.directory) or Manifest(wanted.base_iri)
            triples = _by_graph(jobs, Iris(manifest.base_iri))
            changes = {name: draft.store.replace(NamedNode(name), new) for name, new in triples.items()}
            if any(changes.values()):
                save_manifest(draft.directory, manifest)
                update_index(draft.store, draft.directory, changes)
                commit(draft)
            return changes


def _parse_all(jobs: list[_Job]) -> None:
    for job, outcome in work_through(_parse, jobs, LIMITS):
        if isinstance(outcome, Failure):
            raise RdfError(job.path, outcome.reason)


def _parse(job: _Job) -> Failure | None:
    """Write a file's quads as N-Quads; runs in a worker."""
    format_ = FORMATS.get(job.path.suffix.lower())
    if format_ is None:
        return Failure("unsupported", f"the suffix must be one of {', '.join(FORMATS)}")
    try:
        if job.path.stat().st_size > job.limits.file_bytes:
            return Failure("too_large", f"it is larger than {job.limits.file_bytes} bytes")
        if format_ == RdfFormat.RDF_XML:
            _check_entities(job.path)
        found = parse(path=str(job.path), format=format_, base_iri=job.graph, rename_blank_nodes=True)
        serialize(_checked(found, job), str(job.parsed), RdfFormat.N_QUADS)
    except SyntaxError as error:
        return Failure("syntax", str(error))
    except OSError as error:
        return Failure("unreadable", f"it cannot be read: {error.strerror or error}")
    except ValueError as error:
        return Failure("refused", str(error))
    return None


def _check_entities(path: Path) -> None:
    for quoted in ENTITY.findall(path.read_bytes()):
        text = b"".join(quoted)
        if b"&" in text or len(text) > ENTITY_BYTES:
            raise ValueError("it declares an entity that holds another one or a long text")


def _checked(found: Iterator[Quad], job: _Job) -> Iterator[Quad]:
    graph = None if job.graph is None else NamedNode(job.graph)
    for number, quad in enumerate(found):
        if number >= job.limits.statements:
            raise ValueError(f"it holds more than {job.limits.statements} statements")
        if isinstance(quad.object, Triple):
            raise ValueError("it holds a triple term (RDF 1.2), which the graph's JSON-LD could not hold")
        if len(str(quad)) > job.limits.term_characters:
            raise ValueError(f"a statement is longer than {job.limits.term_characters} characters")
        name = quad.graph_name if graph is None else graph
        if not isinstance(name, NamedNode):
            what = "in no graph" if isinstance(name, DefaultGraph) else "in a graph without a name"
            raise ValueError(
                f"it holds a statement {what}: say with --graph where it shall go ({quad.triple})"
            )
        yield Quad(quad.subject, quad.predicate, quad.object, name)


def _by_graph(jobs: list[_Job], iris: Iris) -> dict[str, list[Triple]]:
    found: dict[str, list[Triple]] = defaultdict(list)
    for job in jobs:
        if job.graph is not None:
            found[_open_to_imports(job.graph, iris)] += []
        for quad in parse(path=str(job.parsed), format=RdfFormat.N_QUADS):
            if isinstance(quad.graph_name, NamedNode):
                found[_open_to_imports(quad.graph_name.value, iris)].append(quad.triple)
    return found


def _open_to_imports(name: str, iris: Iris) -> str:
    reserved = {iris.entities, iris.vocabulary, iris.dataset}
    if name in reserved or name.startswith(f"{iris.base}source/"):
        raise InvalidKeyError("graph", name, "this graph is kept by `build`; give another name")
    return name
