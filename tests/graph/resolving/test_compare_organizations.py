from __future__ import annotations

import pytest

from extract.records import Kind
from graph.resolving.compare_organizations import compare_organizations
from graph.resolving.forms import Form
from tests.graph.forms_of import form


def verdict(left: Form, right: Form) -> str | None:
    forwards, backwards = compare_organizations(left, right), compare_organizations(right, left)
    assert forwards == backwards
    return forwards.verdict.value if forwards else None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Magistratsafdelingen for Trivsel og Arbejde", "Trivsel og Arbejde", "same"),
        ("Magistratsafdelingen for Trivsel og Arbejde", "TRIVSEL OG ARBEJDE", "same"),
        ("Havneudvalgets", "Havneudvalget", "same"),
        ("Havnecenteret", "Havnecentret", "same"),
        ("Havnecenter", "Havnecentret", "same"),
        ("Foreningen Havnens Gæster", "Havnens Gæster", "same"),
        ("Fonden Havnen", "Havnen", None),
        ("§18.2-udvalget", "18.2 udvalg", "same"),
        ("Center for Havn og Klima", "Center for Havn og Klma", None),
        ("Center for Havneudvikling og Klima", "Center for Havneudviklng og Klima", "same"),
        ("Fjordby Kommunes Havneråd", "Havnerådet", None),
        ("Fjordby Kommunes Havneråd", "Havneråd", "unsure"),
        ("Trivselsudvalget", "Teknikudvalget", None),
        ("Team 1", "Team 2", None),
        ("MSX", "MSY", None),
        ("MSX", "MSXs", "same"),
        ("Havn og Klima", "Havne- og Klimaudvalget", None),
    ],
)
def test_two_names(left: str, right: str, expected: str | None) -> None:
    assert verdict(form(Kind.ORGANIZATION, left), form(Kind.ORGANIZATION, right, "b")) == expected


def test_an_acronym_is_the_name_it_is_given_for() -> None:
    named = form(Kind.ORGANIZATION, "Trivsel og Arbejde", notation="MTA")
    assert verdict(named, form(Kind.ORGANIZATION, "MTA", "b")) == "same"
    assert verdict(named, form(Kind.ORGANIZATION, "MTB", "b")) is None


def test_two_names_with_different_acronyms_are_two() -> None:
    left = form(Kind.ORGANIZATION, "Magistratsafdelingen for Havn", notation="MHA")
    assert verdict(left, form(Kind.ORGANIZATION, "Havn", "b", notation="MHB")) == "different"


def test_two_known_names_are_no_misprints_of_each_other() -> None:
    names = ("Center for Havnebyggeri", "Center for Havnebyggari")
    known = [form(Kind.ORGANIZATION, name, rule="term_list") for name in names]
    found = [form(Kind.ORGANIZATION, name) for name in names]
    assert (verdict(*known), verdict(*found)) == (None, "same")
