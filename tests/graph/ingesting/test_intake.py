"""Which files stand, and which are gone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.ingesting.intake import is_gone, settle
from graph.ingesting.manifest import Entry

OLD = Entry("/p/a.txt", "a.txt", "source/1", "1" * 64, "k1")
NEW = replace(OLD, source="source/2", sha256="2" * 64, key="k2")
LOCKED = replace(NEW, key=None, status="encrypted", reason="it needs a password")
VANISHED = Entry("/p/a.txt", "a.txt", "source/unread", None, None, "vanished", "is not there")
OTHER = Entry("/p/b.txt", "b.txt", "source/3", "3" * 64, "k3")


@pytest.mark.parametrize(
    ("found", "before", "standing"),
    [
        ([NEW], [OLD], [NEW]),
        ([NEW], [], [NEW]),
        ([], [OLD], [OLD]),
        ([NEW], [OTHER], [NEW, OTHER]),
        ([LOCKED], [OLD], [LOCKED]),  # its bytes were had: what was read of the old ones no longer holds
        ([VANISHED], [OLD], [OLD]),  # they were not
        ([VANISHED], [], [VANISHED]),
    ],
)
def test_of_each_path_the_newest_knowledge_stands(
    found: list[Entry], before: list[Entry], standing: list[Entry]
) -> None:
    assert list(settle(found, before)) == standing


def entry(path: Path, masked: bool = False) -> Entry:
    return Entry(str(path), path.name, "source/1", masked=masked)


def test_what_was_just_seen_is_not_gone(tmp_path: Path) -> None:
    assert not is_gone(entry(tmp_path / "a"), {str(tmp_path / "a")}, [tmp_path])


def test_what_was_not_found_where_it_was_looked_for_is_gone(tmp_path: Path) -> None:
    assert is_gone(entry(tmp_path / "a"), set(), [tmp_path])


def test_what_was_not_looked_for_is_gone_only_if_it_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert not is_gone(entry(tmp_path / "a"), set(), [tmp_path / "elsewhere"])
    assert is_gone(entry(tmp_path / "b"), set(), [tmp_path / "elsewhere"])


def test_a_member_is_there_while_its_archive_is(tmp_path: Path) -> None:
    (tmp_path / "a.zip").touch()
    assert not is_gone(entry(tmp_path / "a.zip" / "maj.txt"), set(), [tmp_path / "elsewhere"])
    assert is_gone(entry(tmp_path / "b.zip" / "maj.txt"), set(), [tmp_path / "elsewhere"])


def test_what_has_a_masked_path_cannot_be_looked_for(tmp_path: Path) -> None:
    assert not is_gone(entry(tmp_path / "█", masked=True), set(), [tmp_path / "elsewhere"])
    assert is_gone(entry(tmp_path / "█", masked=True), set(), [tmp_path])


def test_a_given_path_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert is_gone(entry(tmp_path / "packages" / "a"), set(), [Path("packages")])
