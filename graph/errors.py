"""What can go wrong while records become a graph and the graph is asked."""

from __future__ import annotations

from pathlib import Path

from extract.errors import SagsgrafError


class StoreError(SagsgrafError):
    """The graph on disk cannot be read or written. `path` is where it is, `reason` a sentence for people."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason


class RemoteStoreError(StoreError):
    """A store elsewhere did not do what it was asked. `path` is its address, without any login.

    `status` is a stable word for machines: refused, timeout or unreachable.
    """

    def __init__(self, path: str, reason: str, status: str = "refused") -> None:
        super().__init__(path, reason)
        self.status = status


class NoGraphError(StoreError):
    """Nothing has been built in this data directory yet."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(path, "there is no graph here yet: run `sagsgraf build` first, or give --data")


class LockedError(StoreError):
    """Another process is writing. `holder` says which."""

    def __init__(self, path: Path | str, holder: str) -> None:
        super().__init__(path, f"it is being written by {holder}; wait until that is done")
        self.holder = holder


class QueryError(SagsgrafError):
    """A query was refused or failed. `query` is its text, `status` a stable word for machines.

    `status` is syntax, refused, too_long, too_complex, timeout, memory or engine.
    """

    def __init__(self, query: str, reason: str, status: str = "syntax") -> None:
        super().__init__(reason)
        self.query = query
        self.reason = reason
        self.status = status


class RdfError(SagsgrafError):
    """RDF from elsewhere cannot be taken in. `path` is the file; `reason` says why and, if known, where."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason


class ExportError(SagsgrafError):
    """The graph cannot be written to this file."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason


class InvalidKeyError(SagsgrafError):
    """No IRI can be made of this key. `kind` is what it should have named, `reason` what is wrong with it."""

    def __init__(self, kind: str, key: str, reason: str) -> None:
        shown = key if len(key) <= 80 else f"{key[:80]}…"
        super().__init__(f"{kind} {shown!r}: {reason}")
        self.kind = kind
        self.key = key
        self.reason = reason


class ResolveError(SagsgrafError):
    """What was recorded about identities cannot be used. `path` and `line` say where it stands."""

    def __init__(self, path: Path | str, line: int, reason: str) -> None:
        super().__init__(f"{path}, line {line}: {reason}")
        self.path = str(path)
        self.line = line
        self.reason = reason


class UnknownEntityError(SagsgrafError):
    """Nothing in the graph has this IRI."""

    def __init__(self, iri: str) -> None:
        super().__init__(f"{iri}: there is nothing by this IRI in the graph")
        self.iri = iri
