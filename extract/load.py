"""Take the bytes of a file off the disk, unless there are too many of them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from extract.archives import MOST_BYTES
from extract.errors import ReadError
from extract.read_status import ReadStatus


@contextmanager
def open_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file for reading; its size is looked at before anything is read.

    Raises: ReadError if it is gone, too large, not a file at all, or cannot be read.
    """
    try:
        # A pipe would keep an ordinary open waiting for somebody to write.
        with open(path, "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise ReadError(str(path), ReadStatus.UNSUPPORTED, "is not a file")
            if status.st_size > MOST_BYTES:
                reason = f"is {status.st_size} bytes (at most {MOST_BYTES})"
                raise ReadError(str(path), ReadStatus.TOO_LARGE, reason)
            yield file
    except FileNotFoundError as error:
        raise ReadError(str(path), ReadStatus.VANISHED, "is not there (any more)") from error
    except OSError as error:
        raise ReadError(str(path), ReadStatus.UNREADABLE, f"cannot be read ({error.strerror})") from error


def load_file(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises: ReadError as `open_file` does.
    """
    with open_file(path) as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ReadError(str(path), ReadStatus.TOO_LARGE, f"is more than {MOST_BYTES} bytes")
    return data


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
