"""The page of a file: the text of one of its pages, with the sentence that a reader came for marked in it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.responses import Response

from api.pages.page import render
from api.routes.passages import conceal
from api.sparql.request import ProtocolError
from extract.records import Span
from graph.snapshots import Snapshot
from graph.views.passages import NoTextError, PageText, Passage, kept_text, page_text, passage, source_info


class SourceParameters(BaseModel):
    """Which page, and which characters of the text are marked."""

    model_config = ConfigDict(extra="forbid")

    page: int | None = Field(None, ge=1, le=1_000_000)
    start: int | None = Field(None, ge=0, le=2**40)
    end: int | None = Field(None, ge=1, le=2**40)
    lang: str | None = Field(None, max_length=20)


@dataclass(frozen=True, slots=True)
class Marked:
    """A page's text in three: before the mark, the mark, after it. Without a mark the last two are empty."""

    before: str
    mark: str
    after: str


def source_page(request: Request, snapshot: Snapshot, iri: str) -> Response:
    """Return the page of a file.

    Raises: UnknownEntityError; ProtocolError 400 for what the address says and no page understands.
    """
    try:
        wanted = SourceParameters.model_validate(dict(request.query_params))
    except ValidationError as error:
        raise ProtocolError(400, f"the address cannot be used so: {error.errors()[0]['msg']}") from error
    source = source_info(snapshot.store, iri)
    try:
        raw = kept_text(request.app.state.settings.data, snapshot, source)
        quoted = None
        if wanted.start is not None and wanted.end is not None:
            quoted = passage(source, raw, Span(wanted.start, wanted.end), 0, conceal(request))
        number = wanted.page or (quoted.page if quoted else None) or raw.pages[0].number
        text = page_text(source, raw, number, wanted.start, conceal(request))
    except (NoTextError, IndexError) as error:
        return render(request, "source.html", 404, source=source, text=None, reason=str(error))
    return render(request, "source.html", source=source, text=text, marked=marked(text, quoted), reason=None)


def marked(text: PageText, quoted: Passage | None) -> Marked:
    """Return the text parted at the passage, as far as it stands on this page."""
    if quoted is None or quoted.start >= text.text_start + len(text.text) or quoted.end <= text.text_start:
        return Marked(text.text, "", "")
    start = max(quoted.start - text.text_start, 0)
    end = quoted.end - text.text_start
    return Marked(text.text[:start], text.text[start:end], text.text[end:])
