"""Read HTML: the text a reader sees, paragraph by paragraph; and the public page of a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from extract.errors import ReadError
from extract.pages import PagedText, put_together
from extract.read_html_meeting import write_meeting_page
from extract.read_status import ReadStatus
from extract.read_text import Decoded, decode

MEDIA_TYPE = "text/html"
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
HEAD = 4096  # bytes in which the page must say its character set
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
BLANKS = re.compile(r"[ \t\r\f\v]+")
UNSEEN = frozenset(
    "head script style noscript template svg math nav button select option textarea input iframe "
    "object audio video canvas map datalist dialog".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li legend main ol p pre section "
    "summary table tbody tfoot thead tr ul".split()
)
LAID_OUT = frozenset(("table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"))
BULLET = "•"
CELLS = frozenset(("td", "th"))
PAGE_BREAK = "\f"
BREAK = {
    when: re.compile(rf"(?:page-)?break-{side}\s*:\s*(?:always|page|left|right)", re.IGNORECASE)
    for when, side in (("start", "before"), ("end", "after"))
}
# Between paragraphs stand two empty lines: unlike a printed line, a paragraph never runs on into the next.
BETWEEN = "\n\n\n"


def read_html(data: bytes, name: str) -> PagedText:
    """Read an HTML page; what the page does not show is left out, nothing is fetched from anywhere.

    Raises: ReadError if the bytes are no text, or if there is nothing in the page.
    """
    decoded = _decode(data, name)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(XML_DECLARATION.sub("", decoded.text, count=1), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(name, ReadStatus.UNREADABLE, f"is a damaged HTML page ({error})") from error
    write_meeting_page(root)
    text, pages = put_together([BETWEEN.join(page) for page in _pages(root)])
    return PagedText(MEDIA_TYPE, text, pages, decoded.warnings)


def _decode(data: bytes, name: str) -> Decoded:
    declared = CHARSET.search(data[:HEAD])
    if declared is None or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return decode(data, name)
    encoding = declared[1].decode("ascii")
    try:
        return Decoded(data.decode(encoding))
    except (LookupError, UnicodeDecodeError):
        decoded = decode(data, name)
        return Decoded(decoded.text, (*decoded.warnings, f"the page is not in {encoding}, as it says"))


@dataclass(slots=True)
class _Writer:
    """Collects text and ends paragraphs."""

    plain_rows: frozenset[html.HtmlElement]  # rows of tables that become one line each
    parts: list[str] = field(default_factory=list)
    counts: dict[html.HtmlElement, int] = field(default_factory=dict)  # how many items of a list were written

    def end_paragraph(self) -> Iterator[str]:
        """Yield the paragraph written so far, if it holds anything, and begin another."""
        lines = (BLANKS.sub(" ", line).strip() for line in "".join(self.parts).split("\n"))
        self.parts.clear()
        text = "\n".join(line for line in lines if line)
        if text and text != BULLET:
            yield text

    def edge(self, element: html.HtmlElement) -> Iterator[str]:
        """End the paragraph at the edge of a block; inside a row of a table put a blank."""
        row = next(element.iterancestors("tr"), None)
        if row is not None and row in self.plain_rows:
            self.parts.append(" ")
        else:
            yield from self.end_paragraph()

    def mark(self, item: html.HtmlElement) -> None:
        """Write the number or bullet of a list's item."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            self.parts.append(f"{BULLET} ")
            return
        start = parent.get("start", "1")
        before = self.counts.get(parent, int(start) - 1 if start.isdecimal() and len(start) < 6 else 0)
        self.counts[parent] = before + 1
        self.parts.append(f"{before + 1}. ")


def _pages(root: html.HtmlElement) -> list[list[str]]:
    """Return the paragraphs page by page; a page that prints as one begins where a style says so."""
    pages: list[list[str]] = [[]]
    for paragraph in _paragraphs(root):
        if paragraph != PAGE_BREAK:
            pages[-1].append(paragraph)
        elif pages[-1]:
            pages.append([])
    return [page for page in pages if page] or [[]]


def _paragraphs(root: html.HtmlElement) -> Iterator[str]:
    """Yield the paragraphs, and `PAGE_BREAK` where word processors write that a page begins."""
    writer = _Writer(frozenset(_plain_rows(root)))
    for event, element in _walk(root):
        if element.tag in BLOCKS:
            yield from writer.edge(element)
        if BREAK[event].search(element.get("style", "")):
            yield from writer.end_paragraph()
            yield PAGE_BREAK
        if event == "start":
            _begin(writer, element)
        elif element.tail:
            writer.parts.append(_seen(element.getparent(), element.tail))
    yield from writer.end_paragraph()


def _begin(writer: _Writer, element: html.HtmlElement) -> None:
    if element.tag == "li":
        writer.mark(element)
    elif element.tag == "br":
        writer.parts.append("\n")
    elif element.tag in CELLS:
        writer.parts.append(" ")
    if element.text:
        writer.parts.append(_seen(element, element.text))


def _walk(root: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    """Yield the start and the end of every element that is seen; of one that is not, the end for its tail."""
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start" and (element.tag in UNSEEN or "hidden" in element.attrib):
            walker.skip_subtree()
        elif isinstance(element.tag, str):
            yield event, element


def _plain_rows(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield the rows whose cells hold a line each; other tables lay out a page."""
    for row in root.iter("tr"):
        blocks = [element.tag for cell in row for element in cell.iterdescendants() if element.tag in BLOCKS]
        if len(blocks) <= len(row) and not LAID_OUT.intersection(blocks):
            yield row


def _seen(parent: html.HtmlElement | None, text: str) -> str:
    if parent is not None and (parent.tag == "pre" or next(parent.iterancestors("pre"), None) is not None):
        return text.replace("\r\n", "\n")
    return text.replace("\n", " ").replace("\r", " ")
