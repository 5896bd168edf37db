"""Write a source as PDF, line by line as it was laid out, in the fonts every reader has.

The core fonts need no font file; in Windows-1252 they hold Danish letters, typographic quotes and bullets.
Nothing is compressed and the date is fixed, so that the bytes depend on the source alone.
"""

from __future__ import annotations

from datetime import UTC, datetime

from fpdf import FPDF

from scripts.samples_layout import Line, lay_out
from scripts.samples_source import Source

MARGIN_MM, TOP_MM, LEADING_MM, COLUMN_GAP_MM = 22.0, 20.0, 4.6, 6.0
LINES_A_PAGE = 56
FONT, SIZE_PT = "Helvetica", 10
FIXED_DATE = datetime(2025, 1, 1, tzinfo=UTC)


def render_pdf(source: Source) -> bytes:
    """Return the package as PDF.

    Raises: ValueError if a page holds more lines than the paper.
    """
    pdf = FPDF(format="A4")
    pdf.core_fonts_encoding = "windows-1252"
    pdf.set_compression(compress=False)
    pdf.set_creation_date(FIXED_DATE)
    pdf.set_producer("sagsgraf samples")
    pdf.set_title(source.stem)
    for number, page in enumerate(lay_out(source), 1):
        if len(page) > LINES_A_PAGE:
            raise ValueError(f"{source.stem}: page {number} has {len(page)} lines")
        pdf.add_page()
        draw_page(pdf, page)
    return bytes(pdf.output())


def draw_page(pdf: FPDF, page: tuple[Line, ...]) -> None:
    """Draw the lines of a page from the top; the cells of table rows in columns."""
    for number, line in enumerate(page):
        pdf.set_font(FONT, "B" if line.heading else "", SIZE_PT)
        columns = column_starts(pdf, [row for row in page if len(row.cells) == len(line.cells)])
        for start, cell in zip(columns, line.cells, strict=True):
            if cell:
                pdf.text(start, TOP_MM + number * LEADING_MM, cell.replace("\uf0b7", "•"))


def column_starts(pdf: FPDF, rows: list[Line]) -> list[float]:
    """Return where each column begins, in mm, so that the widest cell of each fits."""
    starts = [MARGIN_MM]
    for cells in list(zip(*(row.cells for row in rows), strict=True))[:-1]:
        starts.append(starts[-1] + max(pdf.get_string_width(cell) for cell in cells) + COLUMN_GAP_MM)
    return starts
