"""Explain why mentions are one entity: where each stands, which rule found it, what joined the names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolution

from graph.errors import UnknownEntityError
from graph.store import Reader
from graph.views.rows import rows, value
from graph.vocabulary import OWL, SKOS

MENTIONS = """SELECT ?file ?source ?quote ?start ?end ?page ?rule ?confidence ?sentence {
  GRAPH ?source {
    ?mention sg:refersTo <%s> ; oa:exact ?quote ; oa:start ?start ; oa:end ?end ; sg:rule ?rule .
    ?source sg:fileName ?file .
    OPTIONAL { ?mention sg:page ?page }
    OPTIONAL { ?mention sg:confidence ?confidence }
    OPTIONAL { ?mention sg:sentence/oa:exact ?sentence }
  }
} ORDER BY ?file ?source ?start"""
JUDGEMENTS = """SELECT ?left ?right ?verdict ?score ?reason ?by
  (GROUP_CONCAT(STR(?other); SEPARATOR=" ") AS ?others) {
  ?judgement sg:concerns <%s> ; sg:left ?left ; sg:right ?right ; sg:verdict ?verdict ;
    sg:score ?score ; sg:reason ?reason ; sg:by ?by .
  OPTIONAL { ?judgement sg:concerns ?other . FILTER(?other != <%s>) }
} GROUP BY ?left ?right ?verdict ?score ?reason ?by ORDER BY ?verdict DESC(?score) ?left ?right"""


@dataclass(frozen=True, slots=True)
class ExplainedMention:
    """One mention: the words, where they stand, and the rule that found them."""

    quote: str
    file: str
    source: str
    page: int | None
    start: int
    end: int
    rule: str
    confidence: float
    sentence: str | None


@dataclass(frozen=True, slots=True)
class ExplainedJudgement:
    """One judgement about the entity; `others` are entities it concerns and did not join with it."""

    left: str
    right: str
    verdict: str
    score: float
    reason: str
    by: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an entity is what it is: mentions in order of file and place, judgements by verdict and score."""

    iri: str
    label: str
    alt_labels: tuple[str, ...]
    former_iris: tuple[str, ...]
    mentions: tuple[ExplainedMention, ...]
    judgements: tuple[ExplainedJudgement, ...]


def explain(store: Reader, iri: str) -> Explanation:
    """Explain an entity by its IRI, or by one that it had before it was joined with another.

    Raises: UnknownEntityError if the graph has no entity by this IRI.
    """
    node = _current(store, _node(iri))
    label = next(_texts(store, node, SKOS("prefLabel")), None)
    if label is None:
        raise UnknownEntityError(iri)
    former = (t.object.value for t in store.triples(node, OWL("sameAs")) if isinstance(t.object, NamedNode))
    return Explanation(
        node.value,
        label,
        tuple(sorted(_texts(store, node, SKOS("altLabel")))),
        tuple(sorted(former)),
        tuple(_mention(row) for row in rows(store, MENTIONS % node.value)),
        tuple(_judgement(row) for row in rows(store, JUDGEMENTS % (node.value, node.value))),
    )


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:  # it is no IRI, so nothing has it
        raise UnknownEntityError(iri) from error


def _current(store: Reader, node: NamedNode) -> NamedNode:
    if any(True for _ in store.triples(node, SKOS("prefLabel"))):
        return node
    holders = sorted(
        triple.subject.value
        for triple in store.triples(None, OWL("sameAs"), node)
        if isinstance(triple.subject, NamedNode)
    )
    return NamedNode(holders[0]) if holders else node


def _texts(store: Reader, node: NamedNode, predicate: NamedNode) -> Iterator[str]:
    return (t.object.value for t in store.triples(node, predicate) if isinstance(t.object, Literal))


def _mention(row: QuerySolution) -> ExplainedMention:
    page = value(row, "page")
    return ExplainedMention(
        quote=value(row, "quote") or "",
        file=value(row, "file") or "",
        source=value(row, "source") or "",
        page=int(page) if page else None,
        start=int(value(row, "start") or 0),
        end=int(value(row, "end") or 0),
        rule=value(row, "rule") or "",
        confidence=float(value(row, "confidence") or 0),
        sentence=value(row, "sentence"),
    )


def _judgement(row: QuerySolution) -> ExplainedJudgement:
    return ExplainedJudgement(
        left=value(row, "left") or "",
        right=value(row, "right") or "",
        verdict=value(row, "verdict") or "",
        score=float(value(row, "score") or 0),
        reason=value(row, "reason") or "",
        by=value(row, "by") or "",
        others=tuple(sorted((value(row, "others") or "").split())),
    )
