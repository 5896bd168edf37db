"""What each package gave, and how sure it is: counts that add up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.snapshots import reading
from graph.views.quality import Quality, quality
from tests.graph.small_graph import save_small_graph


@pytest.fixture(scope="module")
def samples(sample_data: Path) -> Iterator[Quality]:
    with reading(sample_data) as snapshot:
        yield quality(snapshot.store)


def test_the_packages_add_up_to_the_totals(samples: Quality) -> None:
    assert len(samples.packages) == 8
    for name, total in samples.totals.items():
        assert sum(each.counts[name] for each in samples.packages) == total
    assert samples.totals["mentions"] > 400


def test_no_part_is_larger_than_its_whole(samples: Quality) -> None:
    for each in samples.packages:
        assert each.counts["items_with_minutes"] <= each.counts["items"]
        for part in ("item", "date", "case", "caseworker"):
            assert each.counts[f"documents_with_{part}"] <= each.counts["documents"]


def test_packages_stand_by_name(samples: Quality) -> None:
    assert [each.file for each in samples.packages] == sorted(each.file for each in samples.packages)


def test_every_confidence_is_counted_once(samples: Quality) -> None:
    found = {each.type: each for each in samples.confidences}
    assert found["Mention"].total == samples.totals["mentions"] == sum(found["Mention"].tenths)
    assert all(len(each.tenths) == 10 for each in samples.confidences)
    assert (found["Figure"].label, found["Figure"].label_en) == ("optalt tal", "figure")


def test_a_file_that_could_not_be_read_gave_nothing(tmp_path: Path) -> None:
    with reading(save_small_graph(tmp_path)) as snapshot:
        found = {each.file: each for each in quality(snapshot.store).packages}
    assert found["laast.pdf"].status == "encrypted"
    assert set(found["laast.pdf"].counts.values()) == {0}
    assert (found["maj.txt"].counts["items"], found["maj.txt"].counts["items_with_minutes"]) == (1, 0)
