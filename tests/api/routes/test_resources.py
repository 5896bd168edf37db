"""Every IRI of the graph answers, in the format that is asked for, at whatever host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx import Client
from lxml import html
from pyoxigraph import Dataset, NamedNode, RdfFormat, Store, parse
from rdflib import Graph

from tests.api.serving import serving
from tests.conftest import SAMPLE_BASE_IRI as BASE
from tests.graph.small_graph import TRIG, save_small_graph

FAMILIES = "initiative/fodfaeste-for-familier"
FORMATS = {
    "ttl": ("text/turtle", RdfFormat.TURTLE),
    "nt": ("application/n-triples", RdfFormat.N_TRIPLES),
    "rdf": ("application/rdf+xml", RdfFormat.RDF_XML),
    "jsonld": ("application/ld+json", RdfFormat.JSON_LD),
}
KINDS = (
    *(FAMILIES, "person/birgit-thorhauge", "organization/mta", "place/havnehoej", "budget/2024"),
    *("case/EMN-2024-003310", "body/raadmandsmoede-mta", "meeting/raadmandsmoede-mta/2023-02-27"),
    *("meeting/raadmandsmoede-mta/2023-02-27/3", "stage/started", "outcome", "kind", "dataset/Initiative"),
)
PARTS = ("mention", "passage", "event", "figure", "amount", "commitment", "document", "statement", "role")
OLD = """
<http://localhost:8000/entities> {
  <http://localhost:8000/initiative/åen-ž> a sg:Initiative ; skos:prefLabel "Åen" .
  <http://localhost:8000/initiative/baadlauget> <http://www.w3.org/2002/07/owl#sameAs>
    <http://localhost:8000/initiative/foer> ; skos:altLabel "B\\u0007<b>\\u0001 & Co" .
}
"""


@pytest.fixture(scope="module")
def client(sample_data: Path) -> Iterator[Client]:
    with serving(sample_data) as address, Client(base_url=address, timeout=20) as made:
        yield made


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    data = save_small_graph(tmp_path_factory.mktemp("small"), TRIG + OLD)
    with serving(data) as address, Client(base_url=address, timeout=20) as made:
        yield made


def triples(client: Client, path: str, suffix: str = "nt") -> set[str]:
    response = client.get(f"/{path}.{suffix}")
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].partition(";")[0] == FORMATS[suffix][0]
    read = Dataset(parse(response.content, FORMATS[suffix][1], base_iri=BASE))
    return {str(quad.triple) for quad in read}


@pytest.mark.parametrize("path", KINDS)
def test_a_thing_of_any_kind_says_the_same_in_every_format(client: Client, path: str) -> None:
    said = {suffix: triples(client, path, suffix) for suffix in FORMATS}
    assert len(said["nt"]) > 3
    assert all(each == said["nt"] for each in said.values())
    assert any(each.startswith(f"<{BASE}{path}> ") for each in said["nt"])


@pytest.mark.parametrize("kind", PARTS)
def test_a_part_of_a_source_answers(client: Client, kind: str) -> None:
    found = client.get(
        "/sparql", params={"query": f'SELECT ?s {{ ?s ?p ?o FILTER(CONTAINS(STR(?s), "/{kind}/")) }} LIMIT 1'}
    )
    iri = found.json()["results"]["bindings"][0]["s"]["value"]
    assert triples(client, iri.removeprefix(BASE))


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("*/*", "text/turtle"),
        ("text/turtle;q=0.5, application/ld+json", "application/ld+json"),
        ("application/json", "application/json"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("text/xml", "application/rdf+xml"),
        ("application/n-triples", "application/n-triples"),
        ("image/png, text/*;q=0.1", "text/turtle"),
    ],
)
def test_the_client_chooses_the_format(client: Client, accept: str, media_type: str) -> None:
    response = client.get(f"/{FAMILIES}", headers={"Accept": accept})
    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == media_type
    assert "Accept" in response.headers["vary"]


def test_the_suffix_wins_over_the_client(client: Client) -> None:
    response = client.get(f"/{FAMILIES}.ttl", headers={"Accept": "text/html"})
    assert response.headers["content-type"].startswith("text/turtle")
    assert client.get(f"/{FAMILIES}.json").json()["label"] == "Fodfæste for Familier"


def test_a_thing_says_where_its_formats_are(client: Client) -> None:
    links = client.get(f"/{FAMILIES}").headers["link"]
    assert f'<{BASE}{FAMILIES}>; rel="canonical"' in links
    for suffix, (media_type, _) in FORMATS.items():
        assert f'</{FAMILIES}.{suffix}>; rel="alternate"; type="{media_type}"' in links
        assert client.get(f"/{FAMILIES}.{suffix}").status_code == 200


def test_a_description_leads_to_names_and_sentences(client: Client) -> None:
    read = Graph().parse(data=client.get(f"/{FAMILIES}.ttl").text, format="turtle")
    found = read.query(
        """PREFIX sg: <https://w3id.org/sagsgraf/ns#> PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?quote ?name { ?event a sg:InitiativeEvent ; sg:stage ?stage ; sg:evidence/oa:exact ?quote .
          ?stage skos:prefLabel ?name }"""
    )
    assert len(list(found)) > 10
    mentioned = read.query(
        """PREFIX sg: <https://w3id.org/sagsgraf/ns#> PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?m { ?m sg:refersTo ?e ; sg:sentence/oa:exact ?sentence }"""
    )
    assert len(list(mentioned)) > 50


