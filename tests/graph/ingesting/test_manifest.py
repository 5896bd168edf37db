"""What a state was made of is kept with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.ingesting.manifest import NAME, Entry, Manifest, load_manifest, save_manifest

ENTRY = Entry("/pakker/maj.txt", "maj.txt", "http://localhost:8000/source/ab", "ab", "key")


def test_a_manifest_comes_back_the_same(tmp_path: Path) -> None:
    manifest = Manifest(
        "http://localhost:8000/", "made", "", (ENTRY,), {ENTRY.source: "digest"}, "2024", 3, 4
    )
    save_manifest(tmp_path, manifest)
    assert load_manifest(tmp_path) == manifest


def test_without_a_file_there_is_none(tmp_path: Path) -> None:
    assert load_manifest(tmp_path) is None


@pytest.mark.parametrize("text", ["", "{", '{"entries": 1}', '{"base_iri": null}'])
def test_a_damaged_manifest_is_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text)
    with pytest.raises(StoreError, match="damaged"):
        load_manifest(tmp_path)
