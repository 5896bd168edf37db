"""What the SPARQL page knows: the bundled questions in both languages, and the vocabulary."""

from __future__ import annotations

import pytest

from api.sparql.sparql_page import danish_questions, declared, examples, terms
from graph.guard import inspect
from graph.query import named_queries


def test_every_bundled_query_is_asked_in_danish_and_no_other_is() -> None:
    assert set(danish_questions()) == set(named_queries())


@pytest.mark.parametrize("each", examples("en"), ids=lambda each: each.name)
def test_an_example_declares_what_it_uses(each: object) -> None:
    sparql = getattr(each, "sparql", "")
    assert inspect(sparql).form == "SELECT"
    assert sparql.startswith("PREFIX ")


@pytest.mark.parametrize(
    ("name", "kind", "danish", "english"),
    [
        ("sg:Initiative", "class", "initiativ", "initiative"),
        ("sg:responsible", "property", "ansvarlig", "responsible"),
        ("skos:prefLabel", "property", "skos:prefLabel", "skos:prefLabel"),
    ],
)
def test_a_term_is_told_in_both_languages(name: str, kind: str, danish: str, english: str) -> None:
    for language, label in (("da", danish), ("en", english)):
        term = next(each for each in terms(language) if each.name == name)
        assert (term.kind, term.label) == (kind, label)


def test_no_term_stands_twice_and_none_is_an_individual() -> None:
    names = [term.name for term in terms("da")]
    assert len(names) == len(set(names))
    assert {term.kind for term in terms("da")} == {"class", "property"}


@pytest.mark.parametrize(
    ("query", "count"), [("ASK { ?s sg:place ?o }", 1), ("ASK { ?s ?p ?o }", 0), ("ASK { ?s nosg ?o }", 0)]
)
def test_only_prefixes_that_are_used_are_declared(query: str, count: int) -> None:
    assert declared(query).count("PREFIX") == count
