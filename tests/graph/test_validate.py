from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from extract.records import Kind, Span
from extract.relations import Extract, Stage
from graph.build import FailedSource, build_entities, build_failure, build_source, build_vocabulary
from graph.building.source_context import Edition
from graph.identities import Identities
from graph.iri import Iris
from graph.ontologies import turtle
from graph.resolve import resolve
from graph.stores.oxigraph import OxigraphWriter
from graph.validate import validate
from graph.validating.findings import Report
from graph.vocabulary import OA, SG, SKOS, TYPE, XSD
from tests.builders import BASE, SourceBuilder

IRIS = Iris(BASE)
EDITION = Edition(IRIS, IRIS.entity("run", "test"))
Change = Callable[[Quad], Quad | None]


def source() -> Extract:
    builder = SourceBuilder()
    builder.meeting(body="Havneudvalget", start="10:30")
    item = builder.item("4", "Status på Gadens Køkken", outcome="noted")
    opened = builder.say("Gadens Køkken åbnede i Nordbyen i marts 2024, siger Mette Ravn.")
    initiative = builder.name_it(Kind.INITIATIVE, "Gadens Køkken")
    place = builder.name_it(Kind.PLACE, "Nordbyen")
    builder.name_it(Kind.PERSON, "Mette Ravn")
    builder.document("Notat om køkkenet", "Mere tekst.", agenda_item_id=item)
    builder.relate(stages=(Stage(initiative, "started", "2024-03", place, False, opened, 0.9, "opened"),))
    return builder.build()


def stored(extract: Extract, change: Change = lambda quad: quad) -> OxigraphWriter:
    resolution = resolve([extract], (), Identities(), IRIS)
    store = OxigraphWriter(Store())
    store.load(made for quad in build_source(extract, resolution, EDITION) if (made := change(quad)))
    across = NamedNode(IRIS.entities)
    triples = build_entities(resolution, IRIS)
    quads = (Quad(t.subject, t.predicate, t.object, across) for t in triples)
    store.load(made for quad in quads if (made := change(quad)))
    store.replace(NamedNode(IRIS.vocabulary), build_vocabulary(IRIS))
    return store


def report(extract: Extract, change: Change = lambda quad: quad) -> Report:
    return validate(stored(extract, change), lambda _: extract.raw.text, IRIS)


def rules(found: Report) -> set[str]:
    return {finding.rule for finding in found.findings}


def test_what_is_built_conforms() -> None:
    found = report(source())
    assert found.findings == ()
    assert found.conforms
    assert found.passages > 5


def moved(quad: Quad) -> Quad:
    if quad.predicate != OA("start") or not isinstance(quad.object, Literal):
        return quad
    start = Literal(str(int(quad.object.value) + 1), datatype=XSD("integer"))
    return Quad(quad.subject, quad.predicate, start, quad.graph_name)


def misquoted(quad: Quad) -> Quad:
    if quad.predicate != OA("exact") or not isinstance(quad.object, Literal):
        return quad
    return Quad(quad.subject, quad.predicate, Literal(quad.object.value.swapcase()), quad.graph_name)


@pytest.mark.parametrize("change", [moved, misquoted])
def test_a_quote_that_stands_elsewhere_is_found(change: Change) -> None:
    found = report(source(), change)
    assert rules(found) == {"passage"}
    assert len(found.findings) == found.passages


def test_a_source_whose_text_is_gone_cannot_be_checked() -> None:
    store = stored(source())
    assert rules(validate(store, lambda _: None, IRIS)) == {"passage"}


def test_a_text_that_changed_is_found() -> None:
    extract = source()
    store = stored(extract)
    assert not validate(store, lambda _: extract.raw.text.replace("Nordbyen", "Sydbyen"), IRIS).conforms


def without(predicate: NamedNode) -> Change:
    return lambda quad: None if quad.predicate == predicate else quad


