"""The SPARQL protocol, asked by real clients over a real connection."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from tests.api.serving import serving, write_graph

LABELS = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT ?l { ?i skos:prefLabel ?l }"
COUNT = "SELECT (COUNT(*) AS ?n) { <http://localhost:8000/initiative/havnens-koekken> ?p ?o }"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . FILTER(!STRSTARTS(STR(?s), 'http://e/')) }"
BOMB = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
RESULTS = "application/sparql-results+json"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data = tmp_path_factory.mktemp("graph")
    write_graph(data, extra=2_000)
    with serving(data) as base:
        yield base


def get(address: str, query: str | None = None, accept: str | None = None, **more: str) -> httpx.Response:
    headers = {"accept": accept} if accept else {}
    params = ({"query": query} if query is not None else {}) | more
    return httpx.get(f"{address}/sparql", params=params, headers=headers, timeout=30)


@pytest.mark.parametrize(
    ("accept", "media_type", "piece"),
    [
        ("*/*", RESULTS, '"value":"Havnens Køkken"'),
        ("application/json", RESULTS, '"value":"Havnens Køkken"'),
        (
            "application/sparql-results+xml",
            "application/sparql-results+xml",
            "<literal>Havnens Køkken</literal>",
        ),
        ("text/csv", "text/csv", "Havnens Køkken"),
        ("text/tab-separated-values", "text/tab-separated-values", '"Havnens Køkken"'),
    ],
)
def test_solutions_come_in_each_format(address: str, accept: str, media_type: str, piece: str) -> None:
    answer = get(address, LABELS, accept)
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == media_type
    assert piece in answer.text


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_graphs_come_in_each_format(address: str, accept: str) -> None:
    answer = get(address, CONSTRUCT, accept)
    assert answer.headers["content-type"].split(";")[0] == accept
    name = {"application/rdf+xml": "xml", "application/ld+json": "json-ld"}.get(accept, "turtle")
    assert len(rdflib.Graph().parse(data=answer.text, format=name)) == 2


def test_a_format_may_be_named_as_older_clients_do(address: str) -> None:
    named = get(address, LABELS, "*/*", format="csv", output="csv")
    assert named.headers["content-type"].startswith("text/csv")
    assert get(address, CONSTRUCT, "*/*", format="ttl").headers["content-type"].startswith("text/turtle")
    assert get(address, LABELS, "*/*", format="image/png").status_code == 406


def test_one_accept_header_serves_both_families(address: str) -> None:
    accept = "text/turtle, application/sparql-results+xml"
    assert get(address, LABELS, accept).headers["content-type"].startswith("application/sparql-results+xml")
    assert get(address, CONSTRUCT, accept).headers["content-type"].startswith("text/turtle")


def test_a_form_and_a_direct_post_are_answered_alike(address: str) -> None:
    url = f"{address}/sparql"
    form = httpx.post(url, data={"query": COUNT})
    direct = httpx.post(url, content=COUNT, headers={"content-type": "application/sparql-query"})
    assert form.json() == direct.json() == get(address, COUNT).json()


def test_the_default_graph_counts_a_shared_triple_once(address: str) -> None:
    assert get(address, COUNT).json()["results"]["bindings"][0]["n"]["value"] == "2"


def test_two_from_graphs_count_a_shared_triple_once(address: str) -> None:
    graphs = "FROM <http://localhost:8000/entities> FROM <http://localhost:8000/source/1>"
    answer = get(address, COUNT.replace("{", f"{graphs} {{", 1))
    assert answer.json()["results"]["bindings"][0]["n"]["value"] == "2"


def test_the_protocols_data_set_wins_over_from(address: str) -> None:
    query = COUNT.replace("{", "FROM <http://localhost:8000/entities> {", 1)
    answer = get(address, query, **{"default-graph-uri": "http://localhost:8000/source/1"})
    assert answer.json()["results"]["bindings"][0]["n"]["value"] == "1"


REFUSED = [
    ({"query": "SELECT * { ?s ?p }"}, 400, "syntax"),
    ({"query": "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}, 400, "refused"),
    ({"query": "INSERT DATA { <e:a> <e:b> <e:c> }"}, 400, "refused"),
    ({"query": "ASK {}", "update": "CLEAR ALL"}, 400, "protocol"),
    ({"query": "ASK {}", "formt": "json"}, 400, "protocol"),
    ({"query": "ASK {}", "format": "parchment"}, 400, "protocol"),
    ({"query": "ASK {}", "format": "json", "output": "xml"}, 400, "protocol"),
    ({"query": "ASK {}", "default-graph-uri": "file:///etc/passwd"}, 400, "protocol"),
    ({"query": "ASK {}", "default-graph-uri": "relative"}, 400, "protocol"),
    ({"query": "ASK {}" + " " * 70_000}, 413, "too_long"),
]


@pytest.mark.parametrize(("form", "status", "code"), REFUSED)
def test_what_cannot_be_answered_says_why(address: str, form: dict[str, str], status: int, code: str) -> None:
    answer = httpx.post(f"{address}/sparql", data=form)
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_syntax_error_says_line_and_column(address: str) -> None:
    assert "error at 2:" in get(address, "SELECT *\n{ ?s ?p }").json()["detail"]


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("PUT", {}, 405),
        ("DELETE", {}, 405),
        ("PATCH", {}, 405),
        ("POST", {"content-type": "application/sparql-update"}, 415),
        ("POST", {"content-type": "text/plain"}, 415),
    ],
)
def test_updates_are_refused_in_every_form(
    address: str, method: str, headers: dict[str, str], status: int
) -> None:
    answer = httpx.request(method, f"{address}/sparql", headers=headers, content="CLEAR ALL")
    assert answer.status_code == status
    assert status != 405 or {"GET", "HEAD", "POST"} <= set(
        answer.headers["allow"].replace(" ", "").split(",")
    )


def test_a_type_nobody_offers_is_406(address: str) -> None:
    assert get(address, LABELS, "image/png").status_code == 406


def test_a_large_body_is_413(address: str) -> None:
    answer = httpx.post(f"{address}/sparql", data={"query": "x" * 600_000})
    assert answer.status_code == 413


def test_a_known_answer_is_304_until_the_graph_changes(address: str) -> None:
    first = get(address, LABELS)
    again = httpx.get(
        f"{address}/sparql", params={"query": LABELS}, headers={"if-none-match": first.headers["etag"]}
    )
    assert again.status_code == 304
    assert get(address, LABELS, "text/csv").headers["etag"] != first.headers["etag"]


def test_an_answer_that_depends_on_the_clock_has_no_tag(address: str) -> None:
    assert "etag" not in get(address, "SELECT (NOW() AS ?n) {}").headers


def test_head_has_the_headers_and_no_body(address: str) -> None:
    answer = httpx.head(f"{address}/sparql", params={"query": LABELS})
    assert (answer.status_code, answer.content) == (200, b"")


def test_any_page_may_ask_but_sends_no_credentials(address: str) -> None:
    preflight = httpx.options(
        f"{address}/sparql",
        headers={"origin": "https://e.example", "access-control-request-method": "POST"},
    )
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in preflight.headers


def test_without_a_query_the_service_describes_itself(address: str) -> None:
    answer = get(address, accept="text/turtle")
    described = rdflib.Graph().parse(data=answer.text, format="turtle", publicID="http://localhost:8000/")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert list(described.subjects(sd.supportedLanguage, sd.SPARQL11Query))


def test_a_browser_without_a_query_gets_a_page(address: str) -> None:
    assert "<textarea" in get(address, accept="text/html,application/xhtml+xml,*/*;q=0.8").text


def test_a_bomb_is_an_error_in_time(address: str) -> None:
    start = time.perf_counter()
    answer = get(address, BOMB)
    assert (answer.status_code, answer.json()["code"]) == (503, "timeout")
    assert answer.headers["retry-after"]
    assert time.perf_counter() - start < 2.0 + 2.0


def test_long_answers_are_compressed_for_who_can_read_them(address: str) -> None:
    answer = get(address, "SELECT * { ?s <http://e/p> ?o }")
    assert answer.headers["content-encoding"] == "gzip"
    assert len(answer.json()["results"]["bindings"]) == 2_000


def test_curl_is_answered(address: str) -> None:
    command = ["curl", "-sfG", f"{address}/sparql", "--data-urlencode", f"query={COUNT}"]
    printed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert json.loads(printed)["head"]["vars"] == ["n"]


def test_rdflib_reads_us_as_a_store(address: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{address}/sparql"))
    rows = graph.query(LABELS).bindings
    assert [str(row[rdflib.Variable("l")]) for row in rows] == ["Havnens Køkken"]


def test_a_new_build_is_seen_without_a_restart(tmp_path: Path) -> None:
    write_graph(tmp_path)
    with serving(tmp_path) as base:
        before = get(base, LABELS)
        write_graph(
            tmp_path, "<http://g> { <http://a> <http://www.w3.org/2004/02/skos/core#prefLabel> 'Ny' }"
        )
        after = get(base, LABELS)
    assert "Ny" not in before.text
    assert "Ny" in after.text
    assert before.headers["etag"] != after.headers["etag"]


def test_before_the_first_build_the_service_says_so(tmp_path: Path) -> None:
    with serving(tmp_path) as base:
        answer = get(base, LABELS)
    assert (answer.status_code, answer.json()["code"]) == (503, "no_graph")
