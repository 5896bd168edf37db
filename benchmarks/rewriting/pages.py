"""Bind the pages of a package otherwise: move stamps into sentences, glue page counts, shuffle attachments.

Pages are told apart as the reader of plain text does (`extract.read_text.text_pages`).
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from itertools import groupby

from extract.read_text import text_pages

Key = tuple[str, str]  # the item's number and the attachment's

# A stamp at the end of a page, of up to four lines.
STAMP = re.compile(
    r"\n(?P<stamp>Punkt (?P<item>\d+[A-Z]?), Bilag (?P<attachment>\d+):[^\n]*(?:\n[^\n]*\S[^\n]*){0,3})\s*\Z"
)
# Inside a sentence: the line goes on in lower case on the next.
INSIDE = re.compile(r"(?<=[a-zæøå,])(?<!-)[ ]?\n(?=[a-zæøå]{2})")
COUNT = re.compile(r"\bside \d+ af \d+", re.IGNORECASE)


def move_stamps(text: str, chance: random.Random) -> str:
    """Move the stamp of every page into one of the page's sentences, set apart by empty lines."""
    return bound([_with_moved_stamp(page, chance) for page in pages(text)])


def _with_moved_stamp(page: str, chance: random.Random) -> str:
    found = STAMP.search(page)
    body = page[: found.start()] if found else page
    inside = list(INSIDE.finditer(body))
    if found is None or not inside:
        return page
    at = chance.choice(inside)
    return f"{body[: at.start()]}\n\n{found['stamp'].rstrip()}\n\n{body[at.end() :]}"


def glue_counts(text: str, chance: random.Random) -> str:
    """Glue "Side 2 af 3" to the first line of the pages of about every second attachment of several pages."""
    written: list[str] = []
    for stamp, attachment in attachments(text):
        is_counted = any(COUNT.search(page) for page in attachment)
        if stamp and len(attachment) > 1 and not is_counted and chance.random() < 1 / 2:
            attachment = [_counted(page, n, len(attachment)) for n, page in enumerate(attachment, 1)]
        written += attachment
    return bound(written)


def _counted(page: str, number: int, of: int) -> str:
    return f" Side {number} af {of}{page.lstrip()}"


def shuffle_attachments(text: str, chance: random.Random) -> str:
    """Shuffle the attachments of every agenda item that follow each other, each with all its pages."""
    written: list[str] = []
    for item, group in groupby(attachments(text), key=lambda each: each[0] and each[0][0]):
        of_item = [attachment for _, attachment in group]
        if item:
            chance.shuffle(of_item)
        written += [page for attachment in of_item for page in attachment]
    return bound(written)


def bound(written: list[str]) -> str:
    r"""Return the text of pages: each ends with its last line, and begins with one blank.

    >>> bound(["Punkt 1", "Punkt 2\n\n"])
    ' Punkt 1\n Punkt 2\n'
    """
    return "".join(f" {page.strip()}\n" for page in written)


def pages(text: str) -> list[str]:
    """Return the pages of a text, in order; together they are the text."""
    return [page.span.of(text) for page in text_pages(text)]


def attachments(text: str) -> list[tuple[Key | None, list[str]]]:
    """Return the pages that stand together under one stamp, in order, with what it says.

    A page without a stamp between two pages of one attachment is the attachment's too.
    """
    found = pages(text)
    own = [stamp_of(page) for page in found]
    before, after = _last_seen(own), _last_seen(own[::-1])[::-1]
    keys = [above if above == below else key for above, key, below in zip(before, own, after, strict=True)]
    return [
        (key, [page for _, page in group])
        for key, group in groupby(zip(keys, found, strict=True), key=lambda each: each[0])
    ]


def _last_seen(keys: Sequence[Key | None]) -> list[Key | None]:
    seen: list[Key | None] = []
    for key in keys:
        seen.append(key or (seen[-1] if seen else None))
    return seen


def stamp_of(page: str) -> Key | None:
    """Return what the stamp at the end of a page says: the item's and the attachment's number."""
    found = STAMP.search(page)
    return (found["item"], found["attachment"]) if found else None
