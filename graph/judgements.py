"""Judgements: that two names are one entity, or are not, with a score, a reason and who said so.

An analyst's own judgements stand in a file of tab-separated lines, which any spreadsheet opens:

    verdict	left	right	reason	by
    same	initiative:Gadens Køkken	initiative:Køkkenprojektet	same project, renamed	kj
    different	person/anne-holm	person/anne-holm-2	one is a nurse	kj

A side is an IRI (whole, or short as in `person/anne-holm`) or a kind and a label (`person:Anne Holm`). The
IRI of a mention (`source/3f2a…/mention/7`) tells namesakes apart, or says whose initials these are. Of two
lines about the same two sides the later holds.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from graph.atomic import write_text
from graph.errors import ResolveError

COLUMNS = ("verdict", "left", "right", "reason", "by")


class Verdict(StrEnum):
    """What a judgement says of its two sides."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """One recorded judgement. `score` is how sure it is, 0 to 1; `by` a rule's name or an analyst's."""

    left: str
    right: str
    verdict: Verdict
    score: float
    reason: str
    by: str


def load_judgements(path: Path) -> tuple[Judgement, ...]:
    """Read an analyst's judgements in the order of the file; a file that is not there holds none.

    Raises: ResolveError with the line, if the file is no such table or a line is malformed.
    """
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise ResolveError(path, 1, f"it cannot be read: {error}") from error
    return tuple(_parse(path, text.splitlines()))


def _parse(path: Path, lines: list[str]) -> Iterable[Judgement]:
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or cells[0].startswith("#") or cells[0] == COLUMNS[0]:
            continue
        yield _judgement(path, number, cells)


def _judgement(path: Path, number: int, cells: list[str]) -> Judgement:
    if len(cells) < 3 or not cells[1] or not cells[2]:
        raise ResolveError(path, number, f"a line has {', '.join(COLUMNS)}, separated by tabs")
    if cells[0] not in set(Verdict):
        raise ResolveError(path, number, f"the verdict {cells[0]!r} is none of {', '.join(Verdict)}")
    reason, by = (*cells[3:5], "", "")[:2]
    return Judgement(cells[1], cells[2], Verdict(cells[0]), 1.0, reason or "judged by hand", by or "analyst")


def save_judgements(path: Path, judgements: Iterable[Judgement]) -> None:
    """Write an analyst's judgements in order; the file is replaced as a whole or not at all.

    Raises: ResolveError if it cannot be written.
    """
    rows = [COLUMNS, *((j.verdict.value, j.left, j.right, j.reason, j.by) for j in judgements)]
    text = "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)
    try:
        write_text(path, text)
    except OSError as error:
        raise ResolveError(path, 1, f"it cannot be written: {error.strerror}") from error
