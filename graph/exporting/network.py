"""The graph as a network of entities, for Gephi and the like: GraphML and GEXF through networkx."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.store import Reader

CLASSES = (
    "sg:Initiative",
    "sg:Person",
    "sg:Organization",
    "sg:Place",
    "sg:BudgetYear",
    "sg:Case",
    "sg:MeetingBody",
    "sg:Meeting",
    "sg:AgendaItem",
    "sg:Document",
)
NODES = f"""SELECT ?iri (MIN(STR(?type)) AS ?class) (MIN(STR(?name)) AS ?label) {{
  VALUES ?type {{ {" ".join(CLASSES)} }}
  ?iri a ?type .
  OPTIONAL {{ ?iri skos:prefLabel|dcterms:title|dcterms:identifier ?name }}
}} GROUP BY ?iri"""
TIES = """SELECT ?from ?relation ?to (COUNT(?source) AS ?sources) {
  GRAPH ?source { ?from ?relation ?to }
} GROUP BY ?from ?relation ?to"""
ILLEGAL = re.compile("[^\t\n\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")  # in XML 1.0


def write_graphml(store: Reader, path: Path) -> None:
    """Write entities, meetings, items and documents with what ties them, as GraphML."""
    nx.write_graphml(network(store), path)


def write_gexf(store: Reader, path: Path) -> None:
    """Write entities, meetings, items and documents with what ties them, as GEXF."""
    nx.write_gexf(network(store), path)


def network(store: Reader) -> nx.MultiDiGraph[str]:
    """Return the whole graph as a network of named things, in order of IRI.

    A node has `label` and `kind`; an edge `relation` (the predicate's name) and `sources` (how many named
    graphs say so). Statements in between (events, figures, amounts) are left out.
    """
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, class_, label in sorted(_rows(store, NODES)):
        found.add_node(iri, label=_legal(label or iri), kind=_local(class_))
    for start, relation, end, sources in sorted(_rows(store, TIES)):
        if start in found and end in found:
            name = _local(relation)
            found.add_edge(start, end, key=name, relation=name, sources=int(sources))
    return found


def _rows(store: Reader, sparql: str) -> Iterator[tuple[str, ...]]:
    solutions = store.query(sparql)
    for solution in solutions if isinstance(solutions, QuerySolutions) else ():
        yield tuple(term.value if isinstance(term, NamedNode | Literal) else "" for term in solution)


def _local(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]


def _legal(text: str) -> str:
    return ILLEGAL.sub(" ", text)
