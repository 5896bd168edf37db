"""Readers see whole states; a state that is read is not removed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from graph.errors import NoGraphError, StoreError
from graph.snapshots import POINTER, SNAPSHOTS, commit, drafting, newest, reading

GRAPH = NamedNode("http://example.org/g")
P = NamedNode("http://example.org/p")


def build(data: Path, word: str) -> None:
    with drafting(data) as draft:
        draft.store.replace(GRAPH, [Triple(GRAPH, P, Literal(word))])
        (draft.directory / "record.json").write_text(word)
        commit(draft)


def words(data: Path) -> list[str]:
    with reading(data) as snapshot:
        return [t.object.value for t in snapshot.store.triples() if isinstance(t.object, Literal)]


def names(data: Path) -> list[str]:
    return sorted(path.name for path in (data / SNAPSHOTS).iterdir())


def test_before_the_first_build_there_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(NoGraphError, match="sagsgraf build"), reading(tmp_path):
        pass


def test_a_commit_is_seen_by_the_next_reader(tmp_path: Path) -> None:
    build(tmp_path, "one")
    build(tmp_path, "two")
    assert words(tmp_path) == ["two"]


def test_records_are_kept_with_their_state(tmp_path: Path) -> None:
    build(tmp_path, "one")
    with reading(tmp_path) as snapshot:
        assert (snapshot.directory / "record.json").read_text() == "one"


def test_a_draft_that_is_not_committed_leaves_nothing(tmp_path: Path) -> None:
    build(tmp_path, "one")
    with drafting(tmp_path) as draft:
        draft.store.replace(GRAPH, [])
    assert words(tmp_path) == ["one"]
    assert not list(tmp_path.glob("draft-*"))


def test_an_error_while_drafting_leaves_the_last_state(tmp_path: Path) -> None:
    build(tmp_path, "one")
    with pytest.raises(ZeroDivisionError), drafting(tmp_path) as draft:
        raise ZeroDivisionError(draft.store.replace(GRAPH, []))
    assert words(tmp_path) == ["one"]


def test_old_states_are_removed(tmp_path: Path) -> None:
    for word in ("one", "two", "three"):
        build(tmp_path, word)
    assert names(tmp_path) == ["00000003", "00000003.lease"]


def test_a_state_is_kept_while_it_is_read(tmp_path: Path) -> None:
    build(tmp_path, "one")
    with reading(tmp_path) as old:
        build(tmp_path, "two")
        build(tmp_path, "three")
        assert old.directory.is_dir()
        assert [t.object for t in old.store.triples()] == [Literal("one")]
        assert words(tmp_path) == ["three"]
    build(tmp_path, "four")
    assert names(tmp_path) == ["00000004", "00000004.lease"]


def test_a_state_is_kept_while_another_process_reads_it(tmp_path: Path) -> None:
    build(tmp_path, "one")
    code = (
        "import sys, pathlib\nfrom graph.snapshots import reading\n"
        "with reading(pathlib.Path(sys.argv[1])) as s:\n    print('open', flush=True)\n"
        "    sys.stdin.read()\n    print(len(s.store), s.directory.is_dir())"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "open\n"
        build(tmp_path, "two")
        answer, _ = reader.communicate("")
    assert answer == "1 True\n"


def test_what_a_killed_writer_left_is_removed(tmp_path: Path) -> None:
    build(tmp_path, "one")
    (tmp_path / "draft-00000002" / "store").mkdir(parents=True)
    (tmp_path / SNAPSHOTS / "00000002.new").mkdir()
    (tmp_path / SNAPSHOTS / "00000003").mkdir()
    (tmp_path / SNAPSHOTS / "00000003.lease").touch()
    assert words(tmp_path) == ["one"]
    build(tmp_path, "two")
    assert words(tmp_path) == ["two"]
    assert len(names(tmp_path)) == 2


def test_a_pointer_to_nothing_is_an_error(tmp_path: Path) -> None:
    build(tmp_path, "one")
    (tmp_path / POINTER).write_text("00000009\n")
    with pytest.raises(StoreError, match="missing"), reading(tmp_path):
        pass


def test_a_read_only_folder_can_be_read(tmp_path: Path) -> None:
    build(tmp_path, "one")
    for path in [tmp_path, *tmp_path.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert words(tmp_path) == ["one"]
    finally:
        for path in [tmp_path, *tmp_path.rglob("*")]:
            path.chmod(0o755)
    assert newest(tmp_path) == "00000001"
