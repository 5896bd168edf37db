"""Write a source as DOCX: flowing paragraphs, headings and tables, as a word processor keeps them."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_BREAK

from scripts.samples_source import Block, BlockKind, Source, without_marks

FIXED_DATE = datetime(2025, 1, 1, tzinfo=UTC)
FIXED_ZIP_DATE = (2025, 1, 1, 0, 0, 0)
STYLES = {
    BlockKind.HEADING: "Heading 1",
    BlockKind.SUBHEADING: "Heading 2",
    BlockKind.BULLET: "List Bullet",
    BlockKind.SYMBOL_BULLET: "List Bullet",
}
FURNITURE = frozenset({BlockKind.FURNITURE, BlockKind.GLUED_FURNITURE, BlockKind.SPACED_FURNITURE})


def render_docx(source: Source) -> bytes:
    """Return the package as DOCX; page furniture is left out, a stamp is a paragraph of its own."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author = source.stem, "Fjordby Kommune"
    properties.created = properties.modified = FIXED_DATE
    put_blocks(document, source.blocks)
    written = io.BytesIO()
    document.save(written)
    return with_fixed_dates(written.getvalue())


def put_blocks(document: DocumentObject, blocks: tuple[Block, ...]) -> None:
    """Add blocks in order; rows of a table that follow each other become one table."""
    rows: list[tuple[str, ...]] = []
    for block in blocks:
        if rows and block.kind is not BlockKind.ROW:
            put_table(document, rows)
            rows = []
        if block.kind is BlockKind.ROW:
            rows.append(block.cells)
        elif block.kind is BlockKind.BOX:
            put_blocks(document, block.inner)
        elif block.kind is BlockKind.PAGE:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif block.kind not in FURNITURE:
            document.add_paragraph(paragraph_text(block), STYLES.get(block.kind))
    if rows:
        put_table(document, rows)


def paragraph_text(block: Block) -> str:
    """Return what a paragraph says."""
    prefix = "Sagsnummer: " if block.kind is BlockKind.CASE else ""
    return prefix + without_marks(block.text)


def put_table(document: DocumentObject, rows: list[tuple[str, ...]]) -> None:
    """Add a table with as many columns as its widest row."""
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=False):
            cell.text = text


def with_fixed_dates(content: bytes) -> bytes:
    """Return the same archive with its members dated alike, so that the bytes depend on the source alone."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, FIXED_ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return written.getvalue()
