"""Gather the quotes of one source, each with what it tells of, for a search index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import QuerySolution

from extract.privacy import mask_cpr
from graph.searching.entries import About, QuoteEntry
from graph.searching.things import NO_RANK, RANK, Things
from graph.traces.dossier import last_part
from graph.traces.facts import solutions
from graph.vocabulary import DCTERMS, SG


@dataclass(frozen=True, slots=True)
class _Passage:
    """A quoted place in the source."""

    iri: str
    quote: str
    start: int
    end: int
    page: int | None


def quote_entries(things: Things, source: str) -> Iterator[QuoteEntry]:
    """Yield the quotes of one named graph in order of place, but none that stands inside another."""
    yield from _Source(things, source).entries()


class _Source:
    """One source's graph: what is read of it once."""

    def __init__(self, things: Things, source: str) -> None:
        self.things, self.source = things, source
        self.places = self._places()
        self.name, self.date = self._file()

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
        places = self.places.get(passage.iri, [])
        units = self._units(places, about)
        return QuoteEntry(
            quote=passage.quote,
            source=self.name,
            source_iri=self.source,
            start=passage.start,
            end=passage.end,
            page=passage.page,
            date=self._date(places),
            about=self._about([*about, *places]),
            units=units,
            departments=self.things.departments(units),
        )

    def _passages(self) -> list[_Passage]:
        """Return the quoted places by start; of those with one start the longest first."""
        found = (_passage(row) for row in solutions(self.things.store, "quoted", [self.source]))
        known = (passage for passage in found if passage is not None)
        return sorted(known, key=lambda passage: (passage.start, -passage.end, passage.iri))

    def _told(self) -> dict[str, dict[str, None]]:
        """Return what each passage tells of: whom the nodes that rest on it name, else these themselves."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        rows = solutions(self.things.store, "quoted_for", [self.source])
        for passage, iri in sorted(
            (row["passage"].value, (row["named"] or row["node"]).value) for row in rows
        ):
            found[passage][iri] = None
        return found

    def _places(self) -> dict[str, list[str]]:
        """Return the agenda item and the document that each passage stands in."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in solutions(self.things.store, "quoted_where", [self.source]):
            found[row["passage"].value].append(row["place"].value)
        return {passage: sorted(places) for passage, places in found.items()}

    def _file(self) -> tuple[str, str | None]:
        """Return the file's name, and the date of its first meeting."""
        rows = [(row["name"], row["date"]) for row in solutions(self.things.store, "file", [self.source])]
        names = sorted(name.value for name, _ in rows if name is not None)
        dates = sorted(date.value[:10] for _, date in rows if date is not None)
        return mask_cpr(names[0]) if names else last_part(self.source), dates[0] if dates else None

    def _about(self, iris: list[str]) -> tuple[About, ...]:
        found = (self.things.of(iri) for iri in dict.fromkeys(iris))
        known = [About(each.iri, each.type, each.classes, each.kind) for each in found if each]
        return tuple(sorted(known, key=lambda each: RANK.get(each.type, NO_RANK)))

    def _units(self, places: list[str], about: dict[str, None]) -> tuple[str, ...]:
        """Return the organizations that stand behind: of the document, of the initiative, of the meeting."""
        things = self.things
        direct = [
            unit for each in (*places, *about) for unit in things.iris(each, SG("department"), SG("unit"))
        ]
        meetings = (meeting for place in places for meeting in things.iris(place, SG("meeting")))
        direct += [unit for meeting in meetings for unit in things.holders(meeting)]
        return tuple(dict.fromkeys(above for unit in direct for above in things.units(unit)))

    def _date(self, places: list[str]) -> str | None:
        """Return the date of the meeting, else of the document, else of the file's first meeting."""
        meetings = (meeting for place in places for meeting in self.things.iris(place, SG("meeting")))
        held = (self.things.meeting_date(meeting) for meeting in meetings)
        issued = ((self.things.text(place, DCTERMS("issued")) or "")[:10] for place in places)
        return next(filter(None, chain(held, issued)), self.date)


def _passage(row: QuerySolution) -> _Passage | None:
    start, end, page = (row[name].value if row[name] is not None else "" for name in ("start", "end", "page"))
    if not (is_number(start) and is_number(end)):
        return None
    quote = mask_cpr(row["quote"].value)
    return _Passage(row["passage"].value, quote, int(start), int(end), int(page) if is_number(page) else None)


def is_number(text: str) -> bool:
    """Tell whether a text is a whole number from 0, written in digits."""
    return text.isascii() and text.isdecimal() and len(text) < 19
