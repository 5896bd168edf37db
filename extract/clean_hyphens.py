"""Decide what becomes of a hyphen at the end of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.clean_lines import SOFT_HYPHEN

HYPHENS = ("-", SOFT_HYPHEN)
# A whole word: not the first part of one that is broken at the end of its line.
WORD = re.compile(r"[^\W\d_]++(?:-[^\W\d_]++)*+(?![-\u0002\u00ad])")
WORD_BEFORE_HYPHEN = re.compile(r"([^\s/]+)-$")
FIRST_WORD = re.compile(r"[^\W\d_]+")
ADDRESS = re.compile(r"(?:https?:|www\.)\S*$")
# "job- og uddannelse": the hyphen stands for the rest of the word.
SUSPENDED = frozenset("og eller samt hhv henholdsvis".split())
OPENING = '(”"“’«»['


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a whole text: as printed, and case folded."""

    printed: frozenset[str] = frozenset()
    folded: frozenset[str] = frozenset()


def lexicon(text: str) -> Lexicon:
    """Return the words of a text; words joined by a hyphen within a line are one word."""
    printed = frozenset(WORD.findall(text))
    return Lexicon(printed, frozenset(word.casefold() for word in printed))


def is_broken(text: str) -> bool:
    """Tell whether a line ends in a hyphen that belongs to its last word.

    >>> [is_broken(line) for line in ("Gel-", "jobsøgning -")]
    [True, False]
    """
    return text.endswith(HYPHENS) and not text[:-1].endswith(" ") and len(text) > 1


def hyphen_separator(left: str, right: str, words: Lexicon) -> tuple[bool, str]:
    """Say what joins a line that ends in a hyphen to the next: is the hyphen kept, and what follows it.

    `words` are the words of the whole text (`lexicon`): a compound that is written with a hyphen elsewhere
    keeps it, and so does one that begins with a name.

    >>> hyphen_separator("Nord-", "havn", Lexicon())
    (False, '')
    >>> hyphen_separator("job-", "og uddannelse", Lexicon())
    (True, ' ')
    >>> hyphen_separator("SOSU-", "assistent", Lexicon())
    (True, '')
    """
    if left.endswith(SOFT_HYPHEN):
        return False, ""
    first = FIRST_WORD.match(right)
    if first and first.group() in SUSPENDED:
        return True, " "
    before = WORD_BEFORE_HYPHEN.search(left)
    if first is None or before is None or ADDRESS.search(left):
        return True, ""
    return _belongs_to_the_word(before.group(1), first.group(), words), ""


def one_line(text: str) -> str:
    r"""Return printed lines as one, with the words that break at the end of a line whole: to show a quote by.

    Without the words of the whole text a rare compound loses its hyphen; a quote itself is never changed so.

    >>> one_line("en indsats i Møl-\nleparken for job- og\nboligsociale  hensyn")
    'en indsats i Mølleparken for job- og boligsociale hensyn'
    """
    shown = ""
    for line in filter(None, (" ".join(each.split()) for each in text.splitlines())):
        if not is_broken(shown):
            shown = f"{shown} {line}" if shown else line
            continue
        is_kept, separator = hyphen_separator(shown, line, Lexicon())
        shown = f"{shown if is_kept else shown[:-1]}{separator}{line}"
    return shown


def _belongs_to_the_word(left: str, right: str, words: Lexicon) -> bool:
    if left.isupper() and right.isupper():
        return False
    if right[0].isupper() or (left.isupper() and len(left) > 1) or not left[-1].isalpha():
        return True
    if (left + right).casefold() in words.folded:
        return False
    if f"{left}-{right}".casefold() in words.folded:
        return True
    return len(left) == 1 or _is_a_name(left.lstrip(OPENING), words)


def _is_a_name(word: str, words: Lexicon) -> bool:
    """Tell whether a word is printed elsewhere, and always with a capital: "Nordhavn-området"."""
    return word in words.printed and not word.islower() and word.casefold() not in words.printed
