import pytest

from extract.recognise.initiatives_cues import find_cued
from extract.recognise.initiatives_tokens import tokens
from tests.extract.recognise.naming import accepted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Udvalget ser på projekt Nye Skridt i maj.", ["Nye Skridt"]),
        ("Udvalget roste projektet Nye Skridt.", ["Nye Skridt"]),
        ("Vi har en Politik for Naboskab i byen.", ["Politik for Naboskab"]),
        ("Vi følger Fælles Strategi for Grønne Byrum.", ["Fælles Strategi for Grønne Byrum"]),
        ("MJ: Klimateknisk pulje. Der er lidt tilbage.", ["Klimateknisk pulje"]),
        ("Arbejdet følger af trivselsstrategien.", ["trivselsstrategien"]),
        ("Det sker efter Bakkevisionen i år.", ["Bakkevisionen"]),
        ("Skolerne er med på ABC-forløbet.", ["ABC-forløbet"]),
        ("Solby-modellen for kantinedrift virker.", ["Solby-modellen for kantinedrift"]),
        ("Evaluering af læseven-indsatsen er klar.", ["læseven-indsatsen"]),
        ("En evaluering af grøn kost-vejleder indsatsen er klar.", ["grøn kost-vejleder indsatsen"]),
        ("Det står i udviklings- og kystplanen.", ["udviklings- og kystplanen"]),
        ("Børnene fik et museumspas af byen.", ["museumspas"]),
        ("Der holdes en temadag om grøn mad i maj.", ["temadag om grøn mad"]),
        ("UC Solplan", ["UC Solplan"]),
    ],
)
def test_a_head_word_shows_a_name(text: str, expected: list[str]) -> None:
    assert accepted(find_cued(tokens(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Projektet er i gang.",
        "Ny indsats for unge",
        "Denne plan holder.",
        "Kommunens handleplan og tidsplanen",
        "PROJEKTET OG INDSATSEN FOR DE UNGE",
        "Aftalen er tilpasset de nye vilkår.",
        "ABC Politik og Trivsel",
        "Vi arbejder med en beskæftigelsesindsats.",
        "De har en investeringsmodel og en spareplan.",
        "Udvalgets initiativer drøftes.",
        "Byrådsmødet og Formålet",
        "en jobmesse og dagsmessen",
        "Lejemålet er opsagt.",
    ],
)
def test_a_head_word_alone_names_nothing(text: str) -> None:
    assert accepted(find_cued(tokens(text))) == []
