"""`sagsgraf export` writes a file and says so."""

from __future__ import annotations

from pathlib import Path

from tests.api.commands.running import run
from tests.graph.small_graph import save_small_graph


def test_the_file_is_written_and_named(tmp_path: Path) -> None:
    done = run(save_small_graph(tmp_path / "data"), "export", str(tmp_path / "out.nq"))
    assert (done.exit_code, done.stdout) == (0, "")
    assert "out.nq written" in done.stderr
    assert "Pia Holt" in (tmp_path / "out.nq").read_text("utf-8")


def test_a_quiet_export_says_nothing(tmp_path: Path) -> None:
    done = run(save_small_graph(tmp_path / "data"), "export", str(tmp_path / "out.csv"), "-q")
    assert (done.exit_code, done.output) == (0, "")
    assert (tmp_path / "out.csv" / "people.csv").is_file()
