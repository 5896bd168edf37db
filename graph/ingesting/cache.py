"""What was read out of each file, kept by what decides it: bytes, name, code, settings."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

import extract
from extract.records import Package, RawText
from extract.relations import Extract
from graph.errors import StoreError

FOLDER = "extracts"
SOURCES = ("*.py", "*.toml")
DECODER: msgspec.msgpack.Decoder[Extract] = msgspec.msgpack.Decoder(Extract)


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of an extract that are the file's text and structure: the rest is passed over, not built."""

    raw: RawText
    package: Package


OUTLINE_DECODER: msgspec.msgpack.Decoder[Outline] = msgspec.msgpack.Decoder(Outline)


@cache
def code_version() -> str:
    """Return a digest of the code and term lists that decide what is read out of a text.

    >>> len(code_version())
    16
    """
    root = Path(extract.__file__).parent
    files = sorted(path for pattern in SOURCES for path in root.rglob(pattern))
    files.append(Path(__file__).parent.with_name("extraction.py"))
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


class ExtractCache:
    """Extracts in a folder, one file each; a half-written one is never seen."""

    def __init__(self, data: Path) -> None:
        self.folder = data / FOLDER

    def load(self, key: str) -> Extract | None:
        """Return what was kept under `key`, or None where nothing readable is; what is damaged is removed."""
        try:
            return DECODER.decode(self._path(key).read_bytes())
        except FileNotFoundError:
            return None
        except msgspec.DecodeError:
            self._path(key).unlink(missing_ok=True)
            return None

    def load_outline(self, key: str) -> Outline | None:
        """Return text and structure of the file kept under `key`, None where nothing readable is."""
        try:
            return OUTLINE_DECODER.decode(self._path(key).read_bytes())
        except (FileNotFoundError, msgspec.DecodeError):
            return None

    def __contains__(self, key: str) -> bool:
        """Tell whether something was kept under `key`."""
        return self._path(key).is_file()

    def save(self, key: str, extract: Extract) -> None:
        """Keep an extract under `key`.

        Raises: StoreError if the folder cannot be written.
        """
        self.keep(key, msgspec.msgpack.encode(extract))

    def keep(self, key: str, encoded: bytes) -> None:
        """Keep an extract that is encoded already under `key`.

        Raises: StoreError if the folder cannot be written.
        """
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary = path.with_suffix(f".{os.getpid()}.tmp")
            temporary.write_bytes(encoded)
            temporary.replace(path)
        except OSError as error:
            raise StoreError(path, f"it cannot be written: {error.strerror}") from error

    def keep_only(self, keys: set[str]) -> None:
        """Remove every extract but those under `keys`."""
        for path in self.folder.glob("*/*"):
            if path.stem not in keys:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.msgpack"
