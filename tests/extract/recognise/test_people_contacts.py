"""E-mail addresses and telephone numbers of the people they are printed with."""

from __future__ import annotations

import pytest

from extract.recognise.people_contacts import spells
from extract.records import Kind
from tests.extract.recognise.finding import find

ALONE = "Sagsbehandler: Maja Lund\nTlf.: 55 00 01 17\nE-post: xyz@fjordby.example"
TWO = (
    "Telefon: 55 00 20 00\nDirekte telefon: 55 00 01 18\n"
    "Direkte e-mail: malu@fjordby.example/ olfr@fjordby.example\nSagsbehandler: Maja Lund/ Ole Friis"
)


def test_the_only_caseworker_has_the_only_address_and_number() -> None:
    (mention,) = find(Kind.PERSON, ALONE)
    assert mention.attributes["email"] == "xyz@fjordby.example"
    assert mention.attributes["phone"] == "55000117"


def test_of_two_each_has_the_address_that_spells_the_name() -> None:
    found = {each.name: each.attributes["email"] for each in find(Kind.PERSON, TWO)}
    assert found == {"Maja Lund": "malu@fjordby.example", "Ole Friis": "olfr@fjordby.example"}


def test_a_number_that_may_be_either_ones_is_no_ones() -> None:
    assert all("phone" not in each.attributes for each in find(Kind.PERSON, TWO))


def test_a_switchboard_is_no_ones() -> None:
    (mention,) = find(Kind.PERSON, "Sagsbehandler: Maja Lund\nTlf.: 55 00 20 00")
    assert "phone" not in mention.attributes


@pytest.mark.parametrize(
    ("local", "name", "expected"),
    [
        ("mabrl", "Maja Brøndum Lund", True),
        ("lundm", "Maja Lund", True),
        ("ltho", "Lise T. Hørby", True),
        ("anra", "Anne-Sofie Ravn", True),
        ("olfr", "Maja Lund", False),
        ("m", "Maja Lund", False),
        ("info", "Ida Nørre", False),
    ],
)
def test_an_address_is_made_of_beginnings_of_names(local: str, name: str, expected: bool) -> None:
    assert spells(local, name) is expected
