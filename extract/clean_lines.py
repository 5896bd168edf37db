"""Cut raw text into lines of normalised letters that remember where they came from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from extract.records import RawText, Span

SOFT_HYPHEN = "\u00ad"  # kept at the end of a line only, where it says that the word runs on
BULLET = "•"
BLANKS = r"\s\u00a0\u2000-\u200a\u202f\u3000"
INVISIBLE = r"\u0000-\u0001\u0003-\u0008\u200b-\u200f\u2060\ufeff"
SOFT = r"\u0002\u00ad"  # pdfium writes U+0002 for a hyphen at the end of a line
MARKS = r"\u0300-\u036f"
LIGATURES = r"\ufb00-\ufb06"
BULLETS = r"\ue000-\uf8ff•●▪■◦‣➢✓"
DASHES = r"\u2010\u2011\u2212"

# What makes a line more than a plain slice of the raw text: letters to replace, other than single blanks.
SPECIAL = re.compile(rf"[^\S ]|  |[\u00a0{INVISIBLE}{SOFT}{MARKS}{LIGATURES}{BULLETS}{DASHES}]")
TOKEN = re.compile(
    rf"(?P<blank>[{BLANKS}]+)|(?P<invisible>[{INVISIBLE}]+)|(?P<soft>[{SOFT}]+)|(?P<composed>\w[{MARKS}]+)"
    rf"|(?P<ligature>[{LIGATURES}])|(?P<bullet>[{BULLETS}])|(?P<dash>[{DASHES}])"
    rf"|(?P<plain>(?:[^{BLANKS}{INVISIBLE}{SOFT}{MARKS}{LIGATURES}{BULLETS}{DASHES}](?![{MARKS}]))+|.)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of clean text and the raw stretch it stands for: as long but for accents and ligatures."""

    text: str
    raw_start: int
    raw_length: int


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line without surrounding blanks.

    `gap` counts the empty lines above it on its page; what stood directly above it may have been taken out.
    """

    text: str
    pieces: tuple[Piece, ...]
    page: int
    gap: int
    after_furniture: bool = False

    @property
    def start(self) -> int:
        """Where the line begins in the raw text."""
        return self.pieces[0].raw_start

    @property
    def end(self) -> int:
        """Where the line ends in the raw text."""
        return self.pieces[-1].raw_start + self.pieces[-1].raw_length


def split_lines(raw: RawText) -> list[list[Line]]:
    r"""Return the lines that hold letters, page by page, in order.

    >>> from extract.records import Page
    >>> raw = RawText("a.txt", "", "text/plain", "to  ord\n\nhér", (Page(1, Span(0, 12)),))
    >>> [(line.text, line.gap) for line in split_lines(raw)[0]]
    [('to ord', 0), ('hér', 1)]
    """
    return [list(_page_lines(raw.text, page.span, page.number)) for page in raw.pages]


def _page_lines(text: str, span: Span, page: int) -> Iterator[Line]:
    gap, start = 0, span.start
    for printed in span.of(text).splitlines(keepends=True):
        content = printed.strip()
        pieces = normalise(content, start + printed.index(content)) if content else ()
        if pieces:
            yield make_line(pieces, page, gap)
            gap = 0
        else:
            gap += 1
        start += len(printed)


def make_line(pieces: tuple[Piece, ...], page: int, gap: int) -> Line:
    """Return the line that is made of `pieces` (at least one)."""
    text = pieces[0].text if len(pieces) == 1 else "".join(piece.text for piece in pieces)
    return Line(text, pieces, page, gap)


def normalise(text: str, start: int) -> tuple[Piece, ...]:
    r"""Normalise the letters of one line that stands at `start`; nothing is left of invisible letters.

    >>> [(piece.text, piece.raw_start) for piece in normalise("\uf0b7 to  \ufb01sk", 10)]
    [('•', 10), (' ', 11), ('to', 12), (' ', 14), ('fi', 16), ('sk', 17)]
    """
    if SPECIAL.search(text) is None:
        return (Piece(text, start, len(text)),)
    pieces = list(_pieces(text, start))
    while pieces and pieces[0].text.isspace():
        del pieces[0]
    while pieces and pieces[-1].text.isspace():
        del pieces[-1]
    return tuple(pieces)


def _pieces(text: str, start: int) -> Iterator[Piece]:
    for match in TOKEN.finditer(text):
        token, kind, at = match.group(), match.lastgroup, start + match.start()
        if kind == "plain":
            yield Piece(token, at, len(token))
        elif kind == "blank":
            yield Piece(" ", at, 1)
        elif kind in ("composed", "ligature"):
            letters = unicodedata.normalize("NFC" if kind == "composed" else "NFKC", token)
            yield Piece(letters, at, len(token))
        elif kind == "dash":
            yield Piece("-", at, 1)
        elif kind == "bullet":
            yield Piece(BULLET, at, 1)
            if match.end() < len(text) and not text[match.end()].isspace():
                yield Piece(" ", at, 0)
        elif kind == "soft" and match.end() == len(text):
            yield Piece(SOFT_HYPHEN, at, len(token))


def cut(line: Line, start: int, end: int) -> Line | None:
    """Return the part of `line` between two offsets in its text, without surrounding blanks, if any is left.

    >>> line = make_line(normalise("Side 1 af 3 Bilag", 0), 1, 0)
    >>> cut(line, 11, 17).text
    'Bilag'
    """
    pieces: list[Piece] = []
    offset = 0
    for piece in line.pieces:
        length = len(piece.text)
        left, right = max(start - offset, 0), min(end - offset, length)
        offset += length
        if left < right:
            pieces.append(_part(piece, left, right))
    return _stripped(pieces, line)


def _part(piece: Piece, left: int, right: int) -> Piece:
    if len(piece.text) != piece.raw_length:
        return piece
    return Piece(piece.text[left:right], piece.raw_start + left, right - left)


def _stripped(pieces: list[Piece], line: Line) -> Line | None:
    while pieces and not pieces[0].text.strip():
        del pieces[0]
    while pieces and not pieces[-1].text.strip():
        del pieces[-1]
    if not pieces:
        return None
    first, last = pieces[0], pieces[-1]
    pieces[0] = _part(first, len(first.text) - len(first.text.lstrip()), len(first.text))
    last = pieces[-1]
    pieces[-1] = _part(last, 0, len(last.text.rstrip()))
    return make_line(tuple(pieces), line.page, line.gap)


def without(lines: Sequence[Line], taken: AbstractSet[int]) -> list[Line]:
    """Return the lines of a page but for those taken out; what follows is set apart by an empty line."""
    if not taken:
        return list(lines)
    left = [line for index, line in enumerate(lines) if index not in taken]
    after = {index + 1 for index in taken}
    moved = {lines[index].start for index in after if index < len(lines)}
    return [
        replace(line, gap=max(line.gap, 1), after_furniture=True) if line.start in moved else line
        for line in left
    ]
