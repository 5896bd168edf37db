"""A trace in words."""

from __future__ import annotations

import pytest

from api.pages.languages import english
from api.pages.story import PARTS, ROLES, TOPICS, Story
from graph.trace import trace
from graph.traces.records import Appearance, Occasion
from tests.graph.traced import KITCHEN, fjordby

STORY = Story()


@pytest.fixture(scope="module")
def life() -> tuple[Appearance, ...]:
    return trace(fjordby(), KITCHEN).appearances


def told(each: Appearance, topic: str) -> list[str]:
    return [line.text for line in STORY.lines(each) if line.topic == topic]


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("decision", ["godkendt"]),
        ("done", ["påbegyndt, april 2023, Nordbyen"]),
        ("planned", []),
        ("figure", ["20 familier, Nordbyen"]),
        ("amount", ["1.400.000 kr., drift"]),
        ("place", ["Nordbyen"]),
        ("department", ["Magistratsafdelingen for Eksempler"]),
        ("person", ["Bo Vang (ansvarlig)", "Pia Holt (sagsbehandler)"]),
        ("commitment", ["følger op i juni (ansvarlig: Bo Vang, frist: juni 2023)"]),
        ("mention", []),
    ],
)
def test_an_item_is_told_claim_by_claim(
    life: tuple[Appearance, ...], topic: str, expected: list[str]
) -> None:
    assert told(life[1], topic) == expected


def test_what_changed_is_told(life: tuple[Appearance, ...]) -> None:
    assert told(life[3], "change") == [
        "nyt sted: Sydhavnen",
        "20 → 35 familier, Nordbyen",
        "stadie: påbegyndt → udvidet",
    ]


def test_planned_stands_apart_from_done(life: tuple[Appearance, ...]) -> None:
    assert told(life[3], "done") == ["udvidet, 2024, Sydhavnen"]
    assert told(life[3], "planned") == ["evalueret, 2026"]


def test_every_quote_of_an_appearance_is_told(life: tuple[Appearance, ...]) -> None:
    for each in life:
        quoted = {evidence for line in STORY.lines(each) for evidence in line.evidence}
        assert set(each.evidence) <= quoted


def test_a_decision_that_is_not_quoted_is_told_in_words() -> None:
    more = """<source/g7> { <meeting/msx/2023-05-08/10> a sg:AgendaItem ; sg:outcome <outcome/noted> ;
      sg:decisionText "Til  efterretning." }"""
    each = trace(fjordby(more), KITCHEN).appearances[2]
    assert told(each, "decision") == ["taget til efterretning: Til efterretning."]


@pytest.mark.parametrize(
    ("date", "basis", "estimate", "expected"),
    [
        ("2023-05-08", "explicit", None, None),
        ("2023-05-08", "inferred", None, "datoen er udledt af teksten"),
        ("2023-05-08", "package", None, "dokumentet hører ikke til et punkt; datoen er pakkens mødes"),
        (None, "meeting", "2022-11-14", "mødet er ikke dateret; pakken er til mødet 14. november 2022"),
        (
            None,
            "document",
            "2022-11-14",
            "mødet er ikke dateret; pakkens nyeste dokument er fra 14. november 2022",
        ),
        (None, None, None, "hverken mødet eller pakken er dateret"),
    ],
)
def test_what_is_unsure_of_a_date_is_said(
    date: str | None, basis: str | None, estimate: str | None, expected: str | None
) -> None:
    occasion = Occasion(None, None, date, None, basis if date else None, estimate, basis)
    assert STORY.reservation(occasion) == expected


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("decision", ["approved"]),
        ("done", ["started, April 2023, Nordbyen"]),
        ("figure", ["20 familier, Nordbyen"]),
        ("amount", ["DKK 1,400,000, drift"]),
        ("commitment", ["følger op i juni (responsible: Bo Vang, due: June 2023)"]),
        ("person", ["Bo Vang (responsible)", "Pia Holt (caseworker)"]),
    ],
)
def test_an_item_is_told_in_english_and_its_words_stay_danish(
    life: tuple[Appearance, ...], topic: str, expected: list[str]
) -> None:
    assert [line.text for line in Story("en").lines(life[1]) if line.topic == topic] == expected


def test_a_claim_names_what_has_a_page_of_its_own(life: tuple[Appearance, ...]) -> None:
    named = {line.topic: [thing.label for thing in line.things] for line in STORY.lines(life[1])}
    assert named["done"] == ["Nordbyen"]
    assert named["commitment"] == ["Bo Vang"]
    assert named["decision"] == []


@pytest.mark.parametrize("words", [*TOPICS.values(), *ROLES.values(), *PARTS.values()])
def test_every_word_of_the_story_is_translated(words: str) -> None:
    assert words in english()
