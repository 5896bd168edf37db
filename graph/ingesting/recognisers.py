"""Which recognisers read a file: part of what decides what is read out of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from extract.errors import ModelError, TermListError
from extract.terms import load_terms


@dataclass(frozen=True, slots=True)
class Recognisers:
    """The user's own term lists, and the name of an added spaCy pipeline."""

    term_lists: tuple[Path, ...] = ()
    model: str | None = None

    def check(self) -> None:
        """Make sure, before any file is read, that lists and pipeline can be used.

        Raises: TermListError if a list is malformed or cannot be read; ModelError if nothing is installed
        under the pipeline's name.
        """
        load_terms(self.term_lists)
        if self.model is not None and not _is_there(self.model):
            raise ModelError(self.model, "nothing is installed under this name")

    def fingerprint(self) -> str:
        """Return a digest of what the lists hold and of which model in which version.

        Raises: TermListError if a list cannot be read.
        """
        digest = hashlib.sha256()
        for path in self.term_lists:
            try:
                digest.update(path.read_bytes() + b"\0")
            except OSError as error:
                raise TermListError(str(path), f"it cannot be read ({error.strerror})") from error
        digest.update(f"{self.model} {_version(self.model)} {version('spacy')}".encode())
        return digest.hexdigest()[:16]


def _is_there(model: str) -> bool:
    return model != "" and (Path(model).is_dir() or (model.isidentifier() and find_spec(model) is not None))


def _version(model: str | None) -> str | None:
    if model is None:
        return None
    try:
        return version(model)
    except PackageNotFoundError:  # a folder: `create_pipeline` says what is wrong with it
        return None
