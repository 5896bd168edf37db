"""Join lines to paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.clean_joints import Neighbours, column_widths, is_list_item, runs_on
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
    """Join the lines of all pages to paragraphs, in reading order."""
    done: list[list[Line]] = []
    for page in pages:
        widths = column_widths(page)
        for index in range(len(page)):
            if done and runs_on(_neighbours(done[-1], page, index, widths)):
                done[-1].append(page[index])
            else:
                done.append([page[index]])
    return [Paragraph(tuple(lines)) for lines in done]


def _neighbours(above: Sequence[Line], page: Sequence[Line], index: int, widths: Sequence[int]) -> Neighbours:
    line, last = page[index], above[-1]
    following = page[index + 1] if index + 1 < len(page) else None
    return Neighbours(
        last.text,
        line.text,
        gap=line.gap if index else max(line.gap, 1),
        width=widths[index - 1] if index else max(len(last.text), len(line.text)),
        first=len(above) == 1,
        list_goes_on=following is not None and following.gap == 0 and is_list_item(following.text),
    )
