"""The measurement of extraction runs from a folder of packages to its tables."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.extraction import SAMPLES, files_in
from benchmarks.scoring import GOLD
from tests.repository import ROOT

STEM = "2024-11-18-raadmandsmoede"


def test_files_are_read_in_order_of_name_and_folders_left(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("b")
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "folder").mkdir()
    assert files_in(tmp_path) == [("a.txt", b"a"), ("b.txt", b"b")]


@pytest.mark.slow
def test_the_tables_of_one_sample_are_printed(tmp_path: Path) -> None:
    texts, gold = tmp_path / "texts", tmp_path / "gold"
    for folder, file in ((texts, SAMPLES / f"{STEM}.txt"), (gold, GOLD / f"{STEM}.json")):
        folder.mkdir()
        (folder / file.name).write_bytes(file.read_bytes())
    folders = ["--texts", str(texts), "--gold", str(gold), "--rounds", "1"]
    command = [sys.executable, "-m", "benchmarks.extraction", *folders]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert [
        word for word in ("mean F1", "expected error", "fresh bare tokeniser", "4x") if word not in told
    ] == []
