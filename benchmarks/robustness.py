"""How much worse packages are read when they are written otherwise: the drop of F1 by kind and rewriting.

    python -m benchmarks.robustness [--packages real|samples|heldout] [--texts DIR --gold DIR]
                                    [--only WORD] [--seeds 3] [--bar 0.03] [--full]

Without any it rewrites the real packages, or the samples where those are not. Texts and gold are rewritten
together (benchmarks.rewrites), built in memory and scored by benchmarks.scoring; of several seeds the median
counts. With `--bar`, the exit status is 1 if a rewriting costs a kind more, or a group of names is found less
than another by more than 0.02.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from benchmarks import packages, robustness_report
from benchmarks.building import build
from benchmarks.rewrites import REWRITES, WITHOUT_CHANCE
from benchmarks.rewriting.formats import written
from benchmarks.rewriting.package import Corpus
from benchmarks.scoring import Tally, score
from graph.ingesting.recognisers import Recognisers

FIRST_SEED, SEEDS, JOBS = 20311103, 3, 2


@dataclass(frozen=True, slots=True)
class Task:
    """One rewriting of all packages, with the seed of its chance."""

    name: str
    seed: int
    corpus: Corpus


def measure(corpus: Corpus, names: Iterable[str], seeds: int = SEEDS) -> dict[str, list[dict[str, Tally]]]:
    """Return for each rewriting the scores of the rewritten packages, one a seed."""
    tasks = [
        Task(name, FIRST_SEED + number, corpus)
        for name in names
        for number in range(1 if name in WITHOUT_CHANCE else seeds)
    ]
    measured: dict[str, list[dict[str, Tally]]] = {task.name: [] for task in tasks}
    with ProcessPoolExecutor(JOBS, mp_context=get_context("forkserver")) as pool:
        for task, tallies in zip(tasks, pool.map(tally, tasks), strict=True):
            measured[task.name].append(tallies)
    return measured


def tally(task: Task) -> dict[str, Tally]:
    """Return the score of the rewritten packages."""
    chance = random.Random(task.seed)  # noqa: S311 - to be repeatable, not secret
    return score_of(REWRITES[task.name](task.corpus, chance))


def score_of(corpus: Corpus) -> dict[str, Tally]:
    """Build a graph of the packages, read with their term lists, and score it."""
    files = {package.name: written(package) for package in corpus.packages}
    with tempfile.TemporaryDirectory() as folder:
        lists = [Path(folder) / f"{number}.toml" for number in range(len(corpus.term_lists))]
        for path, text in zip(lists, corpus.term_lists, strict=True):
            path.write_text(text, "utf-8")
        store = build(files, Recognisers(tuple(lists)))
    return score(store, [package.gold for package in corpus.packages])


def chosen(arguments: argparse.Namespace) -> Corpus:
    """Return the packages that the arguments ask for."""
    if arguments.texts and arguments.gold:
        return packages.read_folder(arguments.texts, arguments.gold)
    return packages.COLLECTIONS[arguments.packages or packages.standard()]()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Let a parser ask which packages to measure."""
    parser.add_argument("--packages", choices=sorted(packages.COLLECTIONS), help="a collection of packages")
    parser.add_argument("--texts", type=Path, help="a folder of plain-text packages")
    parser.add_argument("--gold", type=Path, help="a folder of gold files")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure what rewriting the packages costs.")
    add_arguments(parser)
    parser.add_argument("--only", default="", help="only rewritings with this word in their name")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how often each rewriting is tried")
    parser.add_argument(
        "--bar", type=float, help="exit with status 1 if a rewriting costs a kind more than this"
    )
    parser.add_argument("--full", action="store_true", help="every kind under every rewriting")
    arguments = parser.parse_args()
    names = [name for name in REWRITES if arguments.only in name or name == "as it is"]
    measured = robustness_report.Measured(measure(chosen(arguments), names, arguments.seeds))
    print(robustness_report.report(measured))
    if arguments.full:
        print("\n" + robustness_report.full(measured))
    sys.exit(arguments.bar is not None and not measured.is_within(arguments.bar))


if __name__ == "__main__":
    main()
