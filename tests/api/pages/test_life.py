"""A life as a page shows it: entries, each sentence once, who comes and goes, the path of stages."""

from __future__ import annotations

import pytest

from api.pages.claims import grouped
from api.pages.life import Life, life
from api.pages.life_choice import LifeParameters
from api.pages.page import Place
from api.pages.presence import MOST, presences
from api.pages.story import Line, Story
from graph.trace import trace
from graph.traces.records import Appearance, Decision, Evidence, Named, Occasion, Person
from tests.graph.traced import BASE, KITCHEN, fjordby

PLACE = Place("da", "", BASE, "/initiative/gadens-koekken", ())
SENTENCE = Evidence("Huset åbnede, og 20 kom.", "maj.pdf", 2, 100, 124, "http://e/source/1")
INSIDE = Evidence("20 kom", "maj.pdf", 2, 117, 123, "http://e/source/1")
ELSEWHERE = Evidence("20 kom", "juni.pdf", 1, 117, 123, "http://e/source/2")


@pytest.fixture(scope="module")
def told() -> Life:
    return life(trace(fjordby(), KITCHEN), LifeParameters.model_validate({}), Story(), PLACE)


def narrowed(**wanted: object) -> list[str]:
    parameters = LifeParameters.model_validate(wanted)
    return [each.anchor for each in life(trace(fjordby(), KITCHEN), parameters, Story(), PLACE).entries]


@pytest.mark.parametrize(
    ("wanted", "anchors"),
    [
        ({}, ["m1", "m2", "m3", "m4"]),
        ({"year": "2023"}, ["m2", "m3"]),
        ({"year": ""}, ["m1", "m2", "m3", "m4"]),
        ({"kind": ["planned"]}, ["m4"]),
        ({"kind": ["planned", "decision"]}, ["m2", "m4"]),
        ({"kind": ["nonsense"]}, []),
        ({"department": "organization/msx"}, ["m2"]),
        ({"department": "organization/msx", "year": "2025"}, []),
    ],
)
def test_entries_are_narrowed_and_keep_their_place_on_the_page(
    wanted: dict[str, object], anchors: list[str]
) -> None:
    assert narrowed(**wanted) == anchors


@pytest.mark.parametrize(
    ("wanted", "shown", "page"),
    [
        ({}, ["m4"], 2),
        ({"page": 1}, ["m1", "m2", "m3"], 1),
        ({"page": 99}, ["m4"], 2),
        ({"year": "2023"}, ["m2", "m3"], 1),
    ],
)
def test_a_long_life_opens_at_its_newest_page(
    monkeypatch: pytest.MonkeyPatch, wanted: dict[str, object], shown: list[str], page: int
) -> None:
    monkeypatch.setattr("api.pages.life.SHOWN", 3)
    found = life(trace(fjordby(), KITCHEN), LifeParameters.model_validate(wanted), Story(), PLACE)
    assert ([each.anchor for each in found.entries], found.page) == (shown, page)
    assert all(found.addresses[anchor] == f"#{anchor}" for anchor in shown)
    assert found.entries[0].opens_year


def test_what_stands_on_another_page_is_led_to(monkeypatch: pytest.MonkeyPatch, told: Life) -> None:
    assert set(told.addresses.values()) == {"#m1", "#m2", "#m3", "#m4"}
    monkeypatch.setattr("api.pages.life.SHOWN", 3)
    place = Place("en", "/sag", BASE, "/trace", (("name", "køkken"), ("year", "2022")))
    wanted = LifeParameters.model_validate({"year": "2022"})
    addresses = life(trace(fjordby(), KITCHEN), wanted, Story(), place).addresses
    assert addresses["m1"] == "#m1"
    assert addresses["m2"] == "/sag/trace?name=k%C3%B8kken&page=1&lang=en#m2"
    assert addresses["m4"] == "/sag/trace?name=k%C3%B8kken&lang=en#m4"


