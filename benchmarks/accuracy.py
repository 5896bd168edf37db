"""Measure how well packages are read and write the figures where the page on quality shows them.

python -m benchmarks.accuracy [--date 2025-01-31]
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import msgspec

from api.pages.accuracy import Accuracy, Kind, Measured
from benchmarks import packages, scoring
from benchmarks.building import build
from graph.ingesting.recognisers import Recognisers

TARGET = Path(__file__).parent.parent / "api" / "accuracy.json"
TITLES = {
    "heldout": (
        "Opdigtede pakker fra andre kommuner, skrevet efter reglerne",
        "Invented packages of other municipalities, written after the rules",
    ),
    "samples": ("De medfølgende eksempler", "The bundled samples"),
    "real": (
        "Virkelige pakker, som reglerne blev skrevet efter",
        "Real packages that the rules were written by",
    ),
}


def measured(name: str) -> Measured:
    """Read a set of packages and compare it with what people read."""
    files = packages.files(name)
    tallies = scoring.score(build(files.contents, Recognisers()), files.gold)
    kinds = (
        Kind(kind, round(each.precision, 3), round(each.recall, 3), round(each.f1, 3))
        for kind, each in tallies.items()
    )
    return Measured(*TITLES[name], len(files.gold), tuple(kinds))


def main() -> None:
    """Measure every set that is there, and write the figures."""
    parser = argparse.ArgumentParser(description="Write api/accuracy.json.")
    parser.add_argument("--date", default=date.today().isoformat(), help="the day that is noted")
    arguments = parser.parse_args()
    there = [name for name in TITLES if packages.COLLECTIONS[name]().packages]
    found = Accuracy(arguments.date, "python -m benchmarks.accuracy", tuple(measured(name) for name in there))
    TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
    print(f"{TARGET.name}: {', '.join(there)}")


if __name__ == "__main__":
    main()
