from __future__ import annotations

import pytest

from extract.records import Kind
from graph.judgements import Verdict
from graph.resolving.compare_people import compare_people, people_conflict
from tests.graph.forms_of import form


def verdict(left: str, right: str, files: tuple[str, str] = ("a", "b"), **attributes: str) -> str | None:
    first, second = (
        form(Kind.PERSON, left, files[0], **attributes),
        form(Kind.PERSON, right, files[1], **attributes),
    )
    forwards, backwards = compare_people(first, second), compare_people(second, first)
    assert forwards == backwards
    return forwards.verdict.value if forwards else None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Mette Lund Ravn", "Mette Ravn", "same"),
        ("Mette L. Ravn", "Mette Lund Ravn", "same"),
        ("Mette L. Ravn", "Mette Ravn", "same"),
        ("Mette L. Mortensensen", "Mette Lund Mortensen", "same"),
        ("Mette Lund Kirkegaard", "Mette Lund Kirkegård", "same"),
        ("METTE RAVN HOLM", "mette r. holm", "same"),
        ("Mette Lund Ravn", "Mette Bach Ravn", "different"),
        ("Mette L. Ravn", "Mette Bach Ravn", "different"),
        ("Anne Pedersen", "Anne Petersen", "unsure"),
        ("Mette Ravn", "Mette Ravn Holm", "unsure"),
        ("M. Ravn", "Mette Ravn", "unsure"),
        ("Katrine Ravn", "Kathrine Ravn", "unsure"),
        ("Mette Ravn", "Jens Ravn", None),
        ("Mette Ravn", "Mette Holm", None),
        ("Ali Hassan", "Omar Hassan", None),
        ("Mette", "Mette Ravn", None),
    ],
)
def test_two_names_in_different_files(left: str, right: str, expected: str | None) -> None:
    assert verdict(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Mette Ravn", "Mette Holm", "same"),
        ("Mette Ravn", "Jens Ravn", "same"),
        ("Mette Ravn", "Jens Holm", "unsure"),
    ],
)
def test_one_e_mail_address_is_one_person_if_a_part_of_the_name_agrees(
    left: str, right: str, expected: str
) -> None:
    assert verdict(left, right, email="post@fjordby.example") == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Mette Ravn", "Jens Holm", None),
        ("Anne Pedersen", "Anne Petersen", "same"),
        ("M. Ravn", "Mette Ravn", "same"),
    ],
)
def test_a_shared_telephone_is_no_proof_but_supports_a_misprint(
    left: str, right: str, expected: str | None
) -> None:
    assert verdict(left, right, phone="12345678") == expected


def test_an_initial_is_understood_beside_the_full_name() -> None:
    assert verdict("M. Ravn", "Mette Ravn", files=("a", "a")) == "same"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("Poul Erik", "Poul Erik Skov", "same"), ("Poul Skov", "Poul Erik Skov Holm", "unsure")],
)
def test_a_name_that_is_cut_short_in_one_file(left: str, right: str, expected: str) -> None:
    assert verdict(left, right, files=("a", "a")) == expected


def test_different_addresses_keep_namesakes_apart() -> None:
    left = form(Kind.PERSON, "Mette Ravn", email="mera@fjordby.example")
    right = form(Kind.PERSON, "Mette L. Ravn", email="metr@fjordby.example")
    assert people_conflict(left, right) == "they have different e-mail addresses"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Mette Ravn", "Mette Holm", "their last names differ"),
        ("Poul Erik Skov", "Poul Erik Holm", "their last names differ"),
        ("Anne Marie Holm", "Anne Kirstine Holm", "their middle names differ"),
        ("Mette Ravn", "Mette Ravn Holm", None),
        ("Mette Lund Mortensen", "Mette L. Mortensensen", None),
        ("Mette Ravn", "M. R.", None),
    ],
)
def test_names_that_cannot_be_one_person(left: str, right: str, expected: str | None) -> None:
    assert people_conflict(form(Kind.PERSON, left), form(Kind.PERSON, right, "b")) == expected


def test_a_reason_never_tells_the_address() -> None:
    left = form(Kind.PERSON, "Mette Ravn", email="mera@fjordby.example")
    comparison = compare_people(left, form(Kind.PERSON, "Mette Holm", email="mera@fjordby.example"))
    assert comparison is not None
    assert comparison.verdict is Verdict.SAME
    assert "mera" not in comparison.reason
