"""Gather the quotes of one source, each with what it tells of, for a search index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from extract.privacy import mask_cpr
from graph.search_entries import About, QuoteEntry
from graph.search_things import NO_RANK, RANK, Things
from graph.trace_dossier import last_part
from graph.vocabulary import DCTERMS, OA, RDF, SG, TYPE

TOLD_OF = (SG("initiative"), RDF("subject"), SG("responsible"))  # by what a node that has evidence names whom
MENTIONS = (SG("Mention"), SG("UnresolvedMention"))  # they quote a name; their sentence is quoted by itself


@dataclass(frozen=True, slots=True)
class _Passage:
    """A quoted place in the source."""

    iri: str
    quote: str
    start: int
    end: int


def quote_entries(things: Things, source: str) -> Iterator[QuoteEntry]:
    """Yield the quotes of one named graph in order of place, but none that stands inside another."""
    yield from _Source(things, source).entries()


class _Source:
    """One source's graph, read predicate by predicate."""

    def __init__(self, things: Things, source: str) -> None:
        self.things, self.source = things, source
        self.graph = NamedNode(source)
        self.pages = self._literals(SG("page"))
        self.items = self._links(SG("agendaItem"))
        self.documents = self._links(SG("document"))
        self.name = next(iter(self._literals(SG("fileName")).values()), last_part(source))

    def entries(self) -> Iterator[QuoteEntry]:
        """Yield each outermost passage with what is said in it and inside it."""
        told = self._told()
        outer: _Passage | None = None
        about: dict[str, None] = {}
        for passage in self._passages():
            if outer is not None and passage.end <= outer.end:
                about.update(told.get(passage.iri, {}))
                continue
            if outer is not None:
                yield self._entry(outer, about)
            outer, about = passage, dict(told.get(passage.iri, {}))
        if outer is not None:
            yield self._entry(outer, about)

    def _entry(self, passage: _Passage, about: dict[str, None]) -> QuoteEntry:
        places = [*self.items.get(passage.iri, ()), *self.documents.get(passage.iri, ())]
        units = self._units(passage.iri, about)
        page = self.pages.get(passage.iri, "")
        return QuoteEntry(
            quote=passage.quote,
            source=mask_cpr(self.name),
            source_iri=self.source,
            start=passage.start,
            end=passage.end,
            page=int(page) if page.isdecimal() else None,
            date=self._date(passage.iri),
            about=self._about([*about, *places]),
            units=units,
            departments=self.things.departments(units),
        )

    def _passages(self) -> list[_Passage]:
        """Return the quoted places by start; of those with one start the longest first."""
        starts, ends = self._literals(OA("start")), self._literals(OA("end"))
        mentions = {iri for name in MENTIONS for iri in self._of_class(name)}
        found = [
            _Passage(iri, mask_cpr(quote), int(starts[iri]), int(ends[iri]))
            for iri, quote in self._literals(OA("exact")).items()
            if iri not in mentions and _is_number(starts.get(iri)) and _is_number(ends.get(iri))
        ]
        return sorted(found, key=lambda passage: (passage.start, -passage.end, passage.iri))

    def _told(self) -> dict[str, dict[str, None]]:
        """Return what each passage tells of: whom the nodes that rest on it name, and who is named in it."""
        named: dict[str, list[str]] = defaultdict(list)
        for predicate in (*TOLD_OF, SG("refersTo")):
            for node, entities in self._links(predicate).items():
                named[node] += entities
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for predicate in (SG("evidence"), SG("sentence")):
            for node, passages in self._links(predicate).items():
                for passage in passages:
                    found[passage].update(dict.fromkeys(named.get(node, [node])))
        return found

    def _about(self, iris: list[str]) -> tuple[About, ...]:
        found = (self.things.of(iri) for iri in dict.fromkeys(iris))
        known = [About(each.iri, each.type, each.classes, each.kind) for each in found if each]
        return tuple(sorted(known, key=lambda each: RANK.get(each.type, NO_RANK)))

    def _units(self, passage: str, about: dict[str, None]) -> tuple[str, ...]:
        """Return the organizations that stand behind: of the document, of the initiative, of the meeting."""
        behind = [*self.documents.get(passage, ()), *about]
        direct = [unit for each in behind for unit in self.things.iris(each, SG("department"), SG("unit"))]
        for item in self.items.get(passage, ()):
            for meeting in self.things.iris(item, SG("meeting")):
                direct += self.things.holders(meeting)
        return tuple(dict.fromkeys(above for unit in direct for above in self.things.units(unit)))

    def _date(self, passage: str) -> str | None:
        for item in self.items.get(passage, ()):
            for meeting in self.things.iris(item, SG("meeting")):
                if date := self.things.meeting_date(meeting):
                    return date
        for document in self.documents.get(passage, ()):
            if issued := self.things.text(document, DCTERMS("issued")):
                return issued[:10]
        dates = (self.things.meeting_date(meeting) for meeting in sorted(self._of_class(SG("Meeting"))))
        return min(filter(None, dates), default=None)

    def _of_class(self, name: NamedNode) -> Iterator[str]:
        for quad in self.things.store.quads(None, TYPE, name, self.graph):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject.value

    def _literals(self, predicate: NamedNode) -> dict[str, str]:
        found = self.things.store.quads(None, predicate, None, self.graph)
        pairs = (
            (quad.subject.value, quad.object.value)
            for quad in found
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
        )
        return dict(sorted(pairs, reverse=True))

    def _links(self, predicate: NamedNode) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for quad in self.things.store.quads(None, predicate, None, self.graph):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                found[quad.subject.value].append(quad.object.value)
        return {node: sorted(each) for node, each in found.items()}


def _is_number(text: str | None) -> bool:
    return text is not None and text.isascii() and text.isdecimal()
