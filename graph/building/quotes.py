"""Cut quotes out of a source's text: letter for letter, and never with somebody's telephone number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from extract.privacy import find_contacts
from extract.records import Span
from extract.relations import Extract
from graph.building.literals import integer, text
from graph.iri import Iris
from graph.vocabulary import OA, SG, TYPE

LONGEST = 1200  # characters of a quote; a longer one is cut around what it is quoted for
WITHHELD = "[…]"
Where = Callable[[NamedNode, Span], Iterator[Triple]]


@dataclass(frozen=True, slots=True)
class Quote:
    """A place in a source: its span, the characters there, and its page."""

    span: Span
    text: str
    page: int | None


class Quotes:
    """The quotable text of one source. With `contacts` shown, nothing is left out of it."""

    def __init__(self, extract: Extract, contacts: Iterable[Span]) -> None:
        self._text = extract.raw.text
        self._pages = extract.raw.pages
        self._starts = [page.span.start for page in extract.raw.pages]
        self._contacts = sorted(contacts)
        self._contact_starts = [span.start for span in self._contacts]
        self._sentences = extract.sentences
        self._sentence_starts = [span.start for span in extract.sentences]

    @classmethod
    def discreet(cls, extract: Extract) -> Quotes:
        """Return quotes that leave e-mail addresses and telephone numbers out."""
        return cls(extract, find_contacts(extract.raw.text))

    @classmethod
    def open(cls, extract: Extract) -> Quotes:
        """Return quotes that show everything."""
        return cls(extract, ())

    def quote(self, span: Span, about: Span | None = None) -> Quote | None:
        """Return the longest showable part of `span`, or the one that holds `about`; None if there is none.

        It begins and ends with a character that is not blank.
        """
        inside = Span(max(span.start, 0), min(span.end, len(self._text)))
        parts = [part for each in self._showable(inside) if (part := self._trimmed(each))]
        if not parts:
            return None
        best = next((p for p in parts if about and p.overlaps(about)), None)
        chosen = self._shortened(best or max(parts, key=lambda p: (p.end - p.start, -p.start)), about)
        return Quote(chosen, chosen.of(self._text), self.page(chosen.start))

    def sentence(self, span: Span) -> Quote | None:
        """Return the sentence that a span begins in; None if the sentences do not reach there."""
        index = bisect_right(self._sentence_starts, span.start) - 1
        if index < 0 or self._sentences[index].end <= span.start:
            return None
        return self.quote(self._sentences[index], span)

    def page(self, offset: int) -> int | None:
        """Return the number of the page that an offset is on."""
        index = bisect_right(self._starts, offset) - 1
        return self._pages[index].number if index >= 0 else None

    def _showable(self, span: Span) -> Iterator[Span]:
        start = span.start
        first = max(bisect_right(self._contact_starts, span.start) - 1, 0)
        for contact in self._contacts[first:]:
            if contact.start >= span.end:
                break
            if contact.overlaps(span):
                yield Span(start, max(start, contact.start))
                start = max(start, contact.end)
        yield Span(min(start, span.end), span.end)

    def _trimmed(self, span: Span) -> Span | None:
        there = span.of(self._text)
        if not any(character.isalnum() for character in there):
            return None
        start = span.start + len(there) - len(there.lstrip())
        return Span(start, span.end - (len(there) - len(there.rstrip())))

    def _shortened(self, span: Span, about: Span | None) -> Span:
        if span.end - span.start <= LONGEST:
            return span
        middle = about.start if about else span.start
        start = max(span.start, min(middle - LONGEST // 2, span.end - LONGEST))
        window = Span(start, start + LONGEST)
        there = window.of(self._text)
        left = there.find(" ") + 1 if start > span.start else 0
        right = there.rfind(" ") if window.end < span.end else len(there)
        return Span(start + left, start + right) if 0 <= left < right else window


def withheld(wording: str) -> str:
    """Return the text in one line, with a sign where an e-mail address or telephone number stood.

    >>> withheld("Ring til  Mette, tlf. 55 12 34 56")
    'Ring til Mette, tlf. […]'
    """
    kept, start = [], 0
    for contact in find_contacts(wording):
        if contact.start >= start:
            kept += [wording[start : contact.start], WITHHELD]
            start = contact.end
    return " ".join("".join([*kept, wording[start:]]).split())


class Passages:
    """The quoted places of one source, each a node of its own; the same place is one node."""

    def __init__(self, source: str, iris: Iris, where: Where) -> None:
        self._source, self._iris, self._where = source, iris, where
        self._made: dict[str, Quote] = {}

    def node(self, quote: Quote) -> NamedNode:
        """Return the node of a quoted place."""
        iri = self._iris.part(self._source, "passage", f"{quote.span.start}-{quote.span.end}")
        self._made[iri] = quote
        return NamedNode(iri)

    def triples(self) -> Iterator[Triple]:
        """Yield what is said of all places that were quoted, in order of place."""
        for iri, quote in sorted(self._made.items(), key=lambda pair: pair[1].span):
            node = NamedNode(iri)
            yield Triple(node, TYPE, SG("Passage"))
            yield from place_triples(node, quote)
            yield from self._where(node, quote.span)


def place_triples(node: NamedNode, quote: Quote) -> Iterator[Triple]:
    """Yield where a quote stands and what it says."""
    yield Triple(node, OA("exact"), text(quote.text))
    yield Triple(node, OA("start"), integer(quote.span.start))
    yield Triple(node, OA("end"), integer(quote.span.end))
    if quote.page is not None:
        yield Triple(node, SG("page"), integer(quote.page))
