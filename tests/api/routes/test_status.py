"""Status, quality and judgements over a real connection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx import Client

from graph.judgements import Verdict, load_judgements
from tests.api.serving import serving
from tests.graph.small_graph import save_small_graph

JUDGED = """
@prefix sg: <https://w3id.org/sagsgraf/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://localhost:8000/entities> {
  <http://localhost:8000/person/bo> a sg:Person ; skos:prefLabel "Bo Lind" .
  <http://localhost:8000/judgement/1> a sg:Judgement ; sg:left "person:Bo" ; sg:right "person:Bo Lind" ;
    sg:verdict "same" ; sg:score 0.9 ; sg:reason "same e-mail" ; sg:by "compare_people" ;
    sg:concerns <http://localhost:8000/person/bo> .
  <http://localhost:8000/judgement/2> a sg:Judgement ; sg:left "initiative:Kaj\\ten" ;
    sg:right "initiative:Kajen" ; sg:verdict "unsure" ; sg:score 0.5 ; sg:reason "=1+1" ; sg:by "pia" .
}
"""


@pytest.fixture(scope="module")
def samples(sample_data: Path) -> Iterator[Client]:
    with serving(sample_data) as address, Client(base_url=address, timeout=20) as made:
        yield made


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    data = save_small_graph(tmp_path_factory.mktemp("data"), JUDGED)
    with serving(data) as address, Client(base_url=address, timeout=20) as made:
        yield made


def test_the_status_is_told(samples: Client) -> None:
    found = samples.get("/api/status").json()
    assert (found["files"]["total"], found["files"]["failed"]) == (8, [])
    assert {"type": "Initiative", "label": "initiativ", "label_en": "initiative", "count": 12} in found[
        "types"
    ]
    assert found["newest_meeting"]["date"] == "2025-10-08"
    assert found["absent_attachments"]["total"] >= 1


def test_the_status_is_not_sent_twice(samples: Client) -> None:
    tag = samples.get("/api/status").headers["etag"]
    assert samples.get("/api/status", headers={"If-None-Match": tag}).status_code == 304


def test_quality_is_told_package_by_package(samples: Client) -> None:
    whole = samples.get("/api/quality").json()
    assert (whole["total"], len(whole["packages"]), whole["next"]) == (8, 8, None)
    first = samples.get("/api/quality?limit=5").json()
    rest = samples.get(f"/api/quality?limit=5&offset={first['next']}").json()
    assert first["packages"] + rest["packages"] == whole["packages"]
    assert rest["next"] is None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["initiative:Kaj\ten", "person:Bo"]),
        ("sort=-score", ["person:Bo", "initiative:Kaj\ten"]),
        ("verdict=same", ["person:Bo"]),
        ("verdict=different", []),
        ("by=pia", ["initiative:Kaj\ten"]),
        ("kind=person", ["person:Bo"]),
        ("q=lind", ["person:Bo"]),
        ("entity=Bo Lind", ["person:Bo"]),
        ("min=0.6", ["person:Bo"]),
        ("max=0.6", ["initiative:Kaj\ten"]),
    ],
)
def test_judgements_are_listed(judged: Client, query: str, expected: list[str]) -> None:
    items = judged.get(f"/api/judgements?{query}").json()["items"]
    assert [each["label"] for each in items] == expected


def test_a_judgement_says_why(judged: Client) -> None:
    found = judged.get("/api/judgements?verdict=same&facets=by").json()
    fields = found["items"][0]["fields"]
    assert (fields["score"], fields["reason"], fields["by"]) == ([0.9], ["same e-mail"], ["compare_people"])
    assert fields["entities"] == ["http://localhost:8000/person/bo"]
    assert found["facets"] == {"by": {"compare_people": 1}}


def test_the_file_of_judgements_is_one_a_build_reads(judged: Client, tmp_path: Path) -> None:
    response = judged.get("/api/judgements.tsv?sort=-score")
    assert response.headers["content-type"].startswith("text/tab-separated-values")
    assert "judgements.tsv" in response.headers["content-disposition"]
    (tmp_path / "judgements.tsv").write_bytes(response.content)
    first, second = load_judgements(tmp_path / "judgements.tsv")
    assert (first.verdict, first.left, first.right) == (Verdict.SAME, "person:Bo", "person:Bo Lind")
    assert (second.left, second.reason, second.by) == ("initiative:Kaj en", "'=1+1", "pia")


def test_the_file_of_the_samples_is_whole(samples: Client, tmp_path: Path) -> None:
    (tmp_path / "judgements.tsv").write_bytes(samples.get("/api/judgements.tsv").content)
    total = samples.get("/api/judgements").json()["total"]
    assert len(load_judgements(tmp_path / "judgements.tsv")) == total > 5


@pytest.mark.parametrize(
    "path",
    [
        "/api/status?x=1",
        "/api/quality?limit=0",
        "/api/quality?offset=-1",
        "/api/quality?colour=red",
        "/api/judgements?verdict=perhaps",
        "/api/judgements?year=2024",
        "/api/judgements?facets=score",
        "/api/judgements.tsv?verdict=perhaps",
        "/api/judgements.tsv?x=1",
    ],
)
def test_what_cannot_be_asked_is_refused(samples: Client, path: str) -> None:
    assert samples.get(path).status_code == 400
