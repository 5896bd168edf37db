"""Roles beside names, units inside departments."""

from __future__ import annotations

import pytest

from extract.records import Kind
from extract.relate.parts import relate_parts
from extract.relate.roles import relate_roles
from tests.extract.relate.readings import Named, reading

CHIEF = {"role": "økonomichef"}
TEAM = Named(Kind.ORGANIZATION, "Kontrolteamet", {"type": "unit"})
DEPARTMENT = Named(Kind.ORGANIZATION, "MKX", {"type": "department"})


@pytest.mark.parametrize(
    ("text", "evidence", "organization"),
    [
        ("Under punktet deltager økonomichef Anna Lund.", "økonomichef Anna Lund", None),
        ("Her taler Anna Lund, økonomichef i MKX.", "Anna Lund, økonomichef", "MKX"),
        ("Det sagde økonomichef for MKX, Anna Lund.", "økonomichef for MKX, Anna Lund", "MKX"),
        ("MKX sendte økonomichef Anna Lund.", "økonomichef Anna Lund", None),
        ("Anna Lund talte. MKX svarede.", "Anna Lund", None),
    ],
)
def test_a_role_is_quoted_with_its_name(text: str, evidence: str, organization: str | None) -> None:
    named = [Named(Kind.PERSON, "Anna Lund", CHIEF), *([DEPARTMENT] if "MKX" in text else [])]
    named.sort(key=lambda each: text.index(each.phrase))
    found = reading(text, *named)
    (role,) = relate_roles(found)
    where = None if role.organization is None else found.mentions[role.organization].text
    assert (role.evidence.of(found.text), where) == (evidence, organization)


def test_a_name_without_a_role_has_none() -> None:
    assert relate_roles(reading("Anna Lund deltager.", Named(Kind.PERSON, "Anna Lund"))) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ansat i Kontrolteamet i MKX", [("Kontrolteamet", "MKX")]),
        ("MKX\nKontrolteamet\nRådhuset", [("Kontrolteamet", "MKX")]),
        ("MKX og Kontrolteamet mødes", []),
        ("MKX i Kontrolteamet", []),
    ],
)
def test_a_unit_belongs_to_the_department_beside_it(text: str, expected: list[tuple[str, str]]) -> None:
    found = reading(text, TEAM, DEPARTMENT)
    pairs = [
        (found.mentions[p.organization].text, found.mentions[p.parent].text) for p in relate_parts(found)
    ]
    assert pairs == expected
