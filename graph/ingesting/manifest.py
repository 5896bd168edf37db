"""What a state of the graph was made of: kept beside the store in each snapshot."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from graph.atomic import write_text
from graph.errors import StoreError
from graph.snapshots import SNAPSHOTS, newest

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: where it was found, what it held, what became of it.

    `path` is absolute; a member of an archive is the archive's path, "/" and the member's; `name` has no
    folder but those inside an archive. `key` is what its extract is cached under, None where it could not be
    read; then `status` and `reason` say why. In a `masked` path stood a CPR number; a digest follows it.
    """

    path: str
    name: str
    source: str
    sha256: str | None = None
    key: str | None = None
    status: str = "ok"
    reason: str | None = None
    masked: bool = False


@dataclass(frozen=True, slots=True)
class Manifest:
    """All files in order of path, and a digest of each graph that `build` keeps, by its IRI.

    `made_by` is a digest of the code and settings that the graphs were made with, first `started` (ISO 8601):
    with others they are made anew. `judgements` is a digest of the analyst's judgements. `statements` counts
    the triples of the merge, each once.
    """

    base_iri: str
    made_by: str = ""
    judgements: str = ""
    entries: tuple[Entry, ...] = ()
    graphs: dict[str, str] = field(default_factory=dict)
    started: str = ""
    entities: int = 0
    statements: int = 0


def load_manifest(directory: Path) -> Manifest | None:
    """Return the manifest in a snapshot's directory, None where there is none.

    Raises: StoreError if it is damaged.
    """
    try:
        return msgspec.json.decode((directory / NAME).read_bytes(), type=Manifest)
    except FileNotFoundError:
        return None
    except msgspec.DecodeError as error:
        raise StoreError(directory / NAME, f"it is damaged: {error}") from error


def save_manifest(directory: Path, manifest: Manifest) -> None:
    """Write the manifest into a draft's directory."""
    write_text(directory / NAME, msgspec.json.format(msgspec.json.encode(manifest)).decode("utf-8"))


def base_iri(data: Path, otherwise: str) -> str:
    """Return what the IRIs of the newest state begin with; before the first build, `otherwise`."""
    name = newest(data)
    manifest = load_manifest(data / SNAPSHOTS / name) if name else None
    return manifest.base_iri if manifest else otherwise
