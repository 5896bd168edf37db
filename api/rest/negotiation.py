"""Choose a media type a client accepts.

Source: RFC 9110, sections 12.4.2 (quality values) and 12.5.1 (Accept).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# What clients ask for -> what it is called here.
ALIASES = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
}
GRAPH_ALIASES = {
    "application/json": "application/ld+json",
    "application/xml": "application/rdf+xml",
    "text/xml": "application/rdf+xml",
    "text/plain": "application/n-triples",
    "application/x-turtle": "text/turtle",
}


def etag_matches(header: str | None, etag: str) -> bool:
    """Tell whether an If-None-Match header holds a tag, weak or strong (RFC 9110, section 13.1.2).

    >>> etag_matches('"a", W/"b"', "b"), etag_matches(None, "b"), etag_matches("*", "b")
    (True, False, True)
    """
    if not header:
        return False
    tags = (tag.strip().removeprefix("W/") for tag in header.split(","))
    return any(tag in (f'"{etag}"', "*") for tag in tags)


@dataclass(frozen=True, slots=True)
class Range:
    """One element of an Accept header: a media range, its quality 0-1, how specific it is."""

    media: str
    quality: float
    specificity: int

    def covers(self, media_type: str) -> bool:
        """Tell whether the range holds `media_type`."""
        if self.media == "*/*":
            return True
        major, _, minor = self.media.partition("/")
        return self.media == media_type or (minor == "*" and media_type.startswith(f"{major}/"))


def parse_accept(header: str | None) -> tuple[Range, ...]:
    """Read an Accept header; a malformed element is left out, none at all means anything.

    >>> [(r.media, r.quality) for r in parse_accept("text/turtle;q=0.5, */*;q=0")]
    [('text/turtle', 0.5), ('*/*', 0.0)]
    """
    if header is None or not header.strip():
        return (Range("*/*", 1.0, 0),)
    ranges = (_range(part) for part in header[:4_000].split(","))
    return tuple(r for r in ranges if r is not None)


def _range(part: str) -> Range | None:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    if "/" not in media:
        return None
    quality = next((p[2:].strip() for p in parameters if p.startswith("q=")), "1")
    specificity = 0 if media == "*/*" else 1 if media.endswith("/*") else 2
    try:
        return Range(media, min(max(float(quality), 0.0), 1.0), specificity)
    except ValueError:
        return None


def choose(accept: str | None, offers: Sequence[str], aliases: dict[str, str]) -> str | None:
    """Return the offer the client likes best, the earlier one on a tie, or None if it accepts none.

    >>> choose("text/csv, application/json;q=0.9", ["application/sparql-results+json", "text/csv"], ALIASES)
    'text/csv'
    >>> choose("text/html", ["application/sparql-results+json"], ALIASES) is None
    True
    """
    ranges = parse_accept(accept)
    best, best_quality = None, 0.0
    for offer in offers:
        own = [alias for alias, name in aliases.items() if name == offer]
        named = [r.quality for r in ranges if r.media in own]
        quality = max([_quality(offer, ranges), *named])
        if quality > best_quality:
            best, best_quality = offer, quality
    return best


def _quality(media_type: str, ranges: tuple[Range, ...]) -> float:
    matching = [r for r in ranges if r.covers(media_type)]
    return max(matching, key=lambda r: r.specificity).quality if matching else 0.0
