from __future__ import annotations

import pytest

from extract.records import Kind
from graph.resolving.compare_initiatives import initiative_comparer, initiatives_conflict
from graph.resolving.forms import Form
from tests.graph.forms_of import form

PLACES = [form(Kind.PLACE, "Nordbyen"), form(Kind.PLACE, "Havnehøj"), form(Kind.ORGANIZATION, "MTA")]


def verdict(left: Form, right: Form, *others: Form) -> str | None:
    compare = initiative_comparer([left, right, *others], PLACES)
    forwards, backwards = compare(left, right), compare(right, left)
    assert forwards == backwards
    return forwards.verdict.value if forwards else None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Handleplan cykling", "Handleplan på cyklingsområdet", "same"),
        ("Handleplan på cyklingsområdet", "cyklingshandleplanen", "same"),
        ("Handleplan for cykling", "Strategi for cykling", None),
        ("projekt Gadens Køkken", "Gadens Køkken", "same"),
        ("Fjordby-modellen for havnejob", "Fjordbymodel for havnejob", "same"),
        ("GadensKøkken", "Gadens Køkken", "same"),
        ("Gadens Køkken i Nordbyen", "Gadens Køkken", "same"),
        ("Gadens Køkken – Havnehøj", "Gadens Køkken", "same"),
        ("Gadens Køkken i MTA", "Gadens Køkken", "same"),
        ("Gadens Køkken i Verden", "Gadens Køkken", None),
        ("Status på Gadens Køkken", "Gadens Køkken", "same"),
        ("Udvidelse af mentorordningen", "Mentorordningen", "same"),
        ("Fra skole til havn", "Fra skole og havn", "same"),
        ("Fra skole til havn", "Fra havn til skole", None),
        ("Nabo mod nabo", "Nabo til nabo", "same"),
        ("Flere unge kvinder på havnen", "Flere unge kvinder på værftet", None),
        ("Flere faglærte på havnen", "Flere ufaglærte på havnen", None),
        ("Flere lærlinge på havnen", "Flere lærlige på havnen", "same"),
        ("12. Flere lærlinge på havnen", "Flere lærlinge på havnen (§ 18.2)", "same"),
        ("Plan 2024", "Plan 2025", "different"),
        ("Handleplan 2024", "Handleplan 2025", "different"),
        ("Kystløbet 2024", "Kystløbet", "same"),
        ("Kystløbet 2024", "Kystløbet 2025", "different"),
        ("Top 50", "Top 100", None),
        ("FGU", "STU", None),
        ("Havnebadet", "Havnebaden", "same"),
    ],
)
def test_two_names(left: str, right: str, expected: str | None) -> None:
    assert verdict(form(Kind.INITIATIVE, left), form(Kind.INITIATIVE, right, "b")) == expected


def test_a_name_without_year_is_not_one_of_several_editions() -> None:
    plain, first = form(Kind.INITIATIVE, "Kystløbet"), form(Kind.INITIATIVE, "Kystløbet 2024", "b")
    assert verdict(plain, first, form(Kind.INITIATIVE, "Kystløbet 2025", "c")) == "unsure"


def test_a_misprint_in_a_short_name_needs_more_evidence() -> None:
    left, right = form(Kind.INITIATIVE, "Sejlerhuset", "a"), form(Kind.INITIATIVE, "Sejlerhusset", "b")
    assert verdict(left, right) == "unsure"
    left.ties.add("nordbyen")
    right.ties.add("nordbyen")
    assert verdict(left, right) == "same"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Styrket indsats for unge sejlere", "Unge sejlere", "same"),
        ("Intensiv virksomhedsrettet indsats til unge sejlere", "Unge sejlere", "same"),
        ("Ny indsats, der skal hjælpe unge sejlere i havn", "Flere unge sejlere i havn", "same"),
        ("Indsats mod støj i havnen", "Støj i havnen", "same"),
        ("Indsats for sejlere", "Sejlere", "unsure"),
        (
            "Opsøgende bådindsats i udsatte havnekvarterer",
            "Opsøgende indsats i udsatte havnekvarterer",
            "same",
        ),
        ("Opsøgende bådindsats i udsatte havne", "Opsøgende indsats i udsatte byer", None),
        ("Flere unge sejlere i havn", "Flere ældre sejlere i havn", None),
    ],
)
def test_the_long_and_the_short_name_of_an_effort_in_one_file(
    left: str, right: str, expected: str | None
) -> None:
    assert verdict(form(Kind.INITIATIVE, left), form(Kind.INITIATIVE, right)) == expected


def test_an_effort_in_another_file_is_a_question() -> None:
    left = form(Kind.INITIATIVE, "Styrket indsats for unge sejlere")
    assert verdict(left, form(Kind.INITIATIVE, "Unge sejlere", "b")) == "unsure"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Handleplan for Trygge Veje", "Trygge Veje", "same"),
        ("Handleplanen for Trygge Veje", "Trygge Veje", "same"),
        ("Strategi for trygge veje", "trygge veje", "unsure"),
        ("Handleplan for Cykling", "Cykling", None),
        ("Handleplan for Trygge Veje", "Strategi for Trygge Veje", None),
        ("Trygge Veje i Budget 2026", "Trygge Veje", "same"),
        ("Besøg hos Trygge Veje", "Trygge Veje", "same"),
    ],
)
def test_a_plan_and_the_name_it_goes_by(left: str, right: str, expected: str | None) -> None:
    assert verdict(form(Kind.INITIATIVE, left), form(Kind.INITIATIVE, right, "b")) == expected


def test_a_plan_and_a_strategy_of_one_name_stay_two() -> None:
    left, right = (
        form(Kind.INITIATIVE, "Handleplan for Trygge Veje"),
        form(Kind.INITIATIVE, "Plan for Trygge Veje"),
    )
    assert initiatives_conflict(left, right) == "they are plans of different kinds"


@pytest.mark.parametrize(
    ("title", "name", "expected"),
    [
        ("Ungehuset lukker", "Ungehuset", "same"),
        ("Ungehuset efter det første år", "Ungehuset", "same"),
        ("Ungehuset Nordbyen", "Ungehuset", "same"),
        ("Ungehuset Vest", "Ungehuset", None),
        ("Planen lukker", "Planen", None),
        ("ungehuset lukker", "ungehuset", None),
    ],
)
def test_a_title_is_about_the_name_it_begins_with(title: str, name: str, expected: str | None) -> None:
    left = form(Kind.INITIATIVE, title, rule="title_subject")
    assert verdict(left, form(Kind.INITIATIVE, name, "b", rule="quoted")) == expected


def test_a_name_that_is_more_than_a_title_is_its_own() -> None:
    left = form(Kind.INITIATIVE, "Ungehuset for alle", rule="quoted")
    assert verdict(left, form(Kind.INITIATIVE, "Ungehuset", "b", rule="quoted")) is None


def test_an_acronym_is_what_it_is_given_for() -> None:
    long = form(Kind.INITIATIVE, "Ungdommens Havneuddannelse", notation="UHU")
    assert verdict(long, form(Kind.INITIATIVE, "UHU", "b")) == "same"


def test_years_and_numbers_are_never_one_entity() -> None:
    left, right = form(Kind.INITIATIVE, "Plan 2024"), form(Kind.INITIATIVE, "Plan 2025")
    assert initiatives_conflict(left, right)
    assert not initiatives_conflict(left, form(Kind.INITIATIVE, "Plan"))
