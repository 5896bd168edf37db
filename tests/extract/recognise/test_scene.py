"""What recognisers share: coverage, order, rows and runs of capitalised words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.recognise.names import common_words, name_runs
from extract.recognise.rows import between, row_members
from extract.recognise.scene import Coverage, in_order, without_overlaps
from extract.recognise.tokens import tokenize
from extract.records import Kind, Mention, Span
from tests.extract.recognise.finding import pipeline

COMMA = re.compile(", ")


def mention(start: int, end: int, confidence: float = 0.9) -> Mention:
    return Mention(Kind.PLACE, Span(start, end), "x", "x", "test", confidence)


@pytest.mark.parametrize(
    ("mentions", "kept"),
    [
        ([mention(0, 5, 0.5), mention(3, 8, 0.9)], [(3, 8)]),
        ([mention(0, 5), mention(0, 9)], [(0, 9)]),
        ([mention(5, 9), mention(0, 5)], [(0, 5), (5, 9)]),
        ([mention(20, 30)], []),
    ],
)
def test_the_surer_then_the_longer_of_overlapping_mentions_is_kept(
    mentions: list[Mention], kept: list[tuple[int, int]]
) -> None:
    found = without_overlaps(mentions, taken=[Span(25, 40)])
    assert [(each.span.start, each.span.end) for each in found] == kept


def test_mentions_are_put_in_order_of_start() -> None:
    assert [each.span.start for each in in_order([mention(7, 8), mention(1, 9), mention(1, 2)])] == [1, 1, 7]


@pytest.mark.parametrize(("span", "expected"), [(Span(0, 3), False), (Span(2, 4), True), (Span(5, 9), False)])
def test_coverage_is_half_open(span: Span, expected: bool) -> None:
    assert Coverage([Span(3, 5)]).touches(span) is expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [("Krogly", ["Sølund", "Engby"]), ("Engby", ["Sølund", "Krogly"]), ("Fjern", [])],
)
def test_a_row_is_read_both_ways(known: str, expected: list[str]) -> None:
    text = "Krogly, Sølund, Engby. Fjern"
    spans = [Span(match.start(), match.end()) for match in re.finditer(r"\w+", text)]
    members = [span for span in spans if span.of(text) == known]
    free = [span for span in spans if span not in members]
    found = row_members(members, free, lambda *pair: between(COMMA, text, *pair) is not None)
    assert [span.of(text) for span in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Direktør Lise T. Hørby og Aisha van der Berg", ["Lise T. Hørby", "Aisha van der Berg"]),
        ("Marie-Louise O’Brien, A. Holm", ["Marie-Louise O’Brien", "A. Holm"]),
        ("Đặng Ngọc Şahin", ["Đặng Ngọc Şahin"]),
        ("Maja\nLund", ["Maja", "Lund"]),
        ("mail@Fjordby.example", []),
        ("alt er småt her", []),
    ],
)
def test_runs_are_capitalised_neighbours_in_any_latin_script(text: str, expected: list[str]) -> None:
    assert [run.text for run in name_runs(text, lambda word: word == "Direktør")] == expected


def test_common_words_are_those_the_text_writes_small() -> None:
    assert common_words("Havnen ved havnen i Havneby") == {"ved", "havnen"}


@given(st.text(alphabet=st.sampled_from("aÅ1 .,-\n\t\u00a0’\U0001f600"), max_size=40))
def test_tokens_lose_no_character(text: str) -> None:
    assert tokenize(pipeline().vocab, text).text == text
