"""The names of the vocabularies that the graph speaks, and which class is a kind of which."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import NamedNode

PREFIXES: dict[str, str] = {
    "sg": "https://w3id.org/sagsgraf/ns#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "time": "http://www.w3.org/2006/time#",
}


class Namespace:
    """A vocabulary: `SG("Source")` is the term's node.

    >>> SG("Source").value
    'https://w3id.org/sagsgraf/ns#Source'
    """

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.base = PREFIXES[prefix]
        self._term = lru_cache(maxsize=None)(lambda name: NamedNode(self.base + name))

    def __call__(self, name: str) -> NamedNode:
        """Return the node of one term."""
        return self._term(name)


SG = Namespace("sg")
DCTERMS = Namespace("dcterms")
SCHEMA = Namespace("schema")
SKOS = Namespace("skos")
ORG = Namespace("org")
PROV = Namespace("prov")
OA = Namespace("oa")
FOAF = Namespace("foaf")
OWL = Namespace("owl")
RDF = Namespace("rdf")
RDFS = Namespace("rdfs")
XSD = Namespace("xsd")

TYPE = RDF("type")

# The concepts of each scheme; their IRIs end in these words (`outcome/approved`).
OUTCOMES = (
    "approved",
    "approved_with_changes",
    "noted",
    "discussed",
    "not_endorsed",
    "postponed",
    "dropped",
    "nothing_recorded",
)
DOCUMENT_TYPES = (
    "indstilling",
    "notat",
    "dagsorden",
    "referat",
    "bilag",
    "rapport",
    "slides",
    "plan",
    "oversigt",
    "udkast",
)
STAGES = (
    "proposed",
    "approved",
    "funded",
    "started",
    "continued",
    "expanded",
    "delayed",
    "status",
    "evaluated",
    "made_permanent",
    "adjusted",
    "ended",
)
INITIATIVE_KINDS = (
    "project",
    "plan",
    "programme",
    "investment_model",
    "strategy",
    "event",
    "scheme",
    "task_force",
    "reform",
    "other",
)
SCHEMES = {"outcome": OUTCOMES, "type": DOCUMENT_TYPES, "stage": STAGES, "kind": INITIATIVE_KINDS}

# The superclasses inside our own vocabulary, nearest first: they are asserted with every instance.
SUPERCLASSES: dict[str, tuple[str, ...]] = {
    "Mention": ("Passage",),
    "UnresolvedMention": ("Passage",),
    "Department": ("Organization",),
    "Unit": ("Organization",),
    "Committee": ("Organization",),
    "ExternalOrganization": ("Organization",),
}


# What each class is in the standard vocabularies: asserted for entities, so that nobody needs a reasoner.
STANDARD_CLASSES: dict[str, tuple[NamedNode, ...]] = {
    "Person": (FOAF("Person"), SCHEMA("Person")),
    "Organization": (ORG("Organization"), FOAF("Organization")),
    "Department": (ORG("OrganizationalUnit"),),
    "Unit": (ORG("OrganizationalUnit"),),
    "Committee": (ORG("Organization"),),
    "MeetingBody": (ORG("Organization"),),
    "Place": (SCHEMA("Place"),),
    "Initiative": (SCHEMA("Project"),),
}


def classes(name: str) -> tuple[NamedNode, ...]:
    """Return the class and its superclasses in our vocabulary, nearest first.

    >>> [node.value.rpartition("#")[2] for node in classes("Unit")]
    ['Unit', 'Organization']
    """
    return tuple(SG(each) for each in (name, *SUPERCLASSES.get(name, ())))


def all_classes(name: str) -> tuple[NamedNode, ...]:
    """Return the class, its superclasses and what they are in the standard vocabularies, each once."""
    names = (name, *SUPERCLASSES.get(name, ()))
    standard = (node for each in names for node in STANDARD_CLASSES.get(each, ()))
    return tuple(dict.fromkeys((*classes(name), *standard)))
