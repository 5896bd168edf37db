"""A graph built in memory says what a graph built on disk says."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from benchmarks.building import build
from benchmarks.graph_claims import Built
from extract.errors import ReadError
from graph.ingesting.recognisers import Recognisers
from graph.snapshots import reading
from scripts.make_samples import BUNDLE


def test_the_samples_say_in_memory_what_they_say_on_disk(sample_data: Path) -> None:
    files = {path.name: path.read_bytes() for path in BUNDLE.iterdir() if path.name.startswith("2")}
    memory = Built(build(files, Recognisers()))
    with reading(sample_data) as opened:
        on_disk = Store()
        on_disk.bulk_extend(opened.store.quads())
        disk = Built(on_disk)
        assert {*memory.sources} == {*files} <= {*disk.sources}
        for name in files:
            assert {k: sorted(map(str, v)) for k, v in memory.claims(name).items()} == {
                k: sorted(map(str, v)) for k, v in disk.claims(name).items()
            }


def test_no_files_make_a_graph_of_no_sources() -> None:
    assert Built(build({}, Recognisers())).sources == {}


def test_a_file_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(ReadError):
        build({"one.pdf": b"%PDF-1.4 nothing more"}, Recognisers())
