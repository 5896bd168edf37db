"""Read a file: the reader is chosen by what the bytes are, never by the file's name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from extract.danish import other_language
from extract.errors import ReadError
from extract.load import load_file
from extract.media_type import DOCX, HTML, PDF, TEXT, ZIP, media_type
from extract.pages import PagedText
from extract.privacy import mask_cpr
from extract.read_docx import read_docx
from extract.read_html import read_html
from extract.read_pdf import read_pdf
from extract.read_status import ReadStatus
from extract.read_text import read_text
from extract.records import RawText

READERS: Mapping[str, Callable[[bytes, str], PagedText]] = {
    PDF: read_pdf,
    DOCX: read_docx,
    HTML: read_html,
    TEXT: read_text,
}


def read_file(path: Path, name: str | None = None) -> RawText:
    """Read one file into its raw text; `name` is what the file is called in the graph.

    Raises: ReadError with one of `ReadStatus`.
    """
    return read_bytes(load_file(path), name if name is not None else path.name)


def read_bytes(data: bytes, name: str) -> RawText:
    """Read the content of one file into its raw text, with every CPR number in it masked.

    Raises: ReadError with one of `ReadStatus`; nothing of a file that holds no Danish text is kept.
    """
    kind = media_type(data, name)
    if kind == ZIP:
        raise ReadError(name, ReadStatus.UNSUPPORTED, "is a ZIP archive inside too many others")
    read = READERS[kind](data, name)
    if not read.text.strip():
        raise ReadError(name, ReadStatus.EMPTY, "holds no text")
    language = other_language(read.text)
    if language is not None:
        raise ReadError(name, ReadStatus.WRONG_LANGUAGE, f"is not in Danish but in {language}")
    sha256 = hashlib.sha256(data).hexdigest()
    return RawText(mask_cpr(name), sha256, kind, mask_cpr(read.text), read.pages, read.warnings)
