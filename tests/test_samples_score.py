"""The pipeline reads the sample packages: how well, the same in every format, and without CPR numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Store

from benchmarks.graph_claims import Built
from benchmarks.scoring import Tally, mean_f1, read_gold, report, score
from graph.extraction import extract_bytes
from graph.ingesting.recognisers import Recognisers
from graph.snapshots import Snapshot, reading
from graph.stores.oxigraph import OxigraphReader
from graph.trace import trace
from graph.traces.records import Stage, Trace
from scripts.make_samples import render
from scripts.samples_source import Source
from tests.conftest import build_graph
from tests.samples import SOURCES

MAIN = "Fodfæste for Familier"
IN_FOUR_FORMATS = next(source for source in SOURCES if source.stem.startswith("2025-05-12"))
FORMATS = ("pdf", "docx", "html", "txt")
SAME_IN_EVERY_FORMAT = (
    *("persons", "organizations", "initiatives", "places", "budget_years", "case_numbers", "amounts"),
    *("meetings", "agenda_items", "outcomes", "caseworkers"),
)
CPR = re.compile(r"\b[0-3]\d[01]\d{3}-?\s?\d{4}\b")
# A little under what was measured; raise a floor when a rule gets better, never lower one for convenience.
FLOORS = {
    "meetings": 0.97,
    "agenda_items": 0.97,
    "outcomes": 0.95,
    "documents": 0.97,
    "caseworkers": 0.97,
    "persons": 0.95,
    "organizations": 0.95,
    "places": 0.95,
    "budget_years": 0.97,
    "case_numbers": 0.97,
    "amounts": 0.95,
    "initiatives": 0.93,
    "initiative_budget_year": 0.88,
    "initiative_place": 0.85,
    "initiative_department": 0.84,
    "initiative_subject_of": 0.95,
    "initiative_stage": 0.90,
    "initiative_figure": 0.93,
    "initiative_amount": 0.95,
    "commitments": 0.93,
    "resolution": 0.95,
}
MEAN_FLOOR = 0.96


@pytest.fixture(scope="module")
def snapshot(sample_data: Path) -> Iterator[Snapshot]:
    with reading(sample_data) as opened:
        yield opened


def engine(snapshot: Snapshot) -> Store:
    assert isinstance(snapshot.store, OxigraphReader)
    return snapshot.store.engine


@pytest.fixture(scope="module")
def tallies(snapshot: Snapshot) -> dict[str, Tally]:
    return score(engine(snapshot), read_gold())


@pytest.fixture(scope="module")
def life(snapshot: Snapshot) -> Trace:
    built = Built(engine(snapshot))
    named = (iri for graph in built.sources.values() for iri in built.entities(graph, "Initiative"))
    return trace(snapshot.store, next(iri for iri in named if MAIN in built.labels[iri]))


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items())
def test_a_kind_is_read_as_well_as_it_was(tallies: dict[str, Tally], kind: str, floor: float) -> None:
    assert tallies[kind].f1 >= floor, report({kind: tallies[kind]}, errors=20)


def test_the_mean_over_all_kinds_is_as_good_as_it_was(tallies: dict[str, Tally]) -> None:
    assert mean_f1(tallies) >= MEAN_FLOOR, report(tallies)


def test_every_kind_has_a_floor(tallies: dict[str, Tally]) -> None:
    assert set(FLOORS) == set(tallies)


def test_no_cpr_number_is_in_the_graph(snapshot: Snapshot) -> None:
    literals = (str(quad.object) for quad in snapshot.store.quads())
    assert [literal for literal in literals if CPR.search(literal)] == []


def test_no_cpr_number_is_on_disk(sample_data: Path) -> None:
    held = (path for path in sample_data.rglob("*") if path.is_file())
    assert [path.name for path in held if re.search(rb"(?:150385|120679)-?\s?0000", path.read_bytes())] == []


@pytest.mark.parametrize("source", SOURCES, ids=[source.stem for source in SOURCES])
def test_a_package_dates_its_meetings_whatever_the_file_is_called(source: Source) -> None:
    content = render(source, source.format)
    read = extract_bytes(content, f"package.{source.format}", Recognisers()).package.meetings
    gold = next(each for each in read_gold() if each["source"].startswith(source.stem))
    required = {each["date"] for each in gold["meetings"] if each["level"] == "required"}
    assert required <= {meeting.date for meeting in read}


@pytest.mark.slow
def test_the_same_package_says_the_same_in_every_format(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    for suffix in FORMATS:
        (package / f"package.{suffix}").write_bytes(render(IN_FOUR_FORMATS, suffix))
    with reading(build_graph((package,), tmp_path / "data")) as opened:
        built = Built(engine(opened))
        said = {suffix: built.claims(f"package.{suffix}") for suffix in FORMATS}
    told = {
        suffix: {kind: {*map(str, said[suffix][kind])} for kind in SAME_IN_EVERY_FORMAT} for suffix in FORMATS
    }
    assert told["docx"] == told["pdf"]
    assert told["html"] == told["pdf"]
    assert told["txt"] == told["pdf"]


def test_the_main_initiative_appears_in_every_package_in_order_of_time(life: Trace) -> None:
    sources = [source for appearance in life.appearances for source in appearance.sources]
    assert {*sources} == {f"{source.stem}.{source.format}" for source in SOURCES}
    dates = [
        appearance.occasion.date or appearance.occasion.estimate or "" for appearance in life.appearances
    ]
    assert all(map(date.fromisoformat, dates))
    assert dates == sorted(dates)


@pytest.mark.parametrize(
    ("stage", "meeting"),
    [
        ("proposed", "2022-11-21"),
        ("approved", "2023-02-27"),
        ("funded", "2023-10-09"),
        ("started", "2024-05-13"),
        ("delayed", "2024-05-13"),
        ("expanded", "2024-11-18"),
        ("evaluated", "2025-05-12"),
        ("made_permanent", "2025-10-08"),
    ],
)
def test_the_main_initiative_reaches_each_stage_at_its_meeting(life: Trace, stage: str, meeting: str) -> None:
    assert stage in {each.stage.word for each in stages_at(life, meeting)}


def test_what_was_not_merely_planned_for_the_main_initiative_came_in_order(life: Trace) -> None:
    order = ["proposed", "approved", "funded", "started", "expanded", "evaluated", "made_permanent"]
    reached = [stage.stage.word for each in life.appearances for stage in each.stages if not stage.is_planned]
    assert sorted(order, key=reached.index) == order


def test_every_stage_of_the_main_initiative_is_quoted(life: Trace) -> None:
    stages = [each for appearance in life.appearances for each in appearance.stages]
    assert stages
    assert all(each.evidence for each in stages)


def stages_at(life: Trace, meeting: str) -> list[Stage]:
    """Return the stages of the appearances at the meeting of a date."""
    return [each for a in life.appearances if a.occasion.date == meeting for each in a.stages]
