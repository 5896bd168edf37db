"""Attachments that a document names and the package does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.likeness import same_title
from extract.privacy import redact_contacts
from extract.records import Document, SegmentKind
from extract.segment_cues import listed_titles, resembles
from graph.ingesting.cache import ExtractCache, Outline
from graph.ingesting.manifest import Entry


@dataclass(frozen=True, slots=True)
class AbsentAttachment:
    """An attachment by the number and title it is named by, in which document of which file."""

    number: str
    title: str
    document: str
    file: str
    source_iri: str


def absent_attachments(data: Path, entries: Iterable[Entry]) -> Iterator[AbsentAttachment]:
    """Yield the attachments that are named but not there, in order of file and document.

    One is there if the file holds another document whose title is like the one it is named by. What the
    cache has lost is passed over.
    """
    cache = ExtractCache(data)
    for entry in entries:
        outline = cache.load_outline(entry.key) if entry.key else None
        if outline is not None:
            yield from _absent(outline, entry)


def _absent(outline: Outline, entry: Entry) -> Iterator[AbsentAttachment]:
    documents = outline.package.documents
    for document in documents:
        others = [other.title for other in documents if other.id != document.id]
        for number, title in _named(outline, document):
            if not any(same_title(title, other) or resembles(other, title) for other in others):
                shown = redact_contacts(title)
                yield AbsentAttachment(number, shown, document.title, entry.name, entry.source)


def _named(outline: Outline, document: Document) -> Iterator[tuple[str, str]]:
    for section in document.sections:
        if section.kind is SegmentKind.ATTACHMENTS:
            lines = (" ".join(line.split()) for line in section.span.of(outline.raw.text).splitlines())
            yield from listed_titles([line for line in lines if line])
