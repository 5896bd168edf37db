"""What several tests build once: the graph of the bundled sample packages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph.ingest import Build, ingest
from graph.ingesting.intake import Intake
from graph.ingesting.pool import CONTEXT
from graph.ingesting.recognisers import Recognisers
from scripts.make_samples import BUNDLE

SAMPLE_BASE_IRI = "http://samples.example/"
# Workers are forked from a process that has loaded the pipeline once, not once for each build.
CONTEXT.set_forkserver_preload(["graph.extraction", "graph.importing", "graph.query"])


def silent(_done: int, _of: int, _name: str) -> None:
    """Hear of progress and say nothing."""


def build_graph(paths: tuple[Path, ...], data: Path) -> Path:
    """Build the graph of some files and return the data folder; a file that cannot be read is an error."""
    summary = ingest(Build(Intake(paths, data, Recognisers()), SAMPLE_BASE_IRI), silent)
    assert summary.failed == ()
    return data


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with the graph of the bundled sample packages; read it, do not change it."""
    return build_graph((BUNDLE,), tmp_path_factory.mktemp("sample-graph"))


@pytest.fixture
def own_sample_data(sample_data: Path, tmp_path: Path) -> Path:
    """Return a copy of the samples' data folder that a test may change."""
    return Path(shutil.copytree(sample_data, tmp_path / "data"))
