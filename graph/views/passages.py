"""Sentences in their surroundings, and whole pages: from the text that is kept with what was read of a file.

Offsets are code points of the raw text, as in the graph. CPR numbers were masked when the file was read and
are masked again here; what else is to be left out, the caller says (`conceal` keeps a text's length).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from extract.errors import SagsgrafError
from extract.privacy import mask_cpr
from extract.records import Page, RawText, Span
from graph.errors import UnknownEntityError
from graph.ingesting.cache import ExtractCache
from graph.ingesting.manifest import load_manifest
from graph.snapshots import Snapshot
from graph.store import Reader
from graph.views.rows import rows, value, whole

LONGEST_QUOTE = 5_000  # characters
MOST_AROUND = 5_000
LONGEST_PAGE = 50_000  # characters of a page that are shown at once: a text file has one page
MARGIN = 200  # characters beyond what is shown, so that nothing is concealed by half
SOURCE = """SELECT ?file ?path ?format ?sha ?status ?reason ?pages ?characters {
  <%s> a sg:Source ; sg:fileName ?file .
  OPTIONAL { <%s> sg:path ?path } OPTIONAL { <%s> dcterms:format ?format }
  OPTIONAL { <%s> sg:sha256 ?sha } OPTIONAL { <%s> sg:status ?status } OPTIONAL { <%s> sg:reason ?reason }
  OPTIONAL { <%s> sg:pages ?pages } OPTIONAL { <%s> sg:characters ?characters }
} LIMIT 1"""
Conceal = Callable[[str], str]


class NoTextError(SagsgrafError):
    """The text of a file is not kept here, or has no such place. `reason` is a sentence for people."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """A file that was read, or could not be: then `status` is not "ok" and `reason` says why."""

    iri: str
    file_name: str
    path: str
    media_type: str | None
    sha256: str | None
    status: str
    reason: str | None
    pages: int | None
    characters: int | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted place with what stands around it.

    `context_start` is the offset at which `before` begins; the page goes from `page_text_start` to
    `page_text_end`. `before` and `after` may reach onto other pages.
    """

    source: SourceInfo
    before: str
    quote: str
    after: str
    page: int | None
    start: int
    end: int
    context_start: int
    page_text_start: int
    page_text_end: int


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text, or a part of a long one: from `text_start`, on a page from `start` to `end`."""

    source: SourceInfo
    page: int
    pages: int
    start: int
    end: int
    text_start: int
    text: str
    is_whole: bool
    previous: int | None
    next: int | None


def source_info(store: Reader, iri: str) -> SourceInfo:
    """Return what is known of a file.

    Raises: UnknownEntityError if the graph has no such source.
    """
    node = _iri(iri)
    row = next(rows(store, SOURCE % ((node,) * 8)), None)
    if row is None:
        raise UnknownEntityError(iri)
    file = value(row, "file") or ""
    return SourceInfo(
        node,
        file,
        value(row, "path") or file,
        value(row, "format"),
        value(row, "sha"),
        value(row, "status") or "ok",
        value(row, "reason"),
        whole(row, "pages"),
        whole(row, "characters"),
    )


def kept_text(data: Path, snapshot: Snapshot, source: SourceInfo) -> RawText:
    """Return the text of a file as the reader gave it.

    Raises: NoTextError if it is not kept: the file could not be read, was imported, or is being read anew.
    """
    if source.status != "ok":
        reason = source.reason or source.status
        raise NoTextError(source.iri, f"the file {source.file_name} could not be read: {reason}")
    manifest = load_manifest(snapshot.directory)
    entries = manifest.entries if manifest else ()
    keys = (entry.key for entry in entries if entry.source == source.iri and entry.key)
    outlines = (ExtractCache(data).load_outline(key) for key in keys)
    found = next((outline for outline in outlines if outline is not None), None)
    if found is None:
        raise NoTextError(source.iri, f"the text of {source.file_name} is not kept here any more")
    return found.raw


def passage(source: SourceInfo, raw: RawText, span: Span, around: int, conceal: Conceal) -> Passage:
    """Return a place with up to `around` characters on either side.

    Raises: NoTextError if the text has no such place, or the place is longer than LONGEST_QUOTE.
    """
    if not 0 <= span.start < span.end <= len(raw.text):
        raise NoTextError(source.iri, f"its text has {len(raw.text)} characters; {span} is not among them")
    if span.end - span.start > LONGEST_QUOTE:
        raise NoTextError(source.iri, f"a passage of more than {LONGEST_QUOTE} characters is not shown")
    reach = min(around, MOST_AROUND)
    context = Span(max(span.start - reach, 0), min(span.end + reach, len(raw.text)))
    shown = _shown(raw, context, conceal)
    page = _page_at(raw, span.start)
    return Passage(
        source,
        before=shown[: span.start - context.start],
        quote=shown[span.start - context.start : span.end - context.start],
        after=shown[span.end - context.start :],
        page=page.number if page else None,
        start=span.start,
        end=span.end,
        context_start=context.start,
        page_text_start=page.span.start if page else 0,
        page_text_end=page.span.end if page else len(raw.text),
    )


def page_text(source: SourceInfo, raw: RawText, number: int, at: int | None, conceal: Conceal) -> PageText:
    """Return the text of a page; of a very long one LONGEST_PAGE characters, around the offset `at`.

    Raises: NoTextError if the file has no such page.
    """
    place = next((index for index, page in enumerate(raw.pages) if page.number == number), None)
    if place is None:
        raise NoTextError(source.iri, f"it has {len(raw.pages)} pages, and none with the number {number}")
    span = raw.pages[place].span
    middle = span.start if at is None else min(max(at, span.start), span.end)
    start = max(span.start, min(middle - LONGEST_PAGE // 2, span.end - LONGEST_PAGE))
    window = Span(start, min(span.end, start + LONGEST_PAGE))
    numbers = {index: page.number for index, page in enumerate(raw.pages)}
    return PageText(
        source,
        page=number,
        pages=len(raw.pages),
        start=span.start,
        end=span.end,
        text_start=window.start,
        text=_shown(raw, window, conceal),
        is_whole=window == span,
        previous=numbers.get(place - 1),
        next=numbers.get(place + 1),
    )


def _shown(raw: RawText, span: Span, conceal: Conceal) -> str:
    wide = Span(max(span.start - MARGIN, 0), min(span.end + MARGIN, len(raw.text)))
    text = conceal(mask_cpr(wide.of(raw.text)))
    return text[span.start - wide.start : span.end - wide.start]


def _page_at(raw: RawText, offset: int) -> Page | None:
    index = bisect_right([page.span.start for page in raw.pages], offset) - 1
    return raw.pages[index] if index >= 0 else None


def _iri(iri: str) -> str:
    try:
        return NamedNode(iri).value
    except ValueError as error:
        raise UnknownEntityError(iri) from error
