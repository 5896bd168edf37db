"""The embedded store keeps the merge of its named graphs as a set."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store, Triple

from graph.errors import StoreError
from graph.store import Change
from graph.stores.oxigraph import OxigraphWriter, open_reader, open_writer

P = NamedNode("http://example.org/p")
ONE, TWO = NamedNode("http://example.org/g/1"), NamedNode("http://example.org/g/2")


def triple(number: int) -> Triple:
    return Triple(NamedNode(f"http://example.org/s/{number}"), P, Literal(str(number)))


def writer() -> OxigraphWriter:
    return OxigraphWriter(Store())


def merged(store: OxigraphWriter) -> set[Triple]:
    found = list(store.triples())
    assert len(found) == len(set(found))
    return set(found)


def test_a_triple_of_two_graphs_counts_once() -> None:
    store = writer()
    store.replace(ONE, [triple(1), triple(2)])
    store.replace(TWO, [triple(2), triple(3)])
    assert len(store) == 3
    solutions = store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert isinstance(solutions, QuerySolutions)
    assert next(solutions)["n"] == Literal(3)


def test_what_another_graph_still_says_stays() -> None:
    store = writer()
    store.replace(ONE, [triple(1), triple(2)])
    store.replace(TWO, [triple(2), triple(3)])
    assert store.remove(ONE) == Change(0, 2)
    assert merged(store) == {triple(2), triple(3)}
    assert list(store.graphs()) == [TWO]


def test_replacing_says_what_changed() -> None:
    store = writer()
    assert store.replace(ONE, [triple(1), triple(2)]) == Change(2, 0)
    assert store.replace(ONE, [triple(2), triple(3), triple(4)]) == Change(2, 1)
    assert not store.replace(ONE, [triple(4), triple(3), triple(2)])


def test_the_merge_is_no_named_graph() -> None:
    store = writer()
    store.replace(ONE, [triple(1)])
    assert list(store.quads()) == [Quad(triple(1).subject, P, Literal("1"), ONE)]
    assert list(store.quads(graph=TWO)) == []


def test_the_contract_prefixes_are_declared() -> None:
    assert not writer().query("ASK { ?s a sg:Source ; dcterms:title ?t ; skos:prefLabel ?l }")


OPERATIONS = st.lists(
    st.tuples(st.sampled_from([ONE, TWO]), st.frozensets(st.integers(0, 6), max_size=5)), max_size=8
)


@given(OPERATIONS)
@settings(max_examples=60, deadline=None)
def test_the_merge_is_always_the_union(operations: list[tuple[NamedNode, frozenset[int]]]) -> None:
    store = writer()
    state: dict[NamedNode, frozenset[int]] = {}
    for graph, numbers in operations:
        store.replace(graph, map(triple, numbers))
        state[graph] = numbers
    assert merged(store) == {triple(n) for numbers in state.values() for n in numbers}
    assert {q.triple for q in store.quads(graph=ONE)} == set(map(triple, state.get(ONE, ())))


def test_loading_gives_the_same_as_replacing(tmp_path: Path) -> None:
    loaded, replaced = open_writer(tmp_path / "store"), writer()
    quads = [Quad(t.subject, t.predicate, t.object, g) for g in (ONE, TWO) for t in map(triple, range(5))]
    loaded.load(quads)
    for graph in (ONE, TWO):
        replaced.replace(graph, map(triple, range(5)))
    assert merged(loaded) == merged(replaced)
    assert set(loaded.quads()) == set(replaced.quads())


@pytest.mark.parametrize("prepare", ["missing", "file", "rubbish"])
def test_what_is_no_store_is_refused(tmp_path: Path, prepare: str) -> None:
    path = tmp_path / "store"
    if prepare == "file":
        path.write_text("not a folder")
    if prepare == "rubbish":
        path.mkdir()
        (path / "CURRENT").write_text("rubbish")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_reader(path)
