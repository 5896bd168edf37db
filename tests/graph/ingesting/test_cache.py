"""What was read is kept whole, or made again."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.records import Kind, Mention, Package, Page, RawText, Span
from extract.relations import Extract, Relations
from graph.errors import StoreError
from graph.ingesting.cache import ExtractCache, code_version

EXTRACT = Extract(
    RawText("maj.txt", "ab" * 32, "text/plain", "Bådlauget", (Page(1, Span(0, 9)),), ("decoded as utf-8",)),
    Package((), (), ()),
    (Mention(Kind.INITIATIVE, Span(0, 9), "Bådlauget", "Bådlauget", "coined", 0.9, {"kind": "project"}),),
    Relations(),
    (Span(0, 9),),
)


def test_what_is_kept_comes_back_the_same(tmp_path: Path) -> None:
    cache = ExtractCache(tmp_path)
    cache.save("abc", EXTRACT)
    assert cache.load("abc") == EXTRACT


@pytest.mark.parametrize("damage", [b"", b"\x93", b"rubbish"])
def test_what_is_damaged_is_made_again(tmp_path: Path, damage: bytes) -> None:
    cache = ExtractCache(tmp_path)
    cache.save("abc", EXTRACT)
    (path,) = tmp_path.rglob("*.msgpack")
    path.write_bytes(damage)
    assert "abc" in cache
    assert cache.load("abc") is None
    assert "abc" not in cache


def test_what_was_never_kept_is_absent(tmp_path: Path) -> None:
    assert ExtractCache(tmp_path).load("abc") is None


def test_what_nobody_needs_is_removed(tmp_path: Path) -> None:
    cache = ExtractCache(tmp_path)
    for key in ("abc", "abd", "xyz"):
        cache.save(key, EXTRACT)
    (tmp_path / "extracts" / "ab" / "abc.17.tmp").touch()
    cache.keep_only({"abd"})
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["abd.msgpack"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "extracts").write_text("a file")
    with pytest.raises(StoreError, match="cannot be written"):
        ExtractCache(tmp_path).save("abc", EXTRACT)


def test_the_code_has_one_version() -> None:
    assert code_version() == code_version()
