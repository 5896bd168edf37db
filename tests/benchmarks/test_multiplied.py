"""The large graph that serving is measured on has the shape of the small one."""

from __future__ import annotations

from pathlib import Path

from benchmarks.multiplied import multiply
from graph.snapshots import reading

INITIATIVES = "SELECT ?label { ?i a sg:Initiative ; skos:prefLabel ?label }"
CLASSES = "SELECT DISTINCT ?class { ?concept a ?class . FILTER(?class = skos:ConceptScheme) }"


def labels(data: Path, query: str) -> list[str]:
    with reading(data) as snapshot:
        return sorted(str(row[0].value) for row in snapshot.store.query(query))  # type: ignore[union-attr]


def test_each_copy_has_things_of_its_own(sample_data: Path, tmp_path: Path) -> None:
    with reading(sample_data) as snapshot:
        once = len(snapshot.store)
    statements = multiply(sample_data, tmp_path / "large", 2 * once)
    small, large = labels(sample_data, INITIATIVES), labels(tmp_path / "large", INITIATIVES)
    assert statements >= 2 * once
    assert len(large) % len(small) == 0
    assert len(large) >= 2 * len(small)
    assert {f"{label} 0" for label in small} <= set(large)
    assert not set(small) & set(large)


def test_what_is_common_is_there_once(sample_data: Path, tmp_path: Path) -> None:
    multiply(sample_data, tmp_path / "large", 30_000)
    assert labels(tmp_path / "large", CLASSES) == labels(sample_data, CLASSES) != []
