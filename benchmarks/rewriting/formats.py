"""Write a package's text as PDF, DOCX or HTML: every line stays a line, and every page a page."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape
from pathlib import Path

import matplotlib as mpl
from docx import Document
from docx.enum.text import WD_BREAK
from fpdf import FPDF

from benchmarks.rewriting.package import Corpus, Package, Rewrite
from benchmarks.rewriting.pages import pages

# It has the letters of every name in the packages; the fonts that come with every PDF reader have not.
FONT = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
UNPRINTED = str.maketrans({"\uf0b7": "•", "\t": " "})  # what the font has no glyph for
MARGIN_MM, LEADING_MM, SIZE_PT, WIDTH_MM, LEAST_HEIGHT_MM = 20.0, 4.6, 9, 297.0, 210.0


def as_format(suffix: str) -> Rewrite:
    """Return the rewriting that writes every package as `suffix`: pdf, docx or html."""

    def rewrite(corpus: Corpus, _chance: random.Random) -> Corpus:
        return replace(corpus, packages=tuple(_named(package, suffix) for package in corpus.packages))

    return rewrite


def _named(package: Package, suffix: str) -> Package:
    written = replace(package, suffix=suffix)
    return replace(written, gold=package.gold | {"source": written.name})


def written(package: Package) -> bytes:
    """Return the content of a package's file."""
    return WRITERS[package.suffix](package.text)


def _plain(text: str) -> bytes:
    return text.encode("utf-8")


def _pdf(text: str) -> bytes:
    pdf = FPDF(unit="mm")
    pdf.add_font("text", fname=str(FONT))
    for page in pages(text):
        lines = page.strip("\n").split("\n")
        height = max(LEAST_HEIGHT_MM, 2 * MARGIN_MM + len(lines) * LEADING_MM)
        pdf.add_page(format=(WIDTH_MM, height))
        pdf.set_font("text", size=SIZE_PT)
        for number, line in enumerate(lines):
            if line.strip():
                pdf.text(MARGIN_MM, MARGIN_MM + number * LEADING_MM, line.strip().translate(UNPRINTED))
    return bytes(pdf.output())


def _docx(text: str) -> bytes:
    document = Document()
    for number, page in enumerate(pages(text)):
        if number:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        for block in _blocks(page):
            paragraph = document.add_paragraph()
            for index, line in enumerate(block):
                run = paragraph.add_run(line)
                if index < len(block) - 1:
                    run.add_break()
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _html(text: str) -> bytes:
    body = "\n".join(_page(blocks, number) for number, blocks in enumerate(map(_blocks, pages(text))))
    head = '<head><meta charset="utf-8"><title>Pakke</title></head>'
    page = f'<!DOCTYPE html>\n<html lang="da">{head}\n<body>\n{body}\n</body></html>\n'
    return page.encode("utf-8")


def _page(blocks: list[list[str]], number: int) -> str:
    """Return a page as paragraphs; one that is not the first begins as word processors write it."""
    paragraphs = [f"<p>{'<br>'.join(map(escape, lines))}</p>" for lines in blocks]
    if number and paragraphs:
        paragraphs[0] = paragraphs[0].replace("<p>", '<p style="page-break-before: always">', 1)
    return "\n".join(paragraphs)


def _blocks(page: str) -> list[list[str]]:
    """Return the lines of a page that stand together without an empty line between them."""
    blocks: list[list[str]] = [[]]
    for line in page.split("\n"):
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


WRITERS: Mapping[str, Callable[[str], bytes]] = {"txt": _plain, "pdf": _pdf, "docx": _docx, "html": _html}
