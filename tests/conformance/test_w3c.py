"""The W3C's SPARQL 1.0 and 1.1 query tests, asked over HTTP; each names its data set as the protocol lets it.

`make test` fetches them (tests.conformance.fetch). A test that fails must fail on the bare engine too, and is
named in tests/conformance/engine.py with the reason; whatever else fails is ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pyoxigraph as ox
import pytest

from graph.snapshots import commit, drafting
from tests.api.serving import serving
from tests.conformance import engine
from tests.conformance.answers import Answer, expected, of_results, table
from tests.conformance.suite import BASE, EVALUATION, FOLDER, NEGATIVE, POSITIVE, Case, cases, data

NOWHERE = f"{BASE}nothing"
HERE = FOLDER.is_dir()
pytestmark = pytest.mark.skipif(not HERE, reason=f"no W3C tests in {FOLDER}: make fetches them from PyPI")


def each(kinds: frozenset[str]) -> list[Any]:
    return [pytest.param(case, id=case.name) for case in cases(kinds)]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder = tmp_path_factory.mktemp("w3c")
    with drafting(folder) as draft:
        draft.store.load(data())
        commit(draft)
    with serving(folder) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


@pytest.fixture(scope="module")
def bare() -> ox.Store:
    """Return the engine alone with the same data."""
    store = ox.Store()
    store.extend(data())
    return store


def ask(client: httpx.Client, case: Case, accept: str) -> httpx.Response:
    form: dict[str, Any] = {"query": case.query}
    if "FROM" not in case.query:  # which says itself what it is asked of
        form["default-graph-uri"] = list(case.default) or NOWHERE
        form["named-graph-uri"] = list(case.named)
    return client.post("/sparql", data=form, headers={"accept": accept})


def answer(client: httpx.Client, case: Case, ordered: bool) -> Answer:
    """Return what the service answers."""
    if case.result is not None and case.result.suffix == ".csv":
        return table(ask(client, case, "text/csv").text)
    both = "application/sparql-results+json, text/turtle;q=0.9"
    response = ask(client, case, both)
    assert response.status_code == 200, response.text
    if response.headers["content-type"].startswith("text/turtle"):
        return Answer(quad.triple for quad in ox.parse(response.content, ox.RdfFormat.TURTLE))
    results = ox.parse_query_results(response.content, ox.QueryResultsFormat.JSON)
    return of_results(results, ordered=ordered, lax=case.is_lax)


def engines_own(bare: ox.Store, case: Case, ordered: bool) -> Answer:
    """Return what the engine answers on the data alone: the default graph holds what the test names."""
    store = ox.Store()
    for graph in case.default:
        quads = bare.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        store.extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
    for graph in case.named:
        store.extend(bare.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
    results = store.query(case.query)
    if case.result is not None and case.result.suffix == ".csv":
        assert isinstance(results, ox.QuerySolutions)
        return table((results.serialize(format=ox.QueryResultsFormat.CSV) or b"").decode())
    return of_results(results, ordered=ordered, lax=case.is_lax)


@pytest.mark.parametrize("case", each(EVALUATION))
def test_a_query_has_the_answer_the_standard_asks_for(
    client: httpx.Client, bare: ox.Store, case: Case
) -> None:
    assert case.result is not None
    wanted, ordered = expected(case.result, case.is_lax)
    if case.name not in engine.ANSWERS:
        assert answer(client, case, ordered) == wanted
        return
    try:
        own = engines_own(bare, case, ordered)
    except SyntaxError:
        assert ask(client, case, "*/*").status_code == 400
    else:
        assert own != wanted
        assert answer(client, case, ordered) == own


@pytest.mark.parametrize("case", each(POSITIVE))
def test_a_query_of_the_grammar_is_taken(client: httpx.Client, case: Case) -> None:
    response = ask(client, case, "*/*")
    if response.status_code == 400 and response.json()["code"] == "refused":
        assert "custom function" in response.json()["detail"]  # the grammar has it, nobody here knows it
    else:
        assert response.status_code == (400 if case.name in engine.GRAMMAR else 200)


@pytest.mark.parametrize("case", each(NEGATIVE))
def test_a_query_outside_the_grammar_is_refused_with_its_place(client: httpx.Client, case: Case) -> None:
    response = ask(client, case, "*/*")
    if case.name in engine.GRAMMAR:
        assert response.status_code == 200
        return
    assert response.status_code == 400
    assert response.json()["code"] == ("refused" if case.name.startswith("delete-insert/") else "syntax")


def test_all_of_the_suites_is_asked() -> None:
    counted = [len(cases(kinds)) for kinds in (EVALUATION, POSITIVE, NEGATIVE)]
    assert Path(FOLDER / "sparql11").is_dir()
    assert all(count > least for count, least in zip(counted, (400, 150, 60), strict=True)), counted
