from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad, Store

from extract.records import Kind
from extract.relations import Extract
from graph.build import build_entities, build_source
from graph.building.source_context import Edition
from graph.errors import UnknownEntityError
from graph.explain import explain
from graph.identities import Identities
from graph.iri import Iris
from graph.judgements import Judgement, Verdict
from graph.resolve import resolve
from graph.stores.oxigraph import OxigraphWriter
from tests.builders import BASE, naming

IRIS = Iris(BASE)


def stored(
    *extracts: Extract, judgements: tuple[Judgement, ...] = (), known: Identities | None = None
) -> OxigraphWriter:
    resolution = resolve(extracts, judgements, known or Identities(), IRIS)
    store = OxigraphWriter(Store())
    for extract in extracts:
        store.load(build_source(extract, resolution, Edition(IRIS, IRIS.entity("run", "test"))))
    across = NamedNode(IRIS.entities)
    store.load(Quad(t.subject, t.predicate, t.object, across) for t in build_entities(resolution, IRIS))
    return store


def test_every_mention_is_told_with_its_place_and_rule() -> None:
    store = stored(naming("Mette Ravn", file="a.txt"), naming("Mette L. Ravn", file="b.txt"))
    explanation = explain(store, f"{BASE}person/mette-l-ravn")
    assert [(m.file, m.quote, m.rule, m.page) for m in explanation.mentions] == [
        ("a.txt", "Mette Ravn", "test", 1),
        ("b.txt", "Mette L. Ravn", "test", 1),
    ]
    assert explanation.mentions[0].sentence == "Her nævnes Mette Ravn i en sætning."


def test_the_judgement_that_joined_the_names_is_told() -> None:
    store = stored(naming("Mette Ravn", "Mette L. Ravn"))
    (judgement,) = explain(store, f"{BASE}person/mette-l-ravn").judgements
    assert (judgement.verdict, judgement.by, judgement.others) == ("same", "compare_people", ())
    assert "middle name" in judgement.reason


def test_a_doubt_is_told_with_whom_it_concerns() -> None:
    store = stored(naming("Anne Pedersen", "Anne Petersen"))
    (judgement,) = explain(store, f"{BASE}person/anne-pedersen").judgements
    assert (judgement.verdict, judgement.others) == ("unsure", (f"{BASE}person/anne-petersen",))


def test_an_iri_from_before_a_merge_still_explains() -> None:
    extract = naming("Gadens Køkken", "Kvarterets Gryde", kind=Kind.INITIATIVE)
    before = resolve([extract], (), Identities(), IRIS)
    sides = ("initiative:Gadens Køkken", "initiative:Kvarterets Gryde")
    said = Judgement(*sides, Verdict.SAME, 1.0, "renamed", "kj")
    store = stored(extract, judgements=(said,), known=before.identities)
    explanations = {explain(store, entity.iri).iri for entity in before.entities}
    assert len(explanations) == 1
    (judgement,) = explain(store, explanations.pop()).judgements
    assert (judgement.by, judgement.reason) == ("kj", "renamed")


@pytest.mark.parametrize("iri", [f"{BASE}person/nobody", "https://example.org/x", "http://x/> ?s ?p"])
def test_an_unknown_iri_is_an_error(iri: str) -> None:
    with pytest.raises(UnknownEntityError):
        explain(stored(naming("Mette Ravn")), iri)
