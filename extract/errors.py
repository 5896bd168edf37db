"""What can go wrong while text becomes records."""

from __future__ import annotations


class SagsgrafError(Exception):
    """The root of every error this project raises on purpose."""


class ReadError(SagsgrafError):
    """A file could not be read.

    `path` is the file as the user named it, `status` a stable word for machines (one of `ReadStatus`),
    `reason` a sentence for people.
    """

    def __init__(self, path: str, status: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.status = status
        self.reason = reason


class TermListError(SagsgrafError):
    """A term list in `extract/data` (or a user's own) is malformed."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class ModelError(SagsgrafError):
    """An added spaCy pipeline could not be loaded."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"the spaCy pipeline {name!r} cannot be used: {reason}")
        self.name = name
        self.reason = reason
