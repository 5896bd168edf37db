"""Turn lists of words into patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """Return an alternation of the words, the longer ones first, to be put in a group.

    >>> either(["kr", "kroner"])
    'kroner|kr'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
