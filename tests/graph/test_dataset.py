"""The graph as rdflib sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, Namespace, URIRef

from graph.dataset import open_dataset
from graph.errors import NoGraphError
from tests.graph.small_graph import BASE, save_small_graph

# rdflib 7.6 calls its own deprecated property whenever a Dataset is queried or written.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
SG = Namespace("https://w3id.org/sagsgraf/ns#")


def test_rdflib_reads_the_merge_once(tmp_path: Path) -> None:
    with open_dataset(save_small_graph(tmp_path)) as dataset:
        rows = list(dataset.query("SELECT ?p { ?i a sg:Initiative ; sg:place ?p }"))
    assert rows == [(URIRef(f"{BASE}place/fjordby"),)]


def test_rdflib_reads_one_named_graph(tmp_path: Path) -> None:
    with open_dataset(save_small_graph(tmp_path)) as dataset:
        graph = dataset.graph(URIRef(f"{BASE}source/aa11"))
        assert str(graph.value(URIRef(f"{BASE}source/aa11"), SG.fileName)) == "maj.txt"
        assert not list(graph.subjects(RDF.type, SG.Person))


def test_rdflib_cannot_write(tmp_path: Path) -> None:
    with open_dataset(save_small_graph(tmp_path)) as dataset, pytest.raises(RuntimeError, match="read-write"):
        dataset.add((SG.a, SG.b, SG.c))


def test_without_a_graph_there_is_no_data_set(tmp_path: Path) -> None:
    with pytest.raises(NoGraphError), open_dataset(tmp_path):
        pass
