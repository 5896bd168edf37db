"""The spaCy pipeline that recognisers run in."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import TermListError
from extract.language import RECOGNISERS, create_pipeline, mentions
from extract.records import Kind
from tests.extract.recognise.finding import pipeline

TEXT = (
    "Sagsbehandler: Maja Lund\nMTA giver 3 mio. kr. i Budget 2031 til Mølleparken.\n"
    "Sag: EMN-2031-000123, 3. maj 2031"
)
WORDS = (
    *(
        "Sagsbehandler: ",
        "Maja Lund",
        "MTA",
        " og ",
        ", ",
        "\n",
        "3 mio. kr.",
        "Budget 2031",
        "(",
        "rådmand ",
    ),
    *("i Engby ", "17.", ")"),
)


def test_every_recogniser_is_a_component_in_order() -> None:
    assert pipeline().pipe_names == list(RECOGNISERS)


def test_every_kind_is_found_and_stands_in_order() -> None:
    found = mentions(pipeline(), TEXT)
    assert {each.kind for each in found} >= set(Kind) - {Kind.INITIATIVE}
    assert [each.span.start for each in found] == sorted(each.span.start for each in found)


def test_mentions_are_shown_as_spans_of_the_document() -> None:
    doc = pipeline()(TEXT)
    assert [span.text for span in doc.spans["person"]] == ["Maja Lund"]
    assert doc.text == TEXT


@pytest.mark.parametrize("text", ["", "\n\n", "æøå", "A", "Budget", "\u00a0\t "])
def test_nothing_is_found_in_nothing(text: str) -> None:
    assert mentions(pipeline(), text) == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
def test_whatever_the_text_a_mention_stands_where_it_says(text: str) -> None:
    for each in mentions(pipeline(), text):
        assert each.span.of(text) == each.text
        assert 0 < each.confidence <= 1


def test_a_term_list_of_the_users_own_is_read(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'organizations = [{ name = "Krabbelauget", type = "external", notation = "KRL" }]', "utf-8"
    )
    found = mentions(create_pipeline([own]), "Brev til KRL")
    assert [(each.kind, each.name) for each in found] == [(Kind.ORGANIZATION, "Krabbelauget")]


def test_a_malformed_term_list_is_named(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("organizations = [{ name = 3 }]", "utf-8")
    with pytest.raises(TermListError, match=r"own\.toml"):
        create_pipeline([own])


@pytest.mark.parametrize(
    "unit", ["A", "Aa-", "Aa, ", "Aa og ", "(AB) ", "Center for Aa og ", "1.000 ", "Aa A/S "]
)
def test_no_text_makes_a_pattern_run_away(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    began = time.process_time()
    mentions(pipeline(), text)
    assert time.process_time() - began < 4  # about 0.3 s; a quadratic pattern takes 15
