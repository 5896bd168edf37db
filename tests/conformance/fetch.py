"""Fetch the W3C's SPARQL tests into a folder: `python -m tests.conformance.fetch FOLDER`.

They come in the source distribution of rdflib; nothing of them is kept in this project. They are the W3C's,
under its own licence, which lies beside them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

DISTRIBUTION = "rdflib==7.6.0"
INSIDE = "test/data/suites/w3c/"
SUITES = ("dawg-data-r2", "sparql11")


def fetch(folder: Path) -> None:
    """Put the two suites into `folder`, whole or not at all.

    Raises: CalledProcessError where there is no package index to ask.
    """
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
        command += ["--no-binary", ":all:", "--no-deps", "--dest", scratch, DISTRIBUTION]
        subprocess.run(command, check=True)
        archive = next(Path(scratch).glob("*.tar.gz"))
        with tarfile.open(archive) as opened:
            wanted = [
                m for m in opened.getmembers() if any(f"{INSIDE}{suite}/" in m.name for suite in SUITES)
            ]
            opened.extractall(scratch, wanted, filter="data")
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.move(next(Path(scratch).glob(f"*/{INSIDE}")), folder)


if __name__ == "__main__":
    fetch(Path(sys.argv[1]))
