"""Decide what becomes of a hyphen at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from extract.clean_lines import SOFT_HYPHEN

HYPHENS = ("-", SOFT_HYPHEN)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
WORD_BEFORE_HYPHEN = re.compile(r"([^\s/]+)-$")
FIRST_WORD = re.compile(r"[^\W\d_]+")
# "job- og uddannelse": the hyphen stands for the rest of the word.
SUSPENDED = frozenset("og eller samt hhv henholdsvis".split())
PREFIX = 4  # letters of the second part that must agree for a word elsewhere to count as the same compound


def lexicon(text: str) -> frozenset[str]:
    """Return the words of a text, case folded, and their first parts of up to a compound's joint."""
    return frozenset(word.casefold() for word in WORD.findall(text))


def hyphen_separator(left: str, right: str, words: AbstractSet[str]) -> tuple[bool, str]:
    """Say what joins a line that ends in a hyphen to the next: is the hyphen kept, and what follows it.

    `words` are the words of the whole text (`lexicon`): a compound that is written with a hyphen elsewhere
    keeps it.

    >>> hyphen_separator("Gel-", "lerup", frozenset())
    (False, '')
    >>> hyphen_separator("job-", "og uddannelse", frozenset())
    (True, ' ')
    >>> hyphen_separator("SOSU-", "assistent", frozenset())
    (True, '')
    """
    if left.endswith(SOFT_HYPHEN):
        return False, ""
    first = FIRST_WORD.match(right)
    if first and first.group() in SUSPENDED:
        return True, " "
    before = WORD_BEFORE_HYPHEN.search(left)
    if first is None or before is None:
        return True, ""
    return _belongs_to_the_word(before.group(1), first.group(), words), ""


def _belongs_to_the_word(left: str, right: str, words: AbstractSet[str]) -> bool:
    if left.isupper() and right.isupper():
        return False
    if right[0].isupper() or (left.isupper() and len(left) > 1) or not left[-1].isalpha():
        return True
    whole = (left + right).casefold()
    if whole in words:
        return False
    if f"{left}-{right}".casefold() in words:
        return True
    return len(left) == 1 or _is_a_name_of_its_own(left, right, words)


def _is_a_name_of_its_own(left: str, right: str, words: AbstractSet[str]) -> bool:
    """Danish joins a proper name to a common noun by a hyphen: "Fjordby-området", but not "Projekt-leder"."""
    has_inner_capital = any(letter.isupper() for letter in left[1:])
    return has_inner_capital and left.casefold() in words
