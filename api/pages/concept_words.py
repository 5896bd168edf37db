"""What the concepts and classes of the graph are called in the language of a page.

A trace names them in Danish; the concept schemes and the ontology say them in English as well.
"""

from __future__ import annotations

from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from api.pages.languages import DANISH
from graph.ontologies import turtle
from graph.trace import KINDS
from graph.traces.records import Concept
from graph.views.terms import class_labels
from graph.vocabulary import SKOS

BASE = "http://concepts.example/"
KIND, STAGE, OUTCOME, DOCUMENT_TYPE = "kind", "stage", "outcome", "type"


def concept_word(scheme: str, concept: Concept, language: str) -> str:
    """Return what a concept of a scheme is called; its Danish label where no other is known.

    >>> concept_word("stage", Concept("started", "startet"), "en")
    'started'
    """
    if language == DANISH:
        return concept.label
    return _english().get(f"{scheme}/{concept.word}", concept.label)


def kind_word(kind: Concept, language: str) -> str:
    """Return what the kind of a trace's subject is called: an initiative's, else its class.

    >>> kind_word(Concept("unit", "enhed"), "en")
    'unit'
    """
    classes = {name.casefold(): name for name in KINDS}
    if language == DANISH or kind.word not in classes:
        return concept_word(KIND, kind, language)
    return class_labels(classes[kind.word])[1].casefold()


def kind_named(word: str, language: str) -> str:
    """Return what a kind is called by its word alone ("project", "person"); the word where it is none.

    >>> kind_named("project", "da"), kind_named("person", "en")
    ('projekt', 'person')
    """
    classes = {name.casefold(): name for name in KINDS}
    if word in classes:
        return class_labels(classes[word])[language != DANISH].casefold()
    return (_danish() if language == DANISH else _english()).get(f"{KIND}/{word}", word)


@cache
def _danish() -> dict[str, str]:
    return _labels("da")


@cache
def _english() -> dict[str, str]:
    return _labels("en")


def _labels(language: str) -> dict[str, str]:
    """Return the labels of all concepts by scheme and word ("stage/started")."""
    found = {}
    for quad in parse(turtle("concepts"), format=RdfFormat.TURTLE, base_iri=BASE):
        label, concept = quad.object, quad.subject
        is_name = quad.predicate == SKOS("prefLabel") and isinstance(concept, NamedNode)
        if is_name and isinstance(label, Literal) and label.language == language:
            found[concept.value.removeprefix(BASE)] = label.value
    return found
