"""The formats that a thing's address answers in: chosen by the suffix of the path, else by `Accept`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from pyoxigraph import RdfFormat

from api.rest.negotiation import GRAPH_ALIASES, choose
from api.sparql.request import ProtocolError

HTML, JSON = "text/html", "application/json"
RDF = {
    "text/turtle": RdfFormat.TURTLE,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
SUFFIXES = {
    ".ttl": "text/turtle",
    ".jsonld": "application/ld+json",
    ".nt": "application/n-triples",
    ".rdf": "application/rdf+xml",
    ".html": HTML,
    ".json": JSON,
}
RESERVED = "%:/?#[]@!$&'()*+,;=~"  # RFC 3986, section 2.2, and what is written in percent already
ALIASES = {name: media for name, media in GRAPH_ALIASES.items() if name != JSON}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a path asks for: a thing (without the suffix), and the format where the suffix says it."""

    path: str
    media_type: str | None


def readings(path: str) -> tuple[Asked, ...]:
    """Return what a path may ask for: the thing of just this name, else the one without the suffix.

    >>> readings("person/pia.ttl")[1]
    Asked(path='person/pia', media_type='text/turtle')
    """
    whole = Asked(path, None)
    found = next((suffix for suffix in SUFFIXES if path.endswith(suffix)), None)
    return (whole, Asked(path.removesuffix(found), SUFFIXES[found])) if found else (whole,)


def negotiated(accept: str | None, offers: Iterable[str] = SUFFIXES.values()) -> str:
    """Return the media type that a client likes best; Turtle where it does not care.

    Raises: ProtocolError 406 if none of the offers will do.
    """
    offered = list(offers)
    media_type = choose(accept, offered, ALIASES)
    if media_type is None:
        raise ProtocolError(406, f"there is {', '.join(offered)}")
    return media_type


def alternates(address: str, iri: str, media_types: Iterable[str] = SUFFIXES.values()) -> str:
    """Return the Link header of a thing that is at `address` here: its formats, and its IRI."""
    here, itself = (quote(each, safe=RESERVED) for each in (address, iri))  # a header holds no other letters
    links = [
        f'<{here}{suffix}>; rel="alternate"; type="{media_type}"'
        for suffix, media_type in SUFFIXES.items()
        if media_type in set(media_types)
    ]
    return ", ".join([f'<{itself}>; rel="canonical"', *links])
