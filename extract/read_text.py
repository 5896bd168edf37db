"""Read plain text: decide its encoding, find its pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from extract.errors import ReadError
from extract.pages import PagedText
from extract.read_status import ReadStatus
from extract.records import Page, Span

MEDIA_TYPE = "text/plain"
BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
FALLBACK = "windows-1252"  # what Danish offices wrote before UTF-8
# Control characters that no text holds (form feed, tab and line ends are text).
BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
FORM_FEED = re.compile(r"\f")
# Text of a PDF whose form feeds became blanks: a page begins at a line with one blank before its text (two
# where the text began with one), directly below the last line of the page before.
INDENTED = re.compile(r"^ {1,2}(?=\S)", re.MULTILINE)
LINE = re.compile(r"^.*\S", re.MULTILINE)
MOST_PAGES_PER_LINE = 1 / 3  # where more lines than this are indented, an indent is no page start
# A page that ends in its stamp and is followed by three empty lines has lost even that blank.
AFTER_STAMP = re.compile(
    r"^Punkt[ \xa0]+\d+[A-Z]?,[ \xa0]+Bilag[ \xa0]+\d+:[^\n]*\n"
    r"(?:[^\S\n]*+\S[^\n]*\n){0,5}+(?:[ \t\r]*\n){3}(?=[^\n])",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what had to be decided to get it."""

    text: str
    warnings: tuple[str, ...] = ()


def read_text(data: bytes, name: str) -> PagedText:
    """Read plain text. The text is the decoded file, character for character.

    Raises: ReadError (unsupported) where the bytes are no text.
    """
    decoded = decode(data, name)
    return PagedText(MEDIA_TYPE, decoded.text, text_pages(decoded.text), decoded.warnings)


def decode(data: bytes, name: str) -> Decoded:
    """Decode `data`: by its byte order mark, else as strict UTF-8, else as windows-1252 with a warning.

    A byte order mark is not part of the text. Line ends are left as they are.

    Raises: ReadError (unsupported) where the bytes are no text.

    >>> decode("Møde".encode("cp1252"), "a.txt")
    Decoded(text='Møde', warnings=('decoded as windows-1252: not valid UTF-8',))
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, encoding, name))
    try:
        decoded = Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = _strictly(data, FALLBACK, name)
        decoded = Decoded(text, (f"decoded as {FALLBACK}: not valid UTF-8",))
    if BINARY.search(decoded.text):
        raise ReadError(name, ReadStatus.UNSUPPORTED, "is neither PDF, DOCX, HTML nor plain text")
    return decoded


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(name, ReadStatus.UNSUPPORTED, f"is not text in {encoding}") from error


def text_pages(text: str) -> tuple[Page, ...]:
    r"""Find the pages of a plain text; they cover it wholly, in order.

    A page begins after a form feed. Where there is none, the text may be that of a PDF with its form feeds
    turned to blanks: then a page begins at a line that is indented by one blank.

    >>> [page.span for page in text_pages("ab\fcd")]
    [Span(start=0, end=3), Span(start=3, end=5)]
    >>> [page.span for page in text_pages("ab\n Punkt 3: cd")]
    [Span(start=0, end=3), Span(start=3, end=15)]
    """
    starts = [match.end() for match in FORM_FEED.finditer(text)]
    if not starts:
        starts = _starts_by_blank(text)
    bounds = sorted({0, *(start for start in starts if start < len(text)), len(text)})
    spans = [Span(start, end) for start, end in pairwise(bounds)] or [Span(0, 0)]
    return tuple(Page(number, span) for number, span in enumerate(spans, start=1))


def _starts_by_blank(text: str) -> list[int]:
    starts = [match.start() for match in INDENTED.finditer(text) if _has_text_above(text, match.start())]
    if len(starts) > max(3, MOST_PAGES_PER_LINE * sum(1 for _ in LINE.finditer(text))):
        starts = []
    return starts + [match.end() for match in AFTER_STAMP.finditer(text)]


def _has_text_above(text: str, line_start: int) -> bool:
    above = text.rfind("\n", 0, max(line_start - 1, 0)) + 1
    return line_start == 0 or bool(text[above:line_start].strip())
