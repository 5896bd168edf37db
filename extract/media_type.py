"""Tell what kind of file some bytes are; the name of the file is never asked."""

from __future__ import annotations

import io
import re

from extract.archives import EMPTY_MAGIC, MAGIC, Archive, open_archive
from extract.errors import ReadError
from extract.read_status import ReadStatus

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html"
TEXT = "text/plain"
ZIP = "application/zip"

PDF_MAGIC, PDF_HEAD = b"%PDF-", 1024  # bytes in which the mark must stand
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # around old Office files, and encrypted new ones
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
OTHERS = (
    (b"\x89PNG", "is a picture (PNG)"),
    (b"\xff\xd8\xff", "is a picture (JPEG)"),
    (b"GIF8", "is a picture (GIF)"),
    (b"II*\x00", "is a picture (TIFF)"),
    (b"MM\x00*", "is a picture (TIFF)"),
    (b"{\\rtf", "is RTF: save it as DOCX or PDF"),
    (b"\x1f\x8b", "is a gzip archive"),
    (b"7z\xbc\xaf", "is a 7-Zip archive"),
    (b"Rar!", "is a RAR archive"),
)
OFFICE = {"xl/": "is a spreadsheet (XLSX)", "ppt/": "is a slide show (PPTX): save it as PDF"}
OPEN_DOCUMENT = "is an OpenDocument file: save it as DOCX or PDF"
HTML_HEAD = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*){0,5}"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|main|article|section|div|table|h1|h2|p|span)\b",
    re.IGNORECASE | re.DOTALL,
)
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
UTF8_MARK = b"\xef\xbb\xbf"


def media_type(data: bytes, name: str) -> str:
    """Return the media type of a file that can be read, by its content.

    Raises: ReadError if it is empty, of a kind that cannot be read, encrypted or damaged.

    >>> media_type(b"<!DOCTYPE html><p>Referat", "referat.txt")
    'text/html'
    """
    if not data:
        raise ReadError(name, ReadStatus.EMPTY, "is empty")
    if PDF_MAGIC in data[:PDF_HEAD]:
        return PDF
    if data.startswith((MAGIC, EMPTY_MAGIC)):
        return archive_type(open_archive(io.BytesIO(data), name))
    if data.startswith(OLE_MAGIC):
        raise _old_office(data, name)
    for magic, reason in OTHERS:
        if data.startswith(magic):
            raise ReadError(name, ReadStatus.UNSUPPORTED, reason)
    return HTML if HTML_HEAD.match(_first_bytes(data)) else TEXT


def _first_bytes(data: bytes) -> bytes:
    head = data[:8192].removeprefix(UTF8_MARK)
    return head[2:].replace(b"\x00", b"") if head.startswith(UTF16_MARKS) else head


def archive_type(archive: Archive) -> str:
    """Return the media type of a ZIP archive: what an office program wrote, or an archive of files.

    Raises: ReadError if it is of a kind that cannot be read.
    """
    members = set(archive.file.namelist())
    if "word/document.xml" in members:
        return DOCX
    for folder, reason in OFFICE.items():
        if any(member.startswith(folder) for member in members):
            raise ReadError(archive.name, ReadStatus.UNSUPPORTED, reason)
    if "mimetype" in members and "content.xml" in members:
        raise ReadError(archive.name, ReadStatus.UNSUPPORTED, OPEN_DOCUMENT)
    return ZIP


def _old_office(data: bytes, name: str) -> ReadError:
    if ENCRYPTED_PACKAGE in data:
        return ReadError(name, ReadStatus.ENCRYPTED, "is encrypted: it needs a password")
    return ReadError(name, ReadStatus.UNSUPPORTED, "is an old Office file: save it as DOCX or PDF")
