"""Packages with gold: the real ones, the samples, and those that are held out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.rewriting.package import Corpus, Package
from scripts.make_samples import SOURCES, read_sources
from scripts.samples_text import render_text

ROOT = Path(__file__).parent.parent
REAL, TESTS = ROOT.parent / "shared", ROOT / "tests"
HELD_OUT = TESTS / "heldout"


def read_folder(texts: Path, gold: Path) -> Corpus:
    """Read the plain-text packages of a folder that have gold, in order of name."""
    packages = []
    for entry in map(_read_json, sorted(gold.glob("*.json"))):
        text = texts / str(entry["source"])
        if text.suffix == ".txt" and text.is_file():
            packages.append(Package(text.read_bytes().decode("utf-8"), entry))
    return Corpus(tuple(packages))


def read_written(sources: Path, gold: Path) -> Corpus:
    """Read packages in their readable sources, all as plain text, with the folder's term lists."""
    entries = {Path(str(entry["source"])).stem: entry for entry in map(_read_json, gold.glob("*.json"))}
    packages = tuple(
        Package(render_text(source).decode("utf-8"), entries[source.stem] | {"source": f"{source.stem}.txt"})
        for source in read_sources(sources)
    )
    return Corpus(packages, tuple(path.read_text("utf-8") for path in sorted(sources.glob("*.toml"))))


def real() -> Corpus:
    """Return the real packages beside the repository; none where they are not."""
    return read_folder(REAL / "corpus", REAL / "gold")


def samples() -> Corpus:
    """Return the sample packages."""
    return read_written(SOURCES, TESTS / "gold")


def held_out() -> Corpus:
    """Return the packages that no rule was written for, with their municipalities' term lists."""
    return read_written(HELD_OUT, HELD_OUT)


COLLECTIONS: Mapping[str, Callable[[], Corpus]] = {"real": real, "samples": samples, "heldout": held_out}


def standard() -> Corpus:
    """Return the real packages, or the samples where there are none."""
    return real() if real().packages else samples()


def _read_json(path: Path) -> dict[str, object]:
    entry: dict[str, object] = json.loads(path.read_text("utf-8"))
    return entry
