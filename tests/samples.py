"""The sample packages as tests see them: sources, gold, and the text that a quote must stand in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.make_samples import read_sources
from scripts.samples_source import Block, BlockKind, Source, without_marks

GOLD = Path(__file__).parent / "gold"
SOURCES = read_sources()


def read_gold() -> list[dict[str, Any]]:
    """Return the gold of every package, in order of name."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(GOLD.glob("*.json"))]


def flowing_text(source: Source) -> str:
    """Return what a package says, in logical order, with nothing of its print."""
    return " ".join(_texts(source.blocks))


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield " ".join(block.cells) if block.kind is BlockKind.ROW else without_marks(block.text)
        yield from _texts(block.inner)


def bare(text: str) -> str:
    """Return a text's words and figures alone, so that quotes compare whatever the print does to them."""
    return " ".join(re.findall(r"\w+|%", text.casefold()))