def test_the_iri_of_a_source_gives_its_graph(client: Client) -> None:
    iri = client.get("/api/sources?limit=1").json()["items"][0]["iri"]
    asked = {"query": "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "default-graph-uri": iri}
    whole = client.get("/sparql", params=asked, headers={"Accept": "application/n-triples"})
    expected = {str(quad.triple) for quad in parse(whole.content, RdfFormat.N_TRIPLES)}
    assert triples(client, iri.removeprefix(BASE)) == expected


@pytest.mark.parametrize("path", ["entities", "vocabulary", "dataset"])
def test_the_graphs_of_the_data_set_answer_whole(client: Client, path: str) -> None:
    found = triples(client, path, "ttl")
    count = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{BASE}{path}> {{ ?s ?p ?o }} }}"
    counted = client.get("/sparql", params={"query": count}).json()["results"]["bindings"][0]["n"]["value"]
    assert len(found) == int(counted)
    assert client.get(f"/{path}", headers={"Accept": "text/html"}).status_code == 200


def test_the_data_set_is_described_where_void_says(client: Client) -> None:
    said = client.get("/.well-known/void", headers={"Accept": "text/turtle"})
    store = Store()
    store.load(said.content, RdfFormat.TURTLE, base_iri=BASE)
    dataset = NamedNode(f"{BASE}dataset")
    endpoint = NamedNode("http://rdfs.org/ns/void#sparqlEndpoint")
    (quad,) = store.quads_for_pattern(dataset, endpoint, None)
    assert quad.object == NamedNode(f"{BASE}sparql")
    served = NamedNode("http://www.w3.org/ns/dcat#servesDataset")
    assert len(list(store.quads_for_pattern(NamedNode(f"{BASE}sparql"), served, dataset))) == 1


