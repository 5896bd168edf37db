"""A picture is one harmless file that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

import networkx as nx
import pytest
from lxml import html

from graph.network import neighbourhood
from graph.visualise import LARGEST, PictureError, page, picture
from tests.graph.traced import BASE, KITCHEN, fjordby

HOSTILE = "</script><script>alert(1)</script><!--"


def network(label: str = "Gadens Køkken") -> nx.MultiDiGraph[str]:
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph(focus="http://x/1", omitted=3)
    found.add_node("http://x/1", iri="http://x/1", label=label, type="Initiative")
    found.add_node("http://x/2", iri="http://x/2", label="Nordbyen", type="Place")
    for relation in ("sted", label):
        found.add_edge(
            "http://x/1", "http://x/2", relation="place", label=relation, source=label, quote=label, page=2
        )
    return found


@pytest.fixture(scope="module")
def drawn() -> str:
    return page(neighbourhood(fjordby(), KITCHEN), "Gadens Køkken")


def found(text: str, path: str) -> list[str]:
    result = html.document_fromstring(text).xpath(path)
    assert isinstance(result, list)
    return [str(each) for each in result]


def data(text: str) -> Any:
    (embedded,) = found(text, "//script[@id='data']/text()")
    return json.loads(embedded)


def test_the_page_refers_to_nothing_elsewhere(drawn: str) -> None:
    assert not found(drawn, "//@src | //@href | //link | //iframe | //img | //base")
    assert not any("@import" in style or "url(http" in style for style in found(drawn, "//style/text()"))


def test_the_policy_allows_the_scripts_and_styles_inside_and_no_fetching(drawn: str) -> None:
    (policy,) = found(drawn, "//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    for text in found(drawn, "//script[not(@type)]/text() | //style/text()"):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_the_page_says_its_language_and_the_same_in_words(drawn: str) -> None:
    assert found(drawn, "/html/@lang") == ["da"]
    assert "Køkkenet åbnede i Nordbyen i april 2023." in found(drawn, "//td/q/text()")
    assert len(found(drawn, "//tbody/tr/td[1]/text()")) == neighbourhood(fjordby(), KITCHEN).size()


def test_nothing_moves_and_everything_has_a_place(drawn: str) -> None:
    embedded = data(drawn)
    assert embedded["options"]["physics"] == {"enabled": False}
    assert all({"x", "y"} <= set(node) for node in embedded["nodes"])


def test_the_same_network_gives_the_same_page(drawn: str) -> None:
    assert page(neighbourhood(fjordby(), KITCHEN), "Gadens Køkken") == drawn


def test_a_type_is_told_by_shape_as_well_as_colour(drawn: str) -> None:
    looks = {node["id"]: (node["shape"], node["color"]) for node in data(drawn)["nodes"]}
    assert looks[KITCHEN][0] == "star"
    assert looks[f"{BASE}place/nordbyen"][0] == "triangle"
    assert "initiativ" in "".join(found(drawn, "//ul[@class='legend']/li/text()"))


def test_hostile_labels_are_harmless() -> None:
    text = page(network(HOSTILE), HOSTILE)
    assert len(found(text, "//script/text()")) == 3
    assert found(text, "//h1/text()") == [HOSTILE]
    assert HOSTILE not in text
    embedded = data(text)
    assert embedded["nodes"][0]["title"].startswith(HOSTILE)
    assert embedded["edges"][0]["title"].count(HOSTILE) == 5


def test_labels_are_drawn_as_text() -> None:
    options = data(page(network(), "x"))["options"]
    assert options["nodes"]["font"]["multi"] is False


def test_what_is_said_several_times_is_one_line_with_all_of_it() -> None:
    (edge,) = picture(network()).edges
    assert edge["title"].split("\n\n")[0] == "sted\n»Gadens Køkken«\nGadens Køkken, s. 2"
    assert len(edge["title"].split("\n\n")) == 2


def test_what_was_left_out_is_said() -> None:
    assert "3 ting mere" in page(network(), "x")


def test_more_than_a_picture_can_hold_is_refused() -> None:
    crowd: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    crowd.add_nodes_from((str(n), {"label": "x", "type": "Place"}) for n in range(LARGEST + 1))
    with pytest.raises(PictureError):
        picture(crowd)


@pytest.mark.parametrize("size", [0, 1, LARGEST])
def test_the_smallest_and_the_largest_are_drawn(size: int) -> None:
    crowd: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    crowd.add_nodes_from((str(n), {"label": "x", "type": "Place"}) for n in range(size))
    assert len(picture(crowd).nodes) == size


def test_the_years_of_what_was_said_can_be_chosen(drawn: str) -> None:
    assert found(drawn, "//select[@id='from']/option/text()") == ["2023", "2024", "2025"]
    assert found(drawn, "//select[@id='until']/option[@selected]/text()") == ["2025"]
    assert {"0", "2023", "2025"} == set(found(drawn, "//tr/@data-year"))


def test_a_picture_of_one_year_or_none_has_nothing_to_choose() -> None:
    one = network()
    for _, _, edge in one.edges(data=True):
        edge["date"] = "2024-05-06"
    assert not found(page(one, "x"), "//select")
    assert not found(page(network(), "x"), "//select")
    assert found(page(one, "x"), "//tr/@data-year") == ["2024", "2024"]


def test_a_line_tells_of_its_years() -> None:
    several = network()
    for number, (_, _, edge) in enumerate(several.edges(data=True)):
        edge["date"] = f"{2023 + number}-05-06"
    (edge,) = picture(several).edges
    assert edge["years"] == [2023, 2024]
    assert "(2023-05-06)" in edge["title"]
