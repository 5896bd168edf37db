"""The quotes that claims rest on, fetched for many claims at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.store import Reader
from graph.traces.facts import ask
from graph.views.records import Evidence
from graph.views.rows import rows, rows_about, value
from graph.vocabulary import OA, SG

MOST = 3  # quotes a claim is shown with
READ = 20_000  # statements of one entity that are looked through for evidence
EXACT, START, END, PAGE, FILE = OA("exact"), OA("start"), OA("end"), SG("page"), SG("fileName")
OWN = "SELECT ?node ?passage { VALUES ?node { UNDEF } ?node sg:evidence|sg:sentence ?passage }"
STATED = """SELECT ?relation ?other ?passage {
  ?statement %s <%s> ; rdf:predicate ?relation ; %s ?other ; sg:evidence ?passage
} LIMIT %d"""
Passages = Mapping[str, tuple[str, ...]]  # the passages of nodes
Stated = Mapping[tuple[str, str], tuple[str, ...]]  # the passages by relation and neighbour


def quotes(store: Reader, passages: Iterable[str]) -> dict[str, Evidence]:
    """Return the quotes at these passages (IRIs)."""
    places = [fact for fact in ask(store, "nodes", passages) if fact.source]
    files = {fact.iri: fact.text(FILE) for fact in ask(store, "nodes", {fact.source for fact in places})}
    found: dict[str, Evidence] = {}
    for fact in places:
        quote, start, end = fact.text(EXACT), fact.integer(START), fact.integer(END)
        if quote is not None and start is not None and end is not None and fact.iri not in found:
            file = files.get(fact.source) or fact.source
            found[fact.iri] = Evidence(quote, file, fact.source, fact.integer(PAGE), start, end)
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
