"""What relations and classes are called, in Danish and English."""

from __future__ import annotations

from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.ontologies import turtle
from graph.vocabulary import PREFIXES, RDFS, SG

Labels = tuple[str, str]  # Danish, English

# The standard vocabularies' terms that the graph uses; they have no Danish labels of their own.
STANDARD: dict[str, Labels] = {
    "dcterms:title": ("titel", "title"),
    "dcterms:type": ("dokumenttype", "document type"),
    "dcterms:issued": ("dateret", "issued"),
    "dcterms:identifier": ("sagsnummer", "identifier"),
    "dcterms:format": ("filtype", "media type"),
    "dcterms:description": ("beskrivelse", "description"),
    "dcterms:hasPart": ("rummer", "contains"),
    "dcterms:isPartOf": ("læst i", "read in"),
    "schema:text": ("ordlyd", "wording"),
    "schema:startDate": ("begynder", "starts"),
    "schema:endDate": ("slutter", "ends"),
    "schema:location": ("sted", "location"),
    "schema:softwareVersion": ("version", "version"),
    "skos:prefLabel": ("navn", "name"),
    "skos:altLabel": ("også kaldt", "also called"),
    "skos:notation": ("forkortelse", "acronym"),
    "skos:definition": ("betydning", "definition"),
    "skos:inScheme": ("begrebsliste", "concept scheme"),
    "org:subOrganizationOf": ("hører under", "part of"),
    "foaf:mbox": ("e-post", "e-mail"),
    "foaf:phone": ("telefon", "telephone"),
    "oa:exact": ("citat", "quote"),
    "oa:start": ("fra tegn", "from character"),
    "oa:end": ("til tegn", "to character"),
    "prov:startedAtTime": ("begyndt", "started"),
    "prov:endedAtTime": ("afsluttet", "ended"),
}
# A relation as it is read from the other end.
INVERSE: dict[str, Labels] = {
    "sg:agendaItem": ("hører til punktet", "belongs to this item"),
    "sg:body": ("møder", "meetings"),
    "sg:budgetYear": ("knyttet til budgettet", "tied to this budget"),
    "sg:case": ("journaliseret på sagen", "filed under this case"),
    "sg:caseworker": ("sagsbehandler på", "caseworker of"),
    "sg:committee": ("organets møder", "meets as"),
    "sg:concerns": ("afgørelse om", "judged in"),
    "sg:department": ("knyttet til afdelingen", "tied to this department"),
    "sg:document": ("står i dokumentet", "stands in this document"),
    "sg:followedUpIn": ("følger op på", "follows up"),
    "sg:initiative": ("oplyst om initiativet", "stated about this initiative"),
    "sg:initiativeKind": ("initiativer af typen", "initiatives of this kind"),
    "sg:meeting": ("på dagsordenen", "on the agenda"),
    "sg:mentionedIn": ("nævner", "names"),
    "sg:organization": ("rolle i organisationen", "role in this organization"),
    "sg:outcome": ("fik udfaldet", "had this outcome"),
    "sg:place": ("knyttet til stedet", "tied to this place"),
    "sg:refersTo": ("nævnt i", "named in"),
    "sg:responsible": ("ansvarlig for", "responsible for"),
    "sg:role": ("har rollen", "has this role"),
    "sg:stage": ("hændelser", "events"),
    "sg:subjectOf": ("handler om", "is about"),
    "sg:unit": ("udsendt af enheden", "issued by this unit"),
    "dcterms:type": ("dokumenter af typen", "documents of this type"),
    "org:subOrganizationOf": ("underliggende", "parts"),
    "skos:inScheme": ("begreber", "concepts"),
}
FORWARD: dict[str, Labels] = {"sg:refersTo": ("nævner", "names")}


def short(iri: str) -> str:
    """Return an IRI with its prefix, where it has a known one.

    >>> short("https://w3id.org/sagsgraf/ns#department")
    'sg:department'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def relation_labels(relation: str, is_outgoing: bool = True) -> Labels:
    """Return what a relation (short) is called, as read from one end; its own name where it has no label.

    >>> relation_labels("sg:caseworker"), relation_labels("sg:caseworker", False)
    (('sagsbehandler', 'caseworker'), ('sagsbehandler på', 'caseworker of'))
    """
    inverse = FORWARD.get(relation) if is_outgoing else INVERSE.get(relation)
    return inverse or STANDARD.get(relation) or ontology_labels().get(relation) or (relation, relation)


def class_labels(name: str) -> Labels:
    """Return what a class of ours is called.

    >>> class_labels("Person")
    ('person', 'person')
    """
    return OTHER_CLASSES.get(name) or ontology_labels().get(f"sg:{name}", (name, name))


# What is no class of ours, but has an IRI of its own here.
OTHER_CLASSES: dict[str, Labels] = {
    "Concept": ("begreb", "concept"),
    "ConceptScheme": ("begrebsliste", "concept scheme"),
    "Dataset": ("datasæt", "data set"),
    "Activity": ("kørsel", "run"),
    "Thing": ("ting", "thing"),
}


@cache
def ontology_labels() -> dict[str, Labels]:
    """Return the labels of every term of the ontology, by its short name."""
    found: dict[str, dict[str, str]] = {}
    for quad in parse(turtle("sagsgraf"), format=RdfFormat.TURTLE, base_iri=SG.base):
        if quad.predicate == RDFS("label") and isinstance(quad.subject, NamedNode):
            label = quad.object
            if isinstance(label, Literal):
                found.setdefault(short(quad.subject.value), {})[label.language or ""] = label.value
    return {name: (by.get("da", name), by.get("en", name)) for name, by in found.items()}
