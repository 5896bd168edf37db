"""Points in time, whole or in part."""

from __future__ import annotations

import pytest

from extract.records import Kind
from tests.extract.recognise.finding import find

WRITTEN = "Notat af 3. marts 2031. "


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("den 19. marts 2031", "2031-03-19", "day"),
        ("d. 8 februar 2031", "2031-02-08", "day"),
        ("30. jan. 2031", "2031-01-30", "day"),
        ("28-11-2031 10:30", "2031-11-28", "day"),
        ("20-05-31", "2031-05-20", "day"),
        ("[11/03/2031 - 10 minutter]", "2031-03-11", "day"),
        ("per 5/2 2031", "2031-02-05", "day"),
        ("20310311-Møde.pdf", "2031-03-11", "day"),
        ("i juni 2031", "2031-06", "month"),
        ("uge 8 2031", "2031-02", "month"),
        ("i første kvartal 2031", "2031", "year"),
        ("Q3 2031", "2031", "year"),
        ("sommeren 2031", "2031", "year"),
        ("siden 2031 har", "2031", "year"),
    ],
)
def test_a_date_has_a_value_as_precise_as_it_was_said(text: str, value: str, precision: str) -> None:
    (mention,) = find(Kind.DATE, text)
    assert (mention.attributes["value"], mention.attributes["precision"]) == (value, precision)


@pytest.mark.parametrize(
    "text",
    [
        "31. februar 2031",
        "kl. 10.30 - 12.30",
        "side 1-2",
        "17.4-udvalget",
        "i 1200 timer",
        "99-99-99",
        "2. juni",  # no year is near
        "Budget 2031",  # a budget year
        "uge 8",  # no year is near
        "maj er mild",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert find(Kind.DATE, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mødet er d. 2. juni.", "2031-06-02"),
        ("Det skete den 20. december.", "2030-12-20"),
        ("Det sker i maj måned.", "2031-05"),
        ("I uge 8 kommer sagen.", "2031-02"),
    ],
)
def test_a_missing_year_is_the_nearest_to_the_dates_around(text: str, value: str) -> None:
    mention = find(Kind.DATE, WRITTEN + text)[-1]
    assert (mention.attributes["value"], mention.attributes["basis"]) == (value, "inferred")


def test_one_odd_date_nearby_does_not_move_the_year() -> None:
    text = "Notat 3. marts 2031. Møde 4. marts 2031. Svar 1. marts 2031. Det ses 9. maj 2035, den 2. april."
    assert find(Kind.DATE, text)[-1].attributes["value"] == "2031-04-02"


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("uge 8 2031", "week", "2031-W08"),
        ("andet kvartal 2031", "quarter", "2"),
        ("1. halvår 2031", "half", "1"),
        ("Foråret 2031", "season", "foråret"),
    ],
)
def test_the_part_of_the_year_is_kept(text: str, attribute: str, value: str) -> None:
    (mention,) = find(Kind.DATE, text)
    assert mention.attributes[attribute] == value
