"""What holds across files to triples: entities with their names, and the judgements that made them."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from graph.building.literals import decimal, text
from graph.building.quotes import withheld
from graph.building.source_context import confidence
from graph.iri import Iris, digest
from graph.judgements import Judgement
from graph.resolving.resolution import Entity, Resolution
from graph.vocabulary import DCTERMS, ORG, OWL, SG, SKOS, TYPE, XSD, all_classes


def entity_triples(resolution: Resolution, iris: Iris) -> Iterator[Triple]:
    """Yield every entity and every judgement."""
    for entity in resolution.entities:
        yield from _entity(entity, iris)
    for judgement in resolution.judgements:
        yield from _judgement(judgement, resolution, iris)


def _entity(entity: Entity, iris: Iris) -> Iterator[Triple]:
    node = NamedNode(entity.iri)
    for name in all_classes(entity.class_name):
        yield Triple(node, TYPE, name)
    yield Triple(node, SKOS("prefLabel"), _label(entity.label))
    for label in entity.alt_labels:
        yield Triple(node, SKOS("altLabel"), _label(label))
    if entity.notation:
        yield Triple(node, SKOS("notation"), text(entity.notation))
    for former in entity.same_as:
        yield Triple(node, OWL("sameAs"), NamedNode(former))
    yield from confidence(node, entity.confidence)
    yield from _extra(entity, node, iris)


def _extra(entity: Entity, node: NamedNode, iris: Iris) -> Iterator[Triple]:
    extra = entity.extra
    if number := extra.get("number"):
        yield Triple(node, DCTERMS("identifier"), text(number))
    if year := extra.get("year"):
        yield Triple(node, SG("year"), Literal(year, datatype=XSD("gYear")))
    if kind := extra.get("kind"):
        yield Triple(node, SG("initiativeKind"), NamedNode(iris.concept("kind", kind)))
    if parent := extra.get("parent"):
        yield Triple(node, ORG("subOrganizationOf"), NamedNode(parent))
    if committee := extra.get("committee"):
        yield Triple(node, SG("committee"), NamedNode(committee))


def judgement_iri(judgement: Judgement, iris: Iris) -> str:
    """Return the IRI of a judgement: the same for the same two sides by the same judge."""
    return iris.entity("judgement", digest(f"{judgement.left}\t{judgement.right}\t{judgement.by}", 16))


def _judgement(judgement: Judgement, resolution: Resolution, iris: Iris) -> Iterator[Triple]:
    node = NamedNode(judgement_iri(judgement, iris))
    yield Triple(node, TYPE, SG("Judgement"))
    for predicate, value in (
        ("left", judgement.left),
        ("right", judgement.right),
        ("verdict", judgement.verdict.value),
        ("reason", judgement.reason),
        ("by", judgement.by),
    ):
        yield Triple(node, SG(predicate), _label(value))
    if score := decimal(judgement.score):
        yield Triple(node, SG("score"), score)
    for iri in resolution.about.get(judgement, ()):
        yield Triple(node, SG("concerns"), NamedNode(iri))


def _label(value: str) -> Literal:
    return text(withheld(value))
