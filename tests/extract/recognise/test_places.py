"""Places by term list, form, cue and row."""

from __future__ import annotations

import pytest

from extract.records import Kind
from tests.extract.recognise.finding import find, names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("indsatsen i Mølleparken og Engdalen", ["Mølleparken", "Engdalen"]),
        ("situationen i Mølleparken-området", ["Mølleparken"]),
        ("Københavns tal på 60 pct.", ["København"]),
        ("Mødested: Rådhuset, lokale 3", ["Rådhuset"]),
        ("på vej i Vejen", ["Vejen"]),
        ("Vejen til beskæftigelse er lang", []),
        ("Nye forslag", []),
        ("den nye skole i engdalen", []),
    ],
)
def test_known_places_are_found_unless_the_word_is_a_common_one(text: str, expected: list[str]) -> None:
    assert names(Kind.PLACE, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lokaler i Beboerhuset Ankeret", ["Beboerhuset Ankeret"]),
        ("finalen i Havne Arena", ["Havne Arena"]),
        ("elever på Engdalen Skole og Mølleparken Skole", ["Engdalen Skole", "Mølleparken Skole"]),
        ("Engdalen Skole svarede ikke", []),
        ("boliger på Delfinkollegiet", ["Delfinkollegiet"]),
        ("Delfingården i Solby", ["Delfingården", "Solby"]),
        ("de bor på DelfinBo i Havnegade", ["DelfinBo", "Havnegade"]),
        ("messen i Tappehallen torsdag den 16. november", ["Tappehallen"]),
        ("kontor på Havnegade 4 B", ["Havnegade 4 B"]),
        ("bydelen Sølund vokser", ["Sølund"]),
        ("boliger i Mølleparken, Sølund og Krogly", ["Mølleparken", "Sølund", "Krogly"]),
        ("Parken er grøn", []),
        ("2 Genvej til fritidsjob", []),
        ("i Folkeskolen", []),
        ("i Budget 2031", []),
        ("MTA: Hold på Sprog på Jobbet", []),
        ("Mølleparken, MTA og Trivsel", ["Mølleparken"]),
    ],
)
def test_form_cue_and_row_tell_a_place(text: str, expected: list[str]) -> None:
    assert names(Kind.PLACE, text) == expected


def test_a_place_inside_an_organizations_name_is_none() -> None:
    assert names(Kind.PLACE, "Fjordby Kommune og Randers Kommune") == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [("i Randers", "town"), ("i Engdalen", "district"), ("på Rådhuset", "venue"), ("på Havnegade", "street")],
)
def test_the_type_is_kept(text: str, type_: str) -> None:
    assert find(Kind.PLACE, text)[0].attributes["type"] == type_
