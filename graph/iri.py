"""Make, shorten and expand IRIs: the only place where it is done."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit

from graph.errors import InvalidKeyError
from graph.vocabulary import PREFIXES

SLUG_LENGTH = 80
SHA = re.compile(r"[0-9a-f]{16,64}")
SEGMENT = re.compile(r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
YEAR = re.compile(r"\d{4}")
UNSAFE = re.compile(r'[\x00-\x20<>"{}|\\^`\x7f-\x9f]')  # what RFC 3987 allows nowhere in an IRI
# Danish letters are folded the Danish way; the rest lose their accents (NFKD). No NFKD form exists for these.
LETTERS = str.maketrans(
    {"å": "aa", "ø": "oe", "æ": "ae", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "œ": "oe", "ı": "i"}
)


def slug(label: str) -> str:
    """Return the label as one segment of an IRI: a-z, 0-9 and single hyphens, at most 80 characters.

    A long label is cut and kept apart by eight characters of its digest; one in another script is its digest.

    Raises: InvalidKeyError if the label holds no letter and no digit.

    >>> slug("Gadens Køkken på Ågade")
    'gadens-koekken-paa-aagade'
    """
    text = unicodedata.normalize("NFC", label).casefold().translate(LETTERS)
    text = unicodedata.normalize("NFKD", text)
    if not any(character.isalnum() for character in text):
        raise InvalidKeyError("label", label, "it holds no letter and no digit")
    kept = "".join(c for c in text if not unicodedata.combining(c))
    words = re.findall(r"[a-z0-9]+", kept)
    foreign = sum(c.isalnum() and not c.isascii() for c in kept)
    short = "-".join(words)
    if len(short) <= SLUG_LENGTH and not foreign:
        return short
    return "-".join(filter(None, (short[: SLUG_LENGTH - 9].strip("-"), digest(text))))


def digest(text: str, length: int = 8) -> str:
    """Return `length` hexadecimal digits that stand for the text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


class Iris:
    """The IRIs of one graph, under the base IRI that the settings name.

    >>> iris = Iris("http://localhost:8000")
    >>> iris.entity("person", "mette-ravn")
    'http://localhost:8000/person/mette-ravn'
    >>> iris.shorten(iris.entity("person", "mette-ravn"))
    'person/mette-ravn'
    """

    def __init__(self, base: str) -> None:
        parts = urlsplit(base)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise InvalidKeyError("base IRI", base, "it must begin with http:// or https:// and name a host")
        if parts.query or parts.fragment or UNSAFE.search(base):
            raise InvalidKeyError("base IRI", base, "it must hold no ?, #, space or other unsafe character")
        self.base = base if base.endswith("/") else f"{base}/"

    @property
    def entities(self) -> str:
        """The graph of what holds across files."""
        return f"{self.base}entities"

    @property
    def vocabulary(self) -> str:
        """The graph of the vocabulary and the concept schemes."""
        return f"{self.base}vocabulary"

    @property
    def dataset(self) -> str:
        """The data set itself, and the graph that describes it."""
        return f"{self.base}dataset"

    def source(self, sha256: str) -> str:
        """Return the IRI of a file's content, which is the name of its graph.

        Raises: InvalidKeyError if `sha256` is not the hexadecimal digest.
        """
        if not SHA.fullmatch(sha256):
            raise InvalidKeyError("source", sha256, "it is no SHA-256 in lower-case hexadecimal")
        return f"{self.base}source/{sha256[:16]}"

    def unread_source(self, name: str) -> str:
        """Return the IRI of a file whose content could not be had: by its name."""
        return f"{self.base}source/unread-{digest(name, 16)}"

    def part(self, source: str, kind: str, key: str | int) -> str:
        """Return the IRI of a thing inside a source: `source/3f2a…/mention/1`."""
        return f"{source}/{kind}/{self._segment(kind, str(key))}"

    def meeting(self, body: str, date: str) -> str:
        """Return the IRI of the meeting of a body (its slug) on an ISO date: the same in every file."""
        if not ISO_DATE.fullmatch(date):
            raise InvalidKeyError("meeting", date, "the date is not YYYY-MM-DD")
        return f"{self.base}meeting/{self._segment('meeting', body)}/{date}"

    def undated_meeting(self, body: str, source: str, meeting_id: str) -> str:
        """Return the IRI of a meeting whose date is unknown: it is one source's own."""
        name = source.rpartition("/")[2]
        return f"{self.base}meeting/{self._segment('meeting', body)}/undated-{name}-{slug(meeting_id)}"

    def agenda_item(self, meeting: str, number: str) -> str:
        """Return the IRI of an agenda item by the number printed on it."""
        return f"{meeting}/{self._segment('agenda item', number)}"

    def entity(self, kind: str, key: str) -> str:
        """Return the IRI of an entity: `kind` is a folder (person, place …), `key` a slug or a number."""
        return f"{self.base}{kind}/{self._segment(kind, key)}"

    def case(self, number: str) -> str:
        """Return the IRI of a case by the number it is filed under."""
        return self.entity("case", number.upper())

    def budget_year(self, year: str) -> str:
        """Return the IRI of a budget by its year.

        Raises: InvalidKeyError if `year` is not four digits.
        """
        if not YEAR.fullmatch(year):
            raise InvalidKeyError("budget year", year, "it is not four digits")
        return self.entity("budget", year)

    def concept(self, scheme: str, word: str) -> str:
        """Return the IRI of a concept (`outcome/approved`); of its scheme with an empty word."""
        return f"{self.base}{scheme}/{word}" if word else f"{self.base}{scheme}"

    def shorten(self, iri: str) -> str:
        """Return the IRI without the base, or with a known prefix; as it is if neither fits."""
        if iri.startswith(self.base):
            return iri.removeprefix(self.base)
        for prefix, namespace in PREFIXES.items():
            if iri.startswith(namespace):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri

    def expand(self, short: str) -> str:
        """Return the IRI that `shorten` made short; an absolute IRI as it is.

        Raises: InvalidKeyError if the result would be no IRI.

        >>> Iris("http://localhost:8000/").expand("sg:Person")
        'https://w3id.org/sagsgraf/ns#Person'
        """
        if UNSAFE.search(short):
            raise InvalidKeyError("IRI", short, "it holds a character that no IRI may hold")
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", short) or short.startswith("urn:"):
            return short
        prefix, colon, name = short.partition(":")
        if colon and prefix in PREFIXES:
            return PREFIXES[prefix] + name
        if colon:
            raise InvalidKeyError("IRI", short, f"the prefix {prefix!r} is unknown")
        return self.base + short.lstrip("/")

    @staticmethod
    def _segment(kind: str, key: str) -> str:
        if not key.strip():
            raise InvalidKeyError(kind, key, "it is empty")
        if SEGMENT.fullmatch(key) and len(key) <= SLUG_LENGTH:
            return key
        return slug(key)
