"""Join lines to paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

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
BETWEEN_PARAGRAPHS = 2  # empty lines that stand for the end of a paragraph in DOCX and HTML
PARAGRAPH_A_LINE = 0.2  # share of the lines of a page that run on from a paragraph that breaks off above

LEAST_LINE = 20  # characters: shorter ones are words of a list sooner than lines of a sentence


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
    empty line above them. Programs that make DOCX or HTML of a printed page may make every line a paragraph:
    there lines that run on mostly stand apart as paragraphs do.
    """
    running = [line for line in lines[1:] if line.text[0].islower()]
    if len(running) < ENOUGH_LINES:
        return list(lines)
    if sum(line.gap == 1 for line in running) >= DOUBLE_SPACED * len(running):
        return [replace(line, gap=line.gap // 2) for line in lines]
    if _is_a_paragraph_a_line(lines):
        return [_brought_near(above, line) for above, line in zip((None, *lines), lines, strict=False)]
    return list(lines)


def _brought_near(above: Line | None, line: Line) -> Line:
    """Return a line without the distance of a paragraph; behind a whole sentence it stays a little apart."""
    if above is None or line.gap != BETWEEN_PARAGRAPHS:
        return line
    return replace(line, gap=0 if breaks_off(above.text) else 1)


def _is_a_paragraph_a_line(lines: Sequence[Line]) -> bool:
    """Tell whether sentences go on from paragraph to paragraph; few items of a list do not tell that."""
    running = [
        line
        for above, line in pairwise(lines)
        if line.text[0].islower() and _may_run_on(above.text) and not is_list_item(line.text)
    ]
    apart = sum(line.gap == BETWEEN_PARAGRAPHS for line in running)
    return (
        len(running) >= ENOUGH_LINES
        and apart >= DOUBLE_SPACED * len(running)
        and apart >= PARAGRAPH_A_LINE * len(lines)
    )


def _may_run_on(text: str) -> bool:
    return len(text) >= LEAST_LINE and breaks_off(text)


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
