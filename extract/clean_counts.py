"""Take page counts out of the text: "Side 3 af 5", "12 / 13", and the dates printed above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.clean_lines import Line, cut, without

MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
COUNT = re.compile(
    r"(?P<before>.{0,60}?)\b[Ss]ide (?P<number>\d{1,4}) (?:af|ud af|/) ?(?P<total>\d{1,5})(?P<after>.*)"
)
SLASHED = re.compile(r"(?P<number>\d{1,3}) / (?P<total>\d{1,3})")
NUMBER_ALONE = re.compile(r"(?:[Ss]ide )?(?:[-–] ?)?(\d{1,3})(?: ?[-–])?")
DATE_ALONE = re.compile(rf"(?:den )?\d{{1,2}}\. (?:{MONTHS}) \d{{4}}", re.IGNORECASE)
# What can stand directly after a count when the text runs on without a blank: "5. Opfølgning", "Metode".
GLUED_TEXT = re.compile(r"\d{1,2}\. ?[A-ZÆØÅ”\"]|[^\d\s.,;:)]")
EDGE = 2  # lines at the top and the end of a page where a running head is looked for


@dataclass(frozen=True, slots=True)
class FoundCount:
    """A page's own count and where it was printed in the raw text."""

    number: int
    total: int
    raw_start: int
    page: int


@dataclass(frozen=True, slots=True)
class _Split:
    """A line that holds a count: what it says, and where the text that was glued to it begins (if any)."""

    number: int
    total: int
    before: int
    after: int


def take_counts(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[FoundCount]]:
    """Return the pages without their counts and repeated dates, and the counts in order.

    Where a count is glued to the text ("Side 3 af 55. Opfølgning") the total is the one other pages give. The
    date above a count is the document's: it stays where it is printed first.
    """
    totals = frozenset(_plain_totals(pages))
    dates: set[str] = set()
    left: list[list[Line]] = []
    found: list[FoundCount] = []
    for page in pages:
        counts = {index: split for index, line in enumerate(page) if (split := _split(page, index, totals))}
        found.extend(
            FoundCount(c.number, c.total, page[index].start, page[index].page) for index, c in counts.items()
        )
        left.append(list(_without_counts(page, counts, dates)))
    return _without_numbers(left), found


def _plain_totals(pages: Iterable[Sequence[Line]]) -> Iterator[int]:
    for page in pages:
        for line in page:
            match = COUNT.fullmatch(line.text) if "ide " in line.text else None
            if match and not match["after"]:
                yield int(match["total"])


def _split(page: Sequence[Line], index: int, totals: frozenset[int]) -> _Split | None:
    text = page[index].text
    slashed = SLASHED.fullmatch(text)
    if slashed:
        return _valid(int(slashed["number"]), int(slashed["total"]), 0, len(text))
    match = COUNT.match(text) if "ide " in text else None
    if match is None:
        return None
    at_edge = index < EDGE or index >= len(page) - EDGE
    if match["before"] and (not at_edge or match["after"]):
        return None
    number, digits = int(match["number"]), match["total"]
    if not match["after"]:
        return _valid(number, int(digits), 0, len(text))
    return _glued(number, digits, match, totals)


def _glued(number: int, digits: str, match: re.Match[str], totals: frozenset[int]) -> _Split | None:
    start = match.start("total")
    lengths = [
        n
        for n in range(1, len(digits) + 1)
        if _can_follow(digits[n:] + match["after"]) and int(digits[:n]) >= number
    ]
    if not lengths:
        return None
    known = [n for n in lengths if int(digits[:n]) in totals]
    length = (known or lengths)[0]
    return _valid(number, int(digits[:length]), 0, start + length)


def _can_follow(rest: str) -> bool:
    return bool(GLUED_TEXT.match(rest)) or (rest[:1] == " " and rest[1:2].isupper())


def _valid(number: int, total: int, before: int, after: int) -> _Split | None:
    return _Split(number, total, before, after) if 1 <= number <= total else None


def _without_counts(page: Sequence[Line], counts: dict[int, _Split], dates: set[str]) -> Iterator[Line]:
    taken = {index for index, split in counts.items() if split.after == len(page[index].text)}
    for index, split in counts.items():
        above = page[index - 1].text if index else ""
        if DATE_ALONE.fullmatch(above):
            if split.number > 1 and above in dates:
                taken.add(index - 1)
            dates.add(above)
    cuts = {page[index].start: split.after for index, split in counts.items()}
    for line in without(page, taken):
        part = cut(line, cuts[line.start], len(line.text)) if line.start in cuts else line
        if part is not None:
            yield part


def _without_numbers(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Take out numbers alone at an edge of their page, where two or more keep step with the pages."""
    alone = {
        (page[index].page, index): int(match[1])
        for page in pages
        for index in {0, 1, len(page) - 1}
        if 0 <= index < len(page) and (match := NUMBER_ALONE.fullmatch(page[index].text))
    }
    offsets = [number - page for (page, _), number in alone.items()]
    in_step = {key for key, number in alone.items() if offsets.count(number - key[0]) > 1}
    return [
        without(page, {index for index in range(len(page)) if (page[index].page, index) in in_step})
        for page in pages
    ]
