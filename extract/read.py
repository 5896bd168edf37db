"""Read a file: the reader is chosen by what the bytes are, never by the file's name."""

from __future__ import annotations

import hashlib
from pathlib import Path

from extract.errors import ReadError
from extract.privacy import mask_cpr
from extract.read_status import ReadStatus
from extract.read_text import decode, text_pages
from extract.records import RawText


def read_file(path: Path, name: str | None = None) -> RawText:
    """Read one file into its raw text; `name` is what the file is called in the graph.

    Raises: ReadError with one of `ReadStatus`.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(str(path), ReadStatus.VANISHED, "is no longer there") from error
    except OSError as error:
        raise ReadError(str(path), ReadStatus.UNREADABLE, f"cannot be read ({error.strerror})") from error
    return read_bytes(data, name if name is not None else path.name)


def read_bytes(data: bytes, name: str) -> RawText:
    """Read the content of one file into its raw text.

    Raises: ReadError with one of `ReadStatus`.
    """
    decoded = decode(data, name)
    text = mask_cpr(decoded.text)
    return RawText(
        name, hashlib.sha256(data).hexdigest(), "text/plain", text, text_pages(text), decoded.warnings
    )
