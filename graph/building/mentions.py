"""Mentions to triples: who or what is named where, and what the spot says of a person."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote as percent_encoded

from pyoxigraph import NamedNode, Triple

from extract.records import Kind, Mention
from graph.building.literals import text
from graph.building.quotes import place_triples, withheld
from graph.building.source_context import SourceContext, confidence
from graph.vocabulary import FOAF, SG, TYPE, classes

NAMED = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.INITIATIVE, Kind.PLACE, Kind.CASE, Kind.BUDGET_YEAR})


def mention_triples(context: SourceContext) -> Iterator[Triple]:
    """Yield every mention with the entity it is of; one that is of none yet is an unresolved mention."""
    for index, mention in enumerate(context.extract.mentions):
        if mention.kind in NAMED:
            yield from _mention(context, index, mention)


def _mention(context: SourceContext, index: int, mention: Mention) -> Iterator[Triple]:
    quote = context.quotes.quote(mention.span)
    if quote is None:
        return
    node = context.part("mention", index + 1)
    entity = context.entity(index)
    for name in classes("Mention" if entity else "UnresolvedMention"):
        yield Triple(node, TYPE, name)
    if entity:
        yield Triple(node, SG("refersTo"), entity)
    else:
        yield Triple(node, SG("name"), text(withheld(mention.name)))
    yield from place_triples(node, quote)
    yield Triple(node, SG("rule"), text(mention.rule))
    yield from confidence(node, mention.confidence)
    yield from context.scoped(node, mention.span)
    if sentence := context.quotes.sentence(mention.span):
        yield Triple(node, SG("sentence"), context.passages.node(sentence))
    if entity and context.edition.contacts and mention.kind is Kind.PERSON:
        yield from _contacts(entity, mention)


def _contacts(person: NamedNode, mention: Mention) -> Iterator[Triple]:
    if address := mention.attributes.get("email"):
        yield Triple(person, FOAF("mbox"), NamedNode(f"mailto:{percent_encoded(address, safe='@.+-_')}"))
    if number := mention.attributes.get("phone"):
        digits = "".join(c for c in number if c.isdigit() or c == "+")
        yield Triple(person, FOAF("phone"), NamedNode(f"tel:{digits}"))
