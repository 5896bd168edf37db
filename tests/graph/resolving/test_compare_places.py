from __future__ import annotations

import pytest

from extract.records import Kind
from graph.resolving.compare_places import compare_places
from tests.graph.forms_of import form


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Nordbyens", "Nordbyen", "same"),
        ("Havne Højen", "Havnehøjen", "same"),
        ("Møllehaven", "Møllehavven", "unsure"),
        ("Nordbyen", "Nordbyen Syd", None),
        ("Nordbyen", "Sydbyen", None),
        ("Havnegade 5", "Havnegade 15", None),
        ("Havnegade", "Havnegade 5", None),
        ("Viborgvej", "Silkeborgvej", None),
    ],
)
def test_two_places_in_different_files(left: str, right: str, expected: str | None) -> None:
    comparison = compare_places(form(Kind.PLACE, left), form(Kind.PLACE, right, "b"))
    assert (comparison.verdict.value if comparison else None) == expected


def test_a_misprint_that_is_written_once_in_a_file_with_the_right_name() -> None:
    comparison = compare_places(form(Kind.PLACE, "Møllehaven", "a", "a"), form(Kind.PLACE, "Møllehavven"))
    assert comparison is not None
    assert comparison.verdict.value == "same"


def test_two_listed_places_are_two() -> None:
    left, right = (form(Kind.PLACE, name, rule="term_list") for name in ("Møllehaven", "Møllehavven"))
    assert compare_places(left, right) is None
