"""Turn raw text into readable text with a map back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.clean_boxes import lift_boxes
from extract.clean_counts import take_counts
from extract.clean_filler import take_filler
from extract.clean_headers import take_headers
from extract.clean_hyphens import lexicon
from extract.clean_lines import split_lines
from extract.clean_paragraphs import paragraphs, single_spaced
from extract.clean_stamps import take_stamps
from extract.clean_write import write
from extract.records import CleanText, PageCount, RawText, Run, Stamp


def clean(raw: RawText) -> CleanText:
    r"""Join lines to paragraphs, mend broken words, take out page furniture, keep the map back.

    >>> from extract.records import Page, Span
    >>> raw = RawText("a.txt", "", "text/plain", "Vi mødes i Nord-\nhavn.", (Page(1, Span(0, 22)),))
    >>> clean(raw).text
    'Vi mødes i Nordhavn.'
    """
    pages, stamps = take_stamps(split_lines(raw))
    pages, counts = take_counts(pages)
    pages = [take_filler(single_spaced(page)) for page in take_headers(pages)]
    text, runs = write(lift_boxes(paragraphs(pages)), lexicon(raw.text))
    places = _Places(runs)
    return CleanText(
        text,
        runs,
        _page_starts(raw, places, len(text)),
        tuple(
            Stamp(s.item_number, s.attachment_number, s.title, s.span, places.before(s.span.start), s.page)
            for s in stamps
        ),
        tuple(PageCount(c.number, c.total, places.before(c.raw_start), c.page) for c in counts),
    )


class _Places:
    """Where raw offsets have gone in the cleaned text."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = sorted(runs, key=lambda run: run.raw_start)
        self._starts = [run.raw_start for run in self._runs]

    def before(self, raw_start: int) -> int:
        """Return the end of the cleaned text that stands before a raw offset."""
        index = bisect_left(self._starts, raw_start)
        return self._runs[index - 1].clean_start + self._runs[index - 1].length if index else 0

    def after(self, raw_start: int, raw_end: int) -> int | None:
        """Return the start of the first cleaned text in a raw stretch, if there is any."""
        index = bisect_left(self._starts, raw_start)
        if index == len(self._runs) or self._starts[index] >= raw_end:
            return None
        return self._runs[index].clean_start


def _page_starts(raw: RawText, places: _Places, end: int) -> tuple[int, ...]:
    starts: list[int] = []
    following = end
    for page in reversed(raw.pages):
        start = places.after(page.span.start, page.span.end)
        following = following if start is None else min(start, following)
        starts.append(following)
    return tuple(reversed(starts))
