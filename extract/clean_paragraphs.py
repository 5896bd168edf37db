"""Join lines to paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.clean_joints import (
    RECOMMENDED,
    Neighbours,
    breaks_off,
    column_widths,
    is_list_item,
    runs_on,
    stops_within,
)
from extract.clean_lines import Line

DOUBLE_SPACED = 0.6  # share of the running lines of a page that have an empty line above them
ENOUGH_LINES = 3  # running lines on a page, below which nothing is said of its spacing


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that run on into each other, perhaps over a page break."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The lines as printed, joined by blanks."""
        return " ".join(line.text for line in self.lines)


def single_spaced(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page with the empty lines of double spacing taken from their gaps.

    A page is printed with double spacing where lines that run on (they begin in lower case) mostly have an
    empty line above them.
    """
    running = [line for line in lines[1:] if line.text[0].islower()]
    if len(running) < ENOUGH_LINES or sum(line.gap == 1 for line in running) < DOUBLE_SPACED * len(running):
        return list(lines)
    return [replace(line, gap=line.gap // 2) for line in lines]


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """Join the lines of all pages to paragraphs, in reading order.

    After a box that was printed into a sentence an empty line is its end, even if the line above looks
    unfinished: what follows is the rest of that sentence.
    """
    done: list[list[Line]] = []
    in_box = False
    for page in pages:
        widths = column_widths(page)
        for index, line in enumerate(page):
            pair = _neighbours(done[-1], page, index, widths) if done else None
            at_end_of_box = (
                in_box and pair is not None and pair.gap and not (pair.first or stops_within(pair))
            )
            if pair is not None and runs_on(pair) and not at_end_of_box:
                done[-1].append(line)
                continue
            if RECOMMENDED.match(line.text):
                in_box = pair is not None and breaks_off(pair.above)
            elif not is_list_item(line.text):
                in_box = False
            done.append([line])
    return [Paragraph(tuple(lines)) for lines in done]


def _neighbours(above: Sequence[Line], page: Sequence[Line], index: int, widths: Sequence[int]) -> Neighbours:
    line, last = page[index], above[-1]
    following = page[index + 1] if index + 1 < len(page) else None
    return Neighbours(
        last.text,
        line.text,
        gap=line.gap if index else max(line.gap, 1),
        width=widths[index - 1] if index else max(len(last.text), len(line.text)),
        interrupted=index == 0 or line.after_furniture,
        first=len(above) == 1,
        list_goes_on=following is not None and following.gap == 0 and is_list_item(following.text),
    )
