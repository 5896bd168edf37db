"""A query is phrased for the engine that is asked; what it asks stays the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.errors import QueryError
from graph.stores.address import address_of
from graph.stores.dialect import (
    Dataset,
    phrase,
    refuse_engine_ways,
    true_booleans,
    with_prefixes,
    without_from,
)
from graph.stores.remote import VIRTUOSO, Remote

STANDARD = Remote(address_of("http://h/"))
OTHER = Remote(address_of("http://h/sparql"), VIRTUOSO, has_own_merge=False, foreign=("http://own/",))
MERGE, NOWHERE = "urn:sagsgraf:merge", "urn:sagsgraf:nowhere"


def test_a_standard_engine_is_asked_as_it_is() -> None:
    assert phrase(STANDARD, "ASK { GRAPH ?g { } }", None) == ("ASK { GRAPH ?g { } }", [])
    told = phrase(STANDARD, "ASK { }", Dataset(("http://e/1",), ("http://e/2",)))
    assert told[1] == [("default-graph-uri", "http://e/1"), ("named-graph-uri", "http://e/2")]


@pytest.mark.parametrize(
    ("query", "text", "named"),
    [
        ("ASK { ?s ?p ?o }", "ASK { ?s ?p ?o }", [NOWHERE]),
        ("ASK { GRAPH <http://e/1> { } }", "ASK { GRAPH <http://e/1> { } }", ["http://e/1"]),
        (
            "ASK { GRAPH ?g { } }",
            f"ASK {{ FILTER(?g NOT IN (<{MERGE}>, <http://own/>)) GRAPH ?g {{ }} }}",
            [],
        ),
        (
            "PREFIX e: <http://e/> ASK { GRAPH e:1 { } GRAPH ?g { } }",
            "PREFIX e: <http://e/> ASK { VALUES ?graph_0_ { <http://e/1> } GRAPH ?graph_0_  { } "
            f"FILTER(?g NOT IN (<{MERGE}>, <http://own/>)) GRAPH ?g {{ }} }}",
            [],
        ),
        ("ASK { ?s ?p 'GRAPH ?g' }", "ASK { ?s ?p 'GRAPH ?g' }", [NOWHERE]),
    ],
)
def test_the_other_engine_is_told_where_the_merge_is(query: str, text: str, named: list[str]) -> None:
    found, form = phrase(OTHER, query, None)
    assert found == text
    assert form == [("default-graph-uri", MERGE), *(("named-graph-uri", graph) for graph in named)]


@pytest.mark.parametrize(
    ("dataset", "default", "named"),
    [
        (Dataset(("http://e/1",), ()), "http://e/1", NOWHERE),
        (Dataset((), ("http://e/1",)), NOWHERE, "http://e/1"),
    ],
)
def test_no_graph_is_asked_for_outright(dataset: Dataset, default: str, named: str) -> None:
    text, form = phrase(OTHER, "ASK FROM <http://e/9> { }", dataset)
    assert text.split() == ["ASK", "{", "}"]
    assert form == [("default-graph-uri", default), ("named-graph-uri", named)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ASK FROM NAMED <http://e/g> FROM e:x { }", f"ASK {' ' * 32} {{ }}"),
        ("ASK { ?from ?p 'FROM <http://e/g>' }", "ASK { ?from ?p 'FROM <http://e/g>' }"),
        ("ASK { ?s ?p ?o }", "ASK { ?s ?p ?o }"),
    ],
)
def test_from_is_blanked_and_nothing_moves(query: str, expected: str) -> None:
    assert without_from(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ASK { ?s a <x> }", "BASE <http://b/> ASK { ?s a <x> }"),
        ("ASK { ?s a <http://e/x> }", "ASK { ?s a <http://e/x> }"),
        ("ASK { ?s ?p '<x>' }", "ASK { ?s ?p '<x>' }"),
        ("BASE <y/> ASK { ?s a <x> }", "BASE <http://b/> BASE <y/> ASK { ?s a <x> }"),
    ],
)
def test_the_base_is_said_where_it_matters(query: str, expected: str) -> None:
    assert phrase(STANDARD, query, None, "http://b/")[0] == expected


def test_only_prefixes_that_are_used_and_not_declared_are_added() -> None:
    assert with_prefixes("ASK { ?s a sg:Source }").startswith("PREFIX sg: <https://w3id.org/sagsgraf/ns#> ")
    assert with_prefixes("PREFIX sg: <http://e/> ASK { ?s a sg:X }").count("PREFIX") == 1
    assert with_prefixes("ASK { ?s ?p 'sg:Source' }").count("PREFIX") == 0


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (bif:user_name() AS ?x) { }",
        "SELECT (<bif:user_name>() AS ?x) { }",
        "SELECT (<BIF:user_name>() AS ?x) { }",
        "PREFIX x: <sql:> SELECT (x:rows() AS ?x) { }",
        "SELECT * { ?s <http://www.openlinksw.com/schemas/virtrdf#item> ?o }",
    ],
)
def test_an_engines_own_names_are_refused(query: str) -> None:
    with pytest.raises(QueryError, match="engine's own"):
        refuse_engine_ways(query)


@pytest.mark.parametrize(
    "query",
    [
        r'SELECT * { ?s ?p "\u0022 . SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } #" }',
        r'SELECT * { ?s ?p "\U00000022" }',
        r"SELECT * { ?s ?p <http://e/\u003E> }",
    ],
)
def test_what_engines_may_read_in_two_ways_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="escape of a plain character"):
        refuse_engine_ways(query)


@pytest.mark.parametrize(
    "query",
    [
        r'ASK { ?s ?p "\u00e6\U0001F600\n\"" }',
        "ASK { ?bif ?sql 'bif:x' }",
        "ASK { ?s ?p <http://e/bif:x> } # sql:",
    ],
)
def test_what_only_looks_like_them_is_not(query: str) -> None:
    refuse_engine_ways(query)


@pytest.mark.parametrize("size", [1, 7, 50, 1000])
def test_booleans_are_written_out_wherever_the_pieces_are_cut(size: int) -> None:
    was = b'{"datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "%d" }, {"value": "1"}'
    text = was % 1 + was % 0

    def pieces() -> Iterator[bytes]:
        return (text[start : start + size] for start in range(0, len(text), size))

    found = b"".join(true_booleans(pieces()))
    assert found == text.replace(b'boolean", "value": "1"', b'boolean", "value": "true"').replace(
        b'boolean", "value": "0"', b'boolean", "value": "false"'
    )
