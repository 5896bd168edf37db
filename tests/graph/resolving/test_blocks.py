from __future__ import annotations

import pytest

from extract.records import Kind
from graph.resolving.blocks import WINDOW, candidate_pairs
from tests.graph.forms_of import form


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        (Kind.PERSON, "Mette Lund Ravn", "Mette Ravn"),
        (Kind.PERSON, "Mette Kirkegaard", "Mette Kirkegård"),
        (Kind.PERSON, "Anne Pedersen", "Anne Petersen"),
        (Kind.PERSON, "M. Ravn", "Mette Ravn"),
        (Kind.PERSON, "Kathrine Ravn", "Katrine Ravn"),
        (Kind.ORGANIZATION, "Magistratsafdelingen for Havn", "Havn"),
        (Kind.ORGANIZATION, "Center for Havneudvikling", "Center for Havneudviklng"),
        (Kind.INITIATIVE, "Gadens Køkken", "Status på Gadens Køkken"),
        (Kind.INITIATIVE, "Gadens Køkken", "Gadens Køkken i Nordbyen"),
        (Kind.INITIATIVE, "cyklingshandleplanen", "Handleplan på cyklingsområdet"),
        (Kind.INITIATIVE, "Sejlerhuset", "Sejlerhusset"),
        (Kind.PLACE, "Nordbyens", "Nordbyen"),
    ],
)
def test_names_that_may_be_one_are_compared(kind: Kind, left: str, right: str) -> None:
    assert len(candidate_pairs([form(kind, left), form(kind, right)])) == 1


def test_names_that_share_nothing_are_not_compared() -> None:
    names = ("Mette Ravn", "Jens Holm", "Ali Hassan")
    assert candidate_pairs([form(Kind.PERSON, name) for name in names]) == []


def test_a_crowd_of_like_names_is_not_compared_all_with_all() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    crowd = [form(Kind.PERSON, f"Anne H{a}{b}{a}") for a in letters for b in letters]
    assert len(candidate_pairs(crowd)) <= len(crowd) * WINDOW * 3


def test_each_pair_stands_once_in_one_order() -> None:
    forms = [form(Kind.PERSON, name) for name in ("Mette Ravn", "Mette Lund Ravn", "Mette L. Ravn")]
    pairs = candidate_pairs(forms)
    assert pairs == candidate_pairs(forms[::-1])
    assert len({frozenset((a.key, b.key)) for a, b in pairs}) == len(pairs) == 3
