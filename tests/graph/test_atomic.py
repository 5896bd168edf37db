"""Replaced in one step, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.atomic import replacing, write_text


def test_a_text_replaces_a_text(tmp_path: Path) -> None:
    for text in ("one", "två"):
        write_text(tmp_path / "a", text)
    assert (tmp_path / "a").read_text("utf-8") == "två"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    write_text(tmp_path / "a", "one")
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / "a") as draft:
        raise ZeroDivisionError(draft.write_text("half"))
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a", "one")]


def test_a_folder_replaces_a_folder(tmp_path: Path) -> None:
    for name in ("one", "two"):
        with replacing(tmp_path / "a") as draft:
            draft.mkdir()
            (draft / name).touch()
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["two"]


def test_what_is_written_at_the_same_time_does_not_mix(tmp_path: Path) -> None:
    write_text(tmp_path / "a", "one")
    with replacing(tmp_path / "a") as draft:
        draft.write_text("two")
        assert (tmp_path / "a").read_text() == "one"
    assert (tmp_path / "a").read_text() == "two"
