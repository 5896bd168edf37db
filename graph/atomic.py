"""Files and folders that are replaced in one step: whoever looks sees the old or the new, never a part."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a path beside `path` to write to; what is there takes its place if the block ends well.

    Raises: OSError if that cannot be done.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        yield draft
        if draft.is_dir() and path.is_dir():
            shutil.rmtree(path)
        draft.replace(path)
    finally:
        _remove(draft)


def write_text(path: Path, text: str) -> None:
    """Replace a file's content in one step, on disk before it is done."""
    with replacing(path) as draft, draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
