"""People, by what stands around their names."""

from __future__ import annotations

import pytest

from extract.records import Kind
from tests.extract.recognise.finding import find, names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sagsbehandler: Maja Brøndum Lund\nTlf.: 55 00 01 17", ["Maja Brøndum Lund"]),
        ("Sagsbehandler: [Maja B. Lund]", ["Maja B. Lund"]),
        ("Sagsbehandler:\nMaja Brøndum Lund/\nOle Friis", ["Maja Brøndum Lund", "Ole Friis"]),
        ("Sagsbehandler: Maja Lund og Ole Friis", ["Maja Lund", "Ole Friis"]),
        ("Ansvarlig: Gülşen Öztürk / Hodan Warsame", ["Gülşen Öztürk", "Hodan Warsame"]),
        ("Under punktet deltager økonomichef Maja Lund.", ["Maja Lund"]),
        ("driftschef for Unge, Job og Havn, Maja Lund.", ["Maja Lund"]),
        ("økonomisk konsulent Nguyễn Thị Lan", ["Nguyễn Thị Lan"]),
        ("henvendelse til rådmand Aisha van der Berg.", ["Aisha van der Berg"]),
        ("Projektleder bliver Mahmoud El Khatib fra stabene.", ["Mahmoud El Khatib"]),
        ("De to projektledere fra MTA er Anne-Sofie Ravn (Stab)", ["Anne-Sofie Ravn"]),
        ("Maja Lund er mødeleder.", ["Maja Lund"]),
        ("Maja Lund, direktør", ["Maja Lund"]),
        ("Maja Lund / Rådmand Ole Friis Direktør", ["Maja Lund", "Ole Friis"]),
        ("Maja Lund (V) har ønsket punktet", ["Maja Lund"]),
        ("oplæg v/ Maja Lund", ["Maja Lund"]),
        ("Maja Lund og Ole Friis samler op.", ["Maja Lund", "Ole Friis"]),
        ("ABC: Maja Lund interview i avisen", ["ABC", "Maja Lund"]),
        ("- Maja Lund 2031: Børn ved havet", ["Maja Lund"]),
        ("Jeg hedder Maja Lund og er ny", ["Maja Lund"]),
        ("Deltagere: Maja Lund (stab), Ole Friis og Hodan Abdi", ["Maja Lund", "Ole Friis", "Hodan Abdi"]),
        ("Teamet ledes af Maja Lund.", ["Maja Lund"]),
        ("Formanden for Havnerådet Maja Lund ønsker at", ["Maja Lund"]),
        ("Salah-Eldin E. S. El-Awad var fraværende.", ["Salah-Eldin E. S. El-Awad"]),
        (
            "Medlemmer: | Maja Lund, H. Kristian Holm, Povl Tarp |",
            ["Maja Lund", "H. Kristian Holm", "Povl Tarp"],
        ),
        ("Esben Toft Madsen", ["Esben Toft Madsen"]),
        ("Vi har talt med Hans Kristian Brøndum.", ["Hans Kristian Brøndum"]),
        ("Linh Pham finder en dato.", ["Linh Pham"]),
        ("ÖÇ: Linh Pham skaffer en nøgle", ["ÖÇ", "Linh Pham"]),
    ],
)
def test_a_name_is_known_by_what_stands_around_it(text: str, expected: list[str]) -> None:
    assert names(Kind.PERSON, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Klik her for at angive tekst.",
        "Punkt 3: Orientering fra Magistraten",
        "Sagsbehandler: Tlf.: 55 00 01 17",
        "Ansvarlig: Afklares",
        "Gammel Havn har fået nye bænke",
        "Rådmanden orienterede kort",
        "Fjordby Kommune deltager i netværket",
        "Trivsel og Arbejde vil følge op",
        "Mødrenes Værksted deltager",
        "NORDLIGE KVARTERER",
        "Forvaltningen vender tilbage",
        "Sammen Om Byen følger planen. Vi er sammen om byen.",
        "Familier og Bydele (FAB)",
        "Hans Kommune deltager",
        "Center Nord finder en dato. Vi er i center og nord.",
        "direktør for Havn og Klima",
        "lageret ved Kirke Søby\nMaja Lunds hus",
    ],
)
def test_what_is_no_person_is_refused(text: str) -> None:
    assert names(Kind.PERSON, text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Sagsbehandler: Maja Lund", "sagsbehandler"),
        ("økonomichef Maja Lund", "økonomichef"),
        ("konstitueret direktør Maja Lund", "konstitueret direktør"),
        ("driftschef for Havn og By, Maja Lund", "driftschef"),
        ("Maja Lund er mødeleder", "mødeleder"),
    ],
)
def test_the_role_is_kept_as_printed(text: str, role: str) -> None:
    (mention,) = find(Kind.PERSON, text)
    assert mention.attributes["role"] == role


def test_in_signature_columns_the_role_is_of_the_name_before_it() -> None:
    found = find(Kind.PERSON, "MTA:\nMaja Lund /\nRådmand Ole Friis\nDirektør")
    assert [(each.name, each.attributes["role"]) for each in found] == [
        ("Maja Lund", "Rådmand"),
        ("Ole Friis", "Direktør"),
    ]


def test_the_party_is_kept() -> None:
    assert find(Kind.PERSON, "Maja Lund (SF) spurgte")[0].attributes["party"] == "SF"


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Sagsbehandler: Maja Brøndum Lund\nSå kom Maja Lund hjem", "Maja Lund"),
        ("Sagsbehandler: Maja Lund\nDet var Maja Lunds forslag", "Maja Lund"),
        ("Sagsbehandler: Maja Lund\nefter ønske fra Maja\nLund/forsker", "Maja\nLund"),
    ],
)
def test_a_name_found_once_is_found_everywhere(text: str, again: str) -> None:
    assert find(Kind.PERSON, text)[-1].text == again


def test_a_possessive_is_no_part_of_the_name() -> None:
    found = find(Kind.PERSON, "Sagsbehandler: Maja Lund\nDet var Maja Lunds forslag")
    assert {each.name for each in found} == {"Maja Lund"}
