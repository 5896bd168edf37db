"""Relations between two entities to triples: said outright, and as a statement with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from pyoxigraph import NamedNode, Triple

from extract.records import MentionIndex, Span
from graph.building.literals import text
from graph.building.source_context import SourceContext, confidence
from graph.vocabulary import ORG, RDF, SG, TYPE

TIES = {"place": SG("place"), "department": SG("department"), "budget_year": SG("budgetYear")}
ABOUTS = {"subject_of": SG("subjectOf"), "mentioned_in": SG("mentionedIn")}
LEVELS = {"unit": SG("unit"), "department": SG("department")}


@dataclass(frozen=True, slots=True)
class _Said:
    """One relation: its parties, where it is said, how sure it is and by which rule it was found."""

    subject: NamedNode | None
    predicate: NamedNode | None
    value: NamedNode | None
    evidence: Span
    confidence: float
    rule: str
    about: MentionIndex | None = None  # what the quote must show, if something has to be left out of it


def statement_triples(context: SourceContext) -> Iterator[Triple]:
    """Yield each relation as a triple, and as a numbered statement that carries its evidence."""
    numbers = count(1)
    for said in _all(context):
        if said.subject is None or said.predicate is None or said.value is None:
            continue
        if said.subject == said.value:
            continue
        yield Triple(said.subject, said.predicate, said.value)
        yield from _statement(context, context.part("statement", next(numbers)), said)


def _statement(context: SourceContext, node: NamedNode, said: _Said) -> Iterator[Triple]:
    yield Triple(node, TYPE, SG("Statement"))
    for name, party in (("subject", said.subject), ("predicate", said.predicate), ("object", said.value)):
        if party is not None:
            yield Triple(node, RDF(name), party)
    yield Triple(node, SG("rule"), text(said.rule))
    yield from confidence(node, said.confidence)
    about = None if said.about is None else context.extract.mentions[said.about].span
    yield from context.evidence(node, said.evidence, about)


def _all(context: SourceContext) -> Iterator[_Said]:
    yield from _of_documents(context)
    yield from _of_initiatives(context)
    for part in context.extract.relations.parts:
        child, parent = context.entity(part.organization), context.entity(part.parent)
        yield _Said(child, ORG("subOrganizationOf"), parent, part.evidence, part.confidence, "part_of")


def _of_documents(context: SourceContext) -> Iterator[_Said]:
    relations = context.extract.relations
    for worker in relations.caseworkers:
        document, person = context.place(worker.document_id), context.entity(worker.person)
        found = (worker.evidence, worker.confidence, "caseworker", worker.person)
        yield _Said(document, SG("caseworker"), person, *found)
    for issuer in relations.issuers:
        document, issued_by = context.place(issuer.document_id), context.entity(issuer.organization)
        found = (issuer.evidence, issuer.confidence, "issuer", issuer.organization)
        yield _Said(document, LEVELS.get(issuer.level), issued_by, *found)
    for filed in relations.cases:
        subject, case = context.place(filed.subject_id), context.entity(filed.case)
        yield _Said(subject, SG("case"), case, filed.evidence, filed.confidence, "case", filed.case)


def _of_initiatives(context: SourceContext) -> Iterator[_Said]:
    relations = context.extract.relations
    for about in relations.abouts:
        initiative, target = context.entity(about.initiative), context.place(about.target_id)
        relation = ABOUTS.get(about.relation)
        yield _Said(initiative, relation, target, about.evidence, about.confidence, about.relation)
    for tie in relations.ties:
        initiative, tied = context.entity(tie.initiative), context.entity(tie.object)
        yield _Said(initiative, TIES.get(tie.relation), tied, tie.evidence, tie.confidence, tie.rule)
