"""Gather what the graph says in connection with one entity, source by source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import NamedNode

from graph.errors import UnknownEntityError
from graph.store import Reader, Term
from graph.traces.facts import Fact, ask
from graph.traces.records import Concept, Evidence, Named
from graph.vocabulary import DCTERMS, OA, RDFS, SG, SKOS, TYPE

ITEM, DOCUMENT, EVIDENCE, SENTENCE = SG("agendaItem"), SG("document"), SG("evidence"), SG("sentence")
TARGETS = (SG("subjectOf"), SG("mentionedIn"))
# The predicates whose objects are shown by name.
SHOWN = (
    *(SG(name) for name in ("place", "department", "unit", "caseworker", "responsible", "case", "body")),
    *(SG(name) for name in ("stage", "outcome", "initiativeKind")),
    DCTERMS("type"),
)
LABELS = (SKOS("prefLabel"), DCTERMS("identifier"), RDFS("label"))
Facts = tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that was gathered about one entity.

    `ties` are what sources say of the entity itself; `claims` the nodes that name it (mentions, events,
    figures, amounts, commitments, documents, items); `nodes` every node of the packages concerned, by IRI;
    `packages` the same by source, `filed` by the agenda item they are filed under; `passages` the quoted
    places by IRI; `things` the names and classes of what is pointed to.
    """

    entity: Fact
    ties: Facts
    claims: Facts
    nodes: Mapping[str, Facts]
    packages: Mapping[str, Facts]
    filed: Mapping[str, Facts]
    passages: Mapping[str, Fact]
    things: Mapping[str, Fact]

    def node(self, iri: str) -> Fact:
        """Return all that any source says of a node, as one fact."""
        return merged(iri, self.nodes.get(iri, ()))

    def filed_under(self, item: str, name: NamedNode) -> Facts:
        """Return the nodes of a class that are filed under an agenda item, in order of source and IRI."""
        return tuple(fact for fact in self.filed.get(item, ()) if fact.has_class(name))

    def of_class(self, source: str, name: NamedNode) -> Facts:
        """Return the nodes of a class that one source tells of, in order of IRI."""
        return tuple(fact for fact in self.packages.get(source, ()) if fact.has_class(name))

    def named(self, iri: str) -> Named:
        """Return a thing with the name it is shown by: its label, else the last part of its IRI."""
        fact = self.things.get(iri)
        names = chain.from_iterable(fact.texts(predicate) for predicate in LABELS) if fact else ()
        return Named(iri, next(iter(names), None) or last_part(iri))

    def is_person(self, iri: str) -> bool:
        """Tell whether a thing is a person."""
        return iri in self.things and self.things[iri].has_class(SG("Person"))

    def named_at(self, fact: Fact, predicate: NamedNode) -> Named | None:
        """Return the first thing that the predicate leads to, with its name, or None."""
        iri = fact.iri_at(predicate)
        return None if iri is None else self.named(iri)

    def concept_at(self, fact: Fact, predicate: NamedNode) -> Concept | None:
        """Return the first concept that the predicate leads to, or None."""
        iri = fact.iri_at(predicate)
        return None if iri is None else Concept(last_part(iri), self.named(iri).label)

    def file_name(self, source: str) -> str:
        """Return the name of a source's file."""
        return self.node(source).text(SG("fileName")) or source

    def evidence(self, facts: Iterable[Fact]) -> tuple[Evidence, ...]:
        """Return the passages that the facts rest on, in order of file and place, each once."""
        iris = {iri for fact in facts for iri in passage_iris(fact)}
        found = {self._quoted(self.passages[iri]) for iri in iris if iri in self.passages}
        return tuple(sorted((each for each in found if each is not None), key=reading_order))

    def _quoted(self, passage: Fact) -> Evidence | None:
        quote = passage.text(OA("exact"))
        start, end = passage.integer(OA("start")), passage.integer(OA("end"))
        if quote is None or start is None or end is None:
            return None
        file, page = self.file_name(passage.source), passage.integer(SG("page"))
        return Evidence(quote, file, page, start, end, passage.source)


