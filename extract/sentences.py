"""Cut cleaned text into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.records import Span

# Abbreviations of Danish office prose that end in a full stop without ending a sentence.
ABBREVIATIONS = frozenset(
    "bl.a ca d dvs eks el evt f.eks fx ift ifm iht inkl ekskl jf kl kr lign m.fl m.m m.v mfl mhp mht mio mia "
    "mdr min nr o.l osv pct pkt pr s sek stk tlf t.kr u vedr vha vær årh jan feb mar apr jun jul aug sep okt "
    "nov dec f hhv a b c e g h i j k l m n o p q r t v".split()
)
BREAK = re.compile(r"[.!?]+[”\"’»)]*(?=\s+[”\"“’«(]?[A-ZÆØÅ0-9•])|\n")
LAST_WORD = re.compile(r"([\w.]+)$")


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of `text` in order, without surrounding blanks; a newline always ends one.

    >>> [s.of("Mødet kl. 10. Det gik. Fint") for s in sentences("Mødet kl. 10. Det gik. Fint")]
    ['Mødet kl. 10.', 'Det gik.', 'Fint']
    """
    start = 0
    for match in BREAK.finditer(text):
        if match.group() != "\n" and not _ends(text, start, match):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    if not match.group().startswith("."):
        return True
    word = LAST_WORD.search(text, start, match.start())
    if word is None:
        return True
    last = word.group(1).casefold()
    following = text[match.end() :].lstrip()[:1]
    if last in ABBREVIATIONS:
        return False
    # "1. marts", "den 8. februar": an ordinal before a lower-case word is caught by BREAK; before a number not.
    return not (last.isdigit() and len(last) <= 2 and not following.isupper())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        yield Span(start + left, start + right)
