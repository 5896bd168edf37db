"""Packages with gold are read from folders, from their sources, and from where the real ones are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import packages
from benchmarks.packages import COLLECTIONS, files, files_in, read_folder, standard
from scripts.make_samples import BUNDLE
from tests.benchmarks.rewriting.tiny import GOLD, TEXT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of two texts, one with gold, and of gold for a text that is not there."""
    (tmp_path / GOLD["source"]).write_text(TEXT, "utf-8")
    (tmp_path / "without-gold.txt").write_text(TEXT, "utf-8")
    (tmp_path / "1.json").write_text(json.dumps(GOLD), "utf-8")
    (tmp_path / "2.json").write_text(json.dumps(GOLD | {"source": "gone.txt"}), "utf-8")
    return tmp_path


def test_texts_with_gold_are_read_and_others_left(folder: Path) -> None:
    (package,) = read_folder(folder, folder).packages
    assert (package.text, package.gold, package.name) == (TEXT, GOLD, GOLD["source"])


def test_an_empty_folder_holds_no_packages(tmp_path: Path) -> None:
    assert read_folder(tmp_path, tmp_path).packages == ()


def test_files_are_taken_as_they_come_and_gold_only_of_those_that_are_there(folder: Path) -> None:
    found = files_in(folder, folder)
    assert [*found.contents] == sorted(found.contents)
    assert found.contents["without-gold.txt"] == TEXT.encode()
    assert found.gold == (GOLD,)


@pytest.mark.parametrize("name", ["samples", "heldout"])
def test_written_packages_are_plain_text_with_their_gold(name: str) -> None:
    corpus = COLLECTIONS[name]()
    assert len(corpus.packages) >= 4
    assert all(package.name == package.gold["source"] for package in corpus.packages)
    assert all(package.suffix == "txt" and package.text for package in corpus.packages)


@pytest.mark.parametrize(("name", "lists"), [("samples", 0), ("heldout", 2)])
def test_packages_are_read_with_the_term_lists_beside_them(name: str, lists: int) -> None:
    assert len(COLLECTIONS[name]().term_lists) == lists


@pytest.mark.parametrize("name", ["samples", "heldout"])
def test_files_of_a_collection_have_their_own_formats_and_all_have_gold(name: str) -> None:
    found = files(name)
    assert {*found.contents} == {entry["source"] for entry in found.gold}
    assert len({Path(each).suffix for each in found.contents}) > 2


def test_the_samples_are_the_bundled_files() -> None:
    assert (
        files("samples").contents["2024-11-18-raadmandsmoede.txt"]
        == (BUNDLE / "2024-11-18-raadmandsmoede.txt").read_bytes()
    )


def test_an_unknown_collection_is_an_error() -> None:
    with pytest.raises(KeyError):
        files("others")


def test_where_there_are_no_real_packages_the_samples_stand_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "REAL", tmp_path)
    assert standard() == "samples"
