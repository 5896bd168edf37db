"""Take the text before a row's amounts apart: "Tryg Kaj Unge uden båd 60 2031" by the columns of the head."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.recognise.initiatives_words import words
from extract.records import Span

COUNT_COLUMN = re.compile(r"\b(?:Antal|Deltagere|Pladser|Omfang)\b", re.IGNORECASE)
START_COLUMN = re.compile(r"\b(?:Start|Opstart|Startår|Fra år|Igangsat)\b", re.IGNORECASE)
GROUP_COLUMN = re.compile(r"\bMålgruppe", re.IGNORECASE)
NUMBERS = re.compile(r"(?P<count> \d{1,3}(?:\.\d{3})+| \d{1,6})?(?P<year> 20\d\d)?$")


@dataclass(frozen=True, slots=True)
class Cells:
    """What a row says beside its amounts: the name, whom it is for, how many they are, when it starts."""

    name: Span
    group: str | None = None
    count: str | None = None
    start_year: str | None = None

    def attributes(self) -> dict[str, str]:
        """Return what is known, as attributes of the row's initiative."""
        known = {"group": self.group, "count": self.count, "start_year": self.start_year}
        return {key: value for key, value in known.items() if value}


def cells(text: str, span: Span, head: str) -> Cells:
    """Return the cells of `span` under a head of this wording; blanks alone stand between columns.

    Whom a row is for begins with a word for people that has a capital: "Unge", "Familier". A column of people
    before the names (groups of rows) is none of the row.
    """
    printed = span.of(text)
    numbers = NUMBERS.search(printed) if COUNT_COLUMN.search(head) or START_COLUMN.search(head) else None
    count = numbers["count"] if numbers and COUNT_COLUMN.search(head) else None
    year = numbers["year"] if numbers and START_COLUMN.search(head) else None
    end = len(printed) - len(count or "") - len(year or "")
    start = _group_start(printed[:end], head)
    return Cells(
        Span(span.start, span.start + (start or end)),
        printed[start:end].strip() if start else None,
        count.strip().replace(".", "") if count else None,
        year.strip() if year else None,
    )


def _group_start(printed: str, head: str) -> int | None:
    column = GROUP_COLUMN.search(head)
    if column is None or not head[: column.start()].strip(" .Nnr"):
        return None
    people = words().sets["people"]
    found = [
        match for match in re.finditer(r" [A-ZÆØÅ]\w+", printed) if match.group().strip().casefold() in people
    ]
    return found[-1].start() if found else None
