"""The graph as a network of things that have names."""

from __future__ import annotations

import pytest

from graph.network import entity_network, neighbourhood
from graph.stores.oxigraph import OxigraphWriter
from tests.graph.traced import BASE, KITCHEN, fjordby

NORDBYEN = f"{BASE}place/nordbyen"


def test_nodes_have_their_iri_label_and_type() -> None:
    nodes = entity_network(fjordby()).nodes
    assert nodes[KITCHEN] == {"iri": KITCHEN, "label": "Gadens Køkken", "type": "Initiative"}
    assert nodes[f"{BASE}organization/msx"]["type"] == "Department"
    assert nodes[f"{BASE}meeting/msx/2023-05-08"]["label"] == "Rådmandsmøde 2023-05-08"
    assert nodes[f"{BASE}meeting/msx/2023-05-08/4"]["label"] == "4 Start på Gadens Køkken"


def test_an_edge_has_its_relation_file_and_sentence() -> None:
    edges = entity_network(fjordby()).get_edge_data(KITCHEN, f"{BASE}organization/msx").values()
    assert list(edges) == [
        {
            "relation": "department",
            "label": "department",
            "source": "2023-05-08.pdf",
            "quote": "MSX driver Gadens Køkken i Nordbyen.",
            "page": 1,
            "date": "2023-05-08",
        }
    ]


def test_what_a_source_says_has_the_date_of_the_meeting_it_is_about() -> None:
    edges = entity_network(fjordby()).edges(data=True)
    dates = {end.removeprefix(BASE): edge.get("date") for start, end, edge in edges if start == KITCHEN}
    assert dates["meeting/msx/2023-05-08/4"] == "2023-05-08"
    assert dates["place/sydhavnen"] == "2025-03-10"
    assert dates["meeting/msx/undated-a1-m1/6"] is None


def test_an_event_ties_its_initiative_to_its_place_by_its_stage() -> None:
    edges = entity_network(fjordby()).get_edge_data(KITCHEN, NORDBYEN).values()
    started = next(edge for edge in edges if edge["relation"] == "started")
    assert (started["label"], started["quote"]) == ("påbegyndt", "Køkkenet åbnede i Nordbyen i april 2023.")


def test_each_source_says_its_own() -> None:
    edges = entity_network(fjordby()).get_edge_data(KITCHEN, NORDBYEN).values()
    assert [e["source"] for e in edges if e["relation"] == "place"] == ["2023-05-08.pdf", "2025-03-10.docx"]


def test_passages_and_figures_are_no_nodes() -> None:
    kinds = {iri.removeprefix(BASE).split("/")[-2] for iri in entity_network(fjordby())}
    assert kinds.isdisjoint({"passage", "figure", "amount", "event", "mention", "statement"})
    assert "document" in kinds


def test_a_literal_unit_is_no_edge() -> None:
    more = '<source/b2> { <source/b2/figure/1> sg:unit "%" . <initiative/gadens-koekken> sg:unit "%" . }'
    assert set(entity_network(fjordby(more))) == set(entity_network(fjordby()))


def test_some_things_give_what_is_said_between_them() -> None:
    network = entity_network(fjordby(), [KITCHEN, NORDBYEN])
    assert set(network) == {KITCHEN, NORDBYEN}
    assert {(start, end) for start, end, _ in network.edges} == {(KITCHEN, NORDBYEN)}


@pytest.mark.parametrize(("depth", "is_reached"), [(1, False), (2, True)])
def test_a_neighbourhood_ends_at_its_depth(depth: int, is_reached: bool) -> None:
    assert (f"{BASE}person/pia-holt" in neighbourhood(fjordby(), KITCHEN, depth)) is is_reached


def test_a_neighbourhood_says_how_many_it_left_out() -> None:
    whole, part = neighbourhood(fjordby(), KITCHEN, 1), neighbourhood(fjordby(), KITCHEN, 1, limit=4)
    assert KITCHEN in part
    assert (len(part), part.graph["omitted"]) == (4, len(whole) - 4)
    assert whole.graph["omitted"] == 0


def test_something_without_ties_is_its_own_neighbourhood() -> None:
    assert list(neighbourhood(fjordby(), f"{BASE}initiative/byhaven")) == [f"{BASE}initiative/byhaven"]


def crowded() -> OxigraphWriter:
    crowd = " ".join(f'<initiative/x{n}> a sg:Initiative ; skos:prefLabel "x{n}" .' for n in range(30))
    ties = " ".join(f"<initiative/x{n}> sg:place <place/nordbyen> ." for n in range(30))
    return fjordby(f"<entities> {{ {crowd} }} <source/b2> {{ {ties} }}")


def test_a_place_does_not_draw_in_all_that_happens_there() -> None:
    reached = neighbourhood(crowded(), KITCHEN, depth=5)
    assert f"{BASE}person/pia-holt" in reached
    assert f"{BASE}initiative/x0" not in reached


def test_a_place_in_focus_shows_what_happens_there() -> None:
    assert len(neighbourhood(crowded(), NORDBYEN, depth=1)) == 32
