from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.namespace import SH

import graph
from graph.ontologies import turtle
from graph.vocabulary import PREFIXES, SCHEMES, STANDARD_CLASSES, SUPERCLASSES

SG = PREFIXES["sg"]
BASE = "http://localhost:8000/"
CLASSES = (
    "Source Passage Mention Meeting AgendaItem Document Recommendation Case Commitment Person "
    "Organization Department Unit Committee ExternalOrganization Initiative BudgetYear Place "
    "InitiativeEvent Figure Amount MeetingBody "
).split()
PROPERTIES = (
    "fileName sha256 page refersTo confidence evidence body dateBasis meeting number minutes outcome "
    "decisionText case isPublic agendaItem attachmentNumber caseworker unit department document "
    "responsible due followedUpIn role initiativeKind subjectOf mentionedIn budgetYear place year "
    "initiative stage when value purpose "
).split()


def loaded(name: str) -> Graph:
    return Graph().parse(data=turtle(name), format="turtle", publicID=BASE)


ONTOLOGY = loaded("sagsgraf")
TERMS = sorted({str(s).removeprefix(SG) for s in ONTOLOGY.subjects(RDFS.label) if str(s).startswith(SG)})


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_of_the_contract_is_a_class(name: str) -> None:
    assert (URIRef(SG + name), RDF.type, OWL.Class) in ONTOLOGY


@pytest.mark.parametrize("name", PROPERTIES)
def test_every_property_of_the_contract_is_a_property(name: str) -> None:
    kinds = {OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property}
    assert kinds & set(ONTOLOGY.objects(URIRef(SG + name), RDF.type))


@pytest.mark.parametrize("name", TERMS)
@pytest.mark.parametrize("predicate", [RDFS.label, RDFS.comment])
def test_every_term_is_named_and_explained_in_danish_and_english(name: str, predicate: URIRef) -> None:
    texts = list(ONTOLOGY.objects(URIRef(SG + name), predicate))
    assert sorted(str(getattr(text, "language", None)) for text in texts) == ["da", "en"]


def test_every_class_is_tied_to_a_standard_vocabulary() -> None:
    for name in ONTOLOGY.subjects(RDF.type, OWL.Class):
        ancestors = set(ONTOLOGY.transitive_objects(name, RDFS.subClassOf)) - {name}
        assert any(not str(each).startswith(SG) for each in ancestors), name


@pytest.mark.parametrize("prefix", ["org", "foaf", "prov", "schema", "skos", "dcterms", "oa", "time"])
def test_each_standard_vocabulary_is_used(prefix: str) -> None:
    namespace = PREFIXES[prefix]
    assert any(str(o).startswith(namespace) for o in ONTOLOGY.objects() if isinstance(o, URIRef))


def test_asserted_superclasses_are_those_of_the_ontology() -> None:
    for name, above in SUPERCLASSES.items():
        for each in above:
            assert (URIRef(SG + name), RDFS.subClassOf, URIRef(SG + each)) in ONTOLOGY
    for name, nodes in STANDARD_CLASSES.items():
        ancestors = set(ONTOLOGY.transitive_objects(URIRef(SG + name), RDFS.subClassOf))
        assert {URIRef(node.value) for node in nodes} <= ancestors, name


def test_every_term_that_the_code_writes_is_in_the_ontology() -> None:
    package = Path(graph.__file__).parent
    files = [*package.rglob("*.py"), *package.rglob("*.rq")]
    used = {m for file in files for m in re.findall(r'SG\("(\w+)"\)|\bsg:(\w+)', file.read_text("utf-8"))}
    names = {first or second for first, second in used}
    assert names - set(TERMS) == set()


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_the_concepts_are_those_of_the_code(scheme: str) -> None:
    concepts = loaded("concepts")
    found = {str(s) for s in concepts.subjects(SKOS.inScheme, URIRef(f"{BASE}{scheme}"))}
    assert found == {f"{BASE}{scheme}/{word}" for word in SCHEMES[scheme]}
    for iri in found:
        labels = concepts.objects(URIRef(iri), SKOS.prefLabel)
        assert sorted(str(getattr(label, "language", None)) for label in labels) == ["da", "en"]


@pytest.mark.parametrize(
    "namespace",
    [
        "http://www.w3.org/ns/opengov#",
        "https://schema.oparl.org/1.1/",
        "http://data.europa.eu/eli/eli-draft-legislation-ontology#",
        "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/",
        "http://data.vlaanderen.be/ns/besluit#",
    ],
)
def test_the_alignments_reach_each_vocabulary(namespace: str) -> None:
    alignments = loaded("alignments")
    assert {str(s).removeprefix(SG) for s in alignments.subjects()} <= set(TERMS)
    assert any(str(o).startswith(namespace) for o in alignments.objects())


def test_every_class_has_a_shape() -> None:
    targets = set(loaded("shapes").objects(None, SH.targetClass))
    classes = set(ONTOLOGY.subjects(RDF.type, OWL.Class))
    assert targets == classes


@pytest.mark.parametrize("name", ["sagsgraf", "concepts", "alignments"])
def test_what_is_loaded_into_the_graph_holds_no_blank_nodes(name: str) -> None:
    assert all(isinstance(node, URIRef) for triple in loaded(name) for node in triple[:2])
