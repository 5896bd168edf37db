"""What can become of a file that was asked for."""

from __future__ import annotations

from enum import StrEnum


class ReadStatus(StrEnum):
    """A stable word for machines: what became of reading one file."""

    OK = "ok"
    EMPTY = "empty"  # no bytes, or nothing but blanks
    SCANNED = "scanned"  # a PDF of pictures: pages, but no text
    ENCRYPTED = "encrypted"
    TRUNCATED = "truncated"  # begins as what it is, but does not end
    UNSUPPORTED = "unsupported"  # another kind of file, whatever its name says
    UNREADABLE = "unreadable"  # permission, a failing disk
    TOO_LARGE = "too_large"
    ZIP_BOMB = "zip_bomb"
    LINK_OUTSIDE = "link_outside"  # a link that leads out of the folder asked for
    VANISHED = "vanished"  # listed, then gone
    TIMED_OUT = "timed_out"
    WRONG_LANGUAGE = "wrong_language"  # not Danish
