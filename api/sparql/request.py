"""Read a SPARQL 1.1 Protocol query operation out of an HTTP request.

Source: SPARQL 1.1 Protocol, section 2.1 (query operation) and 2.1.4 (specifying an RDF data set).
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
# `lang` is the language of the page that a browser gets where it sends no query.
PARAMETERS = frozenset(
    {"query", "default-graph-uri", "named-graph-uri", "lang", "format", "output", "results"}
)
# Clients from before content negotiation name a format, by one of three names, often by all of them.
FORMAT_PARAMETERS = ("format", "output", "results")
FORMATS = {
    "json": "application/json",
    "xml": "application/xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "ttl": "text/turtle",
    "n3": "text/turtle",
    "ntriples": "application/n-triples",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "rdf+xml": "application/rdf+xml",
    "json-ld": "application/ld+json",
    "jsonld": "application/ld+json",
}
BODY_BYTES = 512 * 1024


class ProtocolError(Exception):
    """The request is no query operation; `status` is the HTTP status that says so."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SparqlRequest:
    """A query as text (None where none was sent) and the data set the protocol asks for.

    `accept` is the media type that the request names beside its headers, if it does.
    """

    query: str | None
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    accept: str | None = None


async def read_request(request: Request) -> SparqlRequest:
    """Read the operation from a GET, HEAD or POST request.

    Raises: ProtocolError 400, 413 or 415.
    """
    pairs = _pairs(request.url.query)
    if request.method != "POST":
        return _request(pairs)
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type not in (FORM, DIRECT):
        raise ProtocolError(415, f"POST a query as {FORM} or {DIRECT}")
    body = await _body(request)
    if media_type == FORM:
        return _request(pairs + _pairs(body))
    if any(name == "query" for name, _ in pairs):
        raise ProtocolError(400, "the query stands both in the address and in the body")
    return _request([*pairs, ("query", body)])


async def _body(request: Request) -> str:
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > BODY_BYTES:
            raise ProtocolError(413, f"the request is larger than {BODY_BYTES} bytes")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProtocolError(400, f"the request is not UTF-8 at byte {error.start}") from error


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1_000)
    except ValueError as error:
        raise ProtocolError(400, f"the parameters cannot be read: {error}") from error


def _request(pairs: list[tuple[str, str]]) -> SparqlRequest:
    unknown = sorted({name for name, _ in pairs} - PARAMETERS)
    if unknown:
        known = ", ".join(sorted(PARAMETERS))
        raise ProtocolError(400, f"unknown parameter {unknown[0][:80]!r}; there are {known}")
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) > 1:
        raise ProtocolError(400, "more than one query")
    return SparqlRequest(
        queries[0] if queries else None,
        tuple(value for name, value in pairs if name == "default-graph-uri"),
        tuple(value for name, value in pairs if name == "named-graph-uri"),
        _named_format(pairs),
    )


def _named_format(pairs: list[tuple[str, str]]) -> str | None:
    named = {value.strip().casefold() for name, value in pairs if name in FORMAT_PARAMETERS} - {""}
    if not named:
        return None
    if len(named) > 1:
        raise ProtocolError(400, "more than one format")
    word = named.pop()
    if word not in FORMATS and "/" not in word:
        raise ProtocolError(400, f"unknown format {word[:80]!r}; there are {', '.join(FORMATS)}")
    return FORMATS.get(word, word)
