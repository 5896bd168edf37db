import pytest

from extract.recognise.initiatives import find_initiatives
from extract.records import Kind
from tests.extract.recognise.naming import document, item, names, others


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Status på kystplan", "", ["kystplan"]),
        (
            "Status på Solbysituationen",
            "Kredsen drøftede status på Solbysituationen, der nu har varet et år.",
            ["Solbysituationen"],
        ),
        ("Ro på Banen lukker", "", ["Ro på Banen"]),
        ("Besøg hos Ro på Banen", "", ["Ro på Banen"]),
        ("KRU efter den nye lov", "", ["KRU"]),
        ("Evaluering af Madens Hus", "", ["Madens Hus"]),
        (
            "Opfølgning på investeringsmodeller på kantineområdet 2031",
            "",
            ["investeringsmodeller på kantineområdet"],
        ),
    ],
)
def test_an_item_is_named_by_its_subject(title: str, body: str, expected: list[str]) -> None:
    text = f"Punkt 4: {title}\n{body}"
    assert names(text, item(text, title)) == expected


@pytest.mark.parametrize(
    "title",
    [
        "Godkendelse af dagsorden",
        "Referat fra mødet den 4. maj 2031",
        "Orientering fra magistraten",
        "Nyt fra udvalget",
        "Bordet rundt",
        "Evt.",
        "Evt. orientering",
        "Skriftlige orienteringer",
        "Kurser og konferencer",
        "Budget 2031 på udvalgets område",
        "Rekruttering af lærere",
        "Hvad forliget betyder for os",
        "Lejemål i Solby",
        "Investeringsmodeller",
        "Status på kørsel",
    ],
)
def test_standing_and_administrative_items_name_no_initiative(title: str) -> None:
    text = f"Punkt 4: {title}\nGodkendt."
    places = others(text, Kind.PLACE, "Solby")
    assert names(text, item(text, title), places) == []


def test_a_name_in_the_title_is_preferred_to_the_title() -> None:
    text = "Punkt 4: Hvordan det går med ”Tryg Havn” nu\n"
    assert names(text, item(text, "Hvordan det går med ”Tryg Havn” nu")) == ["Tryg Havn"]


def test_an_indstilling_is_named_by_the_first_line_of_its_title() -> None:
    text = "Kystplan for Solby\nTilskud til diger\nDet indstilles, at planen godkendes."
    assert names(text, document(text, "Kystplan for Solby\nTilskud til diger")) == ["Kystplan for Solby"]


def test_a_title_without_a_head_must_be_named_again() -> None:
    alone = "Punkt 4: Uddannelse af værkstedshjælpere\nGodkendt."
    assert names(alone, item(alone, "Uddannelse af værkstedshjælpere")) == []
    again = alone + "\nDer er afsat penge til uddannelse af værkstedshjælpere i de kommende år."
    assert names(again, item(again, "Uddannelse af værkstedshjælpere")) == ["Uddannelse af værkstedshjælpere"]


def test_the_whole_title_is_the_mention() -> None:
    text = "Punkt 4: Status på kystplan"
    (mention,) = find_initiatives(text, item(text, "Status på kystplan"), ())
    assert (mention.text, mention.name) == ("Status på kystplan", "kystplan")
