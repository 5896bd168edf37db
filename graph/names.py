"""Fold names so that the same name is the same string, and take them apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from graph.iri import LETTERS

NOT_WORD = re.compile(r"[^\w%§]+")
NUMBER = re.compile(r"\d+")
ACRONYM = re.compile(r"[A-ZÆØÅ][A-ZÆØÅ0-9&-]{1,7}")
SMALL = frozenset("af den det for fra i med mod og om på til".split())
SOFT_HYPHEN = "\u00ad"


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """Return the name in lower case without punctuation, one space between words; æøå and accents stay.

    >>> fold('”Gadens   Køkken”')
    'gadens køkken'
    """
    text = unicodedata.normalize("NFC", name.replace(SOFT_HYPHEN, "")).casefold()
    return " ".join(NOT_WORD.sub(" ", text).replace("_", " ").split())


def plain(key: str) -> str:
    """Return a folded name in plain letters: Aagaard is Ågård, José is Jose.

    >>> plain("søren ågård")
    'soeren aagaard'
    """
    folded = unicodedata.normalize("NFKD", key.translate(LETTERS))
    return "".join(c for c in folded if not unicodedata.combining(c))


def numbers(key: str) -> tuple[str, ...]:
    """Return the numbers in a name in order: what they are never differs within one entity.

    >>> numbers("handleplan 2024 2025")
    ('2024', '2025')
    """
    return tuple(NUMBER.findall(key))


def initials(key: str) -> frozenset[str]:
    """Return the initials of a folded name's words, with and without those of "og", "for", "i" and the like.

    >>> sorted(initials("center for havn og klima"))
    ['cfhok', 'chk']
    """
    words = key.split()
    strong = [word for word in words if word not in SMALL]
    return frozenset("".join(word[0] for word in each) for each in (words, strong) if len(each) > 2)


def is_acronym(name: str) -> bool:
    """Tell whether the name is written as an acronym: "MSX", "S&H", not "Mette" and not "M".

    >>> is_acronym("MSX"), is_acronym("Mette")
    (True, False)
    """
    return ACRONYM.fullmatch(name.strip()) is not None
