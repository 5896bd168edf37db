"""Queries from outside: answered in every format, guarded, stopped, explained."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from graph.errors import NoGraphError, QueryError
from graph.ingesting.pool import Limits
from graph.query import LIMITS, Question, answer, fill_in, named_queries, named_query
from tests.graph.small_graph import BASE, save_small_graph


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_small_graph(tmp_path_factory.mktemp("data"))


def ask(data: Path, sparql: str, format_: str = "csv", limits: Limits = LIMITS) -> str:
    with answer(data, Question(sparql, format_, BASE), limits) as file:
        return file.read_text("utf-8")


def rows(data: Path, sparql: str, **values: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(ask(data, fill_in(sparql, values)))))[1:]


def test_the_default_graph_counts_a_statement_once(data: Path) -> None:
    assert rows(data, "SELECT (COUNT(*) AS ?n) { ?i sg:place ?p . ?i a sg:Initiative }") == [["1"]]


def test_a_relative_iri_is_of_the_graphs_base(data: Path) -> None:
    assert rows(data, "SELECT ?l { <person/pia-holt> skos:prefLabel ?l }") == [["Pia Holt"]]


@pytest.mark.parametrize("format_", ["json", "xml", "csv", "tsv"])
def test_solutions_come_in_every_format(data: Path, format_: str) -> None:
    assert "Pia Holt" in ask(data, "SELECT ?l { ?p a sg:Person ; skos:prefLabel ?l }", format_)


def test_a_yes_or_no_is_answered(data: Path) -> None:
    assert json.loads(ask(data, "ASK { ?s a sg:Source }", "json"))["boolean"] is True


@pytest.mark.parametrize(
    ("format_", "rdf"),
    [("ttl", RdfFormat.TURTLE), ("nt", RdfFormat.N_TRIPLES), ("jsonld", RdfFormat.JSON_LD)],
)
def test_graphs_come_in_every_format(data: Path, format_: str, rdf: RdfFormat) -> None:
    text = ask(data, "CONSTRUCT { ?s a sg:Person } { ?s a sg:Person }", format_)
    assert [quad.subject.value for quad in parse(text, format=rdf) if hasattr(quad.subject, "value")] == [
        f"{BASE}person/pia-holt"
    ]


@pytest.mark.parametrize(
    ("sparql", "format_", "said"),
    [
        ("SELECT * { ?s ?p }", "csv", "line 1, column 19, at the end of the line"),
        ("SELECT * { ?s ?p ?o ", "csv", "line 1, column 21"),
        ("SELECT * { ?s ! ?o }", "csv", "line 1, column 20, at '}'"),
        ("SELECT *\n{ ?s nix:p ?o }", "csv", r"line 2, .*a prefix that is declared"),
        ("DELETE WHERE { ?s ?p ?o }", "csv", "DELETE is an update"),
        ("INSERT DATA { <a:b> <a:c> <a:d> }", "csv", "INSERT is an update"),
        ("LOAD <http://example.org/>", "csv", "LOAD"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "csv", "SERVICE"),
        ("ASK { FILTER(" + "(" * 500 + "1" + ")" * 500 + ") }", "json", "nested deeper"),
        ("SELECT * { ?s ?p ?o } #" + "x" * 100_000, "csv", "longer than"),
        ("SELECT * { ?s ?p ?o }", "ttl", "SELECT is answered in json"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "csv", "CONSTRUCT is answered in ttl"),
        ("", "csv", "no SELECT"),
    ],
)
def test_what_may_not_run_is_refused_with_the_reason(
    data: Path, sparql: str, format_: str, said: str
) -> None:
    with pytest.raises(QueryError, match=said):
        ask(data, sparql, format_)


@pytest.mark.parametrize(
    "sparql", ['ASK { ?s ?p "DELETE SERVICE" }', "ASK { ?load ?service <http://LOAD/> }"]
)
def test_words_that_only_look_forbidden_are_not(data: Path, sparql: str) -> None:
    assert json.loads(ask(data, sparql, "json"))["boolean"] is False


def test_a_query_that_takes_too_long_is_stopped(data: Path) -> None:
    heavy = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }"
    with pytest.raises(QueryError, match="longer than 1 seconds") as caught:
        ask(data, heavy, limits=Limits(1, 1.0, 1 << 30))
    assert caught.value.status == "timed_out"


def test_before_the_first_build_there_is_no_answer(tmp_path: Path) -> None:
    with pytest.raises(NoGraphError):
        ask(tmp_path, "ASK { ?s ?p ?o }", "json")


@pytest.mark.parametrize("name", named_queries())
def test_a_bundled_query_runs_and_says_what_it_asks(data: Path, name: str) -> None:
    query = named_query(name)
    assert query.description[0].isupper()
    assert "?" in query.description
    header = ask(data, fill_in(query.sparql, dict.fromkeys(query.needs, "x"))).splitlines()[0].split(",")
    assert len(header) >= 2


def test_a_timeline_is_asked_for_by_any_name_in_any_case(data: Path) -> None:
    found = rows(data, named_query("timeline").sparql, name="PROJEKT bådlauget")
    assert found == [["2024-03", "started", "Fjordby", "Lauget begyndte i marts.", "maj.txt", "1"]]


def test_a_value_is_never_read_as_sparql(data: Path) -> None:
    assert rows(data, named_query("timeline").sparql, name='x") } DROP ALL #') == []


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("unreadable-files", ["laast.pdf", "encrypted", "it needs a password"]),
        ("caseworkers", ["Pia Holt", "=Bådlauget", "", "", "maj.txt"]),
        ("places-of-initiatives", ["Fjordby", "Bådlauget", "1"]),
        ("meetings", ["2024-05-06", "", "1", f"{BASE}meeting/udvalg/2024-05-06"]),
    ],
)
def test_bundled_queries_find_what_is_there(data: Path, name: str, first: list[str]) -> None:
    assert rows(data, named_query(name).sparql)[0] == first


def test_an_unknown_name_gets_the_names_there_are() -> None:
    with pytest.raises(QueryError, match="unreadable-files"):
        named_query("ulæselige")


def test_a_value_for_no_variable_is_wrong() -> None:
    with pytest.raises(QueryError, match=r"no variable \?nam"):
        fill_in('ASK { ?s ?p "?nam" }', {"nam": "x"})


def test_a_bundled_query_says_what_it_needs() -> None:
    assert named_query("timeline").needs == ("name",)
    assert named_query("meetings").needs == ()
