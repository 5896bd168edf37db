"""Lay a cleaned text out as paragraphs on pages, each page with its stamps and its own count."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.records import CleanText, PageCount, Run, Span, Stamp


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or the part of one that stands on one page.

    `page` is the page (from 1) at whose place in the text it stands, `printed_on` the page it was printed on:
    a box that the cleaner moved out of a sentence may have come from the page before.
    """

    text: str
    span: Span
    page: int
    printed_on: int
    runs_on: bool  # it is the rest of a paragraph that began on the page before


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: what is on it."""

    number: int
    span: Span
    paragraphs: tuple[Paragraph, ...]
    printed: tuple[Paragraph, ...]  # the paragraphs that were printed on it, wherever they stand now
    stamps: tuple[Stamp, ...] = ()
    count: PageCount | None = None


def lay_out(clean: CleanText) -> tuple[Leaf, ...]:
    """Return the pages in order; together they cover the text.

    A text without pages is one page, unless it bears page stamps: then a page ends at each stamp.
    """
    starts = clean.page_starts or (0,)
    stamps = sorted(clean.stamps, key=lambda each: each.span)
    by_stamp = len(starts) == 1 and len(stamps) > 1
    ends = sorted({stamp.position for stamp in stamps if 0 < stamp.position < len(clean.text)})
    bounds = [0, *(ends if by_stamp else starts[1:]), len(clean.text)]
    spans = [Span(start, max(start, end)) for start, end in pairwise(bounds)]
    placed: dict[int, list[Paragraph]] = defaultdict(list)
    printed: dict[int, list[Paragraph]] = defaultdict(list)
    for paragraph in _paragraphs(clean, spans, None if by_stamp else _Origin(clean)):
        placed[paragraph.page].append(paragraph)
        printed[paragraph.printed_on].append(paragraph)
    stamped: dict[int, list[Stamp]] = defaultdict(list)
    for stamp in stamps:
        stamped[bisect_left(bounds, stamp.position, lo=1) if by_stamp else stamp.page].append(stamp)
    counts = {} if by_stamp else {count.page: count for count in clean.page_counts}
    return tuple(
        Leaf(n, span, tuple(placed[n]), tuple(printed[n]), tuple(stamped[n]), counts.get(n))
        for n, span in enumerate(spans, start=1)
    )


def _paragraphs(clean: CleanText, pages: list[Span], origin: _Origin | None) -> Iterator[Paragraph]:
    for number, page in enumerate(pages, start=1):
        start = page.start
        for line in clean.text[page.start : page.end].split("\n"):
            text = line.strip()
            if text:
                at = start + len(line) - len(line.lstrip())
                runs_on = at == page.start > 0 and clean.text[page.start - 1] != "\n"
                printed_on = origin.page(at, number) if origin else number
                yield Paragraph(text, Span(at, at + len(text)), number, printed_on, runs_on)
            start += len(line) + 1


class _Origin:
    """On which page a place in the cleaned text was printed."""

    def __init__(self, clean: CleanText) -> None:
        self._runs = clean.runs
        self._starts = [run.clean_start for run in clean.runs]
        self._page_starts = [self._raw(start) for start in clean.page_starts]

    def _raw(self, position: int) -> int:
        index = max(bisect_right(self._starts, position) - 1, 0)
        run: Run | None = self._runs[index] if self._runs else None
        return position if run is None else run.raw_start + max(position - run.clean_start, 0)

    def page(self, position: int, placed: int) -> int:
        """Return the number of the page, at most one away from where the text is placed."""
        number = bisect_right(self._page_starts, self._raw(position))
        return number if abs(number - placed) <= 1 and number else placed
