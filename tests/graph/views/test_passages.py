"""A sentence in its surroundings: letter for letter, bounded, without what is private."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.privacy import redact_contacts
from extract.records import Page, RawText, Span
from graph.errors import UnknownEntityError
from graph.snapshots import Snapshot, reading
from graph.views import passages
from graph.views.entity_view import describe
from graph.views.passages import NoTextError, SourceInfo, kept_text, page_text, passage, source_info
from tests.conftest import SAMPLE_BASE_IRI as BASE
from tests.graph.small_graph import save_small_graph

TEXT = "Side et. CPR 010180-1234.\fRing til Pia på 55 12 34 56 i dag.\fSidste side."
TWO, THREE = TEXT.index("Ring"), TEXT.index("Sidste")
RAW = RawText(
    "maj.txt",
    "ab" * 32,
    "text/plain",
    TEXT,
    (Page(1, Span(0, TWO)), Page(2, Span(TWO, THREE)), Page(3, Span(THREE, len(TEXT)))),
)
SOURCE = SourceInfo("http://e/source/1", "maj.txt", "maj.txt", "text/plain", None, "ok", None, 3, len(TEXT))


@pytest.fixture(scope="module")
def snapshot(sample_data: Path) -> Iterator[Snapshot]:
    with reading(sample_data) as found:
        yield found


def openly(text: str) -> str:
    """Leave nothing out."""
    return text


def test_every_quote_of_an_initiative_is_found_in_its_text(sample_data: Path, snapshot: Snapshot) -> None:
    view = describe(snapshot.store, f"{BASE}initiative/fodfaeste-for-familier")
    quotes = [evidence for link in view.links for evidence in link.evidence]
    assert len(quotes) > 50
    for each in quotes:
        source = source_info(snapshot.store, each.source_iri)
        raw = kept_text(sample_data, snapshot, source)
        found = passage(source, raw, Span(each.start, each.end), 80, openly)
        assert (found.quote, found.page) == (each.quote, each.page)
        assert raw.text[found.context_start :].startswith(found.before + found.quote + found.after)
        assert len(found.before) <= 80 >= len(found.after)


@pytest.mark.parametrize(
    ("start", "end", "around", "expected"),
    [
        (0, 8, 0, ("", "Side et.", "")),
        (TWO, TWO + 8, 4, ("██.\f", "Ring til", " Pia")),
        (THREE, THREE + 6, 2, (".\f", "Sidste", " s")),
    ],
)
def test_a_passage_stands_between_what_is_around_it(
    start: int, end: int, around: int, expected: tuple[str, str, str]
) -> None:
    found = passage(SOURCE, RAW, Span(start, end), around, openly)
    assert (found.before, found.quote, found.after) == expected
    assert found.context_start == max(start - around, 0)
    assert found.page_text_start <= start < found.page_text_end


@pytest.mark.parametrize(
    ("start", "end"), [(5, 5), (8, 3), (-1, 4), (0, len(TEXT) + 1), (10_000, 10_001), (len(TEXT), len(TEXT))]
)
def test_a_place_that_is_not_in_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(NoTextError):
        passage(SOURCE, RAW, Span(start, end), 10, openly)


def test_a_passage_may_not_be_a_whole_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "LONGEST_QUOTE", 20)
    assert passage(SOURCE, RAW, Span(TWO, TWO + 20), 0, openly).quote == TEXT[TWO : TWO + 20]
    with pytest.raises(NoTextError):
        passage(SOURCE, RAW, Span(TWO, TWO + 21), 0, openly)


@pytest.mark.parametrize("around", [0, 1, 7, 500])
def test_numbers_of_people_are_never_shown_not_even_by_half(around: int) -> None:
    cut = TEXT.index("1234")
    found = passage(SOURCE, RAW, Span(cut + 1, cut + 6), around, redact_contacts)
    shown = found.before + found.quote + found.after
    assert not {"0180", "1234", "34"} & {shown[n : n + size] for n in range(len(shown)) for size in (2, 4)}
    assert len(shown) == min(cut + 6 + around, len(TEXT)) - max(cut + 1 - around, 0)


def test_a_telephone_number_is_shown_only_where_it_may_be() -> None:
    at = TEXT.index("12 34")
    assert passage(SOURCE, RAW, Span(at, at + 5), 0, openly).quote == "12 34"
    assert passage(SOURCE, RAW, Span(at, at + 5), 0, redact_contacts).quote == "·· ··"


@pytest.mark.parametrize(("number", "text"), [(1, "Side et. CPR ██████-████.\f"), (3, "Sidste side.")])
def test_a_page_is_shown_whole(number: int, text: str) -> None:
    found = page_text(SOURCE, RAW, number, None, openly)
    assert (found.text, found.is_whole, found.pages) == (text, True, 3)
    assert found.previous == (number - 1 or None)
    assert found.next == (None if number == 3 else number + 1)


@pytest.mark.parametrize("number", [0, 4, -1])
def test_a_page_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(NoTextError):
        page_text(SOURCE, RAW, number, None, openly)


@pytest.mark.parametrize(
    ("at", "text"),
    [(None, "Ring til P"), (26, "Ring til P"), (9_999, "·· i dag.\f"), (41, "ia på ·· ·")],
)
def test_a_long_page_is_shown_around_a_place(
    monkeypatch: pytest.MonkeyPatch, at: int | None, text: str
) -> None:
    monkeypatch.setattr(passages, "LONGEST_PAGE", 10)
    found = page_text(SOURCE, RAW, 2, at, redact_contacts)
    assert (found.text, found.is_whole) == (text, False)
    assert TEXT[found.text_start] == text[0].replace("·", "5")


def test_a_file_that_could_not_be_read_has_no_text(tmp_path: Path) -> None:
    data = save_small_graph(tmp_path)
    with reading(data) as found:
        locked = source_info(found.store, "http://localhost:8000/source/bb22")
        assert (locked.status, locked.reason) == ("encrypted", "it needs a password")
        lost = source_info(found.store, "http://localhost:8000/source/aa11")
        assert (lost.status, lost.media_type) == ("ok", None)
        for source in (locked, lost):
            with pytest.raises(NoTextError):
                kept_text(data, found, source)


@pytest.mark.parametrize("iri", [f"{BASE}source/0000000000000000", f"{BASE}budget/2024", "no iri", ""])
def test_what_is_no_source_is_unknown(snapshot: Snapshot, iri: str) -> None:
    with pytest.raises(UnknownEntityError):
        source_info(snapshot.store, iri)
