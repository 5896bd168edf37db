import pytest

from extract.recognise.initiatives_places import find_places_of_initiatives
from extract.records import Kind, Mention
from tests.extract.recognise.naming import others


def found(text: str, known: tuple[Mention, ...] = ()) -> list[str]:
    return [mention.text for mention in find_places_of_initiatives(text, known)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Indsatsen i Solby går godt. Teamet i Solby er nyt.", ["Solby", "Solby"]),
        ("”Tryg Havn” i Engby er ny. Projektet i Engby går godt.", ["Engby", "Engby"]),
        ("Indsatsen i Engby Syd er ny, og teamet i Engby Syd er klar.", ["Engby Syd", "Engby Syd"]),
        ("Indsatsen i Solby er ny. Vi bor i Solby, går på Solby og kører til Solby.", ["Solby"] * 4),
    ],
)
def test_where_an_initiative_runs_is_a_place(text: str, places: list[str]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "Indsatsen i Solby er ny.",
        "Indsatsen i Kystafdelingen er ny. Teamet i Kystafdelingen er klar.",
        "Indsatsen i MTX er ny. Teamet i MTX er klar.",
        "Indsatsen i Budget er ny. Teamet i Budget er klar.",
        "Indsatsen i Handleplan er ny. Teamet i Handleplan er klar.",
        "Vi bor i Solby. Hun bor i Solby. Alle bor i Solby.",
        "Indsatsen i år er ny. Indsatsen i dag er klar.",
    ],
)
def test_once_beside_an_initiative_or_an_office_is_none(text: str) -> None:
    assert found(text) == []


def test_what_is_known_as_something_else_is_left() -> None:
    text = "Indsatsen i Solby går godt. Teamet i Solby er nyt."
    assert found(text, tuple(others(text, Kind.ORGANIZATION, "Solby"))) == []
