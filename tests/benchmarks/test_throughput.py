"""Speed is measured as a part of the bare tokeniser's, and growth by the same text again and again."""

from __future__ import annotations

import pytest

from benchmarks.throughput import Throughput, growth, measure, raw_texts, report

TEXT = "Rådmandsmøde\n\nPunkt 1: Høstmessen\nMette Ravn fortæller om Høstmessen i Nordbyen.\n".encode()


@pytest.fixture(scope="module")
def measured() -> Throughput:
    return measure(raw_texts([("one.txt", TEXT), ("two.txt", TEXT)]), rounds=1)


def test_all_characters_are_counted(measured: Throughput) -> None:
    assert measured.characters == 2 * len(TEXT.decode())


def test_a_ratio_is_the_tokenisers_time_by_ours(measured: Throughput) -> None:
    assert Throughput(100, extraction_s=2.0, fresh_s=0.5, warm_s=0.2).of_fresh == 0.25
    assert Throughput(100, extraction_s=2.0, fresh_s=0.5, warm_s=0.2).of_warm == 0.1
    assert 0 < measured.of_fresh < 1


def test_growth_is_measured_at_once_twice_and_four_times() -> None:
    assert list(growth(TEXT, rounds=1)) == [1, 2, 4]


def test_the_report_gives_both_ratios_and_the_growth() -> None:
    text = report(Throughput(1000, 2.0, 0.5, 0.2), {1: 0.5, 2: 1.1})
    assert "0.250" in text
    assert "0.100" in text
    assert "2x the text: 1.10 s (2.2x the time)" in text
