"""Lay a source out in pages of lines, with what printing does to a text: wrapped, hyphenated, stamped."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from scripts.samples_source import INLINE, Block, BlockKind, Source

STAMP_WIDTH = 34
HYPHENATION = re.compile(r"(?<=[aeiouyæøå])([bcdfghjklmnpqrstvxz]*)([bcdfghjklmnpqrstvxz])(?=[aeiouyæøå])")
SHORTEST_BROKEN = 7  # letters
GLUE = {BlockKind.GLUED_FURNITURE: "", BlockKind.SPACED_FURNITURE: " "}
BULLETS = {BlockKind.BULLET: "• ", BlockKind.SYMBOL_BULLET: "\uf0b7 "}


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; more than one cell for a row of a table."""

    cells: tuple[str, ...]
    heading: bool = False

    @property
    def text(self) -> str:
        """The line as one string."""
        return " ".join(self.cells)


BLANK = Line(("",))


@dataclass(slots=True)
class Layout:
    """The pages laid out so far, the box that waits for its place, and furniture that waits for a line."""

    width: int
    pages: list[list[Line]] = field(default_factory=lambda: [[]])
    box: tuple[Block, ...] = ()
    glued: str = ""

    def put(self, *texts: str, heading: bool = False) -> None:
        """Add lines to the page; waiting furniture runs into the first."""
        for text in texts:
            self.pages[-1].append(Line((self.glued + text,), heading))
            self.glued = ""

    def gap(self) -> None:
        """Add a blank line unless one, or the top of the page, is there."""
        if self.pages[-1] and self.pages[-1][-1] != BLANK:
            self.pages[-1].append(BLANK)

    def new_page(self) -> None:
        """Begin a page."""
        self.pages.append([])


def lay_out(source: Source) -> tuple[tuple[Line, ...], ...]:
    """Return the pages of a source, each a tuple of lines without trailing blank ones."""
    layout = Layout(source.width, box=deferred_box(source))
    for block, following in zip(source.blocks, [*source.blocks[1:], None], strict=True):
        if block.kind is BlockKind.BOX and layout.box:
            continue
        put_block(layout, block)
        if not (following and following.kind is block.kind and block.kind in TOGETHER):
            space_after(layout, block.kind)
    return tuple(tuple(strip_blank(page)) for page in layout.pages)


def deferred_box(source: Source) -> tuple[Block, ...]:
    """Return the box that a paragraph's `{boks}` draws elsewhere, if one does."""
    if not any("{boks}" in block.text for block in source.blocks):
        return ()
    return next(block.inner for block in source.blocks if block.kind is BlockKind.BOX)


# Blocks of these kinds that follow each other stand without a blank line between.
TOGETHER = frozenset(
    {BlockKind.LINE, BlockKind.ROW, BlockKind.BULLET, BlockKind.SYMBOL_BULLET, BlockKind.FURNITURE}
)


def space_after(layout: Layout, kind: BlockKind) -> None:
    """Leave a blank line after a block, unless the next line belongs to it."""
    if kind is not BlockKind.PAGE and kind not in GLUE:
        layout.gap()


def strip_blank(lines: list[Line]) -> list[Line]:
    """Drop blank lines at the end."""
    return strip_blank(lines[:-1]) if lines and lines[-1] == BLANK else lines


def put_block(layout: Layout, block: Block) -> None:
    """Put one block on the page."""
    match block.kind:
        case BlockKind.PAGE:
            layout.new_page()
        case BlockKind.HEADING | BlockKind.SUBHEADING:
            layout.put(*wrap(block.text, layout.width), heading=True)
        case BlockKind.LINE | BlockKind.FURNITURE:
            layout.put(block.text)
        case BlockKind.CASE:
            layout.put(f"Sagsnummer: {block.text}")
        case BlockKind.ROW:
            layout.pages[-1].append(Line(block.cells))
        case BlockKind.STAMP:
            layout.put(*wrap(block.text, STAMP_WIDTH))
        case BlockKind.GLUED_FURNITURE | BlockKind.SPACED_FURNITURE:
            layout.glued = block.text + GLUE[block.kind]
        case BlockKind.BOX:
            put_box(layout, block.inner)
        case _:
            put_paragraph(layout, BULLETS.get(block.kind, "") + block.text)


def put_box(layout: Layout, blocks: tuple[Block, ...]) -> None:
    """Put the boxed recommendations, a blank line on either side."""
    for block in blocks:
        layout.gap()
        put_block(layout, block)
    layout.gap()


def put_paragraph(layout: Layout, text: str) -> None:
    """Put a paragraph, doing on the way what its inline marks say."""
    text, layout.glued = layout.glued + text, ""
    position = 0
    for mark in INLINE.finditer(text):
        piece = text[position : mark.start()]
        in_word = piece[-1:].isalpha() and text[mark.end() : mark.end() + 1].isalpha()
        layout.put(*wrap(piece + "-" if in_word else piece, layout.width))
        put_mark(layout, mark)
        position = mark.end()
    layout.put(*wrap(text[position:], layout.width))


def put_mark(layout: Layout, mark: re.Match[str]) -> None:
    """Do what a mark inside a paragraph says; a broken line needs no more than that a new one begins."""
    name, stamp = mark.group(1), mark.group(2)
    if stamp:
        layout.gap()
        layout.put(*wrap(stamp, STAMP_WIDTH))
        layout.gap()
    if name == "boks":
        put_box(layout, layout.box)
    elif name == "side":
        layout.new_page()


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` characters, hyphenating as Danish does.

    >>> wrap("Familierne i beskæftigelsesindsatsen", 20)
    ['Familierne i beskæf-', 'tigelsesindsatsen']
    """
    lines, line = [], ""
    for word in text.split():
        candidate = f"{line} {word}".strip()
        if len(candidate) <= width:
            line = candidate
            continue
        head, tail = break_word(word, width - len(line) - 1)
        lines.append(f"{line} {head}".strip())
        line = tail
    return [line for line in (*lines, line) if line]


def break_word(word: str, room: int) -> tuple[str, str]:
    """Split a word at the last place that fits: after its own hyphen, or between syllables.

    >>> break_word("beskæftigelse", 8), break_word("EMN-2023-001122", 8), break_word("kort", 2)
    (('beskæf-', 'tigelse'), ('', 'EMN-2023-001122'), ('', 'kort'))
    """
    if len(word) < SHORTEST_BROKEN or not re.fullmatch(r"[^\W\d_]+(-[^\W\d_]+)*[,.:;)”]*", word):
        return "", word
    own = [m.end() for m in re.finditer("-", word) if m.end() <= room]
    if own:
        return word[: own[-1]], word[own[-1] :]
    places = [m.start(2) for m in HYPHENATION.finditer(word.casefold()) if m.start(2) < room]
    places = [place for place in places if 2 <= place <= len(word.rstrip(",.:;)”")) - 3]
    return (word[: places[-1]] + "-", word[places[-1] :]) if places else ("", word)
