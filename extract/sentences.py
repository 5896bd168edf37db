"""Cut cleaned text into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.records import Span

# Abbreviations of Danish office prose that end in a full stop and never end a sentence.
ABBREVIATIONS = frozenset(
    "adm afd ang aug bl.a c/o ca cand dec dir dr ds dvs eks ekskl el evt excl f.eks feb fhv forv fm "
    "fx hhv hr i.e iflg ifm ift iht inkl inst jan jf jul jun jvf kap kl lign maks max mdl medl mht "
    "mhp min nov nr obs okt p.g.a p.t pga ph.d pkt pr prof q ref s sep sept skt st stk str sml sv "
    "t.o.m tidl tlf udg udv vedr vha vær vs årg".split()
)
# Units end a sentence where a capital follows ("18 mio. Det"), but not before a number ("kr. 400").
UNITS = frozenset("årh kr mia mio mdr min pct sek t.kr tkr mill".split())
BREAK = re.compile(r"(?<![.!?])[.!?]++[”\"’»)\]]*+(?=\s+[”\"“’«(]?[A-ZÆØÅÉ0-9•])|\n")
LONGEST_ABBREVIATION = 24
LAST_WORD = re.compile(r"[\w./]+$")
ENUMERATION = re.compile(r"\s*\(?(?:\d{1,3}|[A-Za-z])")  # "2." and "A." at the start of a line


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
    if match.group()[0] != "." or len(match.group()) > 1:
        return True
    if ENUMERATION.fullmatch(text, start, match.start()):
        return False
    word = LAST_WORD.search(text, max(start, match.start() - LONGEST_ABBREVIATION), match.start())
    if word is None:
        return True
    last = word.group().casefold()
    following = text[match.end() : match.end() + 4].lstrip()
    if last in UNITS:
        return following[:1].isalpha() and not following.startswith("Kr")
    if last in ABBREVIATIONS or (len(last) == 1 and last.isalpha()):
        return False
    # Before a number an ordinal goes on: "2. 3. og 4. klasse".
    return not (last.isdigit() and len(last) <= 2 and following[:1].isdigit())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        yield Span(start + left, start + right)
