"""Packages with gold are read from folders, from their sources, and from where the real ones are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import packages
from benchmarks.packages import COLLECTIONS, read_folder, standard
from tests.benchmarks.rewriting.tiny import GOLD, TEXT


def test_texts_with_gold_are_read_and_others_left(tmp_path: Path) -> None:
    (tmp_path / GOLD["source"]).write_text(TEXT, "utf-8")
    (tmp_path / "without-gold.txt").write_text(TEXT, "utf-8")
    (tmp_path / "1.json").write_text(json.dumps(GOLD), "utf-8")
    (tmp_path / "2.json").write_text(json.dumps(GOLD | {"source": "gone.txt"}), "utf-8")
    (package,) = read_folder(tmp_path, tmp_path).packages
    assert (package.text, package.gold, package.name) == (TEXT, GOLD, GOLD["source"])


def test_an_empty_folder_holds_no_packages(tmp_path: Path) -> None:
    assert read_folder(tmp_path, tmp_path).packages == ()


@pytest.mark.parametrize(("name", "count", "lists"), [("samples", 8, 0), ("heldout", 4, 2)])
def test_written_packages_are_plain_text_with_their_gold(name: str, count: int, lists: int) -> None:
    corpus = COLLECTIONS[name]()
    assert (len(corpus.packages), len(corpus.term_lists)) == (count, lists)
    assert all(package.name == package.gold["source"] for package in corpus.packages)
    assert all(package.suffix == "txt" and package.text for package in corpus.packages)


def test_where_there_are_no_real_packages_the_samples_stand_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "REAL", tmp_path)
    assert standard() == packages.samples()
