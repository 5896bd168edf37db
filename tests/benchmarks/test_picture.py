"""The networks that the picture is measured with are as large as they say, and the same each time."""

from __future__ import annotations

import pytest

from api.rest.graph_schemas import GraphPart
from benchmarks.picture import browser_ms, network


@pytest.mark.parametrize("size", [9, 100])
def test_a_network_is_an_answer_of_the_service(size: int) -> None:
    part = GraphPart.model_validate(network(size))
    assert len(part.nodes) == size
    assert 0 < len(part.edges) <= size * 3 // 2
    assert {edge.start for edge in part.edges} <= {node.iri for node in part.nodes}


def test_the_same_seed_gives_the_same_network() -> None:
    assert network(50, 2) == network(50, 2) != network(50, 3)


def test_nothing_below_this_process_has_taken_nothing() -> None:
    assert browser_ms() >= 0
