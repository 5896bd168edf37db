"""A trace as the object that the contract fixes: plain values, ready for JSON."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from graph.traces.records import (
    Amount,
    Appearance,
    Changes,
    Commitment,
    Concept,
    Decision,
    Difference,
    Document,
    Evidence,
    Figure,
    Named,
    Person,
    Recommendation,
    Stage,
    Tie,
    Trace,
)

Object = dict[str, Any]


def as_object(trace: Trace) -> Object:
    """Return the trace as `initiative` and its `appearances` in order of time.

    Beyond the contract a document says its `recommendations`; an appearance says its `iri`, its `sources`
    (file names), `decision` (the words of the minutes), `dateBasis`, and without a date `dateEstimate`:
    the one it is ordered by, and its basis.
    """
    subject = trace.subject
    return {
        "initiative": {
            "iri": subject.iri,
            "label": subject.label,
            "altLabels": list(subject.alt_labels),
            "kind": subject.kind.word,
        },
        "appearances": [_appearance(each) for each in trace.appearances],
    }


def plain(value: Decimal) -> int | float:
    """Return a whole number as int, another as float."""
    return int(value) if value == value.to_integral_value() else float(value)


def _appearance(each: Appearance) -> Object:
    at = each.occasion
    return {
        "iri": each.iri,
        "date": at.date,
        "dateBasis": at.date_basis,
        "dateEstimate": {"date": at.estimate, "basis": at.estimate_basis} if at.estimate else None,
        "meeting": at.meeting,
        "body": at.body,
        "number": each.number,
        "title": each.title,
        "role": each.role,
        "outcome": each.decision.outcome.word if each.decision.outcome else None,
        "decision": _decision(each.decision),
        "documents": [_document(document) for document in each.documents],
        "stages": [_stage(stage) for stage in each.stages],
        "figures": [_figure(figure) for figure in each.figures],
        "amounts": [_amount(amount) for amount in each.amounts],
        "places": [_tie(tie) for tie in each.places],
        "departments": [_tie(tie) for tie in each.departments],
        "people": [_person(person) for person in each.people],
        "commitments": [_commitment(commitment) for commitment in each.commitments],
        "changes": _changes(each.changes),
        "sources": list(each.sources),
        "evidence": _quotes(each.evidence),
    }


def _quotes(evidence: tuple[Evidence, ...]) -> list[Object]:
    return [
        {
            "quote": each.quote,
            "source": each.source,
            "source_iri": each.source_iri,
            "page": each.page,
            "start": each.start,
            "end": each.end,
        }
        for each in evidence
    ]


def _named(thing: Named | None) -> Object | None:
    return None if thing is None else {"iri": thing.iri, "label": thing.label}


def _word(concept: Concept | None) -> str | None:
    return None if concept is None else concept.word


def _decision(decision: Decision) -> Object | None:
    if decision.text is None and not decision.evidence:
        return None
    return {"text": decision.text, "evidence": _quotes(decision.evidence)}


def _document(document: Document) -> Object:
    return {
        "iri": document.iri,
        "title": document.title,
        "type": _word(document.type),
        "issued": document.issued,
        "case": document.case,
        "unit": _named(document.unit),
        "department": _named(document.department),
        "caseworkers": [_named(person) for person in document.caseworkers],
        "recommendations": [_recommendation(each) for each in document.recommendations],
    }


def _recommendation(each: Recommendation) -> Object:
    return {
        "number": each.number,
        "text": each.text,
        "outcome": _word(each.outcome),
        "evidence": _quotes(each.evidence),
    }


def _stage(stage: Stage) -> Object:
    return {
        "stage": stage.stage.word,
        "when": stage.when,
        "place": _named(stage.place),
        "planned": stage.is_planned,
        "evidence": _quotes(stage.evidence),
    }


def _figure(figure: Figure) -> Object:
    return {
        "label": figure.label,
        "value": plain(figure.value),
        "unit": figure.unit,
        "place": _named(figure.place),
        "when": figure.when,
        "evidence": _quotes(figure.evidence),
    }


def _amount(amount: Amount) -> Object:
    return {
        "value": plain(amount.value_dkk),
        "purpose": amount.purpose,
        "when": amount.when,
        "evidence": _quotes(amount.evidence),
    }


def _tie(tie: Tie) -> Object:
    return {"iri": tie.thing.iri, "label": tie.thing.label, "evidence": _quotes(tie.evidence)}


def _person(person: Person) -> Object:
    return {"iri": person.person.iri, "label": person.person.label, "roles": list(person.roles)}


def _commitment(commitment: Commitment) -> Object:
    return {
        "responsible": _named(commitment.responsible),
        "name": commitment.name,
        "text": commitment.text,
        "due": commitment.due,
        "evidence": _quotes(commitment.evidence),
    }


def _changes(changes: Changes) -> Object:
    return {
        "places": _difference(changes.places),
        "departments": _difference(changes.departments),
        "figures": {
            "added": [_counted(figure) for figure in changes.figures_added],
            "changed": [
                {**_counted(change.now), "before": plain(change.before.value)}
                for change in changes.figures_changed
            ],
        },
        "amounts": {"added": [plain(amount.value_dkk) for amount in changes.amounts_added]},
        "stage": _passage_of_stages(changes),
    }


def _passage_of_stages(changes: Changes) -> Object | None:
    if changes.stage is None:
        return None
    before, now = ([concept.word for concept in concepts] for concepts in changes.stage)
    return {"before": before, "now": now}


def _difference(difference: Difference) -> Object:
    return {"added": list(difference.added), "absent": list(difference.absent)}


def _counted(figure: Figure) -> Object:
    place = figure.place.label if figure.place else None
    return {"label": figure.label, "value": plain(figure.value), "unit": figure.unit, "place": place}
