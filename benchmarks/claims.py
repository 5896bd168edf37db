"""A claim is one thing said of a package; the same whether a reader or the extractor says it.

A claim is a tuple of parts, and a part is the set of forms it may be given in: a person is one part with
every form of the name, "this initiative is tied to that place" two. `KINDS` says how the parts of
each kind are compared: two claims are the same if each part has a form in common by its comparer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

Part = tuple[str, ...]
Comparer = Callable[[str, str], bool]

NAME_LIKENESS, TITLE_LIKENESS, QUOTE_LIKENESS = 92, 85, 70  # of 100
LONGEST_ACRONYM = 5  # characters: shorter names are alike only if they are equal
SHORTEST_PREFIX = 15  # characters: a title cut short is still the title
SHORTEST_QUOTE = 8
UNKNOWN = ""  # a date nobody stated agrees with any


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim; `required` is False for what may be said or left unsaid."""

    parts: tuple[Part, ...]
    required: bool = True

    def __str__(self) -> str:
        """Return the first form of each part."""
        return " | ".join(part[0] if part else "-" for part in self.parts)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    r"""Return a text for comparing: lower case, one space, no punctuation, hyphenation undone.

    >>> fold("”Den  nye Beskæf-\ntigelse”")
    'den nye beskæftigelse'
    """
    joined = re.sub(r"-\s*\n\s*|\u00ad", "", unicodedata.normalize("NFC", text).casefold())
    return " ".join(re.findall(r"\w+|%", joined))


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are equal or nearly so.

    >>> same_name("Mette Ravn", "mette ravn"), same_name("MSX", "MSY")
    (True, False)
    """
    a, b = fold(one), fold(other)
    if a == b:
        return bool(a)
    return min(len(a), len(b)) > LONGEST_ACRONYM and fuzz.ratio(a, b) >= NAME_LIKENESS


def same_title(one: str, other: str) -> bool:
    """Tell whether two titles are alike, in any order of words, or one is the beginning of the other."""
    a, b = sorted((fold(one), fold(other)), key=len)
    if not a:
        return False
    if len(a) >= SHORTEST_PREFIX and b.startswith(a):
        return True
    return max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b)) >= TITLE_LIKENESS


def same_quote(one: str, other: str) -> bool:
    """Tell whether one quote holds the other, nearly."""
    a, b = fold(one), fold(other)
    return min(len(a), len(b)) >= SHORTEST_QUOTE and fuzz.partial_ratio(a, b) >= QUOTE_LIKENESS


def same_word(one: str, other: str) -> bool:
    """Tell whether two words (a stage, a number, a case number) are the same."""
    return fold(one) == fold(other)


def same_date(one: str, other: str) -> bool:
    """Tell whether two dates may be the same: one that is unknown agrees with any."""
    return UNKNOWN in (one, other) or one[:10] == other[:10]


def same_number(one: str, other: str) -> bool:
    """Tell whether two numbers are equal to a thousandth.

    >>> same_number("1400000", "1400000.0"), same_number("3", "4")
    (True, False)
    """
    a, b = float(one), float(other)
    return abs(a - b) <= 0.001 * max(abs(a), abs(b))


ITEM = (same_date, same_word, same_title)  # date of the meeting, number, title
KINDS: Mapping[str, tuple[Comparer, ...]] = {
    "meetings": (same_word, same_word),
    "agenda_items": ITEM,
    "outcomes": (*ITEM, same_word),
    "documents": (same_title,),
    "caseworkers": (same_title, same_name),
    "persons": (same_name,),
    "organizations": (same_name,),
    "places": (same_name,),
    "budget_years": (same_word,),
    "case_numbers": (same_word,),
    "amounts": (same_number,),
    "initiatives": (same_name,),
    "initiative_budget_year": (same_name, same_word),
    "initiative_place": (same_name, same_name),
    "initiative_department": (same_name, same_name),
    "initiative_subject_of": (same_name, *ITEM),
    "initiative_stage": (same_name, same_word),
    "initiative_figure": (same_name, same_number),
    "initiative_amount": (same_name, same_number),
    "commitments": (same_quote,),
}
# Kinds whose first part is an initiative: what is said of one that the gold has not is counted as a wrong
# initiative already.
OF_INITIATIVES = frozenset(kind for kind in KINDS if kind.startswith("initiative_"))


def same(kind: str, one: Claim, other: Claim) -> bool:
    """Tell whether two claims of a kind say the same."""
    return all(
        any(alike(a, b) for a in left for b in right)
        for alike, left, right in zip(KINDS[kind], one.parts, other.parts, strict=True)
    )
