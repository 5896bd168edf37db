"""What happened and what was counted, paid, recommended and promised, to nodes with their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from extract.records import Kind, MentionIndex, Span
from extract.relations import AmountOf, Commitment, Figure, Recommendation, Role, Stage
from graph.building.literals import boolean, decimal, moment, text
from graph.building.quotes import withheld
from graph.building.source_context import SourceContext, confidence
from graph.vocabulary import SCHEMA, SG, SKOS, TYPE

Value = NamedNode | Literal | None
Pairs = Iterable[tuple[NamedNode, Value]]


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a fact was found: its evidence, how sure it is, which rule found it."""

    evidence: Span
    confidence: float
    rule: str | None = None
    about: MentionIndex | None = None  # what the quote must show, if something has to be left out of it


def fact_triples(context: SourceContext) -> Iterator[Triple]:
    """Yield a node for each event, figure, amount, recommendation, commitment and role, in their order."""
    relations = context.extract.relations
    for n, stage in enumerate(relations.stages, start=1):
        yield from _event(context, context.part("event", n), stage)
    for n, figure in enumerate(relations.figures, start=1):
        yield from _figure(context, context.part("figure", n), figure)
    for n, amount in enumerate(_amounts(context), start=1):
        yield from _amount(context, context.part("amount", n), amount)
    for n, recommendation in enumerate(relations.recommendations, start=1):
        yield from _recommendation(context, context.part("recommendation", n), recommendation)
    for n, commitment in enumerate(relations.commitments, start=1):
        yield from _commitment(context, context.part("commitment", n), commitment)
        if follow_up := context.resolution.follow_up(context.extract.raw.sha256, n):
            yield Triple(context.part("commitment", n), SG("followedUpIn"), NamedNode(follow_up.item))
    for n, role in enumerate(relations.roles, start=1):
        yield from _role(context, context.part("role", n), role)


def _event(context: SourceContext, node: NamedNode, stage: Stage) -> Iterator[Triple]:
    initiative, concept = context.entity(stage.initiative), context.concept("stage", stage.stage)
    if initiative is None or concept is None:
        return
    pairs = (
        (SG("initiative"), initiative),
        (SG("stage"), concept),
        (SG("when"), moment(stage.when)),
        (SG("place"), context.entity(stage.place)),
        (SG("planned"), boolean(stage.planned)),
    )
    found = _Found(stage.evidence, stage.confidence, stage.rule)
    yield from _node(context, node, "InitiativeEvent", pairs, found)
    yield from context.scoped(node, stage.evidence)


def _figure(context: SourceContext, node: NamedNode, figure: Figure) -> Iterator[Triple]:
    initiative, value = context.entity(figure.initiative), decimal(figure.value)
    if initiative is None or value is None:
        return
    pairs = (
        (SG("initiative"), initiative),
        (SKOS("prefLabel"), _text(figure.label)),
        (SG("value"), value),
        (SG("unit"), _text(figure.unit)),
        (SG("place"), context.entity(figure.place)),
        (SG("when"), moment(figure.when)),
    )
    found = _Found(figure.evidence, figure.confidence, figure.rule)
    yield from _node(context, node, "Figure", pairs, found)
    yield from context.scoped(node, figure.evidence)


def _amounts(context: SourceContext) -> Iterator[AmountOf]:
    """Yield what is known of each amount; one that nothing is said of stands for itself."""
    related = context.extract.relations.amounts
    yield from related
    said = {amount.amount for amount in related}
    for index, mention in enumerate(context.extract.mentions):
        if mention.kind is Kind.AMOUNT and index not in said:
            yield AmountOf(index, None, None, None, mention.span, mention.confidence, mention.rule)


def _amount(context: SourceContext, node: NamedNode, amount: AmountOf) -> Iterator[Triple]:
    mention = context.extract.mentions[amount.amount]
    value = decimal(mention.attributes.get("value_dkk", ""))
    if value is None:
        return
    pairs = (
        (SG("value"), value),
        (SG("initiative"), context.entity(amount.initiative)),
        (SG("purpose"), _text(amount.purpose)),
        (SG("when"), moment(amount.when)),
        (SG("per"), _text(mention.attributes.get("per"))),
    )
    found = _Found(amount.evidence, amount.confidence, amount.rule, amount.amount)
    yield from _node(context, node, "Amount", pairs, found)
    yield from context.scoped(node, amount.evidence)


def _recommendation(context: SourceContext, node: NamedNode, said: Recommendation) -> Iterator[Triple]:
    pairs = (
        (SG("document"), context.place(said.document_id)),
        (SG("number"), _text(said.number)),
        (SCHEMA("text"), _text(said.text)),
        (SG("outcome"), context.concept("outcome", said.outcome)),
    )
    yield from _node(context, node, "Recommendation", pairs, _Found(said.evidence, said.confidence))


def _commitment(context: SourceContext, node: NamedNode, said: Commitment) -> Iterator[Triple]:
    responsible = context.entity(said.responsible)
    named = context.extract.mentions[said.responsible].name if said.responsible is not None else None
    item = context.place(said.agenda_item_id)
    pairs = (
        (SG("agendaItem"), item),
        (SG("responsible"), responsible),
        (SG("responsibleName"), None if responsible else _text(named)),
        (SCHEMA("text"), _text(said.text)),
        (SG("due"), moment(said.due)),
    )
    found = _Found(said.evidence, said.confidence, said.rule)
    yield from _node(context, node, "Commitment", pairs, found)
    if item is None:
        yield from context.scoped(node, said.evidence)


def _role(context: SourceContext, node: NamedNode, role: Role) -> Iterator[Triple]:
    person = context.entity(role.person)
    if person is None:
        return
    seen = moment(context.date_of(role.evidence))
    pairs = (
        (SG("roleName"), _text(role.role)),
        (SG("organization"), context.entity(role.organization)),
        (SG("seenFrom"), seen),
        (SG("seenTo"), seen),
    )
    yield Triple(person, SG("role"), node)
    yield from _node(context, node, "Role", pairs, _Found(role.evidence, role.confidence, None, role.person))


def _node(
    context: SourceContext, node: NamedNode, class_name: str, pairs: Pairs, found: _Found
) -> Iterator[Triple]:
    yield Triple(node, TYPE, SG(class_name))
    for predicate, value in pairs:
        if value is not None:
            yield Triple(node, predicate, value)
    if found.rule:
        yield Triple(node, SG("rule"), text(found.rule))
    yield from confidence(node, found.confidence)
    about = None if found.about is None else context.extract.mentions[found.about].span
    yield from context.evidence(node, found.evidence, about)


def _text(value: str | None) -> Literal | None:
    return text(withheld(value)) if value and value.strip() else None
