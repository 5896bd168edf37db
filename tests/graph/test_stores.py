"""Every store behaves alike: embedded, in an Oxigraph server, in Virtuoso."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

from graph.store import Change, Writer
from graph.stores.address import Given, address_of
from graph.stores.opening import open_remote_writer
from graph.stores.oxigraph import open_reader, open_writer
from graph.stores.remote import load_remote
from graph.stores.sparql import SparqlWriter
from graph.vocabulary import XSD
from tests.remote_servers import empty, oxigraph_server, virtuoso_server

P = NamedNode("http://example.org/p")
ONE, TWO = NamedNode("http://example.org/g/1"), NamedNode("http://example.org/g/2")
DATASET = NamedNode("http://example.org/dataset")
KINDS = ["embedded", "oxigraph", "updates alone", "virtuoso"]
# What our own graphs hold, and what the texts of municipalities can bring.
TERMS: list[Literal | NamedNode] = [
    Literal(""),
    Literal("a\rb\nc\td \"q\" 'r' \\"),
    Literal("Bådlauget på Ærø, é å \U0001f600"),
    Literal("c\u0001\u0002\u000b\u007f\u0085\u2028"),
    Literal("0101801234"),
    Literal("ø" * 200_000),
    Literal("hej", language="da"),
    Literal("true", datatype=XSD("boolean")),
    Literal("false", datatype=XSD("boolean")),
    Literal("12", datatype=XSD("integer")),
    Literal("1400000", datatype=XSD("decimal")),
    Literal("0.9833", datatype=XSD("decimal")),
    Literal("2024", datatype=XSD("gYear")),
    Literal("2024-03", datatype=XSD("gYearMonth")),
    Literal("2024-05-06", datatype=XSD("date")),
    Literal("2024-05-06T14:00:00", datatype=XSD("dateTime")),
    Literal("2026-11-21T06:40:05Z", datatype=XSD("dateTime")),
    NamedNode("http://example.org/æ/ø?x=1&y=(2)#f"),
    NamedNode("http://example.org/a%20b'c"),
]


@pytest.fixture(scope="module")
def oxigraph() -> Iterator[str]:
    with oxigraph_server() as url:
        yield url


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with virtuoso_server(tmp_path_factory.mktemp("virtuoso")) as url:
        yield url


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Writer]:
    kind = request.param
    if kind == "embedded":
        yield open_writer(tmp_path / "live")
        return
    url = request.getfixturevalue("virtuoso" if kind == "virtuoso" else "oxigraph")
    empty(url)
    given = Given(graphs="none") if kind == "updates alone" else Given()
    opened = open_remote_writer(address_of(url, given), None)
    yield opened
    opened.close()


def triple(number: int) -> Triple:
    return Triple(NamedNode(f"http://example.org/s/{number}"), P, Literal(str(number)))


def merged(store: Writer) -> set[Triple]:
    found = list(store.triples())
    assert len(found) == len(set(found)) == len(store)
    return set(found)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (f"SELECT ?o {{ GRAPH {ONE} {{ ?s ?p ?o }} }}", ["1", "2"]),
        (f"SELECT ?o {{ GRAPH {ONE} {{ ?s ?p ?o }} GRAPH {TWO} {{ ?s ?p ?o }} }}", ["2"]),
        (f"SELECT ?o {{ GRAPH {TWO} {{ ?s ?p ?o }} GRAPH ?g {{ ?s ?p ?o }} }}", ["2", "2", "3"]),
        ("PREFIX e: <http://example.org/g/> SELECT ?o { GRAPH e:2 { ?s ?p ?o } }", ["2", "3"]),
        (f"SELECT ?o {{ GRAPH {P} {{ ?s ?p ?o }} }}", []),
        ("SELECT ?o { ?s ?p ?o GRAPH ?g { ?s ?p ?o } }", ["1", "2", "2", "3"]),
        ("SELECT ?o { ?s ?p ?o FILTER NOT EXISTS { GRAPH " + str(ONE) + " { ?s ?p ?o } } }", ["3"]),
    ],
)
def test_graphs_are_asked_by_name_and_by_variable(store: Writer, query: str, expected: list[str]) -> None:
    store.replace(ONE, [triple(1), triple(2)])
    store.replace(TWO, [triple(2), triple(3)])
    assert [row[0].strip('"') for row in rows(store, query)] == expected


def rows(store: Writer, query: str) -> list[tuple[str, ...]]:
    found = store.query(query)
    assert isinstance(found, QuerySolutions)
    return sorted(tuple(str(row[name]) for name in found.variables) for row in found)


def test_a_triple_of_two_graphs_counts_once(store: Writer) -> None:
    store.replace(ONE, [triple(1), triple(2)])
    store.replace(TWO, [triple(2), triple(3)])
    assert merged(store) == {triple(1), triple(2), triple(3)}
    assert rows(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == [(f'"3"^^{XSD("integer")}',)]


def test_what_another_graph_still_says_stays(store: Writer) -> None:
    store.replace(ONE, [triple(1), triple(2)])
    store.replace(TWO, [triple(2), triple(3)])
    assert store.remove(ONE) == Change(0, 2)
    assert merged(store) == {triple(2), triple(3)}
    assert list(store.graphs()) == [TWO]


def test_replacing_says_what_changed(store: Writer) -> None:
    assert store.replace(ONE, [triple(1), triple(2)]) == Change(2, 0)
    assert store.replace(ONE, [triple(2), triple(3), triple(4)]) == Change(2, 1)
    assert not store.replace(ONE, [triple(4), triple(3), triple(2)])
    assert merged(store) == {triple(2), triple(3), triple(4)}


def test_the_merge_is_no_named_graph(store: Writer) -> None:
    store.replace(ONE, [triple(1)])
    assert list(store.quads()) == [Quad(triple(1).subject, P, Literal("1"), ONE)]
    assert rows(store, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }") == [(str(ONE),)]
    assert list(store.quads(graph=TWO)) == []


def test_a_pattern_finds_what_fits(store: Writer) -> None:
    store.replace(ONE, [triple(1), triple(2)])
    store.replace(TWO, [triple(2)])
    assert {quad.graph_name for quad in store.quads(triple(2).subject)} == {ONE, TWO}
    assert [quad.triple for quad in store.quads(None, P, Literal("1"), ONE)] == [triple(1)]
    assert list(store.triples(triple(2).subject, P)) == [triple(2)]
    assert list(store.triples(triple(3).subject)) == []


@pytest.mark.parametrize("way", ["load", "replace"])
def test_terms_come_back_as_they_were(store: Writer, way: str) -> None:
    said = [Triple(NamedNode(f"http://example.org/s/{n}"), P, term) for n, term in enumerate(TERMS)]
    if way == "load":
        store.load(Quad(t.subject, t.predicate, t.object, ONE) for t in said)
    else:
        store.replace(ONE, said)
    assert {quad.triple for quad in store.quads(graph=ONE)} == merged(store) == set(said)
    assert not store.replace(ONE, said)
    assert store.replace(ONE, []) == Change(0, len(said))
    assert merged(store) == set()


def test_loading_gives_the_same_as_replacing(store: Writer) -> None:
    quads = [Quad(t.subject, t.predicate, t.object, g) for g in (ONE, TWO) for t in map(triple, range(5))]
    store.load(quads)
    assert merged(store) == set(map(triple, range(5)))
    assert set(store.quads()) == set(quads)


def test_thousands_of_triples_are_put_in_and_taken_out(store: Writer) -> None:
    many = list(map(triple, range(6_000)))
    assert store.replace(ONE, many) == Change(6_000, 0)
    store.replace(TWO, many[:10])
    assert store.replace(ONE, many[3_000:]) == Change(0, 3_000)
    assert merged(store) == {*many[:10], *many[3_000:]}


def test_every_form_is_answered(store: Writer) -> None:
    store.replace(ONE, [triple(1)])
    yes, no = store.query('ASK { ?s ?p "1" }'), store.query('ASK { ?s ?p "2" }')
    assert isinstance(yes, QueryBoolean)
    assert bool(yes) is True
    assert bool(no) is False
    built = store.query("CONSTRUCT { ?o_ ?p ?s } WHERE { ?s ?p ?o BIND(?s AS ?o_) }")
    assert isinstance(built, QueryTriples)
    assert [(t.subject, t.object) for t in built] == [(triple(1).subject, triple(1).subject)]


def test_the_contract_prefixes_are_declared(store: Writer) -> None:
    assert not store.query("ASK { ?s a sg:Source ; dcterms:title ?t ; skos:prefLabel ?l }")
    assert not store.query("PREFIX sg: <http://example.org/> ASK { ?s a sg:Source }")


OPERATIONS = st.lists(
    st.tuples(st.sampled_from([ONE, TWO]), st.frozensets(st.integers(0, 6), max_size=5)), max_size=6
)


@given(OPERATIONS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_merge_is_always_the_union(
    store: Writer, operations: list[tuple[NamedNode, frozenset[int]]]
) -> None:
    state: dict[NamedNode, frozenset[int]] = {ONE: frozenset(), TWO: frozenset()}
    store.remove(ONE)
    store.remove(TWO)
    for graph, numbers in operations:
        store.replace(graph, map(triple, numbers))
        state[graph] = numbers
    assert merged(store) == {triple(n) for numbers in state.values() for n in numbers}
    assert {q.triple for q in store.quads(graph=ONE)} == set(map(triple, state[ONE]))


def test_what_was_saved_is_known_again(store: Writer, tmp_path: Path) -> None:
    store.begin(DATASET)
    store.replace(ONE, [triple(1)])
    store.replace(DATASET, [triple(9)])
    store.save(tmp_path / "store")
    if isinstance(store, SparqlWriter):
        assert again(store, tmp_path).begin(DATASET)
        assert list(store.graphs()) == [ONE]
    else:
        assert set(open_reader(tmp_path / "store").triples()) == {triple(1), triple(9)}


def test_what_a_killed_writer_left_is_mended(store: Writer, tmp_path: Path) -> None:
    if not isinstance(store, SparqlWriter):
        pytest.skip("an embedded draft that is not committed is thrown away")
    store.begin(DATASET)
    store.replace(ONE, [triple(1), triple(2)])
    store.replace(DATASET, [triple(9)])
    store.save(tmp_path / "store")
    other = again(store, tmp_path)
    assert other.begin(DATASET)
    other._add(ONE, [triple(3)])  # killed before the merge hears of it
    other._delete(None, [triple(1)])
    assert not again(store, tmp_path).begin(DATASET)
    assert merged(store) == {triple(1), triple(2), triple(3)}


def again(store: SparqlWriter, folder: Path) -> SparqlWriter:
    return SparqlWriter(load_remote(folder / "store"), store.server)
