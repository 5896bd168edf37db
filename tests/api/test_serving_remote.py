"""The service over a SPARQL server answers as it does over the embedded store, and stops what it must."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import pytest
from pyoxigraph import RdfFormat, parse

from api.settings import Settings
from api.states.attached import attached
from graph.errors import NoGraphError, RemoteStoreError, StoreError
from graph.ingest import Build, ingest
from graph.ingesting.intake import Intake
from graph.ingesting.recognisers import Recognisers
from graph.query import named_queries
from graph.stores.address import address_of
from scripts.make_samples import BUNDLE
from tests.api.serving import serving
from tests.conftest import SAMPLE_BASE_IRI, silent
from tests.remote_servers import oxigraph_server, virtuoso_server

SETTINGS = Settings(base_iri=SAMPLE_BASE_IRI, service_timeout_s=4.0)
SG = "PREFIX sg: <https://w3id.org/sagsgraf/ns#> "
SOURCES = f"{SG} SELECT ?g {{ GRAPH ?g {{ ?g a sg:Source }} }} ORDER BY ?g LIMIT 2"
BOMB = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?a) > STR(?f)) }"


@dataclass(frozen=True, slots=True)
class Pair:
    """The same graph served twice: from the embedded store, and from a SPARQL server."""

    embedded: str
    remote: str
    store: str
    data: Path


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, sample_data: Path
) -> Iterator[Pair]:
    folder = tmp_path_factory.mktemp("pair")
    with oxigraph_server() if request.param == "oxigraph" else virtuoso_server(folder) as store:
        data = Path(shutil.copytree(sample_data, folder / "data"))
        intake = Intake((BUNDLE,), data, Recognisers())
        ingest(Build(intake, SAMPLE_BASE_IRI, store=address_of(store)), silent)
        with serving(sample_data, SETTINGS) as embedded, serving(data, SETTINGS) as remote:
            yield Pair(embedded, remote, store, data)


def ask(
    service: str, query: str, accept: str = "text/csv", graphs: dict[str, list[str]] | None = None
) -> httpx.Response:
    form = {"query": query, **(graphs or {})}
    return httpx.post(f"{service}/sparql", data=form, headers={"Accept": accept}, timeout=30.0)


def rows(answer: httpx.Response) -> list[tuple[str, ...]]:
    assert answer.status_code == 200, answer.text
    return sorted(tuple(row) for row in csv.reader(io.StringIO(answer.text)))


QUERIES = {
    "count": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "graphs": "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    "booleans": f"{SG} SELECT ?item ?open {{ ?item sg:isPublic ?open }}",
    "optional": f"{SG} SELECT ?e ?place {{ ?e a sg:InitiativeEvent OPTIONAL {{ ?e sg:place ?place }} }}",
    "minus": f"{SG} SELECT ?i {{ ?i a sg:AgendaItem MINUS {{ ?i sg:case ?c }} }}",
    "path": f"{SG} SELECT ?i ?b {{ ?i a sg:AgendaItem ; sg:meeting/sg:body ?b }}",
    "dates": "PREFIX s: <https://schema.org/> SELECT ?m ?d { ?m s:startDate ?d FILTER(STR(?d) > '2024') }",
    "relative": "SELECT ?title { <dataset> <http://purl.org/dc/terms/title> ?title }",
    "nothing": "SELECT ?o { <http://e/none> ?p ?o }",
}


@pytest.mark.parametrize("name", QUERIES)
def test_solutions_are_the_same(pair: Pair, name: str) -> None:
    expected = rows(ask(pair.embedded, QUERIES[name]))
    assert rows(ask(pair.remote, QUERIES[name])) == expected
    assert len(expected) > 1 or name == "nothing"


@pytest.mark.parametrize("name", [query.name for query in named_queries().values() if not query.needs])
def test_bundled_queries_are_answered_the_same(pair: Pair, name: str) -> None:
    found = [
        httpx.get(f"{service}/api/queries/{name}", headers={"Accept": "text/csv"}, timeout=30.0)
        for service in (pair.embedded, pair.remote)
    ]
    assert rows(found[1]) == rows(found[0])


@pytest.mark.parametrize("wanted", ["both default", "one default", "one named", "FROM two", "FROM NAMED"])
def test_data_sets_are_exactly_those_asked_for(pair: Pair, wanted: str) -> None:
    one, two = (row[0] for row in rows(ask(pair.embedded, SOURCES))[1:])
    count = "SELECT (COUNT(*) AS ?n) {0} {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
    asked: dict[str, tuple[str, dict[str, list[str]]]] = {
        "both default": (count.format(""), {"default-graph-uri": [one, two]}),
        "one default": (count.format(""), {"default-graph-uri": [one]}),
        "one named": (count.format(f"FROM <{two}>"), {"named-graph-uri": [one]}),
        "FROM two": (count.format(f"FROM <{one}> FROM <{two}>"), {}),
        "FROM NAMED": (count.format(f"FROM <{one}> FROM NAMED <{two}>"), {}),
    }
    query, graphs = asked[wanted]
    expected = rows(ask(pair.embedded, query, graphs=graphs))
    assert rows(ask(pair.remote, query, graphs=graphs)) == expected
    assert int(expected[0][0]) > 10


@pytest.mark.parametrize(
    "accept",
    ["application/sparql-results+json", "application/sparql-results+xml", "text/tab-separated-values"],
)
def test_every_media_type_is_ours_to_the_letter(pair: Pair, accept: str) -> None:
    label = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    query = f"SELECT ?s ?l {{ ?s {label} ?l FILTER(LANG(?l) = '') }} ORDER BY ?s STR(?l)"
    answers = [ask(service, query, accept) for service in (pair.embedded, pair.remote)]
    assert answers[0].text == answers[1].text
    assert answers[0].headers["content-type"] == answers[1].headers["content-type"]
    truth = [
        ask(service, "ASK { ?s ?p ?o }", "application/sparql-results+json").json()["boolean"]
        for service in (pair.embedded, pair.remote)
    ]
    assert truth == [True, True]


@pytest.mark.parametrize("accept", ["text/turtle", "application/n-triples", "application/ld+json"])
def test_graphs_are_the_same(pair: Pair, accept: str) -> None:
    query = f"{SG} CONSTRUCT {{ ?i ?p ?o }} WHERE {{ ?i a sg:Initiative ; ?p ?o }}"
    format_ = {"text/turtle": RdfFormat.TURTLE, "application/n-triples": RdfFormat.N_TRIPLES}.get(
        accept, RdfFormat.JSON_LD
    )
    found = [
        set(parse(ask(service, query, accept).content, format_)) for service in (pair.embedded, pair.remote)
    ]
    assert found[0] == found[1]
    assert len(found[0]) > 20


@pytest.mark.parametrize("path", ["initiatives", "people", "meetings", "commitments", "amounts", "documents"])
def test_lists_are_the_same(pair: Pair, path: str) -> None:
    pages = [
        httpx.get(f"{service}/api/{path}?limit=200", timeout=30.0) for service in (pair.embedded, pair.remote)
    ]
    assert [page.status_code for page in pages] == [200, 200]
    first, second = (sorted(str(item["iri"]) for item in page.json()["items"]) for page in pages)
    assert first == second


def test_a_life_is_told_the_same(pair: Pair) -> None:
    iri = httpx.get(f"{pair.embedded}/api/initiatives", timeout=30.0).json()["items"][0]["iri"]
    path = "/api/initiatives/" + iri.rpartition("/")[2] + "/timeline"
    lives = [httpx.get(service + path, timeout=30.0).json() for service in (pair.embedded, pair.remote)]
    assert lives[0] == lives[1]


REFUSED = {
    "SELECT * { ?s ?p }": 400,
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }": 400,
    "INSERT DATA { <http://e/1> <http://e/2> 3 }": 400,
    "define get:soft 'soft' SELECT * { ?s ?p ?o }": 400,
    "SELECT (<bif:sys_stat>('st_dbms_name') AS ?x) { }": 400,
    "PREFIX bif: <bif:> SELECT (bif:user_name() AS ?x) { ?s ?p ?o }": 400,
    "PREFIX b: <bif:> SELECT (b:user_name() AS ?x) { ?s ?p ?o }": 400,
    "SELECT (<http://example.org/function>(1) AS ?x) { }": 400,
    "PREFIX sql: <sql:> SELECT (sql:x(1) AS ?x) { ?s ?p ?o }": 400,
}


@pytest.mark.parametrize("query", REFUSED)
def test_what_may_not_run_does_not(pair: Pair, query: str) -> None:
    answer = ask(pair.remote, query)
    assert answer.status_code == REFUSED[query], answer.text
    assert "127.0.0.1" not in answer.json()["detail"] or "SERVICE" in query


def test_a_query_over_its_time_is_an_error(pair: Pair) -> None:
    answer = ask(pair.remote, BOMB)
    assert (answer.status_code, answer.json()["code"]) == (503, "timeout")
    assert ask(pair.remote, "ASK { ?s ?p ?o }", "application/sparql-results+json").json()["boolean"]


def test_answers_are_kept_by_version(pair: Pair) -> None:
    tag = ask(pair.remote, QUERIES["count"]).headers["etag"]
    again = httpx.get(
        f"{pair.remote}/sparql",
        params={"query": QUERIES["count"]},
        headers={"Accept": "text/csv", "If-None-Match": tag},
    )
    assert again.status_code == 304


def test_a_store_is_served_without_the_directory_of_its_build(pair: Pair, tmp_path: Path) -> None:
    settings = replace(SETTINGS, data=tmp_path / "none", base_iri="http://other.example/")
    with attached(settings, address_of(pair.store)) as found:
        assert found.base_iri == SAMPLE_BASE_IRI
        with serving(found.data, found) as service:
            assert rows(ask(service, QUERIES["count"])) == rows(ask(pair.embedded, QUERIES["count"]))
            assert httpx.get(f"{service}/api/status", timeout=30.0).status_code == 200
    assert not found.data.exists()


def test_a_directory_is_served_with_its_own_store_alone(
    pair: Pair, tmp_path: Path, sample_data: Path
) -> None:
    own = replace(SETTINGS, data=pair.data)
    with attached(own, address_of(pair.store)) as found:
        assert found == own
    with (
        pytest.raises(StoreError, match="build with --store"),
        attached(own, address_of("http://127.0.0.1:9")),
    ):
        pass
    embedded = replace(SETTINGS, data=sample_data)
    with (
        pytest.raises(StoreError, match="in the directory itself"),
        attached(embedded, address_of(pair.store)),
    ):
        pass
    with pytest.raises(NoGraphError), attached(replace(SETTINGS, data=tmp_path), None):
        pass


def test_a_store_without_a_graph_is_named() -> None:
    with (
        oxigraph_server() as url,
        pytest.raises(RemoteStoreError, match="no graph of ours"),
        attached(replace(SETTINGS, data=Path("none")), address_of(url)),
    ):
        pass


def test_a_store_that_is_away_is_an_error_that_says_so(tmp_path: Path, sample_data: Path) -> None:
    data = Path(shutil.copytree(sample_data, tmp_path / "data"))
    with oxigraph_server() as store:
        ingest(
            Build(Intake((BUNDLE,), data, Recognisers()), SAMPLE_BASE_IRI, store=address_of(store)), silent
        )
    with serving(data, SETTINGS) as service:
        for answer in (ask(service, QUERIES["count"]), httpx.get(f"{service}/api/people", timeout=30.0)):
            assert (answer.status_code, answer.json()["code"]) == (503, "store")
            assert store.rpartition(":")[2] not in answer.text
