"""Measure extraction: the score of each kind, the calibration of confidences, the speed and its growth.

    python -m benchmarks.extraction [--texts DIR --gold DIR] [--rounds 5]

What rewriting the packages costs is measured by `benchmarks.robustness`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from benchmarks import calibration, scoring, throughput

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "api" / "samples"


def build(texts: Path) -> Store:
    """Build a graph of a folder of packages, as a user would, and return what is exported."""
    with tempfile.TemporaryDirectory() as folder:
        data, graph = Path(folder) / "data", Path(folder) / "graph.nq"
        for command in (["build", str(texts)], ["export", str(graph)]):
            arguments = [sys.executable, "-m", "api", *command, "--data", str(data), "--quiet"]
            subprocess.run(arguments, check=True, cwd=ROOT)  # noqa: S603 - our own command
        store = Store()
        store.bulk_load(path=str(graph), format=RdfFormat.N_QUADS)
        return store


def files_in(folder: Path) -> list[tuple[str, bytes]]:
    """Return the files of a folder, by name, with their content."""
    return [(path.name, path.read_bytes()) for path in sorted(folder.iterdir()) if path.is_file()]


def speed(texts: Path, rounds: int) -> str:
    """Return the figures of speed, and of growth on the longest text."""
    files = files_in(texts)
    read = throughput.raw_texts(files)
    longest = max((raw.text for raw in read), key=len).encode("utf-8")
    return throughput.report(throughput.measure(read, rounds), throughput.growth(longest, rounds))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure extraction: score, calibration, speed.")
    parser.add_argument("--texts", type=Path, default=SAMPLES, help="a folder of packages")
    parser.add_argument("--gold", type=Path, default=scoring.GOLD, help="a folder of gold files")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of the measurement of speed")
    arguments = parser.parse_args()
    store, gold = build(arguments.texts.resolve()), scoring.read_gold(arguments.gold)
    print("Score\n" + scoring.report(scoring.score(store, gold)))
    print("\nCalibration\n" + calibration.report(calibration.ratings(store, gold)))
    print("\nSpeed, one core\n" + speed(arguments.texts, arguments.rounds))


if __name__ == "__main__":
    main()
