"""Tell whether two printed titles are one title."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

SAME = 84.0  # of 100; "FjordSkills" and "Fjord Skills", a misprint, a word cut off
SHORTEST_PREFIX = 12


@lru_cache(maxsize=2048)  # a title is held against every other
def folded(title: str) -> str:
    """Lower the case and leave out signs.

    >>> folded("Status på ”Havnen” (2031)")
    'status på havnen 2031'
    """
    return " ".join(re.findall(r"\w+", title.casefold()))


def same_title(left: str, right: str) -> bool:
    """Tell whether two titles are the same but for signs, a misprint or a lost end.

    Figures must agree: Punkt and budget years are not alike.

    >>> same_title("Status på havnen 2031", "Status på havnen 2032")
    False
    >>> same_title("Orientering fra udvalget", "Orientering fra udvalg")
    True
    """
    one, other = sorted((folded(left), folded(right)), key=len)
    if not one or re.findall(r"\d+", one) != re.findall(r"\d+", other)[: len(re.findall(r"\d+", one))]:
        return False
    if one == other or (len(one) >= SHORTEST_PREFIX and other.startswith(one)):
        return True
    return re.findall(r"\d+", one) == re.findall(r"\d+", other) and fuzz.ratio(one, other) >= SAME


def shared(left: str, right: str) -> float:
    """Return how much of the shorter title's words the longer one has (0-1), compounded or not.

    >>> shared("Fjord Dage", "FjordDage - opsamling")
    1.0
    """
    one, other = sorted((folded(left), folded(right)), key=len)
    if not one:
        return 0.0
    if len(one.replace(" ", "")) >= SHORTEST_PREFIX / 2 and one.replace(" ", "") in other.replace(" ", ""):
        return 1.0
    return fuzz.token_set_ratio(one, other) / 100
