"""Statements are binned by how sure the graph is, and judged by what the gold can decide."""

from __future__ import annotations

from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store

from benchmarks.calibration import Rating, bins, expected_error, ratings, report
from tests.benchmarks.test_scoring import EMPTY

GRAPH = """
@prefix sg: <https://w3id.org/sagsgraf/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix b: <http://example.org/> .
b:entities { b:mette a sg:Person ; skos:prefLabel "Mette Ravn Holm" .
  b:bent a sg:Person ; skos:prefLabel "Bent Storm" .
  b:fair a sg:Initiative ; skos:prefLabel "Høstmessen" .
  b:race a sg:Initiative ; skos:prefLabel "Fjordløbet" . }
b:one { b:one a sg:Source ; sg:fileName "one.txt" .
  b:m1 sg:refersTo b:mette ; sg:confidence 0.97 . b:m2 sg:refersTo b:mette ; sg:confidence 0.97 .
  b:m3 sg:refersTo b:bent ; sg:confidence 0.71 .
  b:f1 a sg:Figure ; sg:initiative b:fair ; sg:value 12 ; sg:confidence 0.9 .
  b:f2 a sg:Figure ; sg:initiative b:fair ; sg:value 13 ; sg:confidence 0.6 .
  b:f3 a sg:Figure ; sg:initiative b:race ; sg:value 14 ; sg:confidence 0.6 . }
"""
PERSON = {"name": "Mette Ravn Holm", "level": "required"}
FAIR = {
    **{"name": "Høstmessen", "level": "required", "stages": [], "amounts_dkk": [], "subject_of": []},
    "figures": [{"value": 12, "level": "optional"}],
}


def rated(**gold: Any) -> list[Rating]:
    store = Store()
    store.load(GRAPH, format=RdfFormat.TRIG)
    return list(ratings(store, [{"source": "one.txt", **EMPTY, **gold}]))


def test_each_mention_is_a_statement_and_right_if_its_entity_is_in_the_gold() -> None:
    persons = [each for each in rated(persons=[PERSON]) if each.kind == "persons"]
    assert sorted((each.confidence, each.right) for each in persons) == [
        (0.71, False),
        (0.97, True),
        (0.97, True),
    ]


def test_what_is_said_of_an_initiative_that_the_gold_does_not_know_is_left_out() -> None:
    figures = [each for each in rated(initiatives=[FAIR]) if each.kind == "initiative_figure"]
    assert sorted((each.confidence, each.right) for each in figures) == [(0.6, False), (0.9, True)]


@pytest.mark.parametrize(
    ("confidence", "lowest"), [(0.0, 0.0), (0.59, 0.0), (0.6, 0.6), (0.899, 0.85), (0.9, 0.9), (1.0, 0.95)]
)
def test_a_bin_begins_at_its_lowest_confidence(confidence: float, lowest: float) -> None:
    assert list(bins([Rating("persons", confidence, right=True)])) == [lowest]


def test_confidences_that_are_kept_have_no_error_and_broken_ones_have() -> None:
    kept = [Rating("persons", 0.9, number < 9) for number in range(10)]
    broken = [Rating("persons", 0.9, number < 4) for number in range(10)]
    assert expected_error(bins(kept)) == 0.0
    assert expected_error(bins(broken)) == 0.5


def test_nothing_said_has_no_bins_and_no_error() -> None:
    assert bins([]) == {}
    assert expected_error({}) == 0.0


def test_the_report_gives_share_and_count_of_a_bin() -> None:
    lines = report([Rating("places", 0.95, right=True), Rating("places", 0.95, right=False)]).splitlines()
    assert lines[-2].split() == ["places", "0.95", "0.95", "0.50", "2"]
