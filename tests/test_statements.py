"""What sentences say of initiatives is read in words that the samples do not use, and little else is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.building import build
from benchmarks.scoring import Tally, read_gold, report, score
from graph.ingesting.recognisers import Recognisers
from scripts.make_samples import bundle, read_sources
from scripts.samples_source import Source
from tests.samples import bare, flowing_text

FOLDER = Path(__file__).parent / "statements"
SOURCES, GOLD = read_sources(FOLDER), read_gold(FOLDER)
PAIRS = list(zip(SOURCES, GOLD, strict=True))
NAMES = [source.stem for source in SOURCES]
# A little under what was measured: F1 and precision, as a wrong statement is worse than a missing one.
FLOORS = {
    "agenda_items": (0.97, 0.97),
    "outcomes": (0.95, 0.95),
    "documents": (0.97, 0.97),
    "caseworkers": (0.94, 0.97),
    "initiative_budget_year": (0.95, 0.95),
    "initiative_place": (0.80, 0.95),
    "initiative_department": (0.93, 0.97),
    "initiative_subject_of": (0.97, 0.97),
    "initiative_stage": (0.80, 0.95),
    "initiative_figure": (0.85, 0.93),
    "initiative_amount": (0.88, 0.90),
    "commitments": (0.97, 0.97),
}


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return score(build(bundle(SOURCES), Recognisers()), GOLD)


@pytest.mark.parametrize(("kind", "floors"), FLOORS.items(), ids=FLOORS)
def test_a_kind_is_read_as_well_as_it_was(
    tallies: dict[str, Tally], kind: str, floors: tuple[float, float]
) -> None:
    tally = tallies[kind]
    assert tally.f1 >= floors[0], report({kind: tally}, errors=20)
    assert tally.precision >= floors[1], report({kind: tally}, errors=20)


@pytest.mark.parametrize(("source", "gold"), PAIRS, ids=NAMES)
def test_every_statement_of_the_gold_quotes_the_package(source: Source, gold: dict[str, Any]) -> None:
    text = bare(flowing_text(source))
    facts = [
        fact
        for initiative in gold["initiatives"]
        for kind in ("stages", "figures", "amounts_dkk")
        for fact in initiative[kind]
    ]
    quotes = [each["quote"] for each in (*facts, *gold["commitments"])]
    quotes += [item["decision_quote"] for item in gold["agenda_items"] if item["decision_quote"]]
    assert [quote for quote in quotes if bare(quote) not in text] == []
