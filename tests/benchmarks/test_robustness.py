"""What rewriting costs is measured over several seeds, and told with what exceeds the bar."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

import pytest

from benchmarks.claims import KINDS
from benchmarks.packages import samples
from benchmarks.rewrites import AS_IT_IS, UNKNOWN
from benchmarks.rewriting.package import Corpus
from benchmarks.robustness import FIRST_SEED, Task, main, measure, score_of, tally
from benchmarks.robustness_report import Measured, by_origin, by_rewriting, full
from benchmarks.scoring import Tally

ONE = Corpus(samples().packages[:1])


def scores(*found: int) -> list[dict[str, Tally]]:
    """Return the scores of a kind of which so many of a hundred are found, a number a seed."""
    return [{"persons": Tally(n, ["x"] * (100 - n)), "places": Tally(100)} for n in found]


def measured(**rewritings: Sequence[int]) -> Measured:
    tallies: Mapping[str, Sequence[Mapping[str, Tally]]] = {
        name.replace("_", " "): scores(*found) for name, found in {"as_it_is": (90,), **rewritings}.items()
    }
    return Measured(tallies)


def test_a_rewriting_is_scored_by_the_gold_that_was_rewritten_with_it() -> None:
    tallies = tally(Task("Somali names", FIRST_SEED, ONE))
    assert {*tallies} == {*KINDS, "resolution"}
    assert tallies["persons"].found >= 3


def test_gold_of_other_names_is_not_found() -> None:
    other = tally(Task("Somali names", FIRST_SEED + 1, ONE))
    (package,) = ONE.packages
    nobody = {"name": "Nobody Atall", "aliases": [], "initials": []}
    persons = [entry | nobody for entry in package.gold["persons"]]
    wrong = Corpus((type(package)(package.text, package.gold | {"persons": persons}),))
    assert score_of(wrong)["persons"].found == 0 < other["persons"].found


@pytest.mark.slow
def test_each_rewriting_is_measured_once_a_seed_and_what_has_no_chance_once() -> None:
    found = measure(ONE, [AS_IT_IS, "other quotes", "as PDF"], seeds=2)
    assert {name: len(each) for name, each in found.items()} == {AS_IT_IS: 1, "other quotes": 2, "as PDF": 1}


def test_the_median_of_the_seeds_counts() -> None:
    assert measured(new_places=(10, 88, 92)).change("new places", "persons") == pytest.approx(
        Tally(88, ["x"] * 12).f1 - Tally(90, ["x"] * 10).f1
    )


@pytest.mark.parametrize(
    ("rewritings", "bar", "within"),
    [
        ({"other_quotes": (90,)}, 0.03, True),
        ({"other_quotes": (60,)}, 0.03, False),
        ({"other_quotes": (60,)}, 0.5, True),
        ({"other_quotes": (99,)}, 0.0, True),
        ({"Danish_names": (90,), "Somali_names": (89,)}, 0.03, True),
        ({"Danish_names": (90,), "Somali_names": (87,)}, 0.03, False),
        ({UNKNOWN.replace(" ", "_"): (10,)}, 0.03, True),
    ],
)
def test_the_bar_is_held_or_not(rewritings: dict[str, Sequence[int]], bar: float, within: bool) -> None:
    assert measured(**rewritings).is_within(bar) is within


def test_the_table_names_what_exceeds_the_bar_and_the_rest_not() -> None:
    lines = by_rewriting(measured(new_places=(60,), other_quotes=(90,))).splitlines()
    costly = next(line for line in lines if line.startswith("new places"))
    assert "persons -0." in costly
    assert "places " not in costly.removeprefix("new places")
    assert next(line for line in lines if line.startswith("other quotes")).endswith("-")
    assert lines[-1].startswith("mean F1 as it is 0.9")


def test_groups_of_names_stand_beside_each_other_with_the_largest_gap() -> None:
    found = Measured(
        {
            name: [{kind: Tally(n, ["x"] * (100 - n)) for kind in ("persons", "caseworkers", "resolution")}]
            for name, n in ((AS_IT_IS, 90), ("Danish names", 90), ("Arabic names", 84))
        }
    )
    lines = by_origin(found).splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["Danish", "Arabic", "largest"]
    assert "0.060" in lines[-1]


def test_without_names_there_is_no_table_of_groups() -> None:
    assert by_origin(measured(new_places=(90,))) == ""


def test_the_full_table_has_a_row_a_kind_and_a_column_a_rewriting() -> None:
    lines = full(measured(new_places=(90,), other_quotes=(60,))).splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["persons", "places"]
    assert lines[0].count("|") == lines[2].count("|") == 5
    assert lines[2].split("|")[3].strip() == "0"


@pytest.mark.slow
@pytest.mark.parametrize(("bar", "status"), [("1.0", 0), ("-1.0", 1)])
def test_the_exit_status_tells_whether_the_bar_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], bar: str, status: int
) -> None:
    (package,) = ONE.packages
    (tmp_path / package.name).write_text(package.text, "utf-8")
    (tmp_path / "gold.json").write_text(json.dumps(package.gold), "utf-8")
    folders = ["--texts", str(tmp_path), "--gold", str(tmp_path)]
    arguments = ["robustness", *folders, "--only", "quotes", "--seeds", "1", "--bar", bar]
    with patch.object(sys, "argv", arguments), pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == status
    assert "other quotes" in capsys.readouterr().out