def gather(store: Reader, iri: str) -> Dossier:
    """Ask the graph for all that concerns an entity.

    Raises: UnknownEntityError if the graph has nothing by this IRI.
    """
    entity = next(iter(ask(store, "entity", [iri])), None)
    if entity is None:
        raise UnknownEntityError(iri)
    ties = ask(store, "ties", [iri])
    claims = [fact for fact in ask(store, "claims", [iri]) if TYPE in fact.values]  # nodes of their own
    quoted = _passages(store, claims)
    known = _packages(store, [*ties, *claims, *quoted.values()])
    quoted |= _passages(store, (fact for fact in known if fact.iris(EVIDENCE)))
    return Dossier(
        entity,
        tuple(ties),
        tuple(claims),
        nodes=_sorted_by(known, lambda fact: (fact.iri,)),
        packages=_sorted_by(known, lambda fact: (fact.source,)),
        filed=_sorted_by(known, lambda fact: fact.iris(ITEM)),
        passages=quoted,
        things=_things(store, entity, [entity, *ties, *claims, *known]),
    )


def merged(iri: str, facts: Iterable[Fact]) -> Fact:
    """Return what several sources say of a node as one fact of the merge."""
    values: dict[NamedNode, dict[Term, None]] = defaultdict(dict)
    for fact in facts:
        for predicate, terms in fact.values.items():
            values[predicate].update(dict.fromkeys(terms))
    return Fact(iri, "", {predicate: tuple(terms) for predicate, terms in values.items()})


def passage_iris(fact: Fact) -> tuple[str, ...]:
    """Return where a fact is said: its evidence; of a mention the sentence around it, else the mention."""
    if fact.has_class(SG("Mention")):
        return fact.iris(SENTENCE) or (fact.iri,)
    return fact.iris(EVIDENCE)


def reading_order(evidence: Evidence) -> tuple[str, int, int]:
    """Order evidence by file and place, the longer of two that begin together first."""
    return evidence.source, evidence.start, -evidence.end


def last_part(iri: str) -> str:
    """Return the last part of an IRI: the word of a concept.

    >>> last_part("http://localhost:8000/stage/started")
    'started'
    """
    return iri.rstrip("/").rpartition("/")[2].rpartition("#")[2]


def _passages(store: Reader, facts: Iterable[Fact]) -> dict[str, Fact]:
    iris = chain.from_iterable(passage_iris(fact) for fact in facts)
    return {fact.iri: fact for fact in ask(store, "nodes", iris)}


def _sorted_by(facts: Iterable[Fact], keys: Callable[[Fact], tuple[str, ...]]) -> dict[str, Facts]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        for key in keys(fact):
            found[key].append(fact)
    return {key: tuple(group) for key, group in found.items()}


def _packages(store: Reader, facts: list[Fact]) -> list[Fact]:
    """Return every node of the packages that the facts are from, and of the items they lead to."""
    found = ask(store, "package", (fact.source for fact in facts))
    documents = {fact.iri: fact.iris(ITEM) for fact in found if fact.has_class(SG("Document"))}
    reached = set(chain.from_iterable(_reached(fact) for fact in facts))
    items = chain(reached, *(documents.get(iri, ()) for iri in reached))
    filed = ask(store, "items", items)
    elsewhere = {fact.source for fact in filed} - {fact.source for fact in facts}
    all_of_it = (*found, *filed, *ask(store, "package", elsewhere))
    return list({(fact.source, fact.iri): fact for fact in all_of_it}.values())


def _reached(fact: Fact) -> Iterable[str]:
    return chain((fact.iri,), *(fact.iris(predicate) for predicate in (*TARGETS, ITEM, DOCUMENT)))


def _things(store: Reader, entity: Fact, facts: Iterable[Fact]) -> dict[str, Fact]:
    iris = {iri for fact in facts for predicate in SHOWN for iri in fact.iris(predicate)}
    iris.update(entity.iris(TYPE))
    return {fact.iri: fact for fact in ask(store, "labels", iris)}
