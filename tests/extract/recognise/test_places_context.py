"""Places that stand in no list and have no form of their own, by what is said around them."""

from __future__ import annotations

import pytest

from extract.records import Kind
from tests.extract.recognise.finding import find, names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borgerne bor i Kvistrud.", ["Kvistrud"]),
        ("Klassen tog turen til Plomst i maj.", ["Plomst"]),
        ("Vi er til stede i Brimso og Vandel, hvor vi hjælper.", ["Brimso", "Vandel"]),
        ("Der er lokaler i Drejsted til formålet.", ["Drejsted"]),
        ("De gamle haller på Drejsted er tomme.", ["Drejsted"]),
        ("Indsatsen skal bredes ud til Drejsted.", ["Drejsted"]),
        ("Indsatsen i Kvistrud går godt. Teamet i Kvistrud er nyt.", ["Kvistrud"]),
        ("”Tryg Havn” i Plomst er ny. Projektet i Plomst går godt.", ["Plomst"]),
        ("Indsatsen i Plomst Syd er ny, og teamet i Plomst Syd er klar.", ["Plomst Syd"]),
        ("Situationen i Kvistrud-området drøftes.", ["Kvistrud"]),
        ("Nordbassinet er en bydel i vækst. Vi filmer på Nordbassinet.", ["Nordbassinet"]),
        ("Det sker på kollegier som for eksempel Tingry.", ["Tingry"]),
        ("Havregården i Oddense har plads.", ["Havregården", "Oddense"]),
        ("Mødested: Lanternen, lokale 3", ["Lanternen"]),
        ("Borgere i Brimso og Vandel trives. Brimso vokser.", ["Brimso", "Vandel"]),
        ("Hele landet 195 38%\nLimvig 98 31%\nFynsaa 63 39%\nGudaa 60 33%", ["Limvig", "Fynsaa", "Gudaa"]),
        ("Finalen i Havne Park og Arena blev holdt.", ["Havne Park og Arena"]),
    ],
)
def test_what_is_said_around_a_word_tells_a_place(text: str, expected: list[str]) -> None:
    assert names(Kind.PLACE, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Opgørelsen er trukket i Fasiten.",
        "Kilde: Limvig. Tallene er opgjort i Limvig. Data fra Limvig.",
        "Familierne deltager i Kompas. Flere er tilmeldt til Kompas.",
        "Projekt Kompas går godt. Familierne i Kompas er glade. Børnene i Kompas leger.",
        "Indsatsen ”Kompas” er ny. Unge i Kompas trives. Unge i Kompas leger.",
        "Støtten i Fodfæste for Familier er ny, og unge i Fodfæste for Familier trives.",
        "Borgere i Visitationen og medarbejdere i Visitationen er spurgt.",
        "Vi bor i Danmark og rejser til Norge.",
        "Det fremgår i Bilag og i Budget og i Notat.",
        "Status på AC-området og på SOSU-området.",
        "Unge i FGU og i STU får hjælp.",
        "De bor i hus. Hun bor i Hus.",
        "Tallene er fra Maj og fra Juni.",
        "Kompas 95 38%\nAnker 98 31%\nFyrtårn 63 39%",
        "Mødested: Rådmandens kontor",
        "Nyt i Solskin.",
        "Unge i Hverdag og Udsyn hjælper. Borgere i Hverdag og Udsyn er glade.",
        "Unge i Kompas lærer. Børn i Kompas leger. Kompas 2031 afvikles i maj.",
        "Elever i Trapperose leger. Børn i Trapperose ler. Trapperose-messen er ny.",
        "Elever i Trapperose leger. Børn i Trapperose ler. Vi er med i Trapperose.",
        "Elever i Trapperose leger. Børn i Trapperose ler. Det får navnet Trapperose.",
        "Indsatsen skal bredes ud til Kompas.",
    ],
)
def test_systems_undertakings_offices_and_words_are_no_places(text: str) -> None:
    assert names(Kind.PLACE, text) == []


def test_a_place_that_is_accepted_once_is_found_everywhere() -> None:
    text = "Borgerne bor i Kvistrud. Kvistrud er grøn, og Kvistruds skole er ny."
    assert [each.text for each in find(Kind.PLACE, text)] == ["Kvistrud", "Kvistrud", "Kvistruds"]


def test_more_evidence_makes_surer() -> None:
    once, often = (
        "De bor i Kvistrud.",
        "De bor i Kvistrud. Teamet i Kvistrud er nyt. Skolen i Kvistrud er god.",
    )
    assert find(Kind.PLACE, once)[0].confidence < find(Kind.PLACE, often)[0].confidence


@pytest.mark.parametrize("text", ["i Solby, " * 20_000, "Solby 1 2\n" * 20_000, "i " + "Abc og " * 20_000])
def test_a_long_hostile_text_is_read_in_time(text: str) -> None:
    assert len(find(Kind.PLACE, text)) <= len(text)