def without_passages(quad: Quad) -> Quad | None:
    subject = quad.subject
    return None if isinstance(subject, NamedNode) and "/passage/" in subject.value else quad


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (without_passages, "evidence"),
        (without(SG("evidence")), SG("evidence").value),
        (without(OA("exact")), "passage"),
        (without(SG("refersTo")), "reach"),
        (without(SG("refersTo")), SG("refersTo").value),
        (without(SG("body")), SG("body").value),
        (without(SG("number")), SG("number").value),
        (without(SG("stage")), SG("stage").value),
        (without(SG("fileName")), SG("fileName").value),
        (without(SKOS("prefLabel")), SKOS("prefLabel").value),
    ],
)
def test_what_is_missing_is_found(change: Change, rule: str) -> None:
    assert rule in rules(report(source(), change))


def with_value(predicate: NamedNode, value: Literal | NamedNode) -> Change:
    def change(quad: Quad) -> Quad:
        if quad.predicate != predicate:
            return quad
        return Quad(quad.subject, quad.predicate, value, quad.graph_name)

    return change


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (SG("confidence"), Literal("1.5", datatype=XSD("decimal"))),
        (SG("confidence"), Literal("very")),
        (SG("when"), Literal("in spring")),
        (SG("outcome"), NamedNode(f"{BASE}outcome/invented")),
        (SG("initiative"), NamedNode(f"{BASE}place/nordbyen")),
        (SG("dateBasis"), Literal("guessed")),
        (SG("page"), Literal("0", datatype=XSD("integer"))),
    ],
)
def test_what_is_malformed_is_found(predicate: NamedNode, value: Literal | NamedNode) -> None:
    assert predicate.value in rules(report(source(), with_value(predicate, value)))


def test_two_labels_are_one_too_many() -> None:
    extract = source()
    store = stored(extract)
    iri = NamedNode(f"{BASE}place/nordbyen")
    store.load([Quad(iri, SKOS("prefLabel"), Literal("Nordby"), NamedNode(IRIS.entities))])
    found = validate(store, lambda _: extract.raw.text, IRIS)
    assert [(f.node, f.rule) for f in found.findings] == [(iri.value, SKOS("prefLabel").value)]


def test_a_department_must_be_an_organization_too() -> None:
    extract = source()
    store = stored(extract)
    iri = NamedNode(f"{BASE}place/nordbyen")
    store.load([Quad(iri, TYPE, SG("Department"), NamedNode(IRIS.entities))])
    assert not validate(store, lambda _: extract.raw.text, IRIS).conforms


def test_a_cpr_number_is_found_and_not_repeated() -> None:
    extract = source()
    store = stored(extract)
    number = "010180" + "-1234"
    graph = NamedNode(IRIS.source(extract.raw.sha256))
    store.load([Quad(graph, SG("warning"), Literal(f"om {number}"), graph)])
    (finding,) = validate(store, lambda _: extract.raw.text, IRIS).findings
    assert finding.rule == "privacy"
    assert number not in repr(finding)


def test_a_file_that_could_not_be_read_conforms() -> None:
    store = OxigraphWriter(Store())
    store.load(build_failure(FailedSource("a.pdf", "scanned", "no text"), EDITION))
    assert validate(store, lambda _: None, IRIS).conforms


def test_imported_graphs_are_not_judged() -> None:
    extract = source()
    store = stored(extract)
    elsewhere = NamedNode("https://example.org/register")
    store.load([Quad(elsewhere, TYPE, SG("Person"), elsewhere)])
    assert validate(store, lambda _: extract.raw.text, IRIS).conforms


def test_an_extract_with_a_wrong_offset_shows_itself_in_the_report() -> None:
    extract = source()
    shifted = replace(extract, raw=replace(extract.raw, text="\f" + extract.raw.text))
    found = validate(stored(extract), lambda _: shifted.raw.text, IRIS)
    assert len(found.findings) == found.passages


def test_every_class_of_the_vocabulary_has_a_shape() -> None:
    for name in ("Source", "Mention", "Meeting", "AgendaItem", "InitiativeEvent", "Judgement", "Unit"):
        assert f"sh:targetClass sg:{name} " in turtle("shapes").replace(";", " ;").replace("  ", " ")


def test_spans_outside_the_text_make_no_passage() -> None:
    extract = source()
    outside = replace(extract.mentions[0], span=Span(10**6, 10**6 + 5))
    assert report(replace(extract, mentions=(outside, *extract.mentions[1:]))).findings != ()
