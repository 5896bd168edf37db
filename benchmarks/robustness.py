"""How much worse a package is read when it is written otherwise: the drop of F1 for each kind and rewriting.

    python -m benchmarks.robustness [--texts DIR --gold DIR] [--only WORD]

Without folders it rewrites the plain-text samples. Texts and gold are rewritten together
(benchmarks.rewrites) and scored by benchmarks.scoring, each rewriting in a graph of its own.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from benchmarks.rewrites import REWRITES, Package, Rewrite, read_package
from benchmarks.scoring import GOLD, Tally, mean_f1, score

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "api" / "samples"
SEED = 20311103
MOST = 0.03  # what a rewriting may cost


def read_packages(texts: Path, gold: Path) -> list[Package]:
    """Return the plain-text packages of a folder that have gold."""
    found = []
    for path in sorted(gold.glob("*.json")):
        package = read_package("", path.read_text("utf-8"))
        text = texts / package.gold["source"]
        if text.suffix == ".txt" and text.is_file():
            found.append(Package(text.read_bytes().decode("utf-8"), package.gold))
    return found


def tally(packages: list[Package], rewrite: Rewrite) -> dict[str, Tally]:
    """Return the score of the rewritten packages."""
    chance = random.Random(SEED)  # noqa: S311 - to be repeatable, not secret
    rewritten = [rewrite(package, chance) for package in packages]
    with tempfile.TemporaryDirectory() as folder:
        texts, data, graph = Path(folder) / "texts", Path(folder) / "data", Path(folder) / "graph.nq"
        texts.mkdir()
        for package in rewritten:
            (texts / package.gold["source"]).write_bytes(package.text.encode("utf-8"))
        for command in (["build", str(texts)], ["export", str(graph)]):
            arguments = [sys.executable, "-m", "api", *command, "--data", str(data), "--quiet"]
            subprocess.run(arguments, check=True, cwd=ROOT)  # noqa: S603 - our own command
        store = Store()
        store.bulk_load(path=str(graph), format=RdfFormat.N_QUADS)
        return score(store, [package.gold for package in rewritten])


def table(measured: dict[str, dict[str, Tally]]) -> str:
    """Return the F1 as it is, and the change under each rewriting, kind by kind."""
    base = measured["as it is"]
    others = [name for name in measured if name != "as it is"]
    head = f"{'kind':24}{'F1':>6}" + "".join(f"{name[:12]:>14}" for name in others)
    lines = [head]
    for kind, own in base.items():
        drops = "".join(f"{measured[name][kind].f1 - own.f1:14.3f}" for name in others)
        lines.append(f"{kind:24}{own.f1:6.3f}{drops}")
    means = "".join(f"{mean_f1(measured[name]) - mean_f1(base):14.3f}" for name in others)
    return "\n".join([*lines, f"{'mean':24}{mean_f1(base):6.3f}{means}"])


def main() -> None:
    """Print the table; exit status 1 if a rewriting costs more than it may on the mean."""
    parser = argparse.ArgumentParser(description="Measure what rewriting the packages costs.")
    parser.add_argument("--texts", type=Path, default=SAMPLES, help="a folder of plain-text packages")
    parser.add_argument("--gold", type=Path, default=GOLD, help="a folder of gold files")
    parser.add_argument("--only", default="", help="only rewritings with this word in their name")
    arguments = parser.parse_args()
    packages = read_packages(arguments.texts, arguments.gold)
    wanted = {
        name: rewrite for name, rewrite in REWRITES.items() if name == "as it is" or arguments.only in name
    }
    measured = {name: tally(packages, rewrite) for name, rewrite in wanted.items()}
    print(table(measured))
    base = mean_f1(measured["as it is"])
    sys.exit(any(base - mean_f1(each) > MOST for each in measured.values()))


if __name__ == "__main__":
    main()
