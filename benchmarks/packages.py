"""Packages with gold: the real ones, the samples, and those that are held out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.rewriting.package import Corpus, Entry, Package
from scripts.make_samples import SOURCES, bundle, read_sources
from scripts.samples_text import render_text

ROOT = Path(__file__).parent.parent
REAL, TESTS = ROOT.parent / "shared", ROOT / "tests"
HELD_OUT = TESTS / "heldout"


@dataclass(frozen=True, slots=True)
class Files:
    """Files as they come, in whatever format, by name; and the gold of those that have it."""

    contents: Mapping[str, bytes]
    gold: tuple[Entry, ...]


def read_folder(texts: Path, gold: Path) -> Corpus:
    """Read the plain-text packages of a folder that have gold, in order of name."""
    packages = []
    for entry in _read_gold(gold):
        text = texts / str(entry["source"])
        if text.suffix == ".txt" and text.is_file():
            packages.append(Package(text.read_bytes().decode("utf-8"), entry))
    return Corpus(tuple(packages))


def read_written(sources: Path, gold: Path) -> Corpus:
    """Read packages in their readable sources, all as plain text, with the folder's term lists."""
    entries = {Path(str(entry["source"])).stem: entry for entry in _read_gold(gold)}
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


def standard() -> str:
    """Return the name of the collection to measure on: the samples, where the real packages are not."""
    return "real" if real().packages else "samples"


def files(name: str) -> Files:
    """Return the files of a collection: the written ones each in the format that its source names."""
    if name == "real":
        return files_in(REAL / "corpus", REAL / "gold")
    sources, gold = {"samples": (SOURCES, TESTS / "gold"), "heldout": (HELD_OUT, HELD_OUT)}[name]
    return Files(bundle(read_sources(sources)), _read_gold(gold))


def files_in(texts: Path, gold: Path) -> Files:
    """Return the files of a folder, in order of name, and the gold of those that are there."""
    contents = {path.name: path.read_bytes() for path in sorted(texts.iterdir()) if path.is_file()}
    return Files(contents, tuple(entry for entry in _read_gold(gold) if entry["source"] in contents))


def _read_gold(folder: Path) -> tuple[Entry, ...]:
    return tuple(map(_read_json, sorted(folder.glob("*.json"))))


def _read_json(path: Path) -> Entry:
    entry: Entry = json.loads(path.read_text("utf-8"))
    return entry
