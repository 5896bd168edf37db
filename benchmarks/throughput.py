"""How fast a text is read, against the bare tokeniser in the same run, and how the cost grows.

Everything runs in one process on one core. The tokeniser is `spacy.blank("da")`, paragraph by paragraph (a
line of text each). It is measured fresh, as it comes (it has seen no word yet), and warm (it has seen every
word of this very text before and only looks it up); our own pipeline is warm in all rounds.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import spacy
from spacy.language import Language

from extract.read import read_bytes
from extract.records import RawText
from graph.extraction import extract_text
from graph.ingesting.recognisers import Recognisers

FACTORS = (1, 2, 4)


@dataclass(frozen=True, slots=True)
class Throughput:
    """Seconds (of one core) to read so many characters, and to tokenise them; medians over the rounds."""

    characters: int
    extraction_s: float
    fresh_s: float
    warm_s: float

    @property
    def of_fresh(self) -> float:
        """The throughput of extraction as a part of the fresh tokeniser's."""
        return self.fresh_s / self.extraction_s

    @property
    def of_warm(self) -> float:
        """The throughput of extraction as a part of the warm tokeniser's."""
        return self.warm_s / self.extraction_s


def raw_texts(files: Sequence[tuple[str, bytes]]) -> list[RawText]:
    """Read files, given by name and content, so that only extraction is timed later."""
    return [read_bytes(content, name) for name, content in files]


def measure(texts: Sequence[RawText], rounds: int) -> Throughput:
    """Measure extraction and tokenisation, turn about, after one round that warms up."""
    warm = spacy.blank("da")
    extract(texts)
    tokenise(warm, texts)
    times = [
        (
            seconds(partial(extract, texts)),
            seconds(partial(tokenise, spacy.blank("da"), texts)),
            seconds(partial(tokenise, warm, texts)),
        )
        for _ in range(rounds)
    ]
    extraction, fresh, again = (statistics.median(each) for each in zip(*times, strict=True))
    return Throughput(sum(len(raw.text) for raw in texts), extraction, fresh, again)


def growth(content: bytes, rounds: int) -> dict[int, float]:
    """Return the seconds to read one text, and the same text twice and four times over as one file."""
    sizes = {factor: raw_texts([("grown.txt", b"\n\n".join([content] * factor))]) for factor in FACTORS}
    extract(sizes[1])
    return {
        factor: statistics.median(seconds(partial(extract, texts)) for _ in range(rounds))
        for factor, texts in sizes.items()
    }


def extract(texts: Sequence[RawText]) -> None:
    """Read everything out of the texts."""
    for raw in texts:
        extract_text(raw, Recognisers())


def tokenise(nlp: Language, texts: Sequence[RawText]) -> None:
    """Cut the texts into tokens, paragraph by paragraph."""
    for raw in texts:
        for paragraph in raw.text.split("\n"):
            nlp(paragraph)


def seconds(work: Callable[[], None]) -> float:
    """Return how long `work` keeps the processor."""
    start = time.process_time()
    work()
    return time.process_time() - start


def report(speed: Throughput, grown: dict[int, float]) -> str:
    """Return the figures as lines."""
    lines = [
        f"full extraction        {speed.characters / speed.extraction_s:12,.0f} characters/s",
        f"fresh bare tokeniser   {speed.characters / speed.fresh_s:12,.0f} characters/s"
        f"   extraction is {speed.of_fresh:.3f} of it",
        f"warm bare tokeniser    {speed.characters / speed.warm_s:12,.0f} characters/s"
        f"   extraction is {speed.of_warm:.3f} of it",
    ]
    once = grown[1]
    growing = (f"{n}x the text: {took:.2f} s ({took / once:.1f}x the time)" for n, took in grown.items())
    return "\n".join([*lines, *growing])
