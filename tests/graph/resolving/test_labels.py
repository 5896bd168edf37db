from __future__ import annotations

import pytest

from extract.records import Kind
from graph.resolving.labels import alternative_labels, notation, preferred_label
from tests.graph.forms_of import form


@pytest.mark.parametrize(
    ("kind", "names", "expected"),
    [
        (Kind.PERSON, ("Mette Ravn", "Mette Lund Ravn", "Mette L. Ravn"), "Mette Lund Ravn"),
        (Kind.PERSON, ("METTE LUND RAVN", "Mette Lund Raavn"), "Mette Lund Raavn"),
        (Kind.ORGANIZATION, ("MTA", "Trivsel og Arbejde"), "Trivsel og Arbejde"),
        (Kind.INITIATIVE, ("Status på Gadens Køkken", "Gadens Køkken"), "Gadens Køkken"),
        (Kind.INITIATIVE, ("GADENS KØKKEN", "Gadens Køkken"), "Gadens Køkken"),
        (Kind.INITIATIVE, ("gadens køkken", "Gadens Køkken i Nord"), "Gadens Køkken i Nord"),
    ],
)
def test_the_preferred_name_is_the_most_complete(kind: Kind, names: tuple[str, ...], expected: str) -> None:
    forms = [form(kind, name) for name in names]
    assert preferred_label(forms) == preferred_label(forms[::-1]) == expected


def test_of_equal_names_the_most_frequent_is_preferred() -> None:
    forms = [form(Kind.PLACE, "Nordby"), form(Kind.PLACE, "Nordbyen", "a", "b")]
    assert preferred_label(forms) == "Nordbyen"


def test_of_an_alternative_name_the_best_spelling_is_kept() -> None:
    forms = [form(Kind.ORGANIZATION, name) for name in ("Havneudvalget", "HAVNENS UDVALG", "Havnens udvalg")]
    assert alternative_labels(forms, "Havneudvalget") == ("Havnens udvalg",)


def test_an_acronym_is_the_notation_and_no_alternative_name() -> None:
    forms = [form(Kind.ORGANIZATION, "Trivsel og Arbejde"), form(Kind.ORGANIZATION, "MTA")]
    assert notation(forms) == "MTA"
    assert alternative_labels(forms, "Trivsel og Arbejde") == ()


def test_a_title_that_begins_with_the_name_is_no_name() -> None:
    forms = [
        form(Kind.INITIATIVE, "Ungehuset", rule="quoted"),
        form(Kind.INITIATIVE, "Ungehuset lukker", rule="title_subject"),
    ]
    assert alternative_labels(forms, "Ungehuset") == ()
