"""Fetch Comunica into a folder, with PyPI's node: `python -m tests.clients.fetch FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from hatch_build import npm

PACKAGE = "@comunica/query-sparql@5.4.1"


def fetch(folder: Path) -> int:
    """Install the package into `folder`; return npm's status."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text("{}", "utf-8")
    status = npm(["install", "--silent", "--no-audit", "--no-fund", "--no-save", PACKAGE], folder)
    if status:
        (folder / "package.json").unlink()
        folder.rmdir()
    return status


if __name__ == "__main__":
    sys.exit(fetch(Path(sys.argv[1])))
