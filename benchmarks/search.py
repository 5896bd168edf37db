"""How quickly a million sentences are searched, against one look-up of one word in the same run.

The index is synthetic: as many quotes as asked for and a tenth as many names, of words that are as common as
words of a language are (the n-th word is n times rarer than the first), over twenty years and thirty
departments. Each kind of question is asked many times, each time for other words, through the whole search:
queries, counts, facets, highlights. The floor is a bare tantivy term query for ten hits, without a count.
Times are those of the thread that searches, so that others at work on the machine do not count.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import tantivy

from graph.lookup import folded
from graph.search import NO_FILTERS, Wanted, search, suggest
from graph.searching.entries import ALIAS, LABEL, About, NameEntry, QuoteEntry
from graph.searching.index import HEAP_BYTES, SearchIndex
from graph.searching.query import Filters
from graph.searching.schema import NAMES, QUOTES, name_document, quote_document
from graph.searching.words import asked

LETTERS = "abdefghijklmnoprstuvyæøå"
VOCABULARY = 60_000
WORDS_OF_A_QUOTE = 14
BASE = "http://localhost:8000/"
TYPES = ("Initiative", "Person", "Place", "AgendaItem", "Document")


@dataclass(frozen=True, slots=True)
class Language:
    """Invented words, the most common first, and the generator that draws from them."""

    words: tuple[str, ...]
    draw: random.Random

    @classmethod
    def invent(cls, seed: int) -> Language:
        """Return a vocabulary, the same for the same seed."""
        draw = random.Random(seed)  # noqa: S311 - not a secret
        words = {"".join(draw.choices(LETTERS, k=draw.randint(3, 12))) for _ in range(VOCABULARY)}
        ordered = sorted(words)
        draw.shuffle(ordered)
        return cls(tuple(ordered), draw)

    def text(self, words: int) -> str:
        """Return some words, each as often as its place in the vocabulary says."""
        last = len(self.words)
        return " ".join(self.words[int(last ** self.draw.random()) - 1] for _ in range(words))


def quotes(language: Language, count: int) -> Iterator[QuoteEntry]:
    """Yield sentences spread over years, departments and types."""
    for number in range(count):
        type_ = TYPES[number % len(TYPES)]
        unit = f"{BASE}organization/{number % 30}"
        about = About(f"{BASE}thing/{number % max(count // 10, 1)}", type_, (type_,), None)
        date = f"{2005 + number % 20}-{1 + number % 12:02}-15"
        text = language.text(WORDS_OF_A_QUOTE)
        source = f"{number % 5000}"
        yield QuoteEntry(
            text, f"{source}.pdf", f"{BASE}source/{source}", 0, len(text), 1, date, (about,), (unit,), (unit,)
        )


def names(language: Language, count: int) -> Iterator[NameEntry]:
    """Yield things with a name of two or three words and another name."""
    for number in range(count):
        type_ = TYPES[number % len(TYPES)]
        unit = f"{BASE}organization/{number % 30}"
        label, alias = language.text(2 + number % 2), language.text(2)
        yield NameEntry(
            iri=f"{BASE}thing/{number}",
            label=label,
            type=type_,
            kind=None,
            names=((LABEL, label), (ALIAS, alias)),
            classes=(type_,),
            units=(unit,),
            departments=(unit,),
            years=(2005 + number % 20,),
            first=f"{2005 + number % 20}-01-15",
            last=f"{2006 + number % 20}-01-15",
            sources=1 + number % 40,
        )


def write(language: Language, count: int, folder: Path) -> SearchIndex:
    """Write an index of so many quotes and a tenth as many names, and open it."""
    made = {"names": (NAMES, map(name_document, names(language, count // 10)))}
    made["quotes"] = (QUOTES, map(quote_document, quotes(language, count)))
    for name, (schema, documents) in made.items():
        (folder / name).mkdir()
        with tantivy.Index(schema, str(folder / name)).writer(4 * HEAP_BYTES, 2) as writer:
            for document in documents:
                writer.add_document(document)
    return SearchIndex(*(tantivy.Index.open(str(folder / name)) for name in ("names", "quotes")))


def misprinted(word: str, draw: random.Random) -> str:
    """Return a word with one letter changed."""
    at = draw.randrange(1, len(word))
    return word[:at] + draw.choice("qxz") + word[at + 1 :]


def questions(language: Language, rounds: int) -> dict[str, list[tuple[str, Filters, str | None]]]:
    """Return what is asked, by kind of question."""
    draw = language.draw
    common, rare = language.words[5:200], [word for word in language.words[20_000:40_000] if len(word) > 6]
    period = Filters(since="2012-01-01", until="2016-12-31")
    typed = Filters(classes=("Initiative", "Place"), since="2012-01-01")

    def some(make: Callable[[], str], filters: Filters = NO_FILTERS) -> list[tuple[str, Filters, str | None]]:
        return [(make(), filters, None) for _ in range(rounds)]

    return {
        "the commonest word": some(lambda: language.words[0]),
        "a common word": some(lambda: draw.choice(common)),
        "a rare word": some(lambda: draw.choice(rare)),
        "a beginning of two letters": some(lambda: draw.choice(common)[:2]),
        "a beginning of four letters": some(lambda: draw.choice(rare)[:4]),
        "a misprint of a common word": some(lambda: misprinted(draw.choice(common), draw)),
        "a misprint of a rare word": some(lambda: misprinted(draw.choice(rare), draw)),
        "two common words": some(lambda: " ".join(draw.sample(common, 2))),
        "six words": some(lambda: language.text(6)),
        "a common word, by period": some(lambda: draw.choice(common), period),
        "a common word, by type and period": some(lambda: draw.choice(common), typed),
        "nothing like it": some(lambda: "".join(draw.choices("qxzw", k=10))),
    }


def milliseconds(asks: list[Callable[[], object]]) -> list[float]:
    """Return how much of a core each question took, in order of length."""
    found = []
    for ask in asks:
        begun = time.thread_time()
        ask()
        found.append((time.thread_time() - begun) * 1000)
    return sorted(found)


def percentile(times: list[float], share: float) -> float:
    """Return the time that this share of the questions stayed under."""
    return times[min(int(len(times) * share), len(times) - 1)]


def floor(index: SearchIndex, language: Language, rounds: int) -> float:
    """Return the median time of a bare look-up of one common word."""
    searcher = index.quotes.searcher()
    drawn = [folded(word) for word in language.draw.choices(language.words[5:200], k=rounds)]
    bare = [tantivy.Query.term_query(QUOTES, "words", word, "freq") for word in drawn]
    times = milliseconds([partial(searcher.search, query, 10, False) for query in bare])
    return statistics.median(times)


def report(index: SearchIndex, language: Language, rounds: int) -> Iterator[str]:
    """Yield a table: each kind of question, its p50 and p95, and the p95 in floors."""
    bare = floor(index, language, rounds)
    yield f"floor: one word, ten hits, no count: {bare:.2f} ms"
    yield "| question | p50 ms | p95 ms | p95 in floors |\n|---|--:|--:|--:|"
    every: list[float] = []
    for kind, asks in questions(language, rounds).items():
        wanted = [Wanted(asked(text), filters, department) for text, filters, department in asks]
        times = milliseconds([partial(search, index, each) for each in wanted])
        every += times
        yield _row(kind, times, bare)
    typed = [language.draw.choice(language.words[:2000])[:3] for _ in range(rounds)]
    times = milliseconds([partial(suggest, index, asked(text)) for text in typed])
    yield _row("suggestions for three letters", times, bare)
    yield _row("all searches", sorted(every), bare)


def _row(kind: str, times: list[float], bare: float) -> str:
    p50, p95 = percentile(times, 0.5), percentile(times, 0.95)
    return f"| {kind} | {p50:.1f} | {p95:.1f} | {p95 / bare:.0f} |"


def main() -> None:
    """Write an index and print what searching it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--quotes", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    language = Language.invent(wanted.seed)
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        index = write(language, wanted.quotes, Path(folder))
        print(f"{wanted.quotes} quotes indexed in {time.perf_counter() - begun:.0f} s")
        for line in report(index, language, wanted.rounds):
            print(line)


if __name__ == "__main__":
    main()
