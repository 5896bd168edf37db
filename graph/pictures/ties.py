"""All that is shown of the graph as a picture, read once: things with names, and what ties them.

A tie is what one source says of two things, with its sentence: outright (an initiative's department), by an
event (its stage at a place), by a promise (who answers for it at which item, and the item that takes it up
again) or by a role.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import networkx as nx
from pyoxigraph import Literal, NamedNode, QuerySolution

from extract.privacy import mask_cpr
from graph.network import HUBS, OUR_WORDS
from graph.searching.entries import NameEntry
from graph.searching.names import name_entries
from graph.searching.quotes import is_number
from graph.searching.things import Things
from graph.store import Reader
from graph.traces.dossier import last_part
from graph.traces.facts import Fact, ask, solutions
from graph.vocabulary import RDFS, SG, SKOS

SAID = ("network_stated", "network_events", "network_promises", "network_roles")
DATED = frozenset({"AgendaItem", "Document", "Meeting"})
Key = tuple[str, str, str, str]  # start, relation, end, source


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A place in a source: what it says, its characters and its page."""

    start: int
    end: int
    quote: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Tie:
    """What one source (an IRI) says of two things. `relation` is a predicate's or a stage's IRI.

    `date` is the ISO date of the meeting that tells of it; None for what holds across files.
    """

    start: str
    relation: str
    end: str
    source: str
    sentence: Sentence | None
    date: str | None

    @property
    def id(self) -> str:
        """Return what the tie is known by: the same as long as the source says it."""
        text = "\0".join((self.start, self.relation, self.end, self.source))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True)
class Ties:
    """The things, the ties in order, the files' names, and the relations' names in Danish and English."""

    things: Mapping[str, NameEntry]
    ties: tuple[Tie, ...]
    files: Mapping[str, str]
    words: Mapping[str, tuple[str, str]]

    @cached_property
    def of(self) -> Mapping[str, tuple[Tie, ...]]:
        """Return the ties of each thing, from it and to it."""
        found: dict[str, list[Tie]] = defaultdict(list)
        for tie in self.ties:
            for node in {tie.start, tie.end}:
                found[node].append(tie)
        return {node: tuple(each) for node, each in found.items()}

    @cached_property
    def plain(self) -> nx.Graph[str]:
        """Return the things that are tied, each pair once, without direction."""
        found: nx.Graph[str] = nx.Graph()
        found.add_edges_from((tie.start, tie.end) for tie in self.ties)
        return found

    def degree(self, iri: str) -> int:
        """Return to how many others a thing is tied."""
        return int(self.plain.degree(iri)) if iri in self.plain else 0

    def is_hub(self, iri: str) -> bool:
        """Tell whether so much is tied to a thing that the tie says little."""
        return self.things[iri].type in HUBS


def read_ties(store: Reader) -> Ties:
    """Read all things that have names, and what ties them, in alphabetical order."""
    things = {entry.iri: entry for entry in name_entries(Things(store))}
    sentences = _sentences(store)
    dates = {entry.iri: entry.first for entry in things.values() if entry.type in DATED}
    days = _days(store)
    ties = [
        Tie(start, relation, end, source, sentence, _date((start, end), dates) or days.get(source))
        for (start, relation, end, source), sentence in sorted(sentences.items(), key=lambda pair: pair[0])
        if start in things and end in things and start != end
    ]
    return Ties(things, tuple(ties), _files(store), _words(store, {tie.relation for tie in ties}))


def _sentences(store: Reader) -> dict[Key, Sentence | None]:
    """Return what is said of two things by each source, with the first sentence that says it."""
    found: dict[Key, Sentence | None] = {}
    for row in solutions(store, "network_direct"):
        found[_key(row)] = None
    for question in SAID:
        for row in solutions(store, question):
            key, sentence = _key(row), _sentence(row)
            known = found.get(key)
            if sentence is not None and (known is None or sentence < known):
                found[key] = sentence
    return found


def _key(row: QuerySolution) -> Key:
    return row["from"].value, row["relation"].value, row["to"].value, row["g"].value


def _sentence(row: QuerySolution) -> Sentence | None:
    start, end, page = (row[name].value if row[name] is not None else "" for name in ("start", "end", "page"))
    if not (is_number(start) and is_number(end)):
        return None
    return Sentence(
        int(start), int(end), mask_cpr(row["quote"].value), int(page) if is_number(page) else None
    )


def _date(ends: Iterable[str], dates: Mapping[str, str | None]) -> str | None:
    return max(filter(None, (dates.get(end) for end in ends)), default=None)


def _days(store: Reader) -> dict[str, str]:
    """Return the date of the first meeting that each source tells of."""
    found: dict[str, str] = {}
    for row in solutions(store, "network_days"):
        source, day = row["g"].value, row["date"].value[:10]
        found[source] = min(day, found.get(source, day))
    return found


def _files(store: Reader) -> dict[str, str]:
    quads = store.quads(None, SG("fileName"), None, None)
    return {
        quad.subject.value: mask_cpr(quad.object.value)
        for quad in quads
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }


def _words(store: Reader, relations: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return what relations are called: in Danish and in English, the predicate's name where nothing is."""
    relations = set(relations)
    facts = {fact.iri: fact for fact in ask(store, "labels", relations)}
    return {each: _named(last_part(each), facts.get(each)) for each in relations}


def _named(name: str, fact: Fact | None) -> tuple[str, str]:
    danish, english = OUR_WORDS.get(name, (name, name))
    if fact is not None:
        terms = (*fact.values.get(SKOS("prefLabel"), ()), *fact.values.get(RDFS("label"), ()))
        texts = {term.language: term.value for term in terms if isinstance(term, Literal)}
        danish, english = texts.get("da", danish), texts.get("en", english)
    return danish, english
