"""Organizations by term list, form, letterhead and definition."""

from __future__ import annotations

import pytest

from extract.records import Kind, Mention
from tests.extract.recognise.finding import find, names

LETTERHEAD = (
    "Slut.\nTrivsel og Arbejde\nUnge og Uddannelsesveje\nFjordby Kommune\nUGU Jura og Ledelse\n"
    "Havnehuset, Havnegade 4\n9999 Fjordby\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sagen er i MTA nu", ["Magistratsafdelingen for Trivsel og Arbejde"]),
        ("TRIVSEL OG ARBEJDE", ["Magistratsafdelingen for Trivsel og Arbejde"]),
        ("MTAs, MTA's og MTA’s planer", ["Magistratsafdelingen for Trivsel og Arbejde"]),
        ("Fjordby Kommunes bidrag", ["Fjordby Kommune"]),
        ("Læring fra KL’s møde", ["Kommunernes Landsforening"]),
        ("aftale med FOA om vilkår", ["Fag og Arbejde"]),
        ("trivsel og arbejde for alle", []),
        ("MTB og mta", []),
        ("et radikalt forslag fra venstre", []),
    ],
)
def test_known_organizations_have_the_name_of_the_list(text: str, expected: list[str]) -> None:
    assert names(Kind.ORGANIZATION, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Center for Havneliv og Skibsbyg siger", ["Center for Havneliv og Skibsbyg"]),
        ("Center for A og Center for B", ["Center for A", "Center for B"]),
        ("Nationalt Center mod Støj i Havne", ["Nationalt Center mod Støj"]),
        ("I Vesterlund Kommune er", ["Vesterlund Kommune"]),
        ("Nordlys Analyse A/S har regnet", ["Nordlys Analyse A/S"]),
        ("Foreningen Havnens Venner", ["Foreningen Havnens Venner"]),
        ("boligforeningen Skovhegn inddrages", ["boligforeningen Skovhegn"]),
        ("støtte fra Skibsfonden", ["Skibsfonden"]),
        ("Udlændinge- og Havneministeriets brev", ["Udlændinge- og Havneministeriet"]),
        ("Havneudvalgsmøde i maj", ["Havneudvalget"]),
        ("Havnerådets møde", ["Havnerådet"]),
        ("Sydkystens Politi", ["Sydkystens Politi"]),
        ("§17.4 udvalg", ["§17.4 udvalg"]),
        ("17.4-udvalgets analyse", ["17.4-udvalget"]),
        ("branding i Vandenheden", ["Vandenheden"]),
        ("Området er stort. Begivenheden er lille.", []),
        ("Udvalget drøftede sagen", []),
        ("Muligheden er god", []),
        ("Fagforvaltningen for Havn og Strand", ["Fagforvaltningen for Havn og Strand"]),
        ("Plan & Havneudvalget", ["Plan & Havneudvalget"]),
        ("Jobcenter Solby Maja Lund", ["Jobcenter Solby"]),
        ("Styregruppen mødes", []),
        ("på havneområdet", []),
    ],
)
def test_a_name_may_say_by_its_form_what_it_names(text: str, expected: list[str]) -> None:
    assert names(Kind.ORGANIZATION, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LETTERHEAD, "UGU Jura og Ledelse"),
        ("Til Rådmanden\nFra Havn, Strand og Ledelse\nDato 24. november 2031", "Havn, Strand og Ledelse"),
        (
            "tekst.\nHavn, Strand og Ledelse\n11. marts 2031\nSagsbehandler: Maja Lund",
            "Havn, Strand og Ledelse",
        ),
        ("Placeret i Havn, Strand og Job\nÅrlig", "Havn, Strand og Job"),
        ("administreres af HR i MTA - hvor", "HR i MTA"),
        ("overdraget til Visitationen i Magistratsafdelingen for Omsorg og Sundhed", "Visitationen"),
    ],
)
def test_a_unit_is_known_by_where_it_is_printed(text: str, expected: str) -> None:
    assert expected in names(Kind.ORGANIZATION, text)


def attributes(text: str, name: str) -> Mention:
    return next(each for each in find(Kind.ORGANIZATION, text) if each.name == name)


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("MTA", "Magistratsafdelingen for Trivsel og Arbejde", "department"),
        ("Magistratsafdelingen for Vand", "Magistratsafdelingen for Vand", "department"),
        ("Havnerådet", "Havnerådet", "committee"),
        ("Havneteamet", "Havneteamet", "unit"),
        ("Skibsfonden", "Skibsfonden", "external"),
        ("Fagforvaltningen for Havn", "Fagforvaltningen for Havn", "unit"),
        ("Projektudvalget for Havn", "Projektudvalget for Havn", "committee"),
        (LETTERHEAD, "UGU Jura og Ledelse", "unit"),
    ],
)
def test_the_type_is_told_by_the_list_or_the_form(text: str, name: str, type_: str) -> None:
    assert attributes(text, name).attributes["type"] == type_


def test_a_unit_below_another_in_a_letterhead_is_part_of_it() -> None:
    assert attributes(LETTERHEAD, "UGU Jura og Ledelse").attributes["part_of"] == "Unge og Uddannelsesveje"


@pytest.mark.parametrize(
    ("text", "acronym", "name"),
    [
        ("Center for Åben Havn (CÅH). Senere ringede CÅH.", "CÅH", "Center for Åben Havn"),
        ("Nationalt Center mod Ærgrelse (MÆR) og MÆR", "MÆR", "Nationalt Center mod Ærgrelse"),
    ],
)
def test_an_acronym_defined_in_the_text_names_the_same_everywhere(text: str, acronym: str, name: str) -> None:
    last = find(Kind.ORGANIZATION, text)[-1]
    assert (last.text, last.name) == (acronym, name)
    assert (last.attributes["notation"], last.attributes["full_name"]) == (acronym, name)


@pytest.mark.parametrize(
    "text", ["Et Forløb For Alle (EFA) og EFA", "Sprog på Job (SPJ) og SPJ", "Ole (V) og V"]
)
def test_an_acronym_of_something_else_is_no_organization(text: str) -> None:
    assert names(Kind.ORGANIZATION, text) == []


def test_what_is_found_once_is_found_everywhere() -> None:
    text = "Boligforeningen Skovhegn var med. Det er Skovhegn. Boligforeningen Skovhegn vil mere."
    assert len(find(Kind.ORGANIZATION, text)) == 2
