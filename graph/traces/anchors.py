"""Find the appearance that a statement belongs to.

An appearance is anchored at an agenda item; at a document that is tied to none; at a source where not even
the document is known. A statement that does not say where it stands is told by its passage, else by the
mentions its passage holds, else it goes to the source's principal anchor: what the entity is the subject of
there, else the first it is mentioned in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from graph.traces.dossier import DOCUMENT, ITEM, TARGETS, Dossier, Facts, passage_iris
from graph.traces.facts import Fact
from graph.vocabulary import OA, RDF, SG

SUBJECT_OF = TARGETS[0]
MENTION = SG("Mention")
PARTIES = (RDF("subject"), RDF("object"))  # a sg:Statement about an item or document belongs there
TO_DOCUMENTS = (*TARGETS, DOCUMENT, *PARTIES)
ITSELF = (SG("AgendaItem"), SG("Document"))  # a node of these is an anchor, or leads to one


class Anchors:
    """Where the statements of one dossier belong, and in which role the entity stands there."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.subjects = {anchor for fact in dossier.ties for anchor in self._told(fact, (SUBJECT_OF,))}
        self.subjects |= {anchor for fact in dossier.claims for anchor in self._case_of(fact)}
        self._principal = {source: anchors[0] for source, anchors in self._by_source().items()}
        self._mentions: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for fact in dossier.claims:
            if fact.has_class(MENTION):
                self._mentions[fact.source].extend(self._extents(fact))

    def of_ties(self, tie: Fact) -> tuple[str, ...]:
        """Return the anchors that a source says the entity is the subject of or mentioned in."""
        return tuple(dict.fromkeys(self._told(tie, TARGETS)))

    def of(self, fact: Fact) -> tuple[str, ...]:
        """Return the anchors that a statement belongs to: one or more, the best known first."""
        for known in (self._own(fact), self._quoted(fact), self._around(fact)):
            if anchors := tuple(dict.fromkeys(known)):
                return anchors
        return (self.principal(fact.source),)

    def documents(self, fact: Fact, anchor: str) -> Iterator[str]:
        """Yield the documents under an anchor that a statement is about or stands in."""
        facts = (fact, *self._passages(fact))
        led_to = chain.from_iterable(each.iris(predicate) for each in facts for predicate in TO_DOCUMENTS)
        for iri in (fact.iri, *led_to):
            if self.dossier.node(iri).has_class(SG("Document")) and anchor in self._anchors_of_node(iri):
                yield iri

    def principal(self, source: str) -> str:
        """Return the anchor of what a source says without telling where: the source itself if it has none."""
        return self._principal.get(source, source)

    def _by_source(self) -> dict[str, list[str]]:
        """Return each source's anchors, those of which the entity is the subject first."""
        found: dict[str, list[str]] = defaultdict(list)
        for fact in self.dossier.ties:
            found[fact.source] += self._told(fact, TARGETS)
        for fact in self.dossier.claims:
            found[fact.source] += chain(self._own(fact), self._quoted(fact))
        ranked = {source: sorted(anchors, key=self._rank) for source, anchors in found.items()}
        return {source: anchors for source, anchors in ranked.items() if anchors}

    def _rank(self, anchor: str) -> bool:
        return anchor not in self.subjects

    def _told(self, fact: Fact, predicates: Iterable[object]) -> Iterator[str]:
        for predicate in TARGETS:
            if predicate in predicates:
                for target in fact.iris(predicate):
                    yield from self._anchors_of_node(target)

    def _case_of(self, fact: Fact) -> Iterator[str]:
        if self.dossier.entity.iri in fact.iris(SG("case")):
            yield from self._own(fact)

    def _own(self, fact: Fact) -> Iterator[str]:
        for predicate in PARTIES:
            for party in fact.iris(predicate):
                if any(self.dossier.node(party).has_class(name) for name in ITSELF):
                    yield from self._anchors_of_node(party)
        if any(fact.has_class(name) for name in ITSELF):
            yield from self._anchors_of_node(fact.iri)
            return
        yield from fact.iris(ITEM)
        if not fact.iris(ITEM):
            for document in fact.iris(DOCUMENT):
                yield from self._anchors_of_node(document)

    def _anchors_of_node(self, iri: str) -> tuple[str, ...]:
        """Return the items that a document is filed under; where there are none, the node itself."""
        return self.dossier.node(iri).iris(ITEM) or (iri,)

    def _quoted(self, fact: Fact) -> Iterator[str]:
        for passage in self._passages(fact):
            yield from self._own(passage)

    def _around(self, fact: Fact) -> Iterator[str]:
        for passage in self._passages(fact):
            start, end = passage.integer(OA("start")) or 0, passage.integer(OA("end")) or 0
            for first, last, anchor in self._mentions.get(passage.source, ()):
                if start <= first and last <= end:
                    yield anchor

    def _extents(self, mention: Fact) -> Iterator[tuple[int, int, str]]:
        start, end = mention.integer(OA("start")), mention.integer(OA("end"))
        if start is not None and end is not None:
            for anchor in self._own(mention):
                yield start, end, anchor

    def _passages(self, fact: Fact) -> Facts:
        known = self.dossier.passages
        return tuple(known[iri] for iri in passage_iris(fact) if iri in known)
