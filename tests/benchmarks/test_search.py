"""A synthetic index is searched as a real one is, and its report names every kind of question."""

from __future__ import annotations

from pathlib import Path

from benchmarks.search import Language, misprinted, percentile, questions, report, write
from graph.search import Wanted, search
from graph.searching.words import asked


def test_the_same_seed_invents_the_same_words() -> None:
    assert Language.invent(3).words == Language.invent(3).words != Language.invent(4).words


def test_the_first_word_is_the_most_common(tmp_path: Path) -> None:
    language = Language.invent(1)
    index = write(language, 300, tmp_path)
    first, later = (
        search(index, Wanted(asked(word), kinds_of_hits=frozenset({"quotes"}))).total
        for word in (language.words[0], language.words[50])
    )
    assert 300 > first > later


def test_a_misprint_differs_in_one_letter() -> None:
    language = Language.invent(1)
    word = misprinted("havnebadet", language.draw)
    assert sum(one != other for one, other in zip(word, "havnebadet", strict=True)) == 1


def test_a_percentile_is_one_of_the_times() -> None:
    assert percentile([1.0, 2.0, 3.0, 4.0], 0.5) == 3.0
    assert percentile([1.0], 0.95) == 1.0


def test_the_report_has_a_row_for_every_question(tmp_path: Path) -> None:
    language = Language.invent(1)
    rows = list(report(write(language, 200, tmp_path), language, rounds=2))
    assert all(any(kind in row for row in rows) for kind in questions(language, 1))
    assert rows[0].startswith("floor")
