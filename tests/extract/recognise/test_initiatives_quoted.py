import pytest

from extract.recognise.initiatives_quoted import find_quoted
from extract.recognise.initiatives_tokens import tokens
from tests.extract.recognise.naming import accepted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Indsatsen ”Tryg Havn” åbner.", ["Tryg Havn"]),
        ('Indsatsen "Tryg Havn" åbner.', ["Tryg Havn"]),
        ("Indsatsen ’Tryg Havn’ åbner.", ["Tryg Havn"]),
        ('Indsatsen “Tryg Havn”" åbner.', ["Tryg Havn"]),
        ("Indsatsen «Tryg Havn» åbner.", ["Tryg Havn"]),
        ("Der er en aftale om ”et trygt og grønt havnemiljø” i år.", ["et trygt og grønt havnemiljø"]),
        ("Nye forslag er ”Sammen på vej” og andre.", ["Sammen på vej"]),
        ("En særlig ”Havne Task Force” foreslås.", ["Havne Task Force"]),
    ],
)
def test_a_quoted_name_is_found_in_every_kind_of_marks(text: str, expected: list[str]) -> None:
    assert accepted(find_quoted(tokens(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "De svarer ”ingenting” på spørgsmålet.",
        "Det handler om at ”vende hver en sten” i sagen.",
        "Hun sagde ”Nu går vi i gang” på mødet.",
        "”Når der i maj foreligger en vurdering, ser vi på det hele igen samlet” står der.",
        "”Frihed er afgørende for os”.",
        "De største brancher i byen er ”Hoteller og rejser” og ”handel”.",
        "MSB's og MSO's ansatte",
        "Kategorien ”Andet arbejde” er stor.",
        "”12”",
    ],
)
def test_speech_categories_and_ordinary_words_are_no_names(text: str) -> None:
    assert accepted(find_quoted(tokens(text))) == []


def test_a_mark_does_not_reach_over_a_line() -> None:
    assert accepted(find_quoted(tokens("Indsatsen ”Tryg\nHavn” åbner."))) == []
