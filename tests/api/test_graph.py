"""Parts of the network over HTTP, on the graph of the sample packages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.api.serving import serving, write_graph
from tests.conftest import SAMPLE_BASE_IRI as BASE

FAMILIES, BIRGIT, MTA = (
    f"{BASE}initiative/fodfaeste-for-familier",
    f"{BASE}person/birgit-thorhauge",
    f"{BASE}organization/mta",
)
PUPILS = f"{BASE}initiative/laerlingedagen"


@pytest.fixture(scope="module")
def service(sample_data: Path) -> Iterator[httpx.Client]:
    with serving(sample_data) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


def answer(service: httpx.Client, path: str = "/api/graph", **parameters: Any) -> dict[str, Any]:
    response = service.get(path, params=parameters)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def iris(found: dict[str, Any]) -> list[str]:
    return [node["iri"] for node in found["nodes"]]


def days(found: dict[str, Any]) -> list[str]:
    return [edge["date"] for edge in found["edges"] if edge["date"]]


def test_the_focus_comes_first_and_every_tie_has_its_ends(service: httpx.Client) -> None:
    found = answer(service, focus=FAMILIES)
    assert found["nodes"][0]["label"] == "Fodfæste for Familier"
    assert {end for edge in found["edges"] for end in (edge["start"], edge["end"])} <= set(iris(found))
    assert (found["omitted"], found["complete"]) == (0, True)


def test_a_tie_says_why_in_both_languages(service: httpx.Client) -> None:
    edges = answer(service, focus=FAMILIES)["edges"]
    edge = next(each for each in edges if each["relation"] == "subjectOf")
    assert (edge["label"], edge["label_en"]) == ("er emne for", "subject of")
    evidence = edge["evidence"]
    assert evidence["end"] - evidence["start"] == len(evidence["quote"]) > 0
    assert edge["date"][:4] in evidence["source"]


def test_each_tie_has_an_id_of_its_own(service: httpx.Client) -> None:
    ids = [edge["id"] for edge in answer(service, depth=3, focus=FAMILIES)["edges"]]
    assert len(ids) == len(set(ids)) > 20


def test_the_same_question_has_the_same_picture(service: httpx.Client) -> None:
    assert answer(service, focus=FAMILIES, depth=2) == answer(service, focus=FAMILIES, depth=2)


def test_no_two_things_stand_in_one_place(service: httpx.Client) -> None:
    nodes = answer(service, focus=FAMILIES, depth=3)["nodes"]
    assert len({(node["x"], node["y"]) for node in nodes}) == len(nodes)


@pytest.mark.parametrize(("depth", "is_reached"), [(0, False), (1, False), (2, True)])
def test_the_depth_is_kept(service: httpx.Client, depth: int, is_reached: bool) -> None:
    assert (BIRGIT in iris(answer(service, focus=FAMILIES, depth=depth))) is is_reached


def test_several_things_can_be_in_focus(service: httpx.Client) -> None:
    assert iris(answer(service, focus=[FAMILIES, BIRGIT], depth=0)) == [FAMILIES, BIRGIT]


def test_a_department_does_not_draw_in_all_it_ever_did(service: httpx.Client) -> None:
    types = ["Department", "Initiative"]
    reached = iris(answer(service, focus=f"{BASE}initiative/trygge-overgange", depth=2, types=types))
    assert MTA in reached
    assert FAMILIES not in reached
    assert FAMILIES in iris(answer(service, focus=MTA, types=types))


@pytest.mark.parametrize(
    ("filters", "fits"),
    [
        ({"types": "Place"}, lambda found: {n["type"] for n in found["nodes"][1:]} == {"Place"}),
        ({"types": ["place", "Meeting"]}, lambda found: {n["type"] for n in found["nodes"][1:]} == {"Place"}),
        ({"relations": "place"}, lambda found: {e["relation"] for e in found["edges"]} == {"place"}),
        ({"from": "2024-01-01"}, lambda found: min(days(found)) >= "2024"),
        ({"to": "2023-01-01"}, lambda found: max(days(found)) <= "2023"),
        ({"limit": 5}, lambda found: len(found["nodes"]) == 5 and found["omitted"] > 0),
    ],
)
def test_a_filter_leaves_what_fits_and_takes_something_out(
    service: httpx.Client, filters: dict[str, Any], fits: Any
) -> None:
    every, some = answer(service, focus=FAMILIES), answer(service, focus=FAMILIES, **filters)
    assert 1 < len(some["nodes"]) < len(every["nodes"])
    assert fits(some)


@pytest.mark.parametrize("department", ["MOS", f"{BASE}organization/mos"])
def test_a_department_leaves_its_own_and_what_is_nobodys(service: httpx.Client, department: str) -> None:
    every, some = answer(service), answer(service, department=department)
    assert MTA in iris(every)
    assert MTA not in iris(some)
    assert f"{BASE}organization/mos" in iris(some)


def test_without_a_focus_the_most_connected_are_shown(service: httpx.Client) -> None:
    found = answer(service, limit=12)
    degrees = [node["degree"] for node in found["nodes"]]
    assert degrees == sorted(degrees, reverse=True)
    assert len(degrees) == 12
    assert found["omitted"] > 0
    assert found["edges"]


def test_a_path_leads_from_one_thing_to_the_other(service: httpx.Client) -> None:
    found = answer(service, "/api/graph/path", start=PUPILS, end=BIRGIT)
    assert {path[0] for path in found["paths"]} == {PUPILS}
    assert {path[-1] for path in found["paths"]} == {BIRGIT}
    steps = {frozenset(step) for path in found["paths"] for step in pairwise(path)}
    assert steps == {frozenset((edge["start"], edge["end"])) for edge in found["edges"]}
    assert not {n["type"] for n in found["nodes"]} & {"Department", "Place", "BudgetYear", "MeetingBody"}


def test_a_path_goes_through_a_department_if_nothing_else_leads_there(service: httpx.Client) -> None:
    found = answer(service, "/api/graph/path", start=PUPILS, end=f"{BASE}organization/mos", limit=1)
    (path,) = found["paths"]
    assert len(path) > 1


def test_what_nothing_leads_to_has_no_path(tmp_path: Path) -> None:
    sg, label = "https://w3id.org/sagsgraf/ns#", "http://www.w3.org/2004/02/skos/core#prefLabel"
    two = " ".join(f'<http://e/{name}> a <{sg}Place> ; <{label}> "{name}" .' for name in ("a", "b"))
    write_graph(tmp_path, f"<http://e/g> {{ {two} }}")
    with serving(tmp_path) as address, httpx.Client(base_url=address) as service:
        found = answer(service, "/api/graph/path", start="http://e/a", end="http://e/b")
    assert (iris(found), found["edges"], found["paths"]) == (["http://e/a", "http://e/b"], [], [])


@pytest.mark.parametrize(
    ("path", "parameters", "status"),
    [
        ("/api/graph", {"focus": "http://elsewhere.example/x"}, 404),
        ("/api/graph", {"focus": "> } DROP ALL"}, 404),
        ("/api/graph", {"focus": [FAMILIES] * 51}, 400),
        ("/api/graph", {"focus": FAMILIES, "depth": 7}, 400),
        ("/api/graph", {"focus": FAMILIES, "depth": -1}, 400),
        ("/api/graph", {"limit": 10_001}, 400),
        ("/api/graph", {"limit": 0}, 400),
        ("/api/graph", {"types": "Passage"}, 400),
        ("/api/graph", {"relations": "knows"}, 400),
        ("/api/graph", {"from": "2024-13-01"}, 400),
        ("/api/graph", {"from": "2024-02-01", "to": "2024-01-01"}, 400),
        ("/api/graph", {"colour": "red"}, 400),
        ("/api/graph/path", {"start": FAMILIES}, 400),
        ("/api/graph/path", {"start": FAMILIES, "end": "http://elsewhere.example/x"}, 404),
        ("/api/graph/path", {"start": FAMILIES, "end": BIRGIT, "limit": 51}, 400),
        ("/api/graph/path", {"start": FAMILIES, "end": BIRGIT, "depth": 1}, 400),
    ],
)
def test_what_cannot_be_asked_is_refused(
    service: httpx.Client, path: str, parameters: dict[str, Any], status: int
) -> None:
    response = service.get(path, params=parameters)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


def test_before_the_first_build_the_service_says_so(tmp_path: Path) -> None:
    with serving(tmp_path) as address:
        assert httpx.get(f"{address}/api/graph").status_code == 503
