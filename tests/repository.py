"""The files of this repository, as a newcomer's clone would hold them."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@cache
def files(*suffixes: str) -> tuple[Path, ...]:
    """Return the files that are, or are about to be, under version control; by suffix where one is given."""
    listing = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    paths = (ROOT / line for line in listing.stdout.splitlines())
    return tuple(path for path in paths if path.is_file() and (not suffixes or path.suffix in suffixes))


@cache
def text(path: Path) -> str:
    """Return the text of a file, or nothing for one that is not text."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def documentation() -> str:
    """Return all that the project says in Markdown, the decisions of its past and the change log left out."""
    told = [path for path in files(".md") if path == ROOT / "README.md" or path.parent == ROOT / "docs"]
    return "\n".join(text(path) for path in told)
