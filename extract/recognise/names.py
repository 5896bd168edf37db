"""Runs of capitalised words: what could be a name, before anything is known of what it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from extract.patterns import NAME_RUN, NAME_WORD
from extract.recognise.scene import Coverage
from extract.records import Span

# Danish nouns by their derivation: "Evaluering", "Chefgruppe"; with their definite endings: "Forvaltningen",
# "Projektlederne". A surname may look like the first ("Manning"), hardly like the second.
_DERIVED = (
    r"(?:\w{3}(?:ing|tion|sion|else|hed|skab|dom|ment|tet|ør|sag|plan)|mand|mænd|leder|chef|gruppe|kreds|afdeling|"
    r"udvalg|råd|team|sekretariat|kommune|styrelse|medarbejder|konsulent|enhed|stab|borger|elev|part|punkt|møde|"
    r"indsats|materiale|område|projekt|notat|bilag|forslag|model|center|spørgsmål|tilbud|forløb)"
)
COMMON_NOUN = re.compile(rf"{_DERIVED}(?:s|e|er|en|et|n|t|ne|ene|erne|rne|ernes|ens|ets)?$", re.IGNORECASE)
DEFINITE_NOUN = re.compile(rf"{_DERIVED}(?:en|et|n|t|ene|erne|rne|ernes|ens|ets)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameRun:
    """Neighbouring capitalised words, cut where a word cannot be part of a name."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """Return the stretch of text that the words cover."""
        return Span(self.spans[0].start, self.spans[-1].end)

    @property
    def text(self) -> str:
        """Return the words as one name."""
        return " ".join(self.words)


def name_runs(text: str, is_never: Callable[[str], bool]) -> Iterator[NameRun]:
    """Yield the runs in order; a word that `is_never` part of a name ends a run and belongs to none."""
    for run in capitalised(text):
        start = 0
        for index, (word, _) in enumerate(run):
            if word[0].isupper() and is_never(word):
                yield from _run(run[start:index])
                start = index + 1
        yield from _run(run[start:])


def _run(words: Sequence[tuple[str, Span]]) -> Iterator[NameRun]:
    """Yield the words as a run, without particles at its ends."""
    first = next((index for index, (word, _) in enumerate(words) if word[0].isupper()), len(words))
    last = len(words)
    while last > first and not words[last - 1][0][0].isupper():
        last -= 1
    if last > first:
        yield NameRun(
            tuple(word for word, _ in words[first:last]), tuple(span for _, span in words[first:last])
        )


def without_covered(run: NameRun, covered: Coverage) -> Iterator[NameRun]:
    """Yield the parts of a run that are not taken."""
    for taken, part in groupby(zip(run.words, run.spans, strict=True), lambda word: covered.touches(word[1])):
        if not taken:
            yield from _run(tuple(part))


# Several recognisers ask for the same of one text, one after the other.
@lru_cache(maxsize=2)
def capitalised(text: str) -> tuple[tuple[tuple[str, Span], ...], ...]:
    """Return the runs of neighbouring capitalised words, single initials and particles, with their spans."""
    return tuple(
        tuple(
            (word.group(), Span(*word.span()))
            for word in NAME_WORD.finditer(text, match.start(), match.end())
        )
        for match in NAME_RUN.finditer(text)
    )


@lru_cache(maxsize=2)
def common_words(text: str) -> frozenset[str]:
    """Return the words that the text itself writes with a small first letter: they are seldom names."""
    return frozenset(re.findall(r"\b[a-zæøå]\w+", text))
