"""The W3C's SPARQL tests as records, read from their manifests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from tests.repository import ROOT

FOLDER = ROOT / ".venv" / "w3c"
BASE = "http://w3c.example/"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
DAWG = "http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#"
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
APPROVED = (ox.NamedNode(f"{DAWG}approval"), ox.NamedNode(f"{DAWG}Approved"))
FORMATS = {".ttl": ox.RdfFormat.TURTLE, ".rdf": ox.RdfFormat.RDF_XML, ".nt": ox.RdfFormat.N_TRIPLES}
EVALUATION = frozenset({"QueryEvaluationTest", "CSVResultFormatTest"})
POSITIVE = frozenset({"PositiveSyntaxTest", "PositiveSyntaxTest11"})
NEGATIVE = frozenset({"NegativeSyntaxTest", "NegativeSyntaxTest11"})
# Update tests ask what this service refuses; entailment it does not claim; federation it refuses as well.
LEFT_OUT = frozenset({"entailment", "service", "syntax-fed"})


@dataclass(frozen=True, slots=True)
class Case:
    """One test: its name (`folder/fragment`), its kind, its query with its base, its data set, its result."""

    name: str
    kind: str
    query: str
    default: tuple[str, ...]
    named: tuple[str, ...]
    result: Path | None
    is_lax: bool


def cases(kinds: frozenset[str]) -> list[Case]:
    """Return the tests of some kinds in order of their names; none where the suites are not there."""
    found = [case for manifest in sorted(FOLDER.glob("*/*/manifest.ttl")) for case in _cases(manifest, kinds)]
    return sorted({case.name: case for case in found}.values(), key=lambda case: case.name)


def data() -> Iterator[ox.Quad]:
    """Yield every file of data that the tests name, as the graph its address names."""
    for path in sorted(FOLDER.glob("*/*/*")):
        if path.suffix not in FORMATS or "manifest" in path.name or path.parent.name in LEFT_OUT:
            continue
        graph = ox.NamedNode(address(path))
        try:
            yield from (
                ox.Quad(q.subject, q.predicate, q.object, graph)
                for q in ox.parse(
                    path.read_bytes(), FORMATS[path.suffix], base_iri=graph.value, rename_blank_nodes=True
                )
            )
        except SyntaxError:  # a result in the notation of another time; no test has it for data
            continue


def address(path: Path) -> str:
    """Return the address a file of the suites goes by."""
    return BASE + str(path.relative_to(FOLDER))


def file(iri: str) -> Path:
    """Return the file of an address."""
    return FOLDER / iri.removeprefix(BASE)


def _cases(manifest: Path, kinds: frozenset[str]) -> Iterator[Case]:
    if manifest.parent.name in LEFT_OUT:
        return
    store = ox.Store()
    store.load(manifest.read_bytes(), ox.RdfFormat.TURTLE, base_iri=address(manifest))
    for quad in store.quads_for_pattern(None, TYPE, None):
        kind = quad.object.value.removeprefix(MF) if isinstance(quad.object, ox.NamedNode) else ""
        is_approved = any(store.quads_for_pattern(quad.subject, *APPROVED))
        if kind in kinds and is_approved and isinstance(quad.subject, ox.NamedNode):
            case = _case(store, quad.subject, kind, manifest)
            if case is not None:
                yield case


def _case(store: ox.Store, test: ox.NamedNode, kind: str, manifest: Path) -> Case | None:
    action = _values(store, test, f"{MF}action")[0]
    result = _values(store, test, f"{MF}result")
    asked = action if isinstance(action, ox.NamedNode) else _values(store, action, f"{QT}query")[0]
    if not file(asked.value).is_file():  # named by the manifest alone
        return None
    default = _values(store, action, f"{QT}data")
    named = _values(store, action, f"{QT}graphData")
    return Case(
        f"{manifest.parent.name}/{test.value.rpartition('#')[2]}",
        kind,
        f"BASE <{asked.value}>\n{file(asked.value).read_text('utf-8')}",
        tuple(each.value for each in default),
        tuple(each.value for each in named),
        file(result[0].value) if result else None,
        bool(_values(store, test, f"{MF}resultCardinality")),
    )


def _values(store: ox.Store, subject: ox.NamedNode | ox.BlankNode, predicate: str) -> list[ox.NamedNode]:
    found = store.quads_for_pattern(subject, ox.NamedNode(predicate), None)
    return [quad.object for quad in found]  # type: ignore[misc]  # blank nodes are used as the names they stand for
