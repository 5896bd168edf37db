"""What every builder of one source's graph works with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from extract.records import MentionIndex, Span
from extract.relations import Extract
from graph.building.literals import decimal
from graph.building.package_iris import PackageIris, package_iris
from graph.building.quotes import Passages, Quotes
from graph.iri import Iris
from graph.resolving.resolution import Resolution
from graph.resolving.sightings import Scopes
from graph.vocabulary import SCHEMES, SG


@dataclass(frozen=True, slots=True)
class Edition:
    """How the graph is made: its IRIs, the run that makes it (an IRI), whether contacts are shown."""

    iris: Iris
    run: str
    contacts: bool = False


@dataclass(frozen=True, slots=True)
class SourceContext:
    """One source on its way into its graph."""

    extract: Extract
    resolution: Resolution
    edition: Edition
    source: str
    package: PackageIris
    scopes: Scopes
    quotes: Quotes
    passages: Passages

    @classmethod
    def create(cls, extract: Extract, resolution: Resolution, edition: Edition) -> SourceContext:
        """Return the context of one file."""
        source = edition.iris.source(extract.raw.sha256)
        held = resolution.meetings.get(extract.raw.sha256, {})
        package = package_iris(extract.package, extract.raw.sha256, held, edition.iris)
        scopes = Scopes(extract.package)
        quotes = Quotes.open(extract) if edition.contacts else Quotes.discreet(extract)

        def where(node: NamedNode, span: Span) -> Iterator[Triple]:
            return scope_triples(node, span, scopes, package)

        passages = Passages(source, edition.iris, where)
        return cls(extract, resolution, edition, source, package, scopes, quotes, passages)

    def part(self, kind: str, number: int) -> NamedNode:
        """Return the node of a thing of this source, by its number from 1."""
        return NamedNode(self.edition.iris.part(self.source, kind, number))

    def entity(self, index: MentionIndex | None) -> NamedNode | None:
        """Return the node of the entity that a mention is of, None if it is of none."""
        if index is None:
            return None
        iri = self.resolution.entity_of(self.extract.raw.sha256, index)
        return NamedNode(iri) if iri else None

    def concept(self, scheme: str, word: str | None) -> NamedNode | None:
        """Return the node of a concept, None if the scheme does not know the word."""
        if word is None or word not in SCHEMES[scheme]:
            return None
        return NamedNode(self.edition.iris.concept(scheme, word))

    def place(self, id_: str | None) -> NamedNode | None:
        """Return the node of an agenda item or document by its id."""
        iri = self.package.of(id_)
        return NamedNode(iri) if iri else None

    def evidence(self, node: NamedNode, span: Span, about: Span | None = None) -> Iterator[Triple]:
        """Yield that a node rests on the passage at a span."""
        if quote := self.quotes.quote(span, about):
            yield Triple(node, SG("evidence"), self.passages.node(quote))

    def date_of(self, span: Span) -> str | None:
        """Return the date of the document, else of the meeting, that a span stands in."""
        scope = self.scopes.of(span)
        package = self.extract.package
        issued = next((d.issued for d in package.documents if d.id == scope.document), None)
        held = next((m.date for m in package.meetings if m.id == scope.meeting), None)
        return issued or held

    def scoped(self, node: NamedNode, span: Span) -> Iterator[Triple]:
        """Yield which agenda item and document a node stands in, by its evidence."""
        return scope_triples(node, span, self.scopes, self.package)


def scope_triples(node: NamedNode, span: Span, scopes: Scopes, package: PackageIris) -> Iterator[Triple]:
    """Yield which agenda item and document a span stands in."""
    scope = scopes.of(span)
    for predicate, id_ in (("agendaItem", scope.item), ("document", scope.document)):
        if iri := package.of(id_):
            yield Triple(node, SG(predicate), NamedNode(iri))


def confidence(node: NamedNode, value: float) -> Iterator[Triple]:
    """Yield how sure a statement is, from 0 to 1."""
    if written := decimal(round(min(max(value, 0.0), 1.0), 4)):
        yield Triple(node, SG("confidence"), written)
