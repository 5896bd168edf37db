"""Look for words in less time: in lower case, once for many expressions, only where they may begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

DIGITS = re.compile(r"\d+")


def starts_in_any_case(expression: str, text: str) -> tuple[int, ...]:
    r"""Return in order where `expression`, written in lower case, may begin in `text`, overlapping ones too.

    >>> starts_in_any_case(r"\b(?:plan|planen)", "Planen og en plan")
    (0, 13)
    """
    folded = text.lower()
    same = len(folded) == len(text)  # "İ" becomes two characters
    look = re.compile(f"(?={expression})", re.NOFLAG if same else re.IGNORECASE)
    return tuple(match.start() for match in look.finditer(folded if same else text))


def number_starts(text: str) -> tuple[int, ...]:
    """Return in order where runs of digits begin.

    >>> number_starts("den 3. maj 2031")
    (4, 11)
    """
    return tuple(match.start() for match in DIGITS.finditer(text))


def matches_at(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield what `finditer` would, for a pattern that can match at `starts` only, which are in order."""
    end = 0
    for start in starts:
        match = pattern.match(text, start) if start >= end else None
        if match:
            end = match.end()
            yield match
