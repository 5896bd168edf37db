"""Read PDF by pdfium: the text of every page, with an empty line where the page leaves one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw as pdfium_raw

from extract.errors import ReadError
from extract.pages import PagedText, put_together
from extract.read_status import ReadStatus

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000
MOST_SECONDS = 120.0  # for all pages; a single page that never ends is for the caller's time limit
END_MARK, END_LENGTH = b"%%EOF", 2048
# pdfium puts U+FFFE (formerly U+0002) for a hyphen at the end of a line, and leaves the line end out.
LINE_END_HYPHENS = ("\ufffe", "\u0002")
# A line further down than this many line heights leaves an empty line above it.
EMPTY_LINE = 1.6
USUAL_LEADING = 1.2  # from one line to the next, in line heights
MOST_EMPTY_LINES = 3
ENCRYPTED = pdfium_raw.FPDF_ERR_PASSWORD


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    top: float
    height: float


def read_pdf(data: bytes, name: str) -> PagedText:
    """Read a PDF page by page; a hyphen at the end of a line stays, with a line end after it.

    Raises: ReadError if it is encrypted, cut off, damaged, too large, takes too long, or holds no text.
    """
    document = _open(data, name)
    try:
        if len(document) > MOST_PAGES:
            raise ReadError(name, ReadStatus.TOO_LARGE, f"has {len(document)} pages (at most {MOST_PAGES})")
        texts = list(_page_texts(document, name))
    finally:
        document.close()
    if not any(text.strip() for text in texts):
        raise ReadError(name, ReadStatus.SCANNED, "holds no text: its pages are pictures or empty")
    text, pages = put_together(texts)
    return PagedText(MEDIA_TYPE, text, pages, tuple(_warnings(data, texts)))


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == ENCRYPTED:
            raise ReadError(name, ReadStatus.ENCRYPTED, "is encrypted: it needs a password") from error
        if END_MARK not in data[-END_LENGTH:]:
            raise ReadError(name, ReadStatus.TRUNCATED, "is a PDF that is cut off") from error
        raise ReadError(name, ReadStatus.UNREADABLE, f"is a damaged PDF ({error})") from error


def _page_texts(document: pdfium.PdfDocument, name: str) -> Iterator[str]:
    deadline, length = time.monotonic() + MOST_SECONDS, 0
    for number in range(len(document)):
        text = _page_text(document, number, name)
        length += len(text)
        if length > MOST_CHARACTERS:
            raise ReadError(name, ReadStatus.TOO_LARGE, f"holds more than {MOST_CHARACTERS} characters")
        if time.monotonic() > deadline:
            raise ReadError(name, ReadStatus.TIMED_OUT, f"takes longer to read than {MOST_SECONDS:.0f} s")
        yield text


def _page_text(document: pdfium.PdfDocument, number: int, name: str) -> str:
    try:
        page = document[number]
    except pdfium.PdfiumError as error:
        raise ReadError(name, ReadStatus.UNREADABLE, f"page {number + 1} is damaged ({error})") from error
    textpage = page.get_textpage()
    try:
        return _spaced(_lines(textpage))
    finally:
        textpage.close()
        page.close()


def _lines(textpage: pdfium.PdfTextPage) -> Iterator[_Line]:
    text = textpage.get_text_range()
    # Where pdfium shows other characters than it counts, places cannot be looked up: no empty lines then.
    located = len(text) == textpage.count_chars()
    start = 0
    for mark in LINE_END_HYPHENS:
        text = text.replace(mark, "\ufffe")
    for piece in text.replace("\r\n", "\r\n\0").replace("\ufffe", "\ufffe\0").split("\0"):
        printed = piece.rstrip("\r\n").replace("\ufffe", "-")
        first = start + len(printed) - len(printed.lstrip())
        start += len(piece)
        if printed.strip():
            yield _placed(textpage, first, printed) if located else _Line(printed, 0.0, 0.0)


def _placed(textpage: pdfium.PdfTextPage, index: int, text: str) -> _Line:
    try:
        _, bottom, _, top = textpage.get_charbox(index, loose=True)
    except pdfium.PdfiumError:
        return _Line(text, 0.0, 0.0)  # a character that is not drawn has no place
    return _Line(text, top, top - bottom)


def _spaced(lines: Iterator[_Line]) -> str:
    parts: list[str] = []
    above: _Line | None = None
    for line in lines:
        if above is not None:
            parts.append("\n" * (1 + _empty_lines(above, line)))
        parts.append(line.text)
        above = line
    return "".join(parts)


def _empty_lines(above: _Line, line: _Line) -> int:
    height = max(above.height, line.height)
    if height <= 0 or not above.height or not line.height:
        return 0
    distance = (above.top - line.top) / height
    if distance < -1:
        return 1  # the reading goes on higher up, in another column
    if distance < EMPTY_LINE:
        return 0
    return max(1, min(round(distance / USUAL_LEADING) - 1, MOST_EMPTY_LINES))


def _warnings(data: bytes, texts: list[str]) -> Iterator[str]:
    if END_MARK not in data[-END_LENGTH:]:
        yield "the PDF is cut off: some of it may be missing"
    for number, text in enumerate(texts, start=1):
        if not text.strip():
            yield f"page {number} holds no text"
