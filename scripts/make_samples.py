"""Write the bundled sample packages from their readable sources.

python -m scripts.make_samples            writes samples/*.md to api/samples/
python -m scripts.make_samples --check    says what differs, and exits 1 if anything does
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from scripts.samples_docx import render_docx
from scripts.samples_html import render_html
from scripts.samples_pdf import render_pdf
from scripts.samples_source import Source, read_source
from scripts.samples_text import render_text

ROOT = Path(__file__).resolve().parent.parent
SOURCES, BUNDLE = ROOT / "samples", ROOT / "api" / "samples"
RENDERERS: Mapping[str, Callable[[Source], bytes]] = {
    "txt": render_text,
    "pdf": render_pdf,
    "docx": render_docx,
    "html": render_html,
}


def read_sources(folder: Path = SOURCES) -> tuple[Source, ...]:
    """Read all sources, in order of name, which is the order of the meetings."""
    return tuple(read_source(path) for path in sorted(folder.glob("2*.md")))


def render(source: Source, suffix: str) -> bytes:
    """Render a source as `suffix`: txt, pdf, docx or html."""
    return RENDERERS[suffix](source)


def bundle(sources: tuple[Source, ...]) -> dict[str, bytes]:
    """Return the bundled files: each package once, in the format its source names."""
    return {f"{source.stem}.{source.format}": render(source, source.format) for source in sources}


def main() -> int:
    """Write or check the bundle."""
    parser = argparse.ArgumentParser(description="Write the bundled sample packages.")
    parser.add_argument("--check", action="store_true", help="only say what differs")
    arguments = parser.parse_args()
    files = bundle(read_sources())
    stale = [name for name, content in files.items() if not same(BUNDLE / name, content)]
    stale += [path.name for path in BUNDLE.glob("2*") if path.name not in files]
    if arguments.check:
        print("\n".join(stale))
        return 1 if stale else 0
    for name in stale:
        if name in files:
            (BUNDLE / name).write_bytes(files[name])
        else:
            (BUNDLE / name).unlink()
    return 0


def same(path: Path, content: bytes) -> bool:
    """Tell whether the file at `path` holds just this content."""
    return path.is_file() and path.read_bytes() == content


if __name__ == "__main__":
    sys.exit(main())