@pytest.mark.parametrize(
    ("path", "accept", "status"),
    [
        ("/initiative/nobody", "*/*", 404),
        ("/initiative/nobody.ttl", "*/*", 404),
        ("/initiative/", "*/*", 404),
        (f"/{FAMILIES}.exe", "*/*", 404),
        (f"/{FAMILIES}/", "*/*", 404),
        ("/person/fodfaeste-for-familier", "*/*", 404),
        ("/source/0000000000000000", "text/html", 404),
        ("/source/%3E%20%7D", "*/*", 404),
        ("/initiative/a%3E%20%3Fs", "*/*", 404),
        ("/outcome/strange", "*/*", 404),
        (f"/{FAMILIES}", "image/png", 406),
        (f"/{FAMILIES}", "text/html;q=0, image/png", 406),
        (f"/{FAMILIES}.ttl?limit=3", "*/*", 400),
        (f"/{FAMILIES}?x=1", "text/html", 400),
        ("/person/birgit-thorhauge?x=1", "text/html", 400),
        (f"/person/{'x' * 500}", "*/*", 400),
        ("/ns?x=1", "*/*", 400),
        ("/ns.json", "*/*", 404),
        ("/ns.txt", "*/*", 404),
        ("/nothing/at/all", "*/*", 404),
    ],
)
def test_what_cannot_be_given_is_refused(client: Client, path: str, accept: str, status: int) -> None:
    response = client.get(path, headers={"Accept": accept})
    assert response.status_code == status, response.text
    kind = "text/html; charset=utf-8" if accept == "text/html" else "application/problem+json"
    assert response.headers["content-type"] == kind


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.post(f"/{FAMILIES}").status_code == 405
    assert client.delete(f"/{FAMILIES}").status_code == 405
    head = client.head(f"/{FAMILIES}")
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize("path", [f"{FAMILIES}.ttl", f"{FAMILIES}.json", "person/birgit-thorhauge", "ns"])
def test_an_answer_is_not_sent_twice(client: Client, path: str) -> None:
    tag = client.get(f"/{path}").headers["etag"]
    assert client.get(f"/{path}", headers={"If-None-Match": tag}).status_code == 304
    asked = {"If-None-Match": tag, "Accept": "text/html"}
    other = client.get(f"/{path}", headers=asked)
    assert other.status_code == 200


@pytest.mark.parametrize(("suffix", "query"), [("", ""), (".ttl", ""), (".html", "?lang=en")])
def test_a_former_iri_leads_to_the_one_of_today(small: Client, suffix: str, query: str) -> None:
    response = small.get(f"/initiative/foer{suffix}{query}")
    assert response.status_code == 303
    assert response.headers["location"] == f"/initiative/baadlauget{suffix}{query}"


def test_hostile_names_stay_names(small: Client) -> None:
    read = Graph().parse(data=small.get("/initiative/baadlauget.rdf").text, format="xml")
    assert any("B<b> & Co" in str(value) for value in read.objects())
    page = small.get("/initiative/baadlauget.html").text
    assert "<b> & Co" not in page


@pytest.mark.parametrize("suffix", ["", ".ttl", ".rdf", ".json", ".html"])
def test_an_iri_from_elsewhere_may_hold_any_letter(small: Client, suffix: str) -> None:
    response = small.get(f"/initiative/åen-ž{suffix}")
    assert response.status_code == 200
    assert "</initiative/%C3%A5en-%C5%BE.ttl>" in response.headers["link"]
    assert "Åen" in response.text


def test_the_ontology_is_one_in_every_format(client: Client) -> None:
    said = {suffix: triples(client, "ns", suffix) for suffix in FORMATS}
    assert len(said["nt"]) > 500
    assert all(each == said["nt"] for each in said.values())


@pytest.mark.parametrize(("lang", "heading"), [("da", "Klasser"), ("en", "Classes")])
def test_the_ontology_is_a_page_in_both_languages(client: Client, lang: str, heading: str) -> None:
    page = client.get(f"/ns?lang={lang}", headers={"Accept": "text/html"})
    document = html.document_fromstring(page.text)
    assert heading in [each.text for each in document.iter("h2")]
    (term,) = [each for each in document.iter("div") if each.get("id") == "Initiative"]
    said = " ".join("".join(str(each) for each in term.itertext()).split())
    assert "initiativ / initiative" in said
    assert "Something named that the municipality runs" in said


@pytest.mark.parametrize("path", [*KINDS[1:], "entities", "vocabulary"])
def test_every_thing_has_a_page(client: Client, path: str) -> None:
    page = client.get(f"/{path}", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert len(html.document_fromstring(page.text).findall(".//h1")) == 1
