"""Write a source as HTML: a plain page, or a public meeting page with a row for every agenda item.

The public page has the parts of dagsordener.aarhus.dk: `h1.dato`, `span.udvalg`, `span.dato`, `span.sted`,
and a `tr.punktrow` an item with `span.label`, `h2.overskrift`, `span.sagsnummer` and `.details`.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from html import escape
from itertools import groupby

from scripts.samples_docx import FURNITURE
from scripts.samples_source import Block, BlockKind, Meeting, Source, without_marks

ITEM_HEADING = re.compile(r"Punkt (\w+): (.+)")
ITEM_NAMESPACE = uuid.UUID("5f2b7a52-0d0e-4f43-9a35-5f0c1f9f8a11")
TAGS = {BlockKind.HEADING: "h2", BlockKind.SUBHEADING: "h3"}
PAGE = """<!DOCTYPE html>
<html lang="da">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
{body}
</body>
</html>
"""
MEETING = """<h1 class="dato">{heading}</h1>
<p><span class="udvalg">{body}</span> <span class="dato">{date}</span> <span class="sted">{place}</span></p>
<table class="punkter">
{rows}
</table>"""
ROW = """<tr class="punktrow" id="punktrow_{id}"><td>
<span class="label">{number}</span> <h2 class="overskrift">{title}</h2>
{case}<div class="details">
{details}
</div></td></tr>"""


def render_html(source: Source) -> bytes:
    """Return the package as UTF-8 HTML: a public meeting page where the source says what meeting it is."""
    body = meeting_page(source, source.meeting) if source.meeting else "\n".join(elements(source.blocks))
    return PAGE.format(title=escape(source.stem), body=body).encode()


def elements(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the elements of blocks; rows and bullets that follow each other share a table or list."""
    for (kind, filled), same in groupby(blocks, key=lambda block: (block.kind, bool(block.text))):
        if kind is BlockKind.LINE and not filled:
            continue
        if kind is BlockKind.ROW:
            rows = ("".join(f"<td>{escape(cell)}</td>" for cell in block.cells) for block in same)
            yield "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
        elif kind in (BlockKind.BULLET, BlockKind.SYMBOL_BULLET):
            yield "<ul>" + "".join(f"<li>{text(block)}</li>" for block in same) + "</ul>"
        elif kind is BlockKind.LINE:
            yield "<p>" + "<br>\n".join(text(block) for block in same) + "</p>"
        elif kind is BlockKind.BOX:
            yield from (element for block in same for element in elements(block.inner))
        elif kind is not BlockKind.PAGE and kind not in FURNITURE:
            tag = TAGS.get(kind, "p")
            yield from (f"<{tag}>{text(block)}</{tag}>" for block in same)


def text(block: Block) -> str:
    """Return the escaped text of a block."""
    prefix = "Sagsnummer: " if block.kind is BlockKind.CASE else ""
    return escape(prefix + without_marks(block.text), quote=False)


def meeting_page(source: Source, meeting: Meeting) -> str:
    """Return the body of a public meeting page."""
    return MEETING.format(
        heading=escape(meeting.heading),
        body=escape(meeting.body),
        date=escape(meeting.date),
        place=escape(meeting.place),
        rows="\n".join(item_row(source.stem, *item) for item in items(source.blocks)),
    )


def items(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str, tuple[Block, ...]]]:
    """Yield number, title and blocks of every agenda item; what stands before the first is left out."""
    starts = [n for n, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        if heading := ITEM_HEADING.fullmatch(blocks[start].text):
            yield heading[1], heading[2], blocks[start + 1 : end]


def item_row(stem: str, number: str, title: str, blocks: tuple[Block, ...]) -> str:
    """Return the table row of one agenda item."""
    cases = [block.text for block in blocks if block.kind is BlockKind.CASE]
    rest = tuple(block for block in blocks if block.kind is not BlockKind.CASE)
    return ROW.format(
        id=uuid.uuid5(ITEM_NAMESPACE, f"{stem}/{number}"),
        number=escape(number),
        title=escape(title),
        case="".join(f'<span class="sagsnummer">{escape(case)}</span>\n' for case in cases),
        details="\n".join(elements(rest)),
    )
