"""Write paragraphs out as one text, and note where every letter of it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.clean_hyphens import Lexicon, hyphen_separator, is_broken
from extract.clean_lines import SOFT_HYPHEN, Line, Piece, cut
from extract.clean_paragraphs import Paragraph
from extract.records import Run


def write(paragraphs: Iterable[Paragraph], words: Lexicon) -> tuple[str, tuple[Run, ...]]:
    """Return the cleaned text and its runs; `words` are the words of the whole text (`lexicon`)."""
    writer = _Writer()
    for number, paragraph in enumerate(paragraphs):
        if number:
            writer.add("\n")
        for line, below in zip(paragraph.lines, (*paragraph.lines[1:], None), strict=True):
            _write_line(writer, line, below, words)
    return "".join(writer.parts), tuple(writer.runs)


def _write_line(writer: _Writer, line: Line, below: Line | None, words: Lexicon) -> None:
    if below is None:
        writer.write(line)
    elif is_broken(line.text):
        kept, separator = hyphen_separator(line.text, below.text, words)
        writer.write(line if kept else cut(line, 0, len(line.text) - 1))
        writer.add(separator)
    else:
        writer.write(line)
        writer.add("" if below.text.startswith(("- og ", "- eller ", "- samt ")) else " ")


@dataclass(slots=True)
class _Writer:
    parts: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        """Add letters that stand nowhere in the raw text."""
        self.parts.append(text)
        self.length += len(text)

    def write(self, line: Line | None) -> None:
        """Add a line and map it."""
        for piece in line.pieces if line is not None else ():
            if piece.text != SOFT_HYPHEN:
                self._map(piece)
                self.add(piece.text)

    def _map(self, piece: Piece) -> None:
        length = len(piece.text)
        last = self.runs[-1] if self.runs else None
        if not piece.raw_length:
            return
        if piece.raw_length != length:
            self.runs.append(Run(self.length, piece.raw_start, length, piece.raw_length))
        elif last is not None and last.raw_length is None and self._continues(last, piece):
            self.runs[-1] = Run(last.clean_start, last.raw_start, last.length + length)
        else:
            self.runs.append(Run(self.length, piece.raw_start, length))

    def _continues(self, last: Run, piece: Piece) -> bool:
        return last.raw_end == piece.raw_start and last.clean_start + last.length == self.length
