"""Answers as RDF, so that two are the same when their graphs are: blank nodes go by their place alone.

A solution is a node with a statement for each variable it binds; where the order counts, its number as well.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox

from tests.conformance.suite import FORMATS, address

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
RESULTS = {
    ".srx": ox.QueryResultsFormat.XML,
    ".srj": ox.QueryResultsFormat.JSON,
    ".tsv": ox.QueryResultsFormat.TSV,
}
Resource = ox.NamedNode | ox.BlankNode | ox.Triple
Term = Resource | ox.Literal
Row = Mapping[str, Term]


class Answer:
    """An answer that can be compared: `rows` with their order where `is_ordered`, a graph, or a boolean."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self.dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
        self.dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Answer) and self.dataset == other.dataset

    def __hash__(self) -> int:
        return hash(str(self.dataset))

    def __repr__(self) -> str:
        return "\n".join(sorted(str(quad) for quad in self.dataset))


def boolean(value: object) -> Answer:
    """Return the answer to an ASK query."""
    truth = ox.Literal(bool(value))
    return Answer([ox.Triple(ox.BlankNode(), ox.NamedNode(f"{RS}boolean"), truth)])


def solutions(rows: Iterable[Row], *, ordered: bool, lax: bool) -> Answer:
    """Return solutions as an answer; where `lax`, how often one comes does not count."""
    kept = list(rows)
    if lax:
        kept = list({tuple(sorted((k, str(v)) for k, v in row.items())): row for row in kept}.values())
    triples = []
    for number, row in enumerate(kept):
        node = ox.BlankNode()
        triples.append(ox.Triple(node, ox.NamedNode(f"{RS}solution"), ox.NamedNode(f"{RS}resultSet")))
        triples += [ox.Triple(node, ox.NamedNode(f"{RS}var/{name}"), value) for name, value in row.items()]
        if ordered:
            triples.append(ox.Triple(node, ox.NamedNode(f"{RS}index"), ox.Literal(number)))
    return Answer(triples)


def of_results(results: object, *, ordered: bool, lax: bool) -> Answer:
    """Return what the engine or a result file says as an answer."""
    if isinstance(results, ox.QueryBoolean):
        return boolean(results)
    if isinstance(results, ox.QueryTriples):
        return Answer(results)
    assert isinstance(results, ox.QuerySolutions)
    names = [variable.value for variable in results.variables]
    rows = ({n: row[n] for n in names if row[n] is not None} for row in results)
    return solutions(rows, ordered=ordered, lax=lax)


def expected(path: Path, lax: bool) -> tuple[Answer, bool]:
    """Return what a result file expects, and whether the order counts."""
    if path.suffix in RESULTS:
        return of_results(
            ox.parse_query_results(path.read_bytes(), RESULTS[path.suffix]), ordered=False, lax=lax
        ), False
    if path.suffix == ".csv":
        return table(path.read_text("utf-8")), False
    quads = ox.parse(path.read_bytes(), FORMATS[path.suffix], base_iri=address(path), rename_blank_nodes=True)
    triples = [quad.triple for quad in quads]
    if not any(t.object == ox.NamedNode(f"{RS}ResultSet") for t in triples):
        return Answer(triples), False
    return _result_set(triples, lax)


def table(text: str) -> Answer:
    """Return a CSV answer; its blank nodes are those written with `_:`."""
    header, *lines = csv.reader(io.StringIO(text))
    return solutions(
        ({n: _cell(value) for n, value in zip(header, line, strict=True)} for line in lines),
        ordered=False,
        lax=False,
    )


def _cell(value: str) -> Term:
    return ox.BlankNode(value[2:]) if value.startswith("_:") else ox.Literal(value)


def _result_set(triples: list[ox.Triple], lax: bool) -> tuple[Answer, bool]:
    about: dict[Resource, dict[str, list[Term]]] = {}
    for triple in triples:
        about.setdefault(triple.subject, {}).setdefault(triple.predicate.value, []).append(triple.object)
    truth = [values[f"{RS}boolean"][0] for values in about.values() if f"{RS}boolean" in values]
    if truth:
        return boolean(truth[0].value == "true" if isinstance(truth[0], ox.Literal) else False), False
    found = [each for values in about.values() for each in values.get(f"{RS}solution", ())]
    ordered = all(f"{RS}index" in about[each] for each in found) and bool(found)  # type: ignore[index]
    if ordered:
        found.sort(key=lambda each: int(about[each][f"{RS}index"][0].value))  # type: ignore[index, union-attr]
    rows = []
    for each in found:
        bindings = [about[b] for b in about[each].get(f"{RS}binding", ())] if each in about else []  # type: ignore[index]
        rows.append({b[f"{RS}variable"][0].value: b[f"{RS}value"][0] for b in bindings})  # type: ignore[union-attr]
    return solutions(rows, ordered=ordered, lax=lax), ordered
