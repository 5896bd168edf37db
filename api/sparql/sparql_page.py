"""The page of /sparql: the bundled questions, and what the editor knows of the vocabulary.

Without scripts it is a form and a list of questions; the editor takes the rest from a block of JSON.
"""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse
from starlette.requests import Request
from starlette.responses import Response

from api.pages.languages import DANISH
from api.pages.page import place_of, render
from graph.ontologies import turtle
from graph.query import NamedQuery, named_queries
from graph.vocabulary import OWL, PREFIXES, RDF, RDFS, TYPE

TEMPLATE = "sparql.html"
CLASSES = frozenset((OWL("Class"),))
PROPERTIES = frozenset((OWL("ObjectProperty"), OWL("DatatypeProperty"), RDF("Property")))
PATH = NamedNode("http://www.w3.org/ns/shacl#path")
START = "SELECT ?initiative ?label {\n  ?initiative a sg:Initiative ; skos:prefLabel ?label\n} LIMIT 50"


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property that a query can use; one of another vocabulary has its name for a label."""

    iri: str
    name: str  # shortened: "sg:Initiative"
    kind: str  # "class" or "property"
    label: str
    comment: str


@dataclass(frozen=True, slots=True)
class Example:
    """A bundled query: what it asks in the page's language, and the values it needs."""

    name: str
    question: str
    needs: tuple[str, ...]
    sparql: str


def page(request: Request) -> Response:
    """Show the editor, or without scripts a form."""
    language = place_of(request).language
    shown = examples(language)
    data = {
        "prefixes": PREFIXES,
        "terms": [asdict(term) for term in terms(language)],
        "examples": {each.name: {"sparql": each.sparql, "needs": each.needs} for each in shown},
    }
    return render(request, TEMPLATE, examples=shown, data=data, start=declared(START))


def declared(sparql: str) -> str:
    """Return a query with the prefixes it uses declared before it.

    >>> declared("ASK { ?s skos:prefLabel ?o }").splitlines()[0]
    'PREFIX skos: <http://www.w3.org/2004/02/skos/core#>'
    """
    used = [prefix for prefix in PREFIXES if f"{prefix}:" in sparql]
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in used) + sparql


@cache
def examples(language: str) -> tuple[Example, ...]:
    """Return the bundled queries with their questions in a language, in alphabetical order of their names."""
    return tuple(
        Example(query.name, _question(query, language), query.needs, declared(_without_comment(query.sparql)))
        for query in named_queries().values()
    )


@cache
def danish_questions() -> dict[str, str]:
    """Return what each bundled query asks, in Danish, by its name."""
    table = tomllib.loads((files("api") / "templates" / "questions.toml").read_text("utf-8"))
    return {name: str(question) for name, question in table.items()}


@cache
def terms(language: str) -> tuple[Term, ...]:
    """Return what the ontology defines and what the shapes use of other vocabularies, by name."""
    found = {term.iri: term for term in (*_foreign(), *_own(language))}
    return tuple(sorted(found.values(), key=lambda term: term.name))


def _own(language: str) -> list[Term]:
    triples = [quad.triple for quad in parse(turtle("sagsgraf"), format=RdfFormat.TURTLE)]
    kinds = {each.subject: kind for each in triples if (kind := _kind(each))}
    labels = _texts(triples, RDFS("label"), language)
    comments = _texts(triples, RDFS("comment"), language)
    return [
        Term(node.value, short(node.value), kind, labels.get(node.value, ""), comments.get(node.value, ""))
        for node, kind in kinds.items()
        if isinstance(node, NamedNode)
    ]


def _foreign() -> list[Term]:
    """Return the properties that the shapes name, as they alone are used of other vocabularies."""
    paths = {
        quad.object.value
        for quad in parse(turtle("shapes"), format=RdfFormat.TURTLE)
        if quad.predicate == PATH and isinstance(quad.object, NamedNode)
    }
    return [Term(path, short(path), "property", short(path), "") for path in sorted(paths)]


def short(iri: str) -> str:
    """Return an IRI with a prefix that all queries know, or as it is.

    >>> short("https://schema.org/text"), short("http://elsewhere.example/x")
    ('schema:text', 'http://elsewhere.example/x')
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _kind(triple: Triple) -> str | None:
    if triple.predicate != TYPE:
        return None
    if triple.object in CLASSES:
        return "class"
    return "property" if triple.object in PROPERTIES else None


def _texts(triples: list[Triple], predicate: NamedNode, language: str) -> dict[str, str]:
    return {
        each.subject.value: each.object.value
        for each in triples
        if each.predicate == predicate
        and isinstance(each.subject, NamedNode)
        and isinstance(each.object, Literal)
        and each.object.language == language
    }


def _question(query: NamedQuery, language: str) -> str:
    english = query.description.partition(" Needs ")[0]
    return danish_questions().get(query.name, english) if language == DANISH else english


def _without_comment(sparql: str) -> str:
    return sparql.partition("\n")[2].strip()
