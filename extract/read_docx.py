"""Read DOCX: paragraphs and tables in the order of the document, list numbers as Word shows them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from extract.archives import check_member, open_archive
from extract.errors import ReadError
from extract.pages import PagedText, put_together
from extract.read_docx_lists import Numbering
from extract.read_status import ReadStatus

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PARAGRAPH, TABLE, ROW, CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
TEXT, TAB, BREAK, RETURN = qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr")
BREAK_TYPE, PAGE_BREAK_BEFORE = qn("w:type"), qn("w:pageBreakBefore")
RENDERED_BREAK, SOFT_HYPHEN, HARD_HYPHEN = (
    qn("w:lastRenderedPageBreak"),
    qn("w:softHyphen"),
    qn("w:noBreakHyphen"),
)
BOX, PROPERTIES = qn("w:txbxContent"), qn("w:pPr")
# Kept for programs that do not know the newer form: the same text once more.
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PAGE = "\f"
# Between paragraphs stand two empty lines: unlike a printed line, a paragraph never runs on into the next.
BETWEEN = "\n\n\n"
LETTERS = {TAB: "\t", RETURN: "\n", SOFT_HYPHEN: "\u00ad", HARD_HYPHEN: "-"}


def read_docx(data: bytes, name: str) -> PagedText:
    """Read a DOCX; headers, footers, comments, notes and what was struck out are left out.

    Pages begin where Word last rendered them, else at the page breaks somebody set. The text of a text box
    stands behind the paragraph it is anchored in.

    Raises: ReadError if it is damaged, encrypted or would grow beyond measure.
    """
    archive = open_archive(io.BytesIO(data), name)
    for info in archive.members():
        check_member(info, name)
    try:
        document = docx.Document(io.BytesIO(data))
    except ValueError as error:
        raise ReadError(name, ReadStatus.UNSUPPORTED, f"is no Word document ({error})") from error
    except (OpcError, KeyError, etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error) as error:
        raise ReadError(name, ReadStatus.UNREADABLE, f"is a damaged DOCX ({error})") from error
    text, pages = put_together([_tidy(page) for page in "".join(_pieces(document)).split(PAGE)])
    return PagedText(MEDIA_TYPE, text, pages)


def _tidy(page: str) -> str:
    return page.strip("\n")


def _pieces(document: Document) -> Iterator[str]:
    body = document.element.body
    rendered = next(body.iter(RENDERED_BREAK), None) is not None
    reader = _Reader(Numbering(document), rendered)
    for block in body.iterchildren():
        yield from reader.block(block)


class _Reader:
    """Walks through the blocks of a document."""

    def __init__(self, numbering: Numbering, rendered: bool) -> None:
        self._numbering = numbering
        self._page_break = RENDERED_BREAK if rendered else BREAK

    def block(self, block: etree._Element) -> Iterator[str]:
        """Yield the text of a paragraph, a table, or what holds such."""
        if block.tag == PARAGRAPH:
            yield from self._paragraph(block)
        elif block.tag == TABLE:
            for row in block.iterchildren(ROW):
                yield from self._row(row)
        elif isinstance(block.tag, str) and block.tag != FALLBACK:
            for child in block.iterchildren():
                yield from self.block(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        text = "".join(self._letters(paragraph))
        if text.strip(" \t\n\f\u00ad"):
            before = text[: len(text) - len(text.lstrip("\f\n"))]
            yield f"{before}{self._numbering.label(paragraph)}{text[len(before) :]}{BETWEEN}"
        else:
            yield text
        for box in _boxes(paragraph):
            for child in box.iterchildren():
                yield from self.block(child)

    def _letters(self, paragraph: etree._Element) -> Iterator[str]:
        properties = paragraph.find(PROPERTIES)
        if (
            self._page_break == BREAK
            and properties is not None
            and properties.find(PAGE_BREAK_BEFORE) is not None
        ):
            yield PAGE
        for element in _without_boxes(paragraph):
            if element.tag == TEXT:
                yield (element.text or "").replace(PAGE, " ")
            elif element.tag == BREAK and element.get(BREAK_TYPE) != "page":
                yield "\n"
            elif element.tag == self._page_break:
                yield PAGE
            elif isinstance(element.tag, str):
                yield LETTERS.get(element.tag, "")

    def _row(self, row: etree._Element) -> Iterator[str]:
        cells = [
            "".join(part for child in cell.iterchildren() for part in self.block(child))
            for cell in _cells(row)
        ]
        if any(BETWEEN in cell.strip("\n") for cell in cells):
            yield from cells  # a table that lays out a page, not one of rows
        else:
            text = " ".join(cell.strip("\n").replace("\n", " ") for cell in cells).strip()
            yield text + BETWEEN if text else ""


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    yield from row.iter(CELL) if next(row.iterchildren(CELL), None) is None else row.iterchildren(CELL)


def _without_boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag not in (BOX, FALLBACK, PROPERTIES):
            yield element
            stack.extend(reversed(element))


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    for box in paragraph.iter(BOX):
        parents = set(box.iterancestors())
        if not any(parent.tag in (FALLBACK, BOX) for parent in parents):
            yield box
