"""Cleaned packages of an invented municipality for the tests of segmenting.

A page is written as its paragraphs; a line "@ 3/1: Title" stamps the page with Punkt 3, Bilag 1, a line
"# 1/2" counts it.
"""

from __future__ import annotations

import re

from extract.records import CleanText, Package, PageCount, Span, Stamp
from extract.segment import segment
from extract.segment_layout import Paragraph

STAMP = re.compile(r"@ (?P<item>\w+)/(?P<attachment>\w+): ?(?P<title>.*)")
COUNT = re.compile(r"# (?P<number>\d+)/(?P<total>\d+)")

INDSTILLING_2031 = """\
Indstilling til rådmandsmødet
10. marts 2031 - 10 minutter
Ny mole i havnen
INDLEDNING
Rådmanden får her et forslag om en ny mole.
INDSTILLING
Det indstilles,
1. at rådmanden godkender molen.
SAGSFREMSTILLING
Molen er gammel.
BILAG
Bilag 1: Kort over havnens moler
Bilag 2: Prisliste for sten
Havnekontoret
3. marts 2031
Sagsbehandler: Anna Lund"""


def clean_text(*pages: str) -> CleanText:
    """Return the cleaned text of pages written as above."""
    parts: list[str] = []
    starts: list[int] = []
    stamps: list[Stamp] = []
    counts: list[PageCount] = []
    position = 0
    for number, page in enumerate(pages, start=1):
        lines = [line for line in page.splitlines() if line.strip()]
        text = "".join(f"{line}\n" for line in lines if not line.startswith(("@ ", "# ")))
        starts.append(position)
        position += len(text)
        parts.append(text)
        for line in lines:
            stamp, count = STAMP.fullmatch(line), COUNT.fullmatch(line)
            if stamp:
                at = Span(position + len(stamps), position + len(stamps) + 1)
                stamps.append(Stamp(stamp["item"], stamp["attachment"], stamp["title"], at, position, number))
            if count:
                counts.append(PageCount(int(count["number"]), int(count["total"]), position, number))
    return CleanText("".join(parts), (), tuple(starts), tuple(stamps), tuple(counts))


def package_of(*pages: str, name: str = "pakke.txt") -> Package:
    """Take pages written as above apart."""
    return segment(clean_text(*pages), name)


def paragraphs_of(text: str) -> list[Paragraph]:
    """Return the lines of `text` as paragraphs of one page."""
    paragraphs: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(line, Span(start, start + len(line)), 1, 1, False))
        start += len(line) + 1
    return paragraphs
