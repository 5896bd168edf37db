"""Give every statement about an entity to the appearances it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from graph.traces.anchors import Anchors
from graph.traces.dossier import Dossier
from graph.traces.facts import Fact
from graph.vocabulary import RDF, SG

PLACE, DEPARTMENT = SG("place"), SG("department")
TELLING = (SG("InitiativeEvent"), SG("Figure"))  # the nodes that tie an entity to a place in passing


@dataclass(slots=True)
class Sheet:
    """What is collected for one appearance before it is made.

    `sources` are the named graphs that tell of it; `ties` the predicate, the thing tied to, and who says so;
    `documents` those that tell of the entity.
    """

    anchor: str
    sources: set[str] = field(default_factory=set)
    claims: list[Fact] = field(default_factory=list)
    ties: list[tuple[NamedNode, str, Fact]] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)

    def add(self, claim: Fact, documents: Iterable[str]) -> None:
        """Take a claim, the documents it stands in, and what it ties the entity to."""
        self.sources.add(claim.source)
        self.documents.update(documents)
        self.claims.append(claim)
        self.ties += ((predicate, iri, claim) for predicate, iri in _tied_by(claim))

    def tied(self, predicate: NamedNode) -> list[tuple[str, Fact]]:
        """Return the things that the predicate ties the entity to, each with the fact that says so."""
        return [(iri, fact) for each, iri, fact in self.ties if each == predicate]


def sheets(dossier: Dossier, anchors: Anchors) -> list[Sheet]:
    """Return a sheet for each appearance, in no order that matters."""
    found: dict[str, Sheet] = {}
    for tie in dossier.ties:
        for anchor in anchors.of_ties(tie):
            sheet = found.setdefault(anchor, Sheet(anchor))
            sheet.sources.add(tie.source)
            sheet.documents.update(anchors.documents(tie, anchor))
    for claim in dossier.claims:
        for anchor in anchors.of(claim):
            found.setdefault(anchor, Sheet(anchor)).add(claim, anchors.documents(claim, anchor))
    for tie in dossier.ties:
        here = [sheet for sheet in found.values() if tie.source in sheet.sources]
        for predicate, iri in _untold(tie, here):
            anchor = anchors.principal(tie.source)
            found.setdefault(anchor, Sheet(anchor)).ties.append((predicate, iri, tie))
            found[anchor].sources.add(tie.source)
    return list(found.values())


def _tied_by(claim: Fact) -> Iterator[tuple[NamedNode, str]]:
    """Yield what an event, a figure or a statement with its evidence ties the entity to."""
    if any(claim.has_class(name) for name in TELLING):
        yield from ((PLACE, iri) for iri in claim.iris(PLACE))
    for predicate in (PLACE, DEPARTMENT):
        if predicate.value in claim.iris(RDF("predicate")):
            yield from ((predicate, iri) for iri in claim.iris(RDF("object")))


def _untold(tie: Fact, here: Iterable[Sheet]) -> Iterator[tuple[NamedNode, str]]:
    """Yield what a source ties the entity to without telling of which appearance it is."""
    told = {(predicate, iri) for sheet in here for predicate, iri, _ in sheet.ties}
    for predicate in (PLACE, DEPARTMENT):
        yield from ((predicate, iri) for iri in tie.iris(predicate) if (predicate, iri) not in told)
