"""Take out the running head of a document: what is printed again at the top of its next page."""

from __future__ import annotations

from collections.abc import Sequence

from extract.clean_lines import Line, without

MOST_LINES = 4


def take_headers(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without the heads that repeat the page before.

    Only a head of two lines or more that names a date or a number is taken: the pages of a report may well
    begin with the same heading.
    """
    heads = [_head(page) for page in pages]
    return [
        without(page, set(range(len(head)))) if head and above == head else list(page)
        for page, head, above in zip(pages, heads, [(), *heads], strict=False)
    ]


def _head(page: Sequence[Line]) -> tuple[str, ...]:
    end = next((index for index, line in enumerate(page) if index and line.gap), len(page))
    head = tuple(line.text for line in page[:end])
    if not 2 <= len(head) <= MOST_LINES or not any(letter.isdigit() for letter in "".join(head)):
        return ()
    return head
