"""The quotes that claims rest on, fetched for many claims at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.entity_view_records import Evidence
from graph.entity_view_rows import rows, rows_about, value, whole
from graph.store import Reader

MOST = 3  # quotes a claim is shown with
READ = 20_000  # statements of one entity that are looked through for evidence
QUOTES = """SELECT ?passage ?quote ?start ?end ?page ?g ?file {
  VALUES ?passage { UNDEF }
  GRAPH ?g {
    ?passage oa:exact ?quote ; oa:start ?start ; oa:end ?end .
    OPTIONAL { ?passage sg:page ?page }
    OPTIONAL { ?g sg:fileName ?file }
  }
}"""
OWN = "SELECT ?node ?passage { VALUES ?node { UNDEF } ?node sg:evidence|sg:sentence ?passage }"
STATED = """SELECT ?relation ?other ?passage {
  ?statement %s <%s> ; rdf:predicate ?relation ; %s ?other ; sg:evidence ?passage
} LIMIT %d"""
Passages = Mapping[str, tuple[str, ...]]  # the passages of nodes
Stated = Mapping[tuple[str, str], tuple[str, ...]]  # the passages by relation and neighbour


def quotes(store: Reader, passages: Iterable[str]) -> dict[str, Evidence]:
    """Return the quotes at these passages (IRIs)."""
    found: dict[str, Evidence] = {}
    for row in rows_about(store, QUOTES, passages):
        passage, source = value(row, "passage") or "", value(row, "g") or ""
        start, end = whole(row, "start"), whole(row, "end")
        if start is not None and end is not None and passage not in found:
            quote, file = value(row, "quote") or "", value(row, "file") or source
            found[passage] = Evidence(quote, file, source, whole(row, "page"), start, end)
    return found


def own_passages(store: Reader, nodes: Iterable[str]) -> Passages:
    """Return the passages that nodes rest on themselves, in order of IRI; of a mention its sentence."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows_about(store, OWN, nodes):
        found[value(row, "node") or ""].append(value(row, "passage") or "")
    return {node: tuple(sorted(passages)) for node, passages in found.items()}


def stated_passages(store: Reader, iri: str, is_subject: bool) -> Stated:
    """Return the passages of the statements that have an entity as their subject, or as their object."""
    ends = ("rdf:subject", "rdf:object") if is_subject else ("rdf:object", "rdf:subject")
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows(store, STATED % (ends[0], iri, ends[1], READ)):
        key = value(row, "relation") or "", value(row, "other") or ""
        found[key].append(value(row, "passage") or "")
    return {key: tuple(sorted(passages)) for key, passages in found.items()}


def chosen(passages: Iterable[str], known: Mapping[str, Evidence]) -> tuple[Evidence, ...]:
    """Return the first quotes among the passages in order of file and place, each once."""
    found = {known[passage] for passage in passages if passage in known}
    return tuple(sorted(found, key=reading_order)[:MOST])


def reading_order(evidence: Evidence) -> tuple[str, int, int]:
    """Order evidence by file and place, the longer of two that begin together first."""
    return evidence.source, evidence.start, -evidence.end
