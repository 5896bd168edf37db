"""Answers as tables: aligned, whole, harmless."""

from __future__ import annotations

import pytest

from api.console.tables import print_rows, print_solutions

BASE = "http://localhost:8000/"


def test_columns_are_aligned_and_nothing_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(["a", "b"], [["kort", "x" * 300], ["meget længere", "y"]])
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split() == ["kort", "x" * 300]
    assert lines[2].index("y", 13) == lines[1].index("x")


def test_a_table_without_rows_is_its_heading(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(["a", "b"], [])
    assert capsys.readouterr().out.split() == ["a", "b"]


def test_terms_are_shown_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    answer = """{"head": {"vars": ["i", "l", "n"]}, "results": {"bindings": [{
        "i": {"type": "uri", "value": "http://localhost:8000/person/a"},
        "l": {"type": "literal", "value": "http://localhost:8000/ [b]\\u001b[2J", "xml:lang": "da"}}]}}"""
    print_solutions(answer.encode(), BASE)
    assert capsys.readouterr().out.splitlines()[1].split() == [
        "person/a",
        "http://localhost:8000/",
        "[b]�[2J",
    ]


@pytest.mark.parametrize(("value", "word"), [("true", "yes"), ("false", "no")])
def test_a_truth_is_a_word(capsys: pytest.CaptureFixture[str], value: str, word: str) -> None:
    print_solutions(f'{{"head": {{}}, "boolean": {value}}}'.encode(), BASE)
    assert capsys.readouterr().out.split() == ["answer", word]
