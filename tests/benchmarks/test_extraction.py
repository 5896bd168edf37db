"""The measurement of extraction runs from a folder of packages to its tables."""

from __future__ import annotations

import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from benchmarks.extraction import PARTS, main
from benchmarks.packages import TESTS
from tests.repository import ROOT

STEM = "2024-11-18-raadmandsmoede"
SAID_BY = {
    "score": "mean F1 ",
    "calibration": "expected error",
    "speed": "fresh bare tokeniser",
    "robustness": "recall by origin",
}


@pytest.fixture
def folders(tmp_path: Path) -> list[str]:
    """Lay out one sample and its gold in two folders, and return the arguments that name them."""
    texts, gold = tmp_path / "texts", tmp_path / "gold"
    for folder, file in ((texts, ROOT / "api/samples" / f"{STEM}.txt"), (gold, TESTS / f"gold/{STEM}.json")):
        folder.mkdir()
        (folder / file.name).write_bytes(file.read_bytes())
    return ["--texts", str(texts), "--gold", str(gold)]


def run(*arguments: str) -> None:
    with patch.object(sys, "argv", ["extraction", *arguments]):
        main()


@pytest.mark.parametrize("left_out", [["robustness"], ["robustness", "speed", "calibration"]])
def test_every_part_is_printed_but_what_is_left_out(
    folders: list[str], capsys: pytest.CaptureFixture[str], left_out: list[str]
) -> None:
    run(*folders, "--rounds", "1", "--leave-out", *left_out)
    text = capsys.readouterr().out
    assert {part for part, said in SAID_BY.items() if said in text} == {*SAID_BY} - {*left_out}


def test_the_robustness_is_a_part() -> None:
    assert {*PARTS} == {*SAID_BY}


def test_an_unknown_part_is_refused(folders: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        run(*folders, "--leave-out", "everything")
    assert refused.value.code == 2
    assert "everything" in capsys.readouterr().err
