"""The search index that is served is the newest snapshot's own, else made in memory while that is quick."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.errors import problem_of
from api.states.search_indexes import SearchIndexes
from graph.searching.index import NoIndexError
from graph.snapshots import reading
from tests.api.serving import write_graph


def test_an_index_is_opened_once(sample_data: Path) -> None:
    indexes = SearchIndexes(largest_in_memory=0)
    with reading(sample_data) as snapshot:
        assert indexes.of(snapshot) is indexes.of(snapshot)


def test_opening_and_searching_changes_no_file(sample_data: Path) -> None:
    with reading(sample_data) as snapshot:
        before = {path: path.stat().st_mtime_ns for path in snapshot.directory.rglob("*")}
        SearchIndexes().of(snapshot).names.searcher()
        assert {path: path.stat().st_mtime_ns for path in snapshot.directory.rglob("*")} == before


def test_a_large_graph_without_an_index_must_be_built_again(tmp_path: Path) -> None:
    write_graph(tmp_path)
    indexes = SearchIndexes(largest_in_memory=1)
    with reading(tmp_path) as snapshot:
        for _ in range(2):
            with pytest.raises(NoIndexError) as raised:
                indexes.of(snapshot)
    problem = problem_of(raised.value)
    assert (problem.status, problem.code) == (503, "no_index")


def test_a_small_graph_without_an_index_is_indexed_in_memory(tmp_path: Path) -> None:
    write_graph(tmp_path)
    with reading(tmp_path) as snapshot:
        assert SearchIndexes().of(snapshot).names.searcher().num_docs == 1
