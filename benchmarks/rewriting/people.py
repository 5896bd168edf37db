"""Give every person a name of another origin, the same one wherever the person is named."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, cycle, repeat
from pathlib import Path

from rapidfuzz import fuzz, process

from benchmarks.rewriting.package import Corpus, Entry, Rewrite, exchange, exchanger, forms

NAME_WORD = re.compile(r"[^\W\d_][\w’-]+")
SHORTENED = re.compile(r"\b[^\W\d_]\.")
LONG = 6  # letters: of a shorter word too little is left when one is lost
MISPRINT = 75  # of 100: words of one person that are so alike are one word, misprinted


@dataclass(frozen=True, slots=True)
class Names:
    """First names, middle names and family names of one origin."""

    firsts: tuple[str, ...]
    middles: tuple[str, ...]
    lasts: tuple[str, ...]


def _read(path: Path) -> dict[str, Names]:
    return {origin: _names(each) for origin, each in tomllib.loads(path.read_text("utf-8")).items()}


def _names(table: Mapping[str, str]) -> Names:
    firsts, lasts = _words(table["firsts"]), _words(table["lasts"])
    return Names(firsts, _words(table.get("middles", "")) or lasts, lasts)


def _words(text: str) -> tuple[str, ...]:
    """Return the names of a list: parted by blanks, or by bars and lines where names hold blanks."""
    return tuple(re.split(r"[|\n]", text) if "|" in text else text.split())


ORIGINS: Mapping[str, Names] = _read(Path(__file__).parent / "names.toml")


def names_of(origin: str) -> Rewrite:
    """Return the rewriting that gives every person a name of one origin."""
    return _named(ORIGINS[origin])


def mixed_names() -> Rewrite:
    """Return the rewriting that gives the persons names of all origins."""
    every = ORIGINS.values()
    firsts = (name for names in every for name in names.firsts)
    lasts = (name for names in every for name in names.lasts)
    return _named(Names(tuple(firsts), ORIGINS["Danish"].middles, tuple(lasts)))


def _named(names: Names) -> Rewrite:
    def rewrite(corpus: Corpus, chance: random.Random) -> Corpus:
        words = _new_words(corpus, names, chance)
        short = (_shortened(person, words) for person in corpus.entries("persons"))
        phrases = {alias: new for each in short for alias, new in each.items()}
        return _with_initials(exchange(corpus, words | phrases), corpus)

    return rewrite


def _new_words(corpus: Corpus, names: Names, chance: random.Random) -> dict[str, str]:
    """Return a new word for each word of a name, the same for all who bear it."""
    taken = {*NAME_WORD.findall(corpus.text)}
    firsts = _once(_free(names.firsts, taken, chance))
    lasts, middles = (cycle(_free(each, taken, chance)) for each in (names.lasts, names.middles))
    words: dict[str, str] = {}
    for person in corpus.entries("persons"):
        own: list[str] = []
        for name in map(_capitalised, forms(person)):
            pools = [firsts, *repeat(middles, len(name) - 2), lasts]
            for word, pool in zip(name, pools, strict=False):
                if word not in words:
                    alike = process.extractOne(word, own, scorer=fuzz.ratio, score_cutoff=MISPRINT)
                    words[word] = _misprinted(words[alike[0]]) if alike else next(pool)
                own.append(word)
    return words


def _misprinted(word: str) -> str:
    """Return a word with a letter lost, as an alias that is a misprint has it; a short one as it is.

    >>> _misprinted("Skovgaard"), _misprinted("Toft")
    ('Skovaard', 'Toft')
    """
    middle = len(word) // 2
    return word[:middle] + word[middle + 1 :] if len(word) >= LONG else word


def _shortened(person: Entry, words: Mapping[str, str]) -> dict[str, str]:
    """Return the aliases in which a word of the name is but a letter, with the letter of the new word."""
    letters = {f"{word[0]}.": f"{words[word][0]}." for word in _capitalised(person["name"])[1:]}
    new = exchanger({**words, **letters})
    return {
        alias: new(alias)
        for alias in person.get("aliases", ())
        if (spelt := SHORTENED.findall(alias)) and {*spelt} <= letters.keys()
    }


def _free(names: Sequence[str], taken: set[str], chance: random.Random) -> list[str]:
    """Return the names that the text does not use, in any order."""
    free = [name for name in names if not {*NAME_WORD.findall(name)} & taken]
    chance.shuffle(free)
    return free


def _once(names: Sequence[str]) -> Iterator[str]:
    """Yield every name, and then every pair of names: nobody shares a first name who did not before."""
    yield from names
    for step in count(1):
        yield from (f"{one} {names[(index + step) % len(names)]}" for index, one in enumerate(names))


def _capitalised(name: str) -> list[str]:
    return [word for word in NAME_WORD.findall(name) if word[0].isupper() and not word.isupper()]


def _with_initials(after: Corpus, before: Corpus) -> Corpus:
    """Exchange the initials of speakers with their names, where the new ones are free."""
    taken = {*re.findall(r"\w+", before.text)}
    changed: dict[str, str] = {}
    for old, new in zip(before.entries("persons"), after.entries("persons"), strict=True):
        for initials in old.get("initials") or ():
            letters = _initials(new, len(initials))
            if letters and letters not in taken | {*changed.values()}:
                changed.setdefault(initials, letters)
    return exchange(after, changed)


def _initials(person: Entry, length: int) -> str:
    """Return so many initials of a person's name, the last of them the last name's; "" if it has too few."""
    letters = "".join(word[0] for word in re.findall(r"[^\W\d_]+", person["name"]))
    return (letters[: length - 1] + letters[-1]).upper() if len(letters) >= length > 1 else ""
