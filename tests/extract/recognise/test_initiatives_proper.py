import pytest

from extract.recognise.initiatives_proper import find_proper
from extract.recognise.initiatives_tokens import tokens
from tests.extract.recognise.naming import accepted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I dag er 30 børn med i Ro på Banen.", ["Ro på Banen"]),
        ("Udgifter til Plads for Alle er små, og alle kender Plads for Alle.", ["Plads for Alle"]),
        ("De unge er glade for Solskinsløftet på havnen.", ["Solskinsløftet"]),
    ],
)
def test_a_capital_inside_a_sentence_shows_a_name(text: str, expected: list[str]) -> None:
    assert accepted(find_proper(tokens(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Solskinsløftet er nyt.",
        "RO PÅ BANEN",
        "Vi taler med Borgmesteren og Direktionen.",
        "De bor i Solparken ved Havnegården.",
        "Møde for ABC og XYZ",
        "Hun er ansat på Solbyskolen.",
        "Vi har mødt Mette Ravn i dag.",
        "Punkt 3 og Bilag 4",
        "Fra 2030 Intensiveret indsats",
        "Orientering om Ro",
    ],
)
def test_sentence_starts_headings_offices_and_places_show_none(text: str) -> None:
    assert accepted(find_proper(tokens(text))) == []
