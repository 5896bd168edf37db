"""Small real files for the tests of reading, made on the spot."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

import docx
from fpdf import FPDF
from fpdf.enums import AccessPermission

LINE_MM = 6.0
LEFT_MM, TOP_MM = 20.0, 20.0


def pdf(pages: Sequence[str], password: str = "") -> bytes:
    """Return a PDF that shows the lines of each page, an empty line leaving a gap."""
    document = _blank_pdf()
    if password:
        document.set_encryption("owner", password, permissions=AccessPermission.none())
    for page in pages:
        document.add_page()
        document.set_font("Helvetica", size=12)
        for number, line in enumerate(page.split("\n")):
            document.text(LEFT_MM, TOP_MM + number * LINE_MM, line)
    return bytes(document.output())


def scanned_pdf() -> bytes:
    """Return a PDF whose page holds a drawing and no text."""
    document = _blank_pdf()
    document.add_page()
    document.rect(LEFT_MM, TOP_MM, 100, 100, style="F")
    return bytes(document.output())


def _blank_pdf() -> FPDF:
    document = FPDF()
    document.core_fonts_encoding = "windows-1252"
    return document


def word(paragraphs: Sequence[str | tuple[str, str]]) -> bytes:
    """Return a DOCX of paragraphs, each a text or a text and the name of its style."""
    document = docx.Document()
    for paragraph in paragraphs:
        text, style = paragraph if isinstance(paragraph, tuple) else (paragraph, "Normal")
        document.add_paragraph(text, style)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """Return the bytes of a Word document."""
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def archive(members: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive of files by name."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return written.getvalue()
