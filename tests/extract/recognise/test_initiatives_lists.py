import pytest

from extract.recognise.initiatives_lists import find_listed


def found(text: str) -> list[str]:
    return [each.name for each in find_listed(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Politikker såsom Bakkevisionen, Aftale om Havnen og Træer og Byrum står stærkt, mener vi.",
            ["Bakkevisionen", "Aftale om Havnen", "Træer og Byrum"],
        ),
        (
            "Vi har flere projekter, herunder:\n• ”Alle skal med”\n• ”Tryg Havn”,\n• samt andre.",
            ["Alle skal med", "Tryg Havn"],
        ),
        ("Af andre strategier kan nævnes\n• Hav for Alle\n• Grøn Kyst", ["Hav for Alle", "Grøn Kyst"]),
        ("Bilag:\n- Forslag: Tryg Havn\n- Forslag: Mad, Ro og Leg", ["Tryg Havn", "Mad, Ro og Leg"]),
    ],
)
def test_enumerated_names_are_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vi taler med aktører såsom Mette, Bo og Ane om det.",
        "Der er tre greb:\n• et fast makkerpar\n• en fælles plan",
        "Følgende deltager:\n• Mette Ravn\n• Bo Holm",
        "Af projekter kan nævnes\n• Det er vigtigt, at alle er med, fordi det hjælper\n",
        "Bilag:\n- Forslag: Tryg Havn",
        "Indsatser, herunder dem for de unge, er i gang.",
    ],
)
def test_other_enumerations_are_left(text: str) -> None:
    assert found(text) == []
