"""Organizations by what stands beside them."""

from __future__ import annotations

import pytest

from extract.records import Kind
from tests.extract.recognise.finding import names

MTA, MOS = "Magistratsafdelingen for Trivsel og Arbejde", "Magistratsafdelingen for Omsorg og Sundhed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i regi af Blå Delfin", ["Blå Delfin"]),
        ("(seks forløb ved ABC)", ["ABC"]),
        ("foreninger, f.eks. Delfinen, Krabben og Square Two", ["Delfinen", "Krabben", "Square Two"]),
        ("vejledere i MTA og XYZ", [MTA, "XYZ"]),
        ("samarbejde mellem SejlNord, MTA og MOS", ["SejlNord", MTA, MOS]),
        ("kurser fra KL/MÅGE", ["Kommunernes Landsforening", "MÅGE"]),
        (
            "tilbud i regi af bl.a. ABC (Alle Børns Cykel), UC+, rediKids og Delfinen",
            ["ABC", "UC+", "rediKids", "Delfinen"],
        ),
    ],
)
def test_a_cue_or_a_known_neighbour_tells_an_organization(text: str, expected: list[str]) -> None:
    assert names(Kind.ORGANIZATION, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i regi af Top100", []),
        ("samarbejde med rådmanden", []),
        ("MTA og Mølleparken", [MTA]),
        ("driftschef for MTA, Maja Lund.", [MTA]),
        ("regler om EUD og BPA", []),
        ("MTA og Budget 2031", [MTA]),
        ("samarbejde med Esben Toft Madsen", []),
        ("MTA, forældre og børn", [MTA]),
    ],
)
def test_people_places_and_things_beside_one_are_none(text: str, expected: list[str]) -> None:
    assert names(Kind.ORGANIZATION, text) == expected
