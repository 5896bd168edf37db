"""Bring text boxes out of the sentences they were printed into."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.clean_counts import DATE_ALONE
from extract.clean_joints import LIST_ITEM, RECOMMENDED, Neighbours, is_capitals, runs_on, starts_paragraph
from extract.clean_paragraphs import Paragraph

PROSE = 60  # characters: a shorter paragraph is no sentence that a box could have landed in
MOST_BOX_PARAGRAPHS = 24
LETTERHEAD = re.compile(
    r"(?:Sagsbehandler|Sagsnummer|Sag|Telefon|Tlf|Direkte telefon|Direkte e-mail|E-mail|E-post|Dato)\b"
    r"|(?:Til|Fra) [A-ZÆØÅ]"
)


def lift_boxes(printed: Sequence[Paragraph]) -> list[Paragraph]:
    """Move a text box that stands inside a sentence behind the paragraph of that sentence.

    A sentence breaks off, mostly at the end of a page; boxes follow (the recommendation, the sender, the date
    at the head of the next page); then comes the rest. All other paragraphs keep their order.
    """
    result: list[Paragraph] = []
    for paragraph in printed:
        size = _boxes_before(result, paragraph)
        if size:
            broken, boxes = result[-size - 1], result[-size:]
            result[-size - 1 :] = [Paragraph(broken.lines + paragraph.lines), *boxes]
        else:
            result.append(paragraph)
    return result


def _boxes_before(above: Sequence[Paragraph], rest: Paragraph) -> int:
    """Return how many paragraphs of boxes stand between the rest of a sentence and its beginning."""
    if not above or not rest.text[0].islower() or starts_paragraph(rest.text):
        return 0
    for size, candidate in enumerate(reversed(above[-MOST_BOX_PARAGRAPHS:])):
        if size and _breaks_off(candidate, rest) and _are_boxes(above[len(above) - size :]):
            return size
    return 0


def _breaks_off(candidate: Paragraph, rest: Paragraph) -> bool:
    last = candidate.lines[-1].text
    if len(candidate.text) < PROSE or is_capitals(last):
        return False
    return runs_on(Neighbours(last, rest.lines[0].text, gap=1, width=len(last)))


def _are_boxes(between: Sequence[Paragraph]) -> bool:
    if all(DATE_ALONE.fullmatch(paragraph.text) for paragraph in between):
        return True
    told = any(RECOMMENDED.match(p.text) or LETTERHEAD.match(p.text) for p in between)
    return told and all(len(p.text) < PROSE or LIST_ITEM.match(p.text) for p in between)
