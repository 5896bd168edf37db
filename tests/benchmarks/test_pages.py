"""What pages cost is read from the system and told beside a cheap answer of the same server."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.pages import OPENED, measure, opened, served
from graph.errors import NoGraphError

PATHS = ("/", "/loefter", "/api/amounts", "/nowhere")


def test_a_page_is_told_with_its_size_and_a_failure_with_its_status(sample_data: Path) -> None:
    with served(sample_data, {"SAGSGRAF_WARM": "no"}) as server:
        head, titles, *rows, end = measure(server, PATHS)
    assert "/healthz" in head
    assert titles.split()[0] == "address"
    assert [row.split()[0] for row in rows] == list(PATHS)
    assert ["(404)" in row for row in rows] == [False, False, False, True]
    assert all(float(row.split()[-1]) > 0 for row in rows)
    assert int(end.split()[0]) > 10


def test_one_thing_of_each_class_is_opened(sample_data: Path) -> None:
    found = opened(sample_data)
    assert [path.split("/")[1] for path in found] == [
        *("initiative", "meeting", "person", "organization", "source")
    ]
    assert len(found) == len(OPENED)


def test_without_a_graph_there_is_nothing_to_open(tmp_path: Path) -> None:
    with pytest.raises(NoGraphError):
        opened(tmp_path)
