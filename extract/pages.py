"""Put the pages a reader found together as one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.records import Page, Span

PAGE_END = "\f"


@dataclass(frozen=True, slots=True)
class PagedText:
    """What a reader gives: a text, its pages, and what the user should know about them."""

    media_type: str
    text: str
    pages: tuple[Page, ...]
    warnings: tuple[str, ...] = ()


def put_together(texts: Sequence[str]) -> tuple[str, tuple[Page, ...]]:
    r"""Return the texts of pages as one, a form feed after each but the last, and the pages with their spans.

    >>> put_together(["ab", "c"])
    ('ab\x0cc', (Page(number=1, span=Span(start=0, end=3)), Page(number=2, span=Span(start=3, end=4))))
    """
    pages: list[Page] = []
    start = 0
    for number, text in enumerate(texts, start=1):
        end = start + len(text) + (number < len(texts))
        pages.append(Page(number, Span(start, end)))
        start = end
    return PAGE_END.join(texts), tuple(pages)
