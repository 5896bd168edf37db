"""The readable source of a sample package: front matter in TOML, then a text in few marks.

Block marks, one at the start of a line (`samples/README.md` shows each in use):

    ===          a new page                      # Title      a heading;  ## a lesser one
    > line       a line kept as it is            - item       a bullet;  * one drawn in a symbol font
    | a | b |    a row of a table                ^ SAG-…      the case number of an agenda item
    @ Punkt 3, Bilag 1: …                        a page stamp
    ~ text       page furniture;  ~+ runs into what follows without a space, ~_ with one
    <<< … >>>    the boxed recommendations; drawn where `{boks}` stands later, if it does

Inside a paragraph: `{side}` breaks the page, `{side|Punkt 3, …}` after a stamp, `{stempel|…}` puts a stamp,
`{linje}` breaks the line.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

INLINE = re.compile(r"\{(side|stempel|boks|linje)(?:\|([^}]*))?\}")
BOX_OPEN, BOX_CLOSE = "<<<", ">>>"


class BlockKind(StrEnum):
    """What a block of a source is."""

    PAGE = "page"
    HEADING = "heading"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    LINE = "line"
    BULLET = "bullet"
    SYMBOL_BULLET = "symbol bullet"
    ROW = "row"
    CASE = "case"
    STAMP = "stamp"
    FURNITURE = "furniture"
    GLUED_FURNITURE = "glued furniture"
    SPACED_FURNITURE = "spaced furniture"
    BOX = "box"


# Longer marks first: "~+" must not be read as "~".
MARKS = {
    "## ": BlockKind.SUBHEADING,
    "# ": BlockKind.HEADING,
    "> ": BlockKind.LINE,
    "- ": BlockKind.BULLET,
    "* ": BlockKind.SYMBOL_BULLET,
    "| ": BlockKind.ROW,
    "^ ": BlockKind.CASE,
    "@ ": BlockKind.STAMP,
    "~+ ": BlockKind.GLUED_FURNITURE,
    "~_ ": BlockKind.SPACED_FURNITURE,
    "~ ": BlockKind.FURNITURE,
}


@dataclass(frozen=True, slots=True)
class Block:
    """One block; only a box has blocks of its own."""

    kind: BlockKind
    text: str
    inner: tuple[Block, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a table row."""
        return tuple(cell.strip() for cell in self.text.rstrip("| ").split("|"))


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a public meeting page prints above its agenda."""

    body: str
    date: str  # as printed: "onsdag den 8. oktober 2025 kl. 17.00"
    place: str
    heading: str  # "Referat" or "Dagsorden"


@dataclass(frozen=True, slots=True)
class Source:
    """One sample package: its file name without suffix, the format it is bundled in, and its blocks."""

    stem: str
    format: str
    width: int
    meeting: Meeting | None
    blocks: tuple[Block, ...]


def read_source(path: Path) -> Source:
    """Read one source file.

    Raises: ValueError if the front matter is missing or a box is not closed.
    """
    _, front, body = re.split(r"^\+\+\+\n", path.read_text("utf-8"), maxsplit=2, flags=re.MULTILINE)
    head = tomllib.loads(front)
    meeting = Meeting(**head["meeting"]) if "meeting" in head else None
    return Source(path.stem, head["format"], head.get("width", 80), meeting, parse_blocks(body.splitlines()))


def parse_blocks(lines: list[str]) -> tuple[Block, ...]:
    """Parse lines into blocks, in order; lines without a mark that stand together are one paragraph.

    >>> [b.kind.value for b in parse_blocks(["# Title", "One", "two.", "", "- three"])]
    ['heading', 'paragraph', 'bullet']
    """
    blocks: list[Block] = []
    paragraph: list[str] = []
    position = 0
    while position < len(lines):
        line = lines[position]
        if line == BOX_OPEN:
            end = lines.index(BOX_CLOSE, position)
            blocks.append(Block(BlockKind.BOX, "", parse_blocks(lines[position + 1 : end])))
            position = end
        elif marked := parse_marked(line):
            blocks += [*join_paragraph(paragraph), marked]
        elif line.strip():
            paragraph.append(line.strip())
        else:
            blocks += join_paragraph(paragraph) or end_of_lines(blocks)
        position += 1
    return (*blocks, *join_paragraph(paragraph))


def parse_marked(line: str) -> Block | None:
    """Parse a line that begins with a mark."""
    if line == "===":
        return Block(BlockKind.PAGE, "")
    if line == ">":
        return Block(BlockKind.LINE, "")
    kind = next((kind for mark, kind in MARKS.items() if line.startswith(mark)), None)
    return Block(kind, line.split(" ", 1)[1]) if kind else None


def join_paragraph(lines: list[str]) -> list[Block]:
    """Take the lines gathered so far as one paragraph (none if there are none), and forget them."""
    text = " ".join(lines)
    lines.clear()
    return [Block(BlockKind.PARAGRAPH, text)] if text else []


def end_of_lines(blocks: list[Block]) -> list[Block]:
    """Keep the blank line after lines that are kept as they are."""
    return [Block(BlockKind.LINE, "")] if blocks and blocks[-1].kind is BlockKind.LINE else []


def without_marks(text: str) -> str:
    """Return a paragraph as it reads where no page breaks it.

    >>> without_marks("rå{side|Punkt 3, Bilag 1: Notat}dmanden siger {boks}ja")
    'rådmanden siger ja'
    """
    return INLINE.sub("", text)
