"""The graph as files: what goes in comes out, whole, once, and harmless."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, Store, parse

from graph.errors import ExportError
from graph.export import export
from graph.snapshots import reading
from graph.store import Reader
from tests.graph.small_graph import BASE, TRIG, save_small_graph

HOSTILE = TRIG.replace('"Bådlauget" ;\n    skos:alt', '"B\\u0001ådlauget <script>&" ;\n    skos:alt')


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(save_small_graph(tmp_path_factory.mktemp("data"))) as snapshot:
        yield snapshot.store


@pytest.mark.parametrize(
    ("suffix", "rdf"), [("nq", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG), ("jsonld", RdfFormat.JSON_LD)]
)
def test_data_set_formats_hold_every_named_graph_and_no_merge(
    store: Reader, tmp_path: Path, suffix: str, rdf: RdfFormat
) -> None:
    export(store, tmp_path / f"out.{suffix}")
    assert set(parse(path=str(tmp_path / f"out.{suffix}"), format=rdf)) == set(store.quads())


def test_turtle_holds_the_merge(store: Reader, tmp_path: Path) -> None:
    export(store, tmp_path / "out.ttl")
    found = [quad.triple for quad in parse(path=str(tmp_path / "out.ttl"), format=RdfFormat.TURTLE)]
    assert len(found) == len(set(found)) == len(store)
    assert set(found) == set(store.triples())


def test_an_export_can_be_loaded_as_it_is(store: Reader, tmp_path: Path) -> None:
    export(store, tmp_path / "out.TRIG")
    loaded = Store()
    loaded.load(path=str(tmp_path / "out.TRIG"), format=RdfFormat.TRIG)
    assert len(loaded) == sum(1 for _ in store.quads())


def test_graphml_holds_things_and_what_ties_them(store: Reader, tmp_path: Path) -> None:
    export(store, tmp_path / "out.graphml")
    found = nx.read_graphml(tmp_path / "out.graphml", force_multigraph=True)
    assert found.nodes[f"{BASE}initiative/baadlauget"] == {"label": "Bådlauget", "kind": "Initiative"}
    ties = found.get_edge_data(f"{BASE}initiative/baadlauget", f"{BASE}place/fjordby")
    assert [(tie["relation"], tie["sources"]) for tie in ties.values()] == [("place", 2)]


def test_gexf_can_be_read(store: Reader, tmp_path: Path) -> None:
    export(store, tmp_path / "out.gexf")
    found = nx.read_gexf(tmp_path / "out.gexf")
    assert found.nodes[f"{BASE}person/pia-holt"]["label"] == "Pia Holt"
    assert not any("/passage/" in node for node in found)


@pytest.mark.parametrize("suffix", ["graphml", "gexf"])
def test_a_label_that_no_xml_can_hold_is_mended(tmp_path: Path, suffix: str) -> None:
    with reading(save_small_graph(tmp_path / "data", HOSTILE)) as snapshot:
        export(snapshot.store, tmp_path / f"out.{suffix}")
    read = nx.read_graphml if suffix == "graphml" else nx.read_gexf
    assert (
        read(tmp_path / f"out.{suffix}").nodes[f"{BASE}initiative/baadlauget"]["label"]
        == "B ådlauget <script>&"
    )


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_tables_are_a_folder_of_csv(store: Reader, tmp_path: Path) -> None:
    export(store, tmp_path / "out.csv")
    (event,) = rows(tmp_path / "out.csv" / "events.csv")
    assert (event["name"], event["when"], event["place"]) == ("Bådlauget", "2024-03", "Fjordby")
    assert [row["status"] for row in rows(tmp_path / "out.csv" / "sources.csv")] == ["", "encrypted"]
    assert rows(tmp_path / "out.csv" / "amounts.csv") == []


def test_a_table_runs_no_formula(store: Reader, tmp_path: Path) -> None:
    export(store, tmp_path / "out.csv")
    assert [row["title"] for row in rows(tmp_path / "out.csv" / "documents.csv")] == ["'=Bådlauget"]


@pytest.mark.parametrize("name", ["out.nq", "out.csv"])
def test_an_export_replaces_what_was_there(store: Reader, tmp_path: Path, name: str) -> None:
    export(store, tmp_path / name)
    export(store, tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["out", "out.txt", "out.nq.gz"])
def test_an_unknown_suffix_is_refused(store: Reader, tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match=r"\.nq, \.trig"):
        export(store, tmp_path / name)


def test_a_folder_that_is_not_there_is_named(store: Reader, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"none/out\.nq: it cannot be written"):
        export(store, tmp_path / "none" / "out.nq")


def test_a_file_is_not_replaced_by_a_folder_of_tables(store: Reader, tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("mine")
    with pytest.raises(ExportError):
        export(store, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text() == "mine"
