"""What is measured of a build is a build: all quads are in, and growth is a power of the size."""

from __future__ import annotations

import pytest

from benchmarks.build_growth import growth, measure, package
from graph.extraction import extract_bytes
from graph.ingesting.recognisers import Recognisers


def test_packages_differ_and_names_come_again() -> None:
    texts = [package(number) for number in range(60)]
    assert len(set(texts)) == 60
    assert sum("Lektiecaféen 1" in text for text in texts) == 3


def test_every_part_is_measured() -> None:
    recognisers = Recognisers()
    read = [extract_bytes(package(number).encode(), f"{number}.txt", recognisers) for number in range(3)]
    changed = extract_bytes(package(0).replace("1,4", "1,5").encode(), "0.txt", recognisers)
    cost = measure(read, changed)
    assert cost.packages == 3
    assert cost.quads > 300
    assert min(cost.make_s, cost.load_s, cost.floor_s, cost.change_s) > 0
    assert cost.of_floor == pytest.approx((cost.resolve_s + cost.make_s + cost.load_s) / cost.floor_s)


@pytest.mark.parametrize(("small", "large", "power"), [(1.0, 4.0, 1.0), (1.0, 16.0, 2.0), (3.0, 3.0, 0.0)])
def test_growth_is_the_power_of_the_size(small: float, large: float, power: float) -> None:
    assert growth(small, large, 4.0) == pytest.approx(power)
