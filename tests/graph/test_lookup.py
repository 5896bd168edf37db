"""A name finds what it names, and nothing else."""

from __future__ import annotations

import pytest

from graph.errors import UnknownEntityError
from graph.lookup import AmbiguousNameError, UnknownNameError, find
from tests.graph.traced import BASE, KITCHEN, fjordby


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Gadens Køkken", "initiative/gadens-koekken"),
        ("gadens koekken", "initiative/gadens-koekken"),
        ("GADENS KØKKEN", "initiative/gadens-koekken"),
        ("  ”Gadens   Køkken” ", "initiative/gadens-koekken"),
        ("projekt gadens køkken", "initiative/gadens-koekken"),
        ("Gadens køken", "initiative/gadens-koekken"),
        (KITCHEN, "initiative/gadens-koekken"),
        (f"{BASE}initiative/gadens-koeken", "initiative/gadens-koekken"),
        ("MSX", "organization/msx"),
        ("EKS-2023-000123", "case/EKS-2023-000123"),
        ("pia holt", "person/pia-holt"),
        ("<script>alert(1)</script>", "initiative/script"),
    ],
)
def test_a_name_or_iri_finds_its_entity(name: str, entity: str) -> None:
    assert find(fjordby(), name) == BASE + entity


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Gaden Kokken", "Gadens Køkken"),
        ("Køkken", "Gadens Køkken"),
        ("Pia Holtt", "Pia Holt"),
        ("EKS-2023-000132", "EKS-2023-000123"),
    ],
)
def test_a_misprint_finds_nothing_but_is_told_what_is_near(name: str, nearest: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find(fjordby(), name)
    assert caught.value.nearest[0].label == nearest


@pytest.mark.parametrize("name", ["qzxwvj", "", "?!", "\x1b[31m"])
def test_what_is_like_nothing_gets_no_suggestions(name: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find(fjordby(), name)
    assert caught.value.nearest == ()


def test_a_name_of_two_is_answered_with_what_tells_them_apart() -> None:
    more = """<source/f6> { <source/f6/mention/1> a sg:Mention ; sg:refersTo <initiative/byhaven-2> .
      <meeting/x/2024-01-02> a sg:Meeting ; schema:startDate "2024-01-02"^^xsd:date . }"""
    with pytest.raises(AmbiguousNameError) as caught:
        find(fjordby(more), "byhaven")
    first, second = caught.value.candidates
    assert (first.iri, first.sources, first.first) == (f"{BASE}initiative/byhaven", 0, None)
    assert (second.iri, second.sources, second.first) == (f"{BASE}initiative/byhaven-2", 1, "2024-01-02")


def test_the_name_a_thing_is_shown_by_wins_over_anothers_other_name() -> None:
    more = '<entities> { <initiative/plads> a sg:Initiative ; skos:prefLabel "BV" . }'
    assert find(fjordby(more), "BV") == f"{BASE}initiative/plads"


@pytest.mark.parametrize("iri", [f"{BASE}initiative/nobody", "http://a b/", "urn:x", "://"])
def test_an_iri_that_nothing_has_is_refused(iri: str) -> None:
    with pytest.raises(UnknownEntityError):
        find(fjordby(), iri)
