"""Raw texts for the tests of cleaning, made of the plain text of a package."""

from __future__ import annotations

from extract.clean import clean
from extract.clean_lines import Line, split_lines
from extract.read_text import text_pages
from extract.records import RawText


def raw_text(text: str) -> RawText:
    """Return `text` as the reader of plain text would give it."""
    return RawText("a.txt", "0" * 64, "text/plain", text, text_pages(text))


def cleaned(text: str) -> str:
    """Return the cleaned form of a plain text."""
    return clean(raw_text(text)).text


def pages_of(text: str) -> list[list[Line]]:
    """Return the lines of a plain text, page by page."""
    return split_lines(raw_text(text))


def words_of(pages: list[list[Line]]) -> list[list[str]]:
    """Return the wording of lines, page by page."""
    return [[line.text for line in page] for page in pages]
