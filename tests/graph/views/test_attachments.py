"""Attachments that are named and not there; those that are there under a like title are not missed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extract.records import Section, SegmentKind
from graph.ingesting.cache import ExtractCache
from graph.ingesting.manifest import Entry
from graph.views.attachments import absent_attachments
from tests.builders import SourceBuilder


def package(lines: str, *titles: str) -> SourceBuilder:
    """Return a package whose first document lists attachments, and that holds documents of these titles."""
    builder = SourceBuilder()
    builder.document("Status på Bådlauget")
    span = builder.say(lines)
    listing = Section(SegmentKind.ATTACHMENTS, "Bilag", span)
    builder.documents[0] = replace(builder.documents[0], sections=(listing,))
    for title in titles:
        builder.document(title)
    return builder


@pytest.mark.parametrize(
    ("lines", "titles", "expected"),
    [
        ("Bilag\n\nBilag 1: Kort over kajen", (), [("1", "Kort over kajen")]),
        ("Bilag\nBilag 1: Kort over kajen\nBilag 2: Regnskab", ("Regnskab",), [("1", "Kort over kajen")]),
        ("Bilag\nBilag 1: Kort over kajen", ("Kort over Kajen.",), []),
        ("Bilag\nBilag 1: Kort over  kajen", ("Kort over kajen",), []),
        ("Bilag\nBilag 1:\nBilag 2:\nKort over kajen\nRegnskab 2031", ("Regnskab 2032",), None),
        ("Ingen bilag", (), []),
        ("", (), []),
        ("Bilag\nBilag 1: Ring til 55 12 34 56", (), [("1", "Ring til ·· ·· ·· ··")]),
    ],
)
def test_what_is_named_and_not_there_is_found(
    tmp_path: Path, lines: str, titles: tuple[str, ...], expected: list[tuple[str, str]] | None
) -> None:
    extract = package(lines, *titles).build()
    ExtractCache(tmp_path).save("ab12", extract)
    entry = Entry("/maj.txt", "maj.txt", "http://e/source/1", extract.raw.sha256, "ab12")
    found = [(each.number, each.title) for each in absent_attachments(tmp_path, [entry])]
    paired = [("1", "Kort over kajen"), ("2", "Regnskab 2031")]
    assert found == (paired if expected is None else expected)


@pytest.mark.parametrize("key", [None, "cd34"])
def test_a_file_that_is_not_kept_is_passed_over(tmp_path: Path, key: str | None) -> None:
    entry = Entry("/maj.txt", "maj.txt", "http://e/source/1", None, key)
    assert list(absent_attachments(tmp_path, [entry])) == []
