"""Parts of the network, and where their things stand."""

from __future__ import annotations

import math

import networkx as nx
import pytest

from graph.errors import UnknownEntityError
from graph.pictures.layout import CORE, positions
from graph.pictures.subgraph import Selection, around, between, overview
from graph.pictures.ties import Ties, read_ties
from tests.graph.traced import BASE, KITCHEN, fjordby

NORDBYEN, MSX = f"{BASE}place/nordbyen", f"{BASE}organization/msx"
ITEM = f"{BASE}meeting/msx/2023-05-08/4"


@pytest.fixture(scope="module")
def known() -> Ties:
    return read_ties(fjordby())


def test_each_source_says_its_own_with_its_sentence(known: Ties) -> None:
    found = {
        (known.words[tie.relation], known.files[tie.source], tie.sentence.quote if tie.sentence else None)
        for tie in known.of[KITCHEN]
        if tie.end == NORDBYEN
    }
    assert found == {
        (("place", "place"), "2023-05-08.pdf", None),
        (("place", "place"), "2025-03-10.docx", None),
        (("påbegyndt", "started"), "2023-05-08.pdf", "Køkkenet åbnede i Nordbyen i april 2023."),
    }


def test_a_tie_has_the_date_of_its_meeting(known: Ties) -> None:
    dates = {tie.date for tie in known.of[KITCHEN] if tie.end in (NORDBYEN, f"{BASE}place/sydhavnen")}
    assert dates == {"2023-05-08", "2025-03-10"}


def test_a_promise_ties_who_made_it_to_the_item(known: Ties) -> None:
    (tie,) = (tie for tie in known.of[f"{BASE}person/bo-vang"] if tie.end == ITEM)
    assert tie.sentence is not None
    assert tie.sentence.quote == "Bo følger op i juni."


def test_a_passage_is_nothing_in_the_network(known: Ties) -> None:
    assert not any("/passage/" in iri or "/mention/" in iri for iri in known.things)


def test_roles_and_follow_ups_tie() -> None:
    more = """<source/c3> { <person/bo-vang> sg:role <source/c3/role/1> .
      <source/c3/role/1> sg:organization <organization/msx> ; sg:evidence <source/c3/passage/40-70> .
      <source/c3/commitment/1> sg:followedUpIn <meeting/msx/2023-05-08/10> . }"""
    ties = read_ties(fjordby(more)).ties
    assert (f"{BASE}person/bo-vang", MSX) in {(tie.start, tie.end) for tie in ties}
    assert (ITEM, f"{BASE}meeting/msx/2023-05-08/10") in {(tie.start, tie.end) for tie in ties}


@pytest.mark.parametrize(
    ("selection", "is_there", "is_not"),
    [
        (Selection(types=frozenset({"Place"})), NORDBYEN, ITEM),
        (Selection(types=frozenset({"Organization"})), MSX, ITEM),
        (Selection(relations=frozenset({"started"})), NORDBYEN, MSX),
        (Selection(since="2025-01-01"), f"{BASE}place/sydhavnen", MSX),
        (Selection(until="2024-01-01"), MSX, f"{BASE}place/sydhavnen"),
        (Selection(units=frozenset({"http://elsewhere/"})), NORDBYEN, MSX),
    ],
)
def test_a_selection_leaves_out(known: Ties, selection: Selection, is_there: str, is_not: str) -> None:
    found = {node.thing.iri for node in around(known, [KITCHEN], 1, selection, 100).nodes}
    assert is_there in found
    assert is_not not in found


def test_what_is_left_out_is_counted(known: Ties) -> None:
    whole, part = (around(known, [KITCHEN], 1, Selection(), limit) for limit in (100, 4))
    assert (len(part.nodes), part.omitted) == (4, len(whole.nodes) - 4)


def test_the_most_connected_are_all_tied(known: Ties) -> None:
    found = overview(known, Selection(), 5)
    tied = {end for tie in found.ties for end in (tie.start, tie.end)}
    assert tied == {node.thing.iri for node in found.nodes}
    assert len(tied) == 5


def test_a_path_avoids_hubs_where_it_can() -> None:
    more = """<source/d4> { <initiative/byhaven> sg:place <place/nordbyen> ;
        sg:subjectOf <source/d4/document/1> .
      <initiative/byhaven-2> sg:place <place/nordbyen> . }"""
    known = read_ties(fjordby(more))
    quiet = between(known, KITCHEN, f"{BASE}initiative/byhaven", 5)
    assert quiet.paths == ((KITCHEN, f"{BASE}source/d4/document/1", f"{BASE}initiative/byhaven"),)
    loud = between(known, KITCHEN, f"{BASE}initiative/byhaven-2", 5)
    assert loud.paths == ((KITCHEN, NORDBYEN, f"{BASE}initiative/byhaven-2"),)


@pytest.mark.parametrize("ends", [(KITCHEN, "x"), ("x", KITCHEN)])
def test_a_path_of_the_unknown_is_an_error(known: Ties, ends: tuple[str, str]) -> None:
    with pytest.raises(UnknownEntityError):
        between(known, *ends, 1)


@pytest.mark.parametrize("size", [0, 1, 2, CORE, 4 * CORE])
def test_everything_has_a_place_of_its_own_within_bounds(size: int) -> None:
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(f"n{number}" for number in range(size))
    network.add_edges_from((f"n{number}", f"n{number // 7}") for number in range(1, size // 2))
    found = positions(network)
    assert set(found) == set(network)
    assert len(set(found.values())) == size
    assert all(math.hypot(*place) < 20 * math.sqrt(size + 1) for place in found.values())


def test_the_order_of_what_is_said_does_not_move_anything() -> None:
    edges = [(f"n{number}", f"n{number // 3}") for number in range(1, 40)]
    assert positions(nx.Graph(edges)) == positions(nx.Graph(edges[::-1]))
