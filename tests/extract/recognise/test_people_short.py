"""Given names and initials that stand alone in minutes."""

from __future__ import annotations

import pytest

from extract.records import Kind
from tests.extract.recognise.finding import find


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Der laves et notat - Lone følger op.", "Lone"),
        ("Information:Steffen tager referat.", "Steffen"),
        ("Vibeke vil tage kontakt til skolen", "Vibeke"),
        ("Sagsbehandler: Maja Lund\nDet ved Maja mest om", "Maja"),
    ],
)
def test_a_given_name_alone_is_marked_as_such(text: str, given: str) -> None:
    assert find(Kind.PERSON, text)[-1].attributes == {"given": given}


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("ABH: Møde med skolen", ["ABH"]),
        ("- ABH: Møde\n- CDE: Ferie", ["ABH", "CDE"]),
        ("Så aftales det, at MJ går videre med sagen", ["MJ"]),
        ("ABH: Møde\nKL: Nye tal\nGAS: Ferie", ["ABH", "KL", "GAS"]),
    ],
)
def test_a_speakers_initials_are_marked_as_such(text: str, initials: list[str]) -> None:
    assert [each.attributes.get("initials") for each in find(Kind.PERSON, text)] == initials


@pytest.mark.parametrize(
    "text",
    [
        "Rapporten præsenterer en plan",
        "Kredsen følger op",
        "Rådmanden vender tilbage",
        "NB: Husk kagen",
        "MTA: Færre på venteliste",
        "Center for Alle Små (CAS)\nCAS: Forventet udgift",
        "Udvalget følger op. Forslaget følger op.",
        "Indsatsen vil følge planen",
    ],
)
def test_things_and_organizations_are_no_people(text: str) -> None:
    assert find(Kind.PERSON, text) == []
