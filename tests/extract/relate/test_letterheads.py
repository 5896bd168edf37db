"""Caseworkers, issuers and cases: what stands in letterheads and signatures."""

from __future__ import annotations

import pytest

from extract.fields import letterhead_fields
from extract.records import Kind
from extract.relate.cases import find_cases
from extract.relate.caseworkers import find_caseworkers
from extract.relate.ground import survey
from extract.relate.issuers import find_issuers
from tests.extract.relate.readings import Named, reading

ANNA, BO = Named(Kind.PERSON, "Anna Lund"), Named(Kind.PERSON, "Bo Friis Yılmaz")
UNIT = Named(Kind.ORGANIZATION, "Plan og Udvikling", {"type": "unit"})
DEPARTMENT = Named(Kind.ORGANIZATION, "Kultur og Trivsel", {"type": "department"})
OUTSIDE = Named(Kind.ORGANIZATION, "Foreningen Havnen", {"type": "external"})
CASE = Named(Kind.CASE, "EMN-2031-000123")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sagsbehandler: Anna Lund\nBo Friis Yılmaz skrev også.", ["Anna Lund"]),
        ("Sagsbehandler:\nAnna Lund/\nBo Friis Yılmaz", ["Anna Lund", "Bo Friis Yılmaz"]),
        ("Sagsbehandler: Anna Lund\nSagsbehandler: Anna Lund\nBo Friis Yılmaz", ["Anna Lund"]),
        ("Ansvarlig: Anna Lund\nBo Friis Yılmaz", []),
        ("Anna Lund er sagsbehandler for Bo Friis Yılmaz", []),
    ],
)
def test_the_names_in_the_field_are_the_caseworkers(text: str, expected: list[str]) -> None:
    ground = survey(reading(text, ANNA, BO))
    found = find_caseworkers(ground, tuple(letterhead_fields(text)))
    assert [ground.name(each.person) for each in found] == expected
    assert {each.document_id for each in found} <= {"d1"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plan og Udvikling\n10. marts 2031\nSagsbehandler: Anna Lund", [("Plan og Udvikling", "unit")]),
        ("[Plan og Udvikling]\nSagsbehandler: [Anna Lund]", [("Plan og Udvikling", "unit")]),
        (
            "Kultur og Trivsel\nPlan og Udvikling\nSagsbehandler:\nAnna Lund",
            [("Kultur og Trivsel", "department"), ("Plan og Udvikling", "unit")],
        ),
        (
            "Til Rådmanden\nFra Plan og Udvikling\nDato 10. marts 2031\nTekst",
            [("Plan og Udvikling", "unit")],
        ),
        ("Sagen er drøftet med Plan og Udvikling.\nSagsbehandler: Anna Lund", []),
        ("Foreningen Havnen\nSagsbehandler: Anna Lund", []),
        ("Plan og Udvikling\n" + "Lang tekst. " * 60 + "\nSagsbehandler: Anna Lund", []),
    ],
)
def test_who_stands_as_sender_is_the_issuer(text: str, expected: list[tuple[str, str]]) -> None:
    named = [each for each in (UNIT, DEPARTMENT, OUTSIDE, ANNA) if each.phrase in text]
    ground = survey(reading(text, *named))
    found = find_issuers(ground, tuple(letterhead_fields(text)))
    assert [(ground.name(each.organization), each.level) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sag: EMN-2031-000123", {"d1", "i1"}),
        ("Sagsnummer: EMN-2031-000123 Lix: 43", {"d1", "i1"}),
        ("Se sagen EMN-2031-000123, som er afsluttet.", set()),
    ],
)
def test_the_number_in_the_field_is_the_case(text: str, expected: set[str]) -> None:
    ground = survey(reading(text, CASE))
    assert {each.subject_id for each in find_cases(ground, tuple(letterhead_fields(text)))} == expected
