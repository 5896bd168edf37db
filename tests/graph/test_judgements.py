from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import ResolveError
from graph.judgements import Judgement, Verdict, load_judgements, save_judgements

SAME = Judgement("person:Anne Holm", "person:Anna Holm", Verdict.SAME, 1.0, "asked her", "kj")


def test_judgements_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    save_judgements(path, [SAME])
    assert load_judgements(path) == (SAME,)


def test_a_file_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert load_judgements(tmp_path / "judgements.tsv") == ()


def test_comments_blank_lines_and_the_head_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    path.write_text("verdict\tleft\tright\n# a note\n\nsame\tperson:A B\tperson:A C\n", "utf-8")
    assert [j.reason for j in load_judgements(path)] == ["judged by hand"]


def test_quotation_marks_in_a_name_are_the_name(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    path.write_text('same\tinitiative:"Havnen\tinitiative:Havnen\n', "utf-8")
    assert load_judgements(path)[0].left == 'initiative:"Havnen'


@pytest.mark.parametrize(
    ("line", "reason"),
    [("same\tperson:A", "separated by tabs"), ("perhaps\tperson:A\tperson:B", "verdict 'perhaps'")],
)
def test_a_malformed_line_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "judgements.tsv"
    path.write_text(f"# first\n{line}\n", "utf-8")
    with pytest.raises(ResolveError, match=reason) as caught:
        load_judgements(path)
    assert caught.value.line == 2


def test_a_file_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    path.write_bytes("same\tperson:Søren\tperson:Sören".encode("latin-1"))
    with pytest.raises(ResolveError, match="cannot be read"):
        load_judgements(path)


def test_a_tab_or_line_break_in_a_reason_makes_no_new_cell(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    save_judgements(path, [Judgement("person:A", "person:B", Verdict.DIFFERENT, 1.0, "a\tb\nc", "kj")])
    assert load_judgements(path)[0].reason == "a b c"
