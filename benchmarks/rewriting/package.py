"""A package and its gold, and how words are exchanged in both at once."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

Entry = dict[str, Any]
NAMED = ("persons", "organizations", "initiatives", "places")
WORD = re.compile(r"[^\W\d_]+")
GAP = r"(?:[-\u00ad]?[ \t]*\n\s*)?"  # a word may be broken over a line between any two letters


@dataclass(frozen=True, slots=True)
class Package:
    """A text, its gold (in the format of `tests/gold`), and the format of file it is to be read from."""

    text: str
    gold: Entry
    suffix: str = "txt"

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{str(self.gold['source']).rsplit('.', 1)[0]}.{self.suffix}"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Packages that are read together, and the user's own term lists (TOML) they are read with."""

    packages: tuple[Package, ...]
    term_lists: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All texts, one after another."""
        return "\n".join(package.text for package in self.packages)

    def entries(self, kind: str) -> Iterator[Entry]:
        """Yield the gold's entries of one kind, of all packages."""
        for package in self.packages:
            yield from package.gold.get(kind, ())


Rewrite = Callable[[Corpus, random.Random], Corpus]
RewriteText = Callable[[str, random.Random], str]


def only_text(rewrite: RewriteText) -> Rewrite:
    """Return the rewriting that changes the text of every package and leaves the gold as it is."""

    def rewritten(corpus: Corpus, chance: random.Random) -> Corpus:
        changed = (replace(each, text=rewrite(each.text, chance)) for each in corpus.packages)
        return replace(corpus, packages=tuple(changed))

    return rewritten


def one_after_another(rewrites: Sequence[Rewrite]) -> Rewrite:
    """Return the rewriting that does several, in order."""

    def rewritten(corpus: Corpus, chance: random.Random) -> Corpus:
        for rewrite in rewrites:
            corpus = rewrite(corpus, chance)
        return corpus

    return rewritten


def forms(entry: Entry) -> tuple[str, ...]:
    """Return the names of an entry of the gold, initials left out."""
    return (entry["name"], *entry.get("aliases", ()))


def exchange(corpus: Corpus, phrases: Mapping[str, str]) -> Corpus:
    """Exchange words and phrases in texts and gold, as `exchanger` does; the files keep their names."""
    changed = exchanger(phrases)

    def rewritten(package: Package) -> Package:
        gold = {key: _walk(value, changed) for key, value in package.gold.items()}
        return replace(package, text=changed(package.text), gold=gold | {"source": package.gold["source"]})

    return replace(corpus, packages=tuple(rewritten(package) for package in corpus.packages))


def exchanger(phrases: Mapping[str, str]) -> Callable[[str], str]:
    r"""Return what exchanges words and phrases in a text; possessives keep their s.

    Only whole words are exchanged, letter for letter. One that is broken over a line is mended by it.

    >>> exchanger({"Ravn": "Munk"})("hos Ravn og Rav-\nns mor, ikke ravnen")
    'hos Munk og Munks mor, ikke ravnen'
    """
    if not phrases:
        return str
    pattern, new = _pattern(phrases), {_squeezed(old): each for old, each in phrases.items()}
    return lambda text: pattern.sub(lambda match: new[_squeezed(match.group())], text)


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    broken = (r"\s+".join(GAP.join(map(re.escape, word)) for word in each.split()) for each in longest_first)
    either = "|".join(broken)
    return re.compile(rf"(?<!\w)(?:{either})(?=s?(?!\w)|{GAP}s(?!\w))")


def _squeezed(phrase: str) -> str:
    """Return a phrase without what a line break may put into it or take from it."""
    return re.sub(r"[\s\u00ad-]+", "", phrase)


def _walk(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_walk(each, change) for each in value]
    if isinstance(value, dict):
        return {key: _walk(each, change) for key, each in value.items()}
    return value
