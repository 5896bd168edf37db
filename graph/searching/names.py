"""Gather everything that has a name, under all its names, for a search index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from extract.privacy import mask_cpr
from graph.lookup import folded
from graph.searching.entries import ACRONYM, ALIAS, LABEL, TITLE, NameEntry
from graph.searching.things import Thing, Things, named_in
from graph.store import Reader
from graph.traces.dossier import last_part
from graph.vocabulary import DCTERMS, SCHEMA, SG, SKOS

NAMING = {
    SKOS("prefLabel"): LABEL,
    DCTERMS("identifier"): LABEL,
    SKOS("notation"): ACRONYM,
    SKOS("altLabel"): ALIAS,
    DCTERMS("title"): TITLE,
}
ORDER = (LABEL, TITLE, ACRONYM, ALIAS)
HELD = frozenset({"Meeting", "AgendaItem", "Document"})  # what has one date of its own
Names = dict[str, set[tuple[str, str]]]


def name_entries(things: Things) -> list[NameEntry]:
    """Return everything that can be shown, in order of the folded name it is shown by."""
    reading = _Reading(things)
    return sorted(map(reading.entry, things), key=lambda entry: (folded(entry.label), entry.iri))


class _Reading:
    """One pass over a store: what is read once and looked up for each thing."""

    def __init__(self, things: Things) -> None:
        self.things = things
        self.names = _names(things.store)
        self.said = named_in(things.store)
        self.days = _days(things.store)
        self.filed = _filed(things.store)

    def entry(self, thing: Thing) -> NameEntry:
        """Return a thing with its names, dates, departments and files."""
        names = self._named(thing)
        graphs = self.said.get(thing.iri, set())
        days = self._dates(thing, graphs)
        owners = (above for each in self._owners(thing) for above in self.things.units(each))
        units = tuple(dict.fromkeys(owners))
        return NameEntry(
            iri=thing.iri,
            label=self._label(thing, names),
            type=thing.type,
            kind=thing.kind,
            names=names,
            classes=thing.classes,
            units=units,
            departments=self.things.departments(units),
            years=tuple(sorted({int(day[:4]) for day in days if day[:4].isdecimal()})),
            first=min(days, default=None),
            last=max(days, default=None),
            sources=len(graphs) or 1,
        )

    def _named(self, thing: Thing) -> tuple[tuple[str, str], ...]:
        own = self.names.get(thing.iri, set())
        if thing.type == "Meeting":
            own = {(TITLE, self._meeting(thing.iri))}
        return tuple(sorted(own, key=lambda name: (ORDER.index(name[0]), name[1])))

    def _label(self, thing: Thing, names: tuple[tuple[str, str], ...]) -> str:
        label = names[0][1] if names else last_part(thing.iri)
        number = self.things.text(thing.iri, SG("number")) if thing.type == "AgendaItem" else None
        return f"{number} {label}" if number else label

    def _meeting(self, iri: str) -> str:
        bodies = (self.things.text(body, SKOS("prefLabel")) for body in self.things.iris(iri, SG("body")))
        date = self.things.meeting_date(iri)
        return " ".join(filter(None, (next(bodies, None), date))) or last_part(iri)

    def _dates(self, thing: Thing, graphs: Iterable[str]) -> set[str]:
        if thing.type in HELD:
            return {day for day in (self._own_date(thing),) if day}
        return {day for graph in graphs for day in self.days.get(graph, ())}

    def _own_date(self, thing: Thing) -> str | None:
        if thing.type == "Meeting":
            return self.things.meeting_date(thing.iri)
        if thing.type == "AgendaItem":
            held = (self.things.meeting_date(each) for each in self.things.iris(thing.iri, SG("meeting")))
            return next(held, None)
        if issued := self.things.text(thing.iri, DCTERMS("issued")):
            return issued[:10]
        items = self.things.iris(thing.iri, SG("agendaItem"))
        held = (date for each in items if (item := self.things.of(each)) and (date := self._own_date(item)))
        return next(held, None)

    def _owners(self, thing: Thing) -> list[str]:
        """Return the organizations that a thing is tied to directly."""
        things = self.things
        match thing.type:
            case "Person":
                roles = things.iris(thing.iri, SG("role"))
                return [unit for role in roles for unit in things.iris(role, SG("organization"))]
            case "Meeting":
                return things.holders(thing.iri)
            case "AgendaItem":
                meetings = things.iris(thing.iri, SG("meeting"))
                return [unit for meeting in meetings for unit in things.holders(meeting)]
            case "Case":
                filed = self.filed.get(thing.iri, ())
                return [unit for each in filed for unit in things.iris(each, SG("department"), SG("unit"))]
            case "Initiative" | "Document":
                return things.iris(thing.iri, SG("department"), SG("unit"))
            case _:
                return [thing.iri] if "Organization" in thing.classes else []


def _filed(store: Reader) -> dict[str, list[str]]:
    """Return what is filed under each case."""
    found: dict[str, list[str]] = defaultdict(list)
    for triple in store.triples(None, SG("case"), None):
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode):
            found[triple.object.value].append(triple.subject.value)
    return {case: sorted(each) for case, each in found.items()}


def _names(store: Reader) -> Names:
    found: Names = defaultdict(set)
    for predicate, how in NAMING.items():
        for triple in store.triples(None, predicate, None):
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, Literal):
                found[triple.subject.value].add((how, mask_cpr(triple.object.value)))
    return found


def _days(store: Reader) -> dict[str, set[str]]:
    """Return the ISO dates of the meetings that each graph tells of."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in store.quads(None, SCHEMA("startDate"), None, None):
        if isinstance(quad.graph_name, NamedNode) and isinstance(quad.object, Literal):
            found[quad.graph_name.value].add(quad.object.value[:10])
    return found
