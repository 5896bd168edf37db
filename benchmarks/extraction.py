"""Measure extraction: score of each kind, calibration of confidences, speed and its growth, robustness.

    python -m benchmarks.extraction [--packages real|samples|heldout] [--texts DIR --gold DIR]
                                    [--leave-out PART …] [--rounds 5] [--seeds 3] [--errors 0]

Without any it measures on the real packages, or on the samples where those are not.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from benchmarks import calibration, packages, robustness, robustness_report, scoring, throughput
from benchmarks.building import build
from benchmarks.packages import Files
from benchmarks.rewrites import REWRITES
from graph.ingesting.recognisers import Recognisers


def score(arguments: argparse.Namespace) -> str:
    """Return the table of F1 by kind."""
    files = chosen(arguments)
    return scoring.report(scoring.score(build(files.contents, Recognisers()), files.gold), arguments.errors)


def calibrate(arguments: argparse.Namespace) -> str:
    """Return the table of how often what is said at a confidence is right."""
    files = chosen(arguments)
    return calibration.report(calibration.ratings(build(files.contents, Recognisers()), files.gold))


def speed(arguments: argparse.Namespace) -> str:
    """Return the figures of speed, and of growth on the longest text."""
    read = throughput.raw_texts(list(chosen(arguments).contents.items()))
    longest = max((raw.text for raw in read), key=len).encode("utf-8")
    measured = throughput.measure(read, arguments.rounds)
    return throughput.report(measured, throughput.growth(longest, arguments.rounds))


def robust(arguments: argparse.Namespace) -> str:
    """Return the tables of what rewriting costs."""
    measured = robustness.measure(robustness.chosen(arguments), REWRITES, arguments.seeds)
    return robustness_report.report(robustness_report.Measured(measured))


PARTS: Mapping[str, tuple[str, Callable[[argparse.Namespace], str]]] = {
    "score": ("Score", score),
    "calibration": ("Calibration", calibrate),
    "speed": ("Speed, one core", speed),
    "robustness": ("Robustness", robust),
}


def chosen(arguments: argparse.Namespace) -> Files:
    """Return the files that the arguments ask for."""
    if arguments.texts and arguments.gold:
        return packages.files_in(arguments.texts, arguments.gold)
    return packages.files(arguments.packages or packages.standard())


def main() -> None:
    """Print the tables, one part after another."""
    parser = argparse.ArgumentParser(description="Measure extraction: score, calibration, speed, robustness.")
    robustness.add_arguments(parser)
    parser.add_argument("--leave-out", nargs="+", default=[], choices=PARTS, help="parts not to measure")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of the measurement of speed")
    parser.add_argument("--seeds", type=int, default=robustness.SEEDS, help="tries of each rewriting")
    parser.add_argument("--errors", type=int, default=0, help="how many errors of each kind to print")
    arguments = parser.parse_args()
    for name, (title, measure) in PARTS.items():
        if name not in arguments.leave_out:
            print(f"{title}\n{measure(arguments)}\n", flush=True)


if __name__ == "__main__":
    main()
