"""Search over HTTP, on the graph of the sample packages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.snapshots import reading
from tests.api.serving import GRAPH, serving, write_graph

ORGANIZATIONS = ("Department", "Unit", "Committee", "ExternalOrganization", "Organization")


@pytest.fixture(scope="module")
def service(sample_data: Path) -> Iterator[httpx.Client]:
    with serving(sample_data) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


def answer(service: httpx.Client, **parameters: Any) -> dict[str, Any]:
    response = service.get("/api/search", params=parameters)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def hits(found: dict[str, Any]) -> str:
    return "|".join(piece["text"] for piece in found["items"][0]["highlights"] if piece["is_hit"])


@pytest.mark.parametrize(
    ("q", "label", "matched", "hit"),
    [
        ("Lærlingedagen", "Lærlingedagen", "label", "Lærlingedagen"),
        ("LAERLINGEDAGEN", "Lærlingedagen", "label", "Lærlingedagen"),
        ("lærl", "Lærlingedagen", "label", "Lærlingedagen"),
        ("laerlngedagen", "Lærlingedagen", "label", "Lærlingedagen"),
        ("MTA", "Magistratsafdelingen for Trivsel og Arbejde", "acronym", "MTA"),
        ("emn-2021-00", "EMN-2021-004417", "label", "EMN|2021|004417"),
        ("thorhauge", "Birgit Thorhauge", "label", "Thorhauge"),
        ("fodfaeste familier", "Fodfæste for Familier", "label", "Fodfæste|Familier"),
        ("budget 2024", "Budget 2024", "label", "Budget|2024"),
    ],
)
def test_what_is_called_so_comes_first(
    service: httpx.Client, q: str, label: str, matched: str, hit: str
) -> None:
    found = answer(service, q=q)
    first = found["items"][0]
    assert (first["label"], first["matched"], hits(found)) == (label, matched, hit)
    assert first["evidence"] is None


@pytest.mark.parametrize(
    "q",
    [
        "budget 2031",  # a number is never nearly another
        "MTX",  # nor is an acronym
        "EMN-2021-004418",
        "xylofonorkesteret",
        "title:Lærlingedagen OR nothing",  # words, not a query language
    ],
)
def test_what_is_not_there_is_not_found(service: httpx.Client, q: str) -> None:
    found = answer(service, q=q)
    assert (found["items"], found["total"], found["next"]) == ([], 0, None)


@pytest.mark.parametrize("q", ["juridiske rammer", "juridiske ramer", "juridiske ram"])
def test_a_sentence_is_found_with_its_place(service: httpx.Client, sample_data: Path, q: str) -> None:
    found = answer(service, q=q, **{"in": "quotes"})
    evidence = found["items"][0]["evidence"]
    assert found["items"][0]["matched"] == "quote"
    assert evidence["end"] - evidence["start"] == len(evidence["quote"])
    assert evidence["source"].startswith("2022-11-21")
    with reading(sample_data) as snapshot:
        ask = f'ASK {{ <{evidence["source_iri"]}> sg:fileName "{evidence["source"]}" }}'
        assert snapshot.store.query(ask)


def test_a_word_broken_over_two_lines_is_a_hit(service: httpx.Client) -> None:
    found = answer(service, q="juridiske rammer", **{"in": "quotes"})
    assert "juri-\ndiske" in hits(found)


def test_the_pieces_of_a_short_sentence_are_the_sentence(service: httpx.Client) -> None:
    item = answer(service, q="ventetiden på hjælpemidler", **{"in": "quotes"})["items"][0]
    assert "".join(piece["text"] for piece in item["highlights"]) == item["evidence"]["quote"]


@pytest.mark.parametrize(
    ("filters", "fits"),
    [
        ({"type": "Initiative"}, lambda each: each["type"] == "Initiative"),
        ({"type": ["person", "Place"]}, lambda each: each["type"] in ("Person", "Place")),
        ({"type": "organization", "in": "names"}, lambda each: each["type"] in ORGANIZATIONS),
        ({"kind": "event"}, lambda each: each["kind"] == "event"),
        ({"from": "2024-01-01"}, lambda each: each["last"] >= "2024-01-01"),
        ({"to": "2022-12-31"}, lambda each: each["first"] <= "2022-12-31"),
        ({"from": "2023-01-01", "to": "2023-12-31", "in": "quotes"}, lambda each: "2023" in each["first"]),
        ({"in": "names"}, lambda each: each["matched"] != "quote"),
        ({"in": "quotes"}, lambda each: each["matched"] == "quote"),
    ],
)  # fmt: skip
def test_a_filter_leaves_what_fits_and_takes_something_out(
    service: httpx.Client, filters: dict[str, Any], fits: Any
) -> None:
    every, some = answer(service, q="f", limit=100), answer(service, q="f", limit=100, **filters)
    assert 0 < some["total"] < every["total"]
    assert all(fits(each) for each in some["items"])


@pytest.mark.parametrize(
    ("department", "is_some"),
    [
        ("MTA", True),
        ("magistratsafdelingen for trivsel og arbejde", True),
        ("MXX", False),
        ("Birgit Thorhauge", False),
        ("http://samples.example/organization/mta", True),
        ("http://elsewhere.example/", False),
    ],
)
def test_a_department_goes_by_its_names(service: httpx.Client, department: str, is_some: bool) -> None:
    assert bool(answer(service, q="a", department=department)["total"]) is is_some


def test_pages_come_one_after_the_other_and_end(service: httpx.Client) -> None:
    whole = answer(service, q="a", limit=100)
    seen, cursor = [], None
    while True:
        page = answer(service, q="a", limit=7, **({"cursor": cursor} if cursor else {}))
        seen += page["items"]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == whole["total"] > 100
    assert seen[:100] == whole["items"]


def test_facets_count_what_the_filters_would_leave(service: httpx.Client) -> None:
    found = answer(service, q="lær")
    initiatives = answer(service, q="lær", type="Initiative")
    assert found["facets"]["type"]["Initiative"] == initiatives["total"] > 0
    assert sum(found["facets"]["year"].values()) >= found["total"] - 1
    (name, count), *_ = found["facets"]["department"].items()
    assert answer(service, q="lær", department=name)["total"] >= count


def test_more_files_put_a_thing_ahead(service: httpx.Client) -> None:
    found = answer(service, q="b", type="Person", **{"in": "names"})
    sources = [each["sources"] for each in found["items"]]
    assert sources == sorted(sources, reverse=True)
    assert len(set(sources)) > 1


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"q": ""},
        {"q": "?!*"},
        {"q": "x" * 201},
        {"q": "010180-1234"},
        {"q": "a", "type": "Passage"},
        {"q": "a", "in": "everything"},
        {"q": "a", "from": "yesterday"},
        {"q": "a", "from": "2024-02-01", "to": "2024-01-01"},
        {"q": "a", "limit": "101"},
        {"q": "a", "limit": "0"},
        {"q": "a", "cursor": "æ"},
        {"q": "a", "cursor": "YWZ0ZXIgLTE="},
        {"q": "a", "cursor": "YWZ0ZXIgOTk5OTk5"},
        {"q": "a", "since": "2024-01-01"},
        {"q": "a", "sort": "label"},
    ],
)
def test_what_cannot_be_asked_is_refused(service: httpx.Client, parameters: dict[str, str]) -> None:
    response = service.get("/api/search", params=parameters)
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "q",
    [
        "\x00a", "a AND (b", "a^1000 b~2", "[a TO z]", "*", "a\\", '"a', "a" * 200, "a " * 100, "ø̶̢" * 60,
        "../../etc/passwd", "<script>alert(1)</script>", "🜁 a", "\u202ea", "regex:/.*/", "iri:a", "%00",
    ],
)  # fmt: skip
def test_hostile_words_are_words(service: httpx.Client, q: str) -> None:
    assert service.get("/api/search", params={"q": q}).status_code in (200, 400)
    assert service.get("/api/suggest", params={"q": q}).status_code in (200, 400)


def test_names_are_suggested(service: httpx.Client) -> None:
    items = service.get("/api/suggest", params={"q": "fodf"}).json()["items"]
    assert items[0]["label"] == "Fodfæste for Familier"
    assert 1 < len(items) <= 8
    assert all(each["matched"] != "quote" for each in items)


@pytest.mark.parametrize(
    "parameters", [{}, {"q": "a", "limit": 21}, {"q": "a", "type": "Person"}, {"q": "-"}]
)
def test_suggestions_refuse_what_they_cannot_take(service: httpx.Client, parameters: dict[str, Any]) -> None:
    assert service.get("/api/suggest", params=parameters).status_code == 400


def test_a_small_graph_without_an_index_is_searched_all_the_same(tmp_path: Path) -> None:
    write_graph(tmp_path)
    with serving(tmp_path) as address:
        found = httpx.get(f"{address}/api/search", params={"q": "koekken"}).json()
    assert [each["label"] for each in found["items"]] == ["Havnens Køkken"]


def test_before_the_first_build_the_service_says_so(tmp_path: Path) -> None:
    with serving(tmp_path) as address:
        assert httpx.get(f"{address}/api/search", params={"q": "a"}).status_code == 503


def test_the_search_moves_on_with_the_graph(tmp_path: Path) -> None:
    write_graph(tmp_path)
    newer = GRAPH.replace("Havnens Køkken", "Fjordby")
    with serving(tmp_path) as address:
        before = httpx.get(f"{address}/api/search", params={"q": "fjordby"}).json()
        write_graph(tmp_path, newer)
        after = httpx.get(f"{address}/api/search", params={"q": "fjordby"}).json()
    assert (before["total"], after["total"]) == (0, 1)
