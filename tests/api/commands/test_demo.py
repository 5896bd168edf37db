"""`sagsgraf demo` builds the bundled samples and tells the life of one initiative in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.commands.demo import most_travelled
from tests.api.commands.running import invoke
from tests.graph.traced import KITCHEN, fjordby


@pytest.mark.slow
def test_the_demo_tells_a_life_across_the_sample_packages(tmp_path: Path) -> None:
    result = invoke("demo", "--no-serve", "--data", str(tmp_path / "demo"))
    assert result.exit_code == 0
    assert "0 not read" in result.stderr
    first, *rest = result.stdout.splitlines()
    assert "optræder" in first
    assert sum(line.startswith("  Sket:") for line in rest) >= 3
    assert len({part for line in rest for part in line.split("(") if part.startswith("20")}) >= 3


def test_the_initiative_that_most_files_tell_of_is_shown() -> None:
    assert most_travelled(fjordby()) == (KITCHEN,)
