"""Find an entity by what somebody calls it; where it is not there, the names nearest to it.

Names are compared folded: without case, punctuation and accents, and with the Danish letters written out, so
that "koekken", "Køkken" and "KØKKEN" are one. A misprint finds nothing by itself: it is answered with
suggestions, since a name that is nearly another's may well be somebody else's.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode, QuerySolution
from rapidfuzz import fuzz, process

from extract.errors import SagsgrafError
from graph.errors import UnknownEntityError
from graph.names import fold
from graph.store import Reader
from graph.traces.dossier import last_part
from graph.traces.facts import ask, solutions
from graph.vocabulary import DCTERMS, SG, SKOS

DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
SUGGESTIONS = 8
LIKENESS = 68  # of 100: below it a suggestion is noise
# The properties that name a thing, the name it is shown by first.
NAMING = (SKOS("prefLabel"), DCTERMS("identifier"), SKOS("notation"), SKOS("altLabel"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name may mean, with what tells it from others.

    `kind` is an initiative's ("project"), else the class ("person"); `sources` counts the files that name it;
    `first` and `last` are the ISO dates of the meetings they tell of.
    """

    iri: str
    label: str
    kind: str
    alt_labels: tuple[str, ...]
    sources: int = 0
    first: str | None = None
    last: str | None = None


class UnknownNameError(SagsgrafError):
    """Nothing is called this. `nearest` are what it may have meant, the likeliest first."""

    def __init__(self, name: str, nearest: tuple[Candidate, ...]) -> None:
        super().__init__(f"nothing in the graph is called {name!r}")
        self.name = name
        self.nearest = nearest


class AmbiguousNameError(SagsgrafError):
    """Several are called this; `candidates` say what tells them apart."""

    def __init__(self, name: str, candidates: tuple[Candidate, ...]) -> None:
        super().__init__(f"{len(candidates)} things in the graph are called {name!r}: choose one by its IRI")
        self.name = name
        self.candidates = candidates


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of one entity; `rank` is the place of its property in NAMING."""

    iri: str
    kind: str
    text: str
    rank: int


def find(store: Reader, name: str) -> str:
    """Return the IRI of what is called `name`, or of what `name` is the IRI, or was before a merger.

    The name it is shown by wins over its other names, the exact spelling over a folded one.

    Raises: UnknownNameError; AmbiguousNameError; UnknownEntityError if `name` is an IRI that nothing has.
    """
    if "://" in name or name.startswith("urn:"):
        return _current(store, name)
    names = _names(store)
    for found in _tiers(names, name):
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousNameError(name, _described(store, names, found))
    raise UnknownNameError(name, _described(store, names, _nearest(names, name)))


def folded(name: str) -> str:
    """Return a name as it is compared.

    >>> folded("Gadens KØKKEN!") == folded("gadens koekken")
    True
    """
    text = unicodedata.normalize("NFKD", fold(name).translate(DANISH))
    return "".join(character for character in text if not unicodedata.combining(character))


def _current(store: Reader, iri: str) -> str:
    try:
        node = NamedNode(iri)
    except ValueError as error:
        raise UnknownEntityError(iri) from error
    for question in ("entity", "successor"):
        if facts := ask(store, question, [node.value]):
            return facts[0].iri
    raise UnknownEntityError(iri)


def _tiers(names: Iterable[_Name], wanted: str) -> Iterable[list[str]]:
    """Return what is called exactly this, then the same folded; by its shown name, then by another."""
    key = folded(wanted)
    called = [name for name in names if folded(name.text) == key]
    shown = [name for name in called if name.rank <= 1]
    for tier in ([name for name in shown if name.text == wanted], shown, called):
        yield sorted({name.iri for name in tier})


def _nearest(names: Iterable[_Name], wanted: str) -> list[str]:
    by_text: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_text[folded(name.text)].append(name.iri)
    like = process.extract(
        folded(wanted), list(by_text), scorer=fuzz.WRatio, score_cutoff=LIKENESS, limit=4 * SUGGESTIONS
    )
    found = dict.fromkeys(iri for text, _, _ in like for iri in sorted(by_text[text]))
    return list(found)[:SUGGESTIONS]


def _names(store: Reader) -> list[_Name]:
    """Return every name of everything that can be traced, in no order that matters."""
    found: dict[tuple[str, str, int], str] = {}
    for solution in solutions(store, "names"):
        entity, label = solution["entity"], solution["label"]
        if isinstance(entity, NamedNode) and isinstance(label, Literal):
            key = entity.value, label.value, NAMING.index(solution["p"])  # the query asks for no other
            kind = last_part(solution["class"].value).casefold()
            found[key] = kind if found.get(key) in (None, "organization") else found[key]
    return [_Name(iri, kind, text, rank) for (iri, text, rank), kind in found.items()]


def _described(store: Reader, names: Iterable[_Name], iris: list[str]) -> tuple[Candidate, ...]:
    """Return the entities in the order given, each with what tells it from others."""
    own: dict[str, list[_Name]] = {iri: [] for iri in iris}
    for name in names:
        if name.iri in own:
            own[name.iri].append(name)
    spread = {row["entity"].value: row for row in solutions(store, "spread", iris)}
    kinds = {fact.iri: fact.iri_at(SG("initiativeKind")) for fact in ask(store, "entity", iris)}
    candidates = (_candidate(iri, called, kinds.get(iri)) for iri, called in own.items())
    return tuple(_with_spread(each, spread.get(each.iri)) for each in candidates)


def _candidate(iri: str, names: list[_Name], kind: str | None) -> Candidate:
    ordered = sorted(names, key=lambda name: (name.rank, name.text))
    texts = tuple(dict.fromkeys(name.text for name in ordered))
    return Candidate(iri, texts[0], last_part(kind) if kind else ordered[0].kind, texts[1:])


def _with_spread(candidate: Candidate, row: QuerySolution | None) -> Candidate:
    if row is None:
        return candidate
    first, last = (value.value[:10] if (value := row[name]) else None for name in ("first", "last"))
    return replace(candidate, sources=int(row["sources"].value), first=first, last=last)
