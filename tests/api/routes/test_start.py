"""The front page: what the graph holds, what moved, what was decided; before the first build what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx import Client
from lxml import html

from graph.snapshots import commit, drafting
from tests.api.serving import serving
from tests.graph.small_graph import TRIG, save_small_graph

ITEM = "<http://localhost:8000/meeting/udvalg/2024-05-06/4>"
MOVED = TRIG.replace("a sg:InitiativeEvent ;", f"a sg:InitiativeEvent ; sg:agendaItem {ITEM} ;")


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    with serving(tmp_path) as address, Client(base_url=address, timeout=20) as made:
        yield made


def words(client: Client, path: str = "/") -> str:
    response = client.get(path)
    assert response.status_code == 200
    main = html.document_fromstring(response.text).find(".//main")
    assert main is not None
    return " ".join("".join(str(text) for text in main.itertext(None)).split())


def test_before_the_first_build_it_says_what_to_do_and_then_moves_on(client: Client, tmp_path: Path) -> None:
    assert "sagsgraf build" in words(client)
    assert "There is no graph here yet" in words(client, "/?lang=en")
    save_small_graph(tmp_path, MOVED)
    assert "Bådlauget" in words(client)


def test_it_tells_what_moved_and_what_the_graph_holds(client: Client, tmp_path: Path) -> None:
    save_small_graph(tmp_path, MOVED)
    said = words(client)
    assert "Lauget begyndte i marts." in said
    assert "1initiativ" in said
    assert "1 filer læst, 1 kunne ikke læses" in said


def test_a_graph_that_holds_nothing_is_told_as_well(client: Client, tmp_path: Path) -> None:
    with drafting(tmp_path) as draft:
        commit(draft)
    said = words(client)
    assert "Ingen initiativer har skiftet stadie" in said
    assert "Ingen af de indlæste møder har beslutninger." in said
