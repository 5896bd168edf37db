"""Turn raw text into readable text with a map back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.clean_hyphens import HYPHENS, hyphen_separator, lexicon
from extract.clean_joints import Neighbours, column_width, runs_on
from extract.clean_lines import SOFT_HYPHEN, Line, Piece, cut, split_lines
from extract.records import CleanText, RawText, Run

DOUBLE_SPACED = 0.6  # share of running lines that have an empty line above them


def clean(raw: RawText) -> CleanText:
    r"""Join lines to paragraphs, mend broken words, keep the map back to the raw text.

    >>> from extract.records import Page, Span
    >>> raw = RawText("a.txt", "", "text/plain", "Vi mødes i Nord-\nhavn.", (Page(1, Span(0, 22)),))
    >>> clean(raw).text
    'Vi mødes i Nordhavn.'
    """
    pages = [_single_spaced(lines) for lines in split_lines(raw)]
    writer = _Writer(lexicon(raw.text))
    above: Line | None = None
    starts: list[int] = []
    first = True
    for lines in pages:
        starts.append(-1)
        for index, line in enumerate(lines):
            gap = line.gap if index else 1
            joined = above is not None and runs_on(
                Neighbours(above.text, line.text, gap, column_width(lines, max(index - 1, 0)), first)
            )
            first = not joined
            at = writer.join(line) if joined else writer.begin(line)
            if starts[-1] < 0:
                starts[-1] = at
            above = line
    return writer.finish(starts)


def _single_spaced(lines: list[Line]) -> list[Line]:
    running = [line for line in lines[1:] if line.text[0].islower()] or lines[1:]
    if not running or sum(line.gap == 1 for line in running) < DOUBLE_SPACED * len(running):
        return lines
    return [Line(line.text, line.pieces, line.page, line.gap // 2) for line in lines]


@dataclass(slots=True)
class _Writer:
    words: frozenset[str]
    parts: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    length: int = 0
    last: Line | None = None

    def begin(self, line: Line) -> int:
        self._flush("\n")
        return self._hold(line)

    def join(self, line: Line) -> int:
        last = self.last
        if last is not None and last.text.endswith(HYPHENS) and not last.text.endswith(" -"):
            kept, separator = hyphen_separator(last.text, line.text, self.words)
            if not kept:
                self.last = cut(last, 0, len(last.text) - 1)
            self._flush(separator)
        else:
            self._flush(" ")
        return self._hold(line)

    def _hold(self, line: Line) -> int:
        self.last = line
        return self.length

    def _flush(self, separator: str) -> None:
        if self.last is not None:
            self._write(self.last.pieces)
            self.parts.append(separator)
            self.length += len(separator)

    def _write(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            if piece.text == SOFT_HYPHEN:
                continue
            self._map(piece)
            self.parts.append(piece.text)
            self.length += len(piece.text)

    def _map(self, piece: Piece) -> None:
        if not piece.raw_length:
            return
        length = len(piece.text)
        odd = piece.raw_length if piece.raw_length != length else None
        before = self.runs[-1] if self.runs else None
        if (
            before is not None
            and odd is None
            and before.raw_length is None
            and before.raw_end == piece.raw_start
            and before.clean_start + before.length == self.length
        ):
            self.runs[-1] = Run(before.clean_start, before.raw_start, before.length + length)
        else:
            self.runs.append(Run(self.length, piece.raw_start, length, odd))

    def finish(self, starts: Sequence[int]) -> CleanText:
        self._flush("")
        page_starts = list(starts)
        following = self.length
        for index in range(len(page_starts) - 1, -1, -1):
            following = page_starts[index] = page_starts[index] if page_starts[index] >= 0 else following
        return CleanText("".join(self.parts), tuple(self.runs), tuple(page_starts))
