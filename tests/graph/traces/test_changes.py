"""What differs from one appearance to the next."""

from __future__ import annotations

from decimal import Decimal

import pytest

from graph.trace import trace
from graph.traces.changes import with_changes
from graph.traces.records import (
    Appearance,
    Changes,
    Concept,
    Decision,
    Difference,
    Figure,
    Named,
    Occasion,
    Stage,
    Tie,
)
from tests.graph.traced import KITCHEN, fjordby

NOWHEN = Occasion(None, None, None, None, None, None)


def place(name: str) -> Named:
    return Named(f"http://localhost:8000/place/{name}", name)


def appearance(
    places: str = "", figures: tuple[Figure, ...] = (), stages: tuple[Stage, ...] = ()
) -> Appearance:
    return Appearance(
        iri="http://localhost:8000/x",
        occasion=NOWHEN,
        number=None,
        title=None,
        role="subject",
        decision=Decision(None, None, ()),
        sources=(),
        places=tuple(Tie(place(name), ()) for name in places.split()),
        figures=figures,
        stages=stages,
    )


def families(value: int, where: str = "Nordbyen") -> Figure:
    return Figure("familier", Decimal(value), None, place(where), None, ())


def stage(word: str, is_planned: bool = False) -> Stage:
    return Stage(Concept(word, word), None, None, is_planned, ())


def words(changes: Changes) -> object:
    return changes.stage and tuple(tuple(each.word for each in stages) for stages in changes.stage)


def last_change(*appearances: Appearance) -> Changes:
    return with_changes(appearances)[-1].changes


@pytest.mark.parametrize(
    ("before", "between", "now", "added", "absent"),
    [
        ("Nordbyen", "", "Nordbyen Sydhavnen", ("Sydhavnen",), ()),
        ("Nordbyen Sydhavnen", "", "Sydhavnen", (), ("Nordbyen",)),
        ("Nordbyen", "", "Nordbyen", (), ()),
        ("Nordbyen", "", "", (), ()),
        ("Nordbyen", "Sydhavnen", "Nordbyen", ("Nordbyen",), ("Sydhavnen",)),
    ],
)
def test_places_differ_from_the_last_appearance_that_named_one(
    before: str, between: str, now: str, added: tuple[str, ...], absent: tuple[str, ...]
) -> None:
    found = last_change(appearance(before), appearance(between), appearance(now)).places
    assert found == Difference(added, absent)


def test_the_first_appearance_changes_nothing() -> None:
    assert last_change(appearance("Nordbyen", (families(20),), (stage("started"),))) == Changes()


def test_a_figure_of_the_same_thing_in_the_same_place_is_restated() -> None:
    found = last_change(appearance(figures=(families(20),)), appearance(figures=(families(35),)))
    assert [(each.before.value, each.now.value) for each in found.figures_changed] == [
        (Decimal(20), Decimal(35))
    ]
    assert found.figures_added == ()


def test_a_figure_of_another_place_is_a_new_one() -> None:
    found = last_change(appearance(figures=(families(20),)), appearance(figures=(families(35, "Sydhavnen"),)))
    assert (found.figures_changed, found.figures_added) == ((), (families(35, "Sydhavnen"),))


def test_an_equal_figure_is_no_change() -> None:
    found = last_change(appearance(figures=(families(20),)), appearance(figures=(families(20),)))
    assert (found.figures_changed, found.figures_added) == ((), ())


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ((stage("started"),), (stage("ended"),), (("started",), ("ended",))),
        ((stage("started"),), (stage("started"),), None),
        ((stage("started"),), (), None),
        ((stage("started"),), (stage("ended", is_planned=True),), None),
    ],
)
def test_a_stage_changes_when_another_is_reached(
    before: tuple[Stage, ...], now: tuple[Stage, ...], expected: object
) -> None:
    assert words(last_change(appearance(stages=before), appearance(stages=now))) == expected


def test_the_life_of_the_kitchen_tells_its_growth() -> None:
    changes = trace(fjordby(), KITCHEN).appearances[-1].changes
    assert changes.places.added == ("Sydhavnen",)
    assert [(c.before.value, c.now.value) for c in changes.figures_changed] == [(Decimal(20), Decimal(35))]
    assert words(changes) == (("started",), ("expanded",))
