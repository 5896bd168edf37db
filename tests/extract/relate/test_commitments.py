import pytest

from extract.relate.commitments import find_commitments
from tests.extract.relate.stories import Case, told


def commitments(minutes: str) -> list[tuple[str, str | None, str | None]]:
    story = told(Case("", minutes=minutes))
    return [(each.text, story.name(each.responsible), each.due) for each in find_commitments(story.ground)]


@pytest.mark.parametrize(
    ("minutes", "who", "due"),
    [
        ("Mette Ravn følger op.", "Mette Ravn", None),
        ("Kystkontoret tager bestillingen.", "Kystkontoret", None),
        ("Bo Holm vil tage kontakt til skolerne.", "Bo Holm", None),
        ("Mette Ravn finder en dato.", "Mette Ravn", None),
        ("Mette Ravn og Bo Holm retter tallene inden 1. april 2031.", "Bo Holm", "2031-04-01"),
        (
            "Kystkontoret retter planen til og sender den senest den 1. juni 2031.",
            "Kystkontoret",
            "2031-06-01",
        ),
        ("Ledelsessekretariatet genarbejder sagen, så den er klar inden d. 23.2.", None, "2031-02-23"),
        ("Rådmanden tilbød at hjælpe skolerne.", None, None),
        ("Det aftales, at Kystkontoret leverer et oplæg.", "Kystkontoret", None),
        ("Der laves et notat om sagen.", None, None),
        ("Der bliver lavet et oplæg til skolerne.", None, None),
        ("Overskriften justeres, så den er klar.", None, None),
        ("AB følger op.", None, None),
        ("Forvaltningen bedes undersøge, om der er plads.", None, None),
        ("Tallene skal derfor opdateres.", None, None),
        ("AB rykker skolerne for svar.", None, None),
        ("Det blev besluttet, at Mette Ravn samler tallene.", "Mette Ravn", None),
        (
            "Kystkontoret får til opgave at finde et lokale senest den 1. juni 2031.",
            "Kystkontoret",
            "2031-06-01",
        ),
        ("Forvaltningen giver besked til skolerne.", None, None),
        ("Kystkontoret orienteres om planen.", None, None),
        ("Planen sendes ud til skolerne.", None, None),
    ],
)
def test_who_will_do_what_is_a_commitment(minutes: str, who: str | None, due: str | None) -> None:
    assert commitments(minutes) == [(minutes, who, due)]


@pytest.mark.parametrize(
    "minutes",
    [
        "Godkendt.",
        "Rådmanden tager orienteringen til efterretning.",
        "Udvalget drøftede sagen.",
        "Mette Ravn orienterede om sagen.",
        "Mette Ravn har sendt et brev.",
        "Kystkontoret er glad for planen.",
        "Mette Ravn deltager under punktet.",
        "AB: Møde med skolerne",
        "AB: Opfølgning på konference",
        "Der er ros til de unge.",
        "Det ønskes ikke, at der laves et notat.",
        "Planen blev drøftet i Kystkontoret, som følger reglerne.",
        "Mette Ravn spørger til tallene.",
        "AB er glad for planen.",
        "AB siger, at det går godt.",
        "Der bedes for de unge.",
        "Tallene blev opdateret.",
        "Det blev besluttet, at planen er god.",
        "Planen sendes ikke ud til skolerne.",
        "Udvalget orienterede sig i planen.",
        "Forvaltningen giver et godt indtryk.",
    ],
)
def test_decisions_the_past_and_speakers_lines_are_none(minutes: str) -> None:
    assert commitments(minutes) == []


def test_a_dash_parts_what_is_done_from_who_follows_up() -> None:
    assert commitments("Der laves et notat - Mette Ravn følger op.") == [
        ("Der laves et notat", None, None),
        ("Mette Ravn følger op.", "Mette Ravn", None),
    ]


def test_only_minutes_hold_commitments() -> None:
    story = told("Mette Ravn følger op.")
    assert list(find_commitments(story.ground)) == []


def test_an_impossible_date_is_no_deadline() -> None:
    assert commitments("Mette Ravn følger op inden d. 45.19.") == [
        ("Mette Ravn følger op inden d. 45.19.", "Mette Ravn", None)
    ]
