"""Words with their place, and what can be told from where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from extract.records import Span

# One word with its inner signs: "Solby-modellen", "A&B-programmet", "ABC-/XYZ-messen", "9.2-udvalget".
WORD = re.compile(r"§?[\w%]+(?:[-/&’'.]{1,2}[\w%]+)*-?")
SENTENCE_END = ".!?:;•▪●–-\n()[]/*"
JOINERS = frozenset("til og i for af på mod med om & uden i".split())


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text, in order."""

    text: str
    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    words: tuple[str, ...]
    folded: tuple[str, ...]

    def word(self, index: int) -> str:
        """Return word `index`; empty beyond either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def at(self, position: int) -> int:
        """Return the index of the first word that starts at or after `position`."""
        return bisect_left(self.starts, position)

    def adjacent(self, index: int) -> bool:
        """Tell whether only blanks of one line stand between word `index` and the next."""
        if not 0 <= index < len(self.spans) - 1:
            return False
        between = self.text[self.spans[index].end : self.spans[index + 1].start]
        return between.strip(" ") == "" and between != ""

    def capital(self, index: int) -> bool:
        """Tell whether word `index` begins with a capital or a digit after one."""
        word = self.word(index)
        return word[:1].isupper() or word[:1] == "§"

    def opens(self, index: int) -> bool:
        """Tell whether word `index` opens a sentence, a line or a list item, where a capital says nothing."""
        before = self.text[max(0, self.spans[index].start - 8) : self.spans[index].start].rstrip(" ”\"“’'«")
        return not before or before[-1] in SENTENCE_END

    def stretch(self, first: int, last: int) -> Span:
        """Return the span from word `first` to word `last`, both inside."""
        return Span(self.spans[first].start, self.spans[last].end)


def tokens(text: str) -> Tokens:
    """Cut `text` into words.

    >>> [tokens("Solby-modellen for alle").word(i) for i in range(3)]
    ['Solby-modellen', 'for', 'alle']
    """
    matches = [*WORD.finditer(text)]
    words = tuple(match.group() for match in matches)
    spans = tuple(Span(*match.span()) for match in matches)
    starts = tuple(match.start() for match in matches)
    return Tokens(text, spans, starts, words, tuple(word.casefold() for word in words))


def name_end(found: Tokens, first: int) -> int:
    """Return the last word of the capitalised phrase that begins at word `first`.

    "Nye Veje til Job er" ends at "Job": small words join only where a capitalised one follows.
    """
    last = first
    index = first
    while found.adjacent(index):
        index += 1
        if found.capital(index) or (found.word(index).isdigit() and index - last == 1):
            last = index
        elif found.word(index) not in JOINERS or index - last > 1:
            break
    return last
