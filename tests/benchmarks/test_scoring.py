"""The scorer counts what is found, missed and wrong as the annotation guide means it."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store

from benchmarks.claims import KINDS, Claim, same
from benchmarks.gold_claims import claims_of_gold
from benchmarks.scoring import Tally, compare, groups, mean_f1, read_gold, report, score

GOLD = read_gold()
EMPTY: dict[str, Any] = {
    kind: []
    for kind in (
        *("meetings", "agenda_items", "documents", "persons", "organizations", "initiatives"),
        *("budget_years", "places", "amounts", "case_numbers", "commitments"),
    )
}
PERSON = {"name": "Mette Ravn Holm", "aliases": ["Mette R. Holm"], "initials": ["MRH"], "level": "required"}
GRAPH = """
@prefix sg: <https://w3id.org/sagsgraf/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix b: <http://example.org/> .
b:entities { b:mette a sg:Person ; skos:prefLabel "Mette R. Holm" .
  b:twin a sg:Person ; skos:prefLabel "Mette Ravn Holm" .
  b:bent a sg:Person ; skos:prefLabel "Bent Storm" . b:fair a sg:Initiative ; skos:prefLabel "Høstmessen" .
  b:b24 a sg:BudgetYear ; sg:year "2024"^^xsd:gYear . b:nord a sg:Place ; skos:prefLabel "Nordbyen" . }
b:one { b:one a sg:Source ; sg:fileName "one.txt" . b:m1 sg:refersTo b:mette . b:m2 sg:refersTo b:bent .
  b:m3 sg:refersTo b:fair . b:fair sg:budgetYear b:b24 ; sg:place b:nord .
  b:a1 a sg:Amount ; sg:value 1400000.0 ; sg:initiative b:fair .
  b:c1 a sg:Commitment ; sg:evidence [ oa:exact "Mette ringer til foreningen." ] . }
b:two { b:two a sg:Source ; sg:fileName "two.txt" . b:m4 sg:refersTo b:twin . }
"""


def tally(**gold: Any) -> dict[str, Tally]:
    store = Store()
    store.load(GRAPH, format=RdfFormat.TRIG)
    return score(store, [{"source": "one.txt", **EMPTY, **gold}])


@pytest.mark.parametrize(
    ("kind", "one", "other", "expected"),
    [
        ("persons", [("Mette Ravn",)], [("mette ravn", "MR")], True),
        ("persons", [("Mette Ravn",)], [("Mette Rav",)], True),
        ("persons", [("Mette Ravn",)], [("Metin Raun",)], False),
        ("organizations", [("MSX",)], [("MSY",)], False),
        ("amounts", [("1400000",)], [("1400000.0",)], True),
        ("amounts", [("1400000",)], [("1450000",)], False),
        ("budget_years", [("2024",)], [("2025",)], False),
        ("documents", [("Status på Høstmessen i Nordbyen",)], [("Status på Høstmessen",)], True),
        ("documents", [("Status",)], [("Status på Høstmessen",)], False),
        ("agenda_items", [("",), ("3",), ("Høstmessen",)], [("2024-05-06",), ("3",), ("Høstmessen",)], True),
        (
            "agenda_items",
            [("2024-05-06",), ("3",), ("Budget",)],
            [("2024-05-06",), ("4",), ("Budget",)],
            False,
        ),
        ("commitments", [("Mette ringer til foreningen.",)], [("1) Mette ringer til foreningen. Ja",)], True),
        ("commitments", [("Mette ringer til foreningen.",)], [("Bent skriver et notat om taget.",)], False),
    ],
)
def test_claims_are_the_same(kind: str, one: list[Any], other: list[Any], expected: bool) -> None:
    assert same(kind, Claim(tuple(one)), Claim(tuple(other))) is expected


def test_a_person_found_by_any_form_counts() -> None:
    persons = tally(persons=[PERSON])["persons"]
    assert (persons.found, persons.missed, len(persons.wrong)) == (1, [], 1)


def test_optional_gold_is_neither_missed_nor_wrong() -> None:
    optional = [{"name": name, "level": "optional"} for name in ("Bent Storm", "Mette R. Holm", "Ida Sand")]
    assert tally(persons=optional)["persons"] == Tally()


def test_what_is_said_of_an_unknown_initiative_is_one_wrong_initiative_and_no_more() -> None:
    tallies = tally()
    assert len(tallies["initiatives"].wrong) == 1
    assert tallies["initiative_place"] == Tally()


def test_relations_of_a_known_initiative_are_compared() -> None:
    fair = copy.deepcopy(next(each for each in GOLD[0]["initiatives"]))
    fair |= {"name": "Høstmessen", "aliases": [], "subject_of": [], "stages": [], "figures": []}
    fair |= {
        "budget_years": [2024],
        "places": ["Sydbyen"],
        "departments": [],
        "amounts_dkk": [{"value": 1.4e6}],
    }
    tallies = tally(initiatives=[fair])
    assert tallies["initiative_budget_year"].f1 == tallies["initiative_amount"].f1 == 1.0
    assert len(tallies["initiative_place"].missed) == len(tallies["initiative_place"].wrong) == 1


def test_a_commitment_is_found_by_its_quote() -> None:
    quote = {"quote": "Mette ringer til foreningen.", "level": "required"}
    assert tally(commitments=[quote])["commitments"].f1 == 1.0


def test_one_person_as_two_iris_is_not_resolved() -> None:
    store = Store()
    store.load(GRAPH, format=RdfFormat.TRIG)
    gold = [{"source": name, **EMPTY, "persons": [PERSON]} for name in ("one.txt", "two.txt")]
    assert score(store, gold)["resolution"].missed == ["persons: mette r holm is 2 IRIs"]


def test_a_file_that_was_not_built_is_an_error() -> None:
    with pytest.raises(KeyError):
        score(Store(), [{"source": "one.txt", **EMPTY}])


@pytest.mark.parametrize("gold", GOLD, ids=[gold["source"] for gold in GOLD])
def test_gold_scored_against_itself_is_perfect(gold: dict[str, Any]) -> None:
    claims = claims_of_gold(gold)
    for kind in KINDS:
        assert compare(kind, claims[kind], claims[kind], "").f1 == 1.0


@pytest.mark.parametrize("gold", GOLD, ids=[gold["source"] for gold in GOLD])
def test_silence_scores_no_recall_wherever_something_must_be_found(gold: dict[str, Any]) -> None:
    claims = claims_of_gold(gold)
    wanting = [kind for kind in KINDS if any(claim.required for claim in claims[kind])]
    assert len(wanting) > 15
    assert all(compare(kind, [], claims[kind], "").f1 == 0.0 for kind in wanting)


def test_files_that_share_a_form_name_one_entity() -> None:
    short = {"source": "a", "persons": [{"name": "Mette R. Holm", "level": "required"}]}
    assert groups([short, {"persons": [PERSON]}], "persons") == [{"mette r holm", "mette ravn holm"}]


def test_the_report_shows_every_kind_and_the_mean() -> None:
    tallies = {"persons": Tally(3, ["a"], []), "places": Tally(0, [], ["b"])}
    lines = report(tallies, errors=1).splitlines()
    assert [line.split()[0] for line in lines] == ["kind", "persons", "missed", "places", "wrong", "mean"]
    assert mean_f1(tallies) == pytest.approx(6 / 14)
