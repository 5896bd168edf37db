"""Write a source as plain text: the text of a printed package, its pages run together by one blank."""

from __future__ import annotations

from scripts.samples_layout import lay_out
from scripts.samples_source import Source


def render_text(source: Source) -> bytes:
    """Return the package as UTF-8 text; every page begins with one blank and ends with a newline."""
    pages = ("\n".join(line.text for line in page) for page in lay_out(source))
    return "".join(f" {page}\n" for page in pages).encode()
