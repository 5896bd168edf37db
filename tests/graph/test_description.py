"""The data set says what it is, how large it is, and what made it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from graph.description import DCAT, VOID, Run, describe, now
from graph.iri import Iris
from graph.snapshots import reading
from graph.vocabulary import PROV, SCHEMA, SG, TYPE, XSD
from tests.graph.small_graph import BASE, save_small_graph

IRIS = Iris(BASE)
RUN = Run("1.2", "model none", "abc123", "2024-05-01T00:00:00Z", "2024-05-02T00:00:00Z")
DATASET = NamedNode(f"{BASE}dataset")


@pytest.fixture(scope="module")
def triples(tmp_path_factory: pytest.TempPathFactory) -> set[Triple]:
    with reading(save_small_graph(tmp_path_factory.mktemp("data"))) as snapshot:
        found = list(describe(snapshot.store, IRIS, RUN))
        assert len(found) == len(set(found))
        assert Triple(DATASET, NamedNode(f"{VOID}triples"), _integer(len(snapshot.store))) in found
        return set(found)


def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=XSD("integer"))


@pytest.mark.parametrize("kind", [f"{VOID}Dataset", f"{DCAT}Dataset"])
def test_it_is_a_data_set(triples: set[Triple], kind: str) -> None:
    assert Triple(DATASET, TYPE, NamedNode(kind)) in triples


def test_it_names_its_sources_and_its_other_graphs(triples: set[Triple]) -> None:
    assert Triple(DATASET, PROV("wasDerivedFrom"), NamedNode(f"{BASE}source/aa11")) in triples
    assert Triple(DATASET, NamedNode(f"{VOID}subset"), NamedNode(f"{BASE}entities")) in triples


def test_it_counts_things_by_class(triples: set[Triple]) -> None:
    part = NamedNode(f"{BASE}dataset/Source")
    assert Triple(part, NamedNode(f"{VOID}class"), SG("Source")) in triples
    assert Triple(part, NamedNode(f"{VOID}entities"), _integer(2)) in triples


def test_it_names_the_run_with_its_version_and_time(triples: set[Triple]) -> None:
    run = NamedNode(f"{BASE}run/abc123")
    assert Triple(DATASET, PROV("wasGeneratedBy"), run) in triples
    assert Triple(run, SCHEMA("softwareVersion"), Literal("1.2")) in triples
    assert Triple(run, PROV("endedAtTime"), Literal(RUN.ended, datatype=XSD("dateTime"))) in triples


def test_describing_again_counts_the_same(tmp_path: Path) -> None:
    with reading(save_small_graph(tmp_path)) as snapshot:
        first = set(describe(snapshot.store, IRIS, RUN))
        assert set(describe(snapshot.store, IRIS, RUN)) == first


@pytest.mark.parametrize(
    ("epoch", "moment"), [("0", "1970-01-01T00:00:00Z"), ("1700000000", "2023-11-14T22:13:20Z")]
)
def test_the_time_can_be_set(monkeypatch: pytest.MonkeyPatch, epoch: str, moment: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert now() == moment


@pytest.mark.parametrize("epoch", ["", "soon", "-1"])
def test_a_time_that_is_none_is_not_heeded(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert now() > "2024"
