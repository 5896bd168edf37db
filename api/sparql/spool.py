"""Room for answers until they are read: a little of each in memory, the rest in unnamed files; bounded."""

from __future__ import annotations

import tempfile
from typing import Any

IN_MEMORY = 1024 * 1024  # bytes of one answer


class SpoolFullError(Exception):
    """There is no room for more of an answer: too many large ones wait to be read."""


class Spool:
    """Gives out files and counts what all of them hold."""

    def __init__(self, capacity_bytes: int) -> None:
        self.capacity = capacity_bytes
        self.used = 0

    def open(self) -> Spooled:
        """Return an empty file."""
        return Spooled(self)

    def take(self, size: int) -> None:
        """Count `size` bytes more. Raises: SpoolFullError if there is no room."""
        if self.used + size > self.capacity:
            raise SpoolFullError
        self.used += size

    def give_back(self, size: int) -> None:
        """Count `size` bytes less."""
        self.used -= size


class Spooled(tempfile.SpooledTemporaryFile[bytes]):
    """One answer's file: written once, read once; closed it gives its room back."""

    def __init__(self, spool: Spool) -> None:
        super().__init__(IN_MEMORY)
        self._spool = spool
        self._taken = 0

    def write(self, data: Any) -> int:
        """Add to the file. Raises: SpoolFullError."""
        self._spool.take(len(data))
        self._taken += len(data)
        return super().write(data)

    def close(self) -> None:
        """Let go of the file; twice is as good as once."""
        self._spool.give_back(self._taken)
        self._taken = 0
        super().close()

    def __exit__(self, *_error: object) -> None:
        self.close()
