"""Turn what sources say into the claims of an appearance, each with its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from graph.names import fold
from graph.traces.dossier import Dossier, Facts
from graph.traces.facts import Fact
from graph.traces.records import (
    Amount,
    Commitment,
    Decision,
    Document,
    Evidence,
    Figure,
    Named,
    Person,
    Recommendation,
    Stage,
    Tie,
)
from graph.vocabulary import DCTERMS, SCHEMA, SG, SKOS

WHEN, PLACE, VALUE, CASEWORKER = SG("when"), SG("place"), SG("value"), SG("caseworker")
LATE = "9999"  # after every date

Claim = TypeVar("Claim", Stage, Figure, Amount, Commitment, Tie)


def stages(dossier: Dossier, facts: Facts) -> tuple[Stage, ...]:
    """Return what happened and what is planned, in order of time, the undated last."""
    found = []
    for fact in facts:
        concept = dossier.concept_at(fact, SG("stage"))
        if fact.has_class(SG("InitiativeEvent")) and concept is not None:
            is_planned = fact.text(SG("planned")) == "true"
            found.append(
                (Stage(concept, fact.text(WHEN), dossier.named_at(fact, PLACE), is_planned, ()), fact)
            )
    return tuple(sorted(_joined(dossier, found), key=lambda stage: (stage.when or LATE, _place(stage))))


def figures(dossier: Dossier, facts: Facts) -> tuple[Figure, ...]:
    """Return what was counted, in order of reading."""
    found = []
    for fact in facts:
        value = fact.number(VALUE)
        if fact.has_class(SG("Figure")) and value is not None:
            label, unit = fact.text(SKOS("prefLabel")) or "", fact.text(SG("unit"))
            place = dossier.named_at(fact, PLACE)
            found.append((Figure(label, value, unit, place, fact.text(WHEN), ()), fact))
    return tuple(sorted(_joined(dossier, found), key=_place))


def amounts(dossier: Dossier, facts: Facts) -> tuple[Amount, ...]:
    """Return the amounts of money, in order of reading."""
    found = []
    for fact in facts:
        value = fact.number(VALUE)
        if fact.has_class(SG("Amount")) and value is not None:
            found.append((Amount(value, fact.text(SG("purpose")), fact.text(WHEN), ()), fact))
    return tuple(sorted(_joined(dossier, found), key=_place))


def commitments(dossier: Dossier, facts: Facts) -> tuple[Commitment, ...]:
    """Return who promised what, in order of reading."""
    found = []
    for fact in facts:
        text = fact.text(SCHEMA("text"))
        if fact.has_class(SG("Commitment")) and text is not None:
            responsible = dossier.named_at(fact, SG("responsible"))
            name = responsible.label if responsible else fact.text(SG("responsibleName"))
            found.append((Commitment(responsible, name, text, fact.text(SG("due")), ()), fact))
    return tuple(sorted(_joined(dossier, found), key=_place))


def ties(dossier: Dossier, told: Iterable[tuple[str, Fact]]) -> tuple[Tie, ...]:
    """Return the things, of which each is told by the fact beside it, in alphabetical order."""
    found = [(Tie(dossier.named(iri), ()), fact) for iri, fact in told if iri != dossier.entity.iri]
    return tuple(sorted(_joined(dossier, found), key=lambda tie: (tie.thing.label, tie.thing.iri)))


def documents(dossier: Dossier, iris: Iterable[str]) -> tuple[Document, ...]:
    """Return the documents in order of date and title, the undated last."""
    found = (_document(dossier, dossier.node(iri)) for iri in dict.fromkeys(iris))
    return tuple(sorted(found, key=lambda each: (each.issued or LATE, each.title, each.iri)))


def people(
    dossier: Dossier, documents_: Iterable[Document], commitments_: Iterable[Commitment]
) -> tuple[Person, ...]:
    """Return the caseworkers of the documents and those who promised something, in alphabetical order."""
    roles: dict[Named, list[str]] = defaultdict(list)
    for person in (each for document in documents_ for each in document.caseworkers):
        roles[person].append("caseworker")
    for someone in (each.responsible for each in commitments_):
        if someone is not None and dossier.is_person(someone.iri):
            roles[someone].append("responsible")
    found = (Person(person, tuple(dict.fromkeys(played))) for person, played in roles.items())
    return tuple(sorted(found, key=lambda each: (each.person.label, each.person.iri)))


def decision(dossier: Dossier, item: Fact) -> Decision:
    """Return what became of an agenda item, in the words of the minutes where they are recorded."""
    outcome, text = dossier.concept_at(item, SG("outcome")), item.text(SG("decisionText"))
    if outcome is None and text is None:
        return Decision(None, None, ())
    title = fold(item.text(DCTERMS("title")) or "")
    quoted = (each for each in dossier.evidence([item]) if fold(each.quote) != title)
    return Decision(outcome, text, tuple(quoted))


def outermost(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the evidence in order of file and place, without what lies inside another quote."""
    kept: list[Evidence] = []
    for each in sorted(set(evidence), key=lambda e: (e.source, e.start, -e.end)):
        if not kept or kept[-1].source != each.source or each.end > kept[-1].end:
            kept.append(each)
    return tuple(kept)


def _document(dossier: Dossier, fact: Fact) -> Document:
    case = dossier.named_at(fact, SG("case"))
    return Document(
        iri=fact.iri,
        title=fact.text(DCTERMS("title")) or "",
        type=dossier.concept_at(fact, DCTERMS("type")),
        issued=fact.text(DCTERMS("issued")),
        case=case.label if case else None,
        unit=dossier.named_at(fact, SG("unit")),
        department=dossier.named_at(fact, SG("department")),
        caseworkers=tuple(dossier.named(iri) for iri in fact.iris(CASEWORKER)),
        recommendations=_recommendations(dossier, fact),
    )


def _recommendations(dossier: Dossier, document: Fact) -> tuple[Recommendation, ...]:
    """Return what a document recommends, in the order of its numbers."""
    asked = [
        fact
        for source in dossier.packages
        for fact in dossier.of_class(source, SG("Recommendation"))
        if document.iri in fact.iris(SG("document"))
    ]
    ordered = sorted(asked, key=lambda fact: ((fact.text(SG("number")) or "").zfill(4), fact.iri))
    return tuple(
        Recommendation(
            fact.text(SG("number")),
            fact.text(SCHEMA("text")) or "",
            dossier.concept_at(fact, SG("outcome")),
            dossier.evidence([fact]),
        )
        for fact in ordered
    )


def _joined(dossier: Dossier, found: Iterable[tuple[Claim, Fact]]) -> list[Claim]:
    """Return each claim once, with the evidence of all that make it."""
    told: dict[Claim, list[Fact]] = defaultdict(list)
    for claim, fact in found:
        told[claim].append(fact)
    return [replace(claim, evidence=dossier.evidence(facts)) for claim, facts in told.items()]


def _place(claim: Stage | Figure | Amount | Commitment) -> tuple[str, int]:
    """Return where a claim is first said; what is said nowhere comes first."""
    first = next(iter(claim.evidence), None)
    return (first.source, first.start) if first else ("", 0)