def test_what_can_be_chosen_is_counted_over_the_whole_life(told: Life) -> None:
    assert [(each.value, each.count) for each in told.choices.years] == [
        ("2025", 1),
        ("2023", 2),
        ("2022", 1),
    ]
    assert {each.value for each in told.choices.kinds} >= {"decision", "done", "planned", "figure"}
    assert not told.choices.is_any


def test_a_year_opens_with_its_first_entry(told: Life) -> None:
    assert [each.opens_year for each in told.entries] == ["2022", "2023", None, "2025"]


def test_the_path_goes_through_what_was_done_and_ends_in_what_is_only_planned(told: Life) -> None:
    path = [(step.stage.stage.word, step.stage.is_planned) for step in told.path]
    assert path == [("funded", False), ("started", False), ("expanded", False), ("evaluated", True)]


def test_a_promise_leads_to_the_entry_it_was_made_in(told: Life) -> None:
    assert [(each.commitment.text, each.anchor) for each in told.promises] == [("følger op i juni", "m2")]


@pytest.mark.parametrize(("second", "quoted"), [(SENTENCE, None), (INSIDE, None), (ELSEWHERE, ELSEWHERE)])
def test_a_sentence_is_quoted_once_in_an_entry(second: Evidence, quoted: Evidence | None) -> None:
    lines = (Line("decision", "godkendt", (SENTENCE,)), Line("done", "åbnet", (second,)))
    decision, done = (group.claims[0] for group in grouped(lines))
    assert decision.quoted == SENTENCE
    assert done.quoted == quoted
    assert done.quoted or done.places == (second,)


@pytest.mark.parametrize(
    ("said", "is_told"), [("huset åbnede", True), ("Huset\nåbnede, og 20", True), ("huset lukkede", False)]
)
def test_a_claim_that_its_sentence_says_need_not_be_said_twice(said: str, is_told: bool) -> None:
    (group,) = grouped([Line("commitment", said, (SENTENCE,), said=said)])
    assert group.claims[0].says_itself is is_told


def test_a_figure_leads_to_its_sentence_and_does_not_quote_it() -> None:
    (group,) = grouped([Line("figure", "20", (SENTENCE, INSIDE, ELSEWHERE))])
    assert (group.claims[0].quoted, group.claims[0].places) == (None, (ELSEWHERE, SENTENCE))


def seen(*names: str) -> Appearance:
    people = tuple(Person(Named(f"http://e/{name}", name), ("caseworker",)) for name in names)
    at = Occasion(None, None, "2024-05-13", None, "explicit", None)
    iri = f"http://e/item/{'-'.join(names)}"
    return Appearance(iri, at, None, None, "subject", Decision(None, None, ()), ("a.pdf",), people=people)


def test_who_comes_and_goes_stands_in_the_order_of_coming() -> None:
    shown = (seen("Bo"), seen("Ada", "Bo"), seen("Ada", "Cilius"))
    (people,) = presences(shown, {each.iri: "m" for each in shown})
    assert [(row.thing.label, row.is_present) for row in people.rows] == [
        ("Bo", (True, True, False)),
        ("Ada", (False, True, True)),
        ("Cilius", (False, False, True)),
    ]


@pytest.mark.parametrize("shown", [(), (seen("Bo"),), (seen(), seen())])
def test_nobody_comes_and_goes_at_one_meeting_or_where_nobody_is_named(shown: tuple[Appearance, ...]) -> None:
    assert presences(shown, {each.iri: "m" for each in shown}) == ()


def test_the_table_is_bounded_and_says_how_many_are_left_out() -> None:
    shown = (seen(*(f"P{number:02}" for number in range(MOST + 5))), seen("P18"))
    (people,) = presences(shown, {each.iri: "m" for each in shown})
    assert (len(people.rows), people.more) == (MOST, 5)
    assert "P18" in {row.thing.label for row in people.rows}
