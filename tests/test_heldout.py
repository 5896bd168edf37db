"""The packages that no rule was written for: the gold is about them, and they are read as they were."""

from __future__ import annotations

from typing import Any

import pytest
from pyoxigraph import Literal, QuerySolutions, Store

from benchmarks.building import build
from benchmarks.packages import HELD_OUT
from benchmarks.rewriting.package import forms
from benchmarks.scoring import Tally, mean_f1, read_gold, report, score
from extract.terms import load_terms
from graph.ingesting.recognisers import Recognisers
from scripts.make_samples import bundle, read_sources
from scripts.samples_source import Source
from tests.samples import bare, flowing_text

SOURCES, GOLD = read_sources(HELD_OUT), read_gold(HELD_OUT)
PAIRS = list(zip(SOURCES, GOLD, strict=True))
NAMES = [source.stem for source in SOURCES]
NAMED = ("persons", "organizations", "initiatives", "places")
LISTS = tuple(sorted(HELD_OUT.glob("*.toml")))
# A little under what was measured, without term lists; raise a floor when a rule gets better.
FLOORS = {
    "meetings": 0.97,
    "agenda_items": 0.97,
    "outcomes": 0.95,
    "documents": 0.97,
    "caseworkers": 0.97,
    "persons": 0.94,
    "organizations": 0.92,
    "places": 0.91,
    "budget_years": 0.97,
    "case_numbers": 0.97,
    "amounts": 0.96,
    "initiatives": 0.85,
    "initiative_budget_year": 0.94,
    "initiative_place": 0.67,
    "initiative_department": 0.72,
    "initiative_subject_of": 0.97,
    "initiative_stage": 0.68,
    "initiative_figure": 0.88,
    "initiative_amount": 0.8,
    "commitments": 0.83,
    "resolution": 0.96,
}
MEAN_FLOOR = 0.91


def built_with(recognisers: Recognisers) -> Store:
    """Build the packages, each in the format its source names."""
    return build(bundle(SOURCES), recognisers)


@pytest.fixture(scope="module")
def without_lists() -> Store:
    return built_with(Recognisers())


@pytest.fixture(scope="module")
def with_lists() -> Store:
    return built_with(Recognisers(LISTS))


@pytest.fixture(scope="module")
def tallies(without_lists: Store) -> dict[str, Tally]:
    return score(without_lists, GOLD)


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items())
def test_a_kind_is_read_as_well_as_it_was(tallies: dict[str, Tally], kind: str, floor: float) -> None:
    assert tallies[kind].f1 >= floor, report({kind: tallies[kind]}, errors=20)


def test_the_mean_over_all_kinds_is_as_good_as_it_was(tallies: dict[str, Tally]) -> None:
    assert set(FLOORS) == set(tallies)
    assert mean_f1(tallies) >= MEAN_FLOOR, report(tallies)


@pytest.mark.parametrize("kind", ["organizations", "resolution"])
def test_a_term_list_of_the_municipality_does_no_harm(
    tallies: dict[str, Tally], with_lists: Store, kind: str
) -> None:
    assert score(with_lists, GOLD)[kind].f1 >= tallies[kind].f1


@pytest.mark.parametrize(
    ("unit", "parent"),
    [
        ("Jobcenter Strandholm", "Center for Arbejdsmarked"),
        ("Udvalget for Unge og Arbejde", "Kongsbæk Byråd"),
    ],
)
def test_another_municipality_is_another_term_list(
    without_lists: Store, with_lists: Store, unit: str, parent: str
) -> None:
    assert (unit, parent) in belonging(with_lists)
    assert (unit, parent) not in belonging(without_lists)


def belonging(store: Store) -> set[tuple[str, ...]]:
    """Return which organization is a part of which, by name."""
    pattern = "?a org:subOrganizationOf ?b . ?a skos:prefLabel ?unit . ?b skos:prefLabel ?parent"
    org = "PREFIX org: <http://www.w3.org/ns/org#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
    solutions = store.query(f"{org} SELECT ?unit ?parent {{ GRAPH ?g {{ {pattern} }} }}")
    assert isinstance(solutions, QuerySolutions)
    return {tuple(each.value for each in solution if isinstance(each, Literal)) for solution in solutions}


def test_the_municipalities_are_known_to_their_own_lists_alone() -> None:
    named = {"Kongsbæk Kommune", "Strandholm Kommune"}
    assert not named & {each.municipality for each in load_terms().municipal}
    assert named <= {each.municipality for each in load_terms(LISTS).municipal}


@pytest.mark.parametrize(("source", "gold"), PAIRS, ids=NAMES)
def test_the_gold_is_about_the_package(source: Source, gold: dict[str, Any]) -> None:
    assert gold["source"] == f"{source.stem}.{source.format}"


@pytest.mark.parametrize(("source", "gold"), PAIRS, ids=NAMES)
def test_every_name_and_amount_of_the_gold_is_printed(source: Source, gold: dict[str, Any]) -> None:
    text = bare(flowing_text(source))
    required = [entry for kind in NAMED for entry in gold[kind] if entry["level"] == "required"]
    assert [each["name"] for each in required if not any(bare(form) in text for form in forms(each))] == []
    assert [each["quote"] for each in gold["amounts"] if bare(each["quote"]) not in text] == []


@pytest.mark.parametrize(("source", "gold"), PAIRS, ids=NAMES)
def test_every_statement_of_the_gold_quotes_the_package(source: Source, gold: dict[str, Any]) -> None:
    text = bare(flowing_text(source))
    facts = [
        fact
        for initiative in gold["initiatives"]
        for kind in ("stages", "figures", "amounts_dkk")
        for fact in initiative[kind]
    ]
    quotes = [each["quote"] for each in (*facts, *gold["commitments"], *gold["meetings"])]
    quotes += [item["decision_quote"] for item in gold["agenda_items"] if item["decision_quote"]]
    assert [quote for quote in quotes if bare(quote) not in text] == []


@pytest.mark.parametrize("gold", GOLD, ids=NAMES)
def test_the_gold_refers_only_to_what_it_lists(gold: dict[str, Any]) -> None:
    items = {(item["meeting"], item["number"]) for item in gold["agenda_items"]}
    refs = [ref for each in gold["initiatives"] for ref in (*each["subject_of"], *each["mentioned_in"])]
    assert {(ref["meeting"], ref["agenda_item"]) for ref in refs} <= items
    places = {entry["name"] for entry in gold["places"]}
    assert {place for each in gold["initiatives"] for place in each["places"]} <= places
    persons = {entry["name"] for entry in gold["persons"]}
    assert {name for each in gold["documents"] for name in each["caseworkers"]} <= persons
