"""Say a query so that an engine answers it as SPARQL 1.1 has it: which graphs, which base, which answers.

Engines of the standard way keep a default graph of their own and heed the protocol's data set. Virtuoso's
default graph is the union of all graphs, a statement once for each that holds it, with graphs of its own
among them; FROM does not narrow GRAPH, and adds to the protocol's data set where that should win. So the
merge is a named graph, FROM is taken out of the text, and every data set is told by parameters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.errors import QueryError
from graph.guard import Limits, Token, inspect, place, tokens
from graph.stores.http import Form
from graph.stores.remote import MERGE, NOWHERE, VIRTUOSO, Remote
from graph.vocabulary import PREFIXES

ESCAPED_MARK = re.compile(r"\\u00[0-7][0-9A-Fa-f]|\\U000000[0-7][0-9A-Fa-f]")
SCHEME = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*:")
# Virtuoso's own functions reach its file system, its SQL and the network; no prefix of theirs is needed.
ENGINE_FUNCTIONS = ("bif:", "sql:", "java:", "xqf:", "http://www.openlinksw.com/")
# As Virtuoso's JSON writes a boolean; the quotes before "value" are bare, so no text can look like it.
TRUE, FALSE = (b'XMLSchema#boolean", "value": "%d"' % value for value in (1, 0))
TRUE_WRITTEN, FALSE_WRITTEN = TRUE.replace(b"1", b"true"), FALSE.replace(b'"0"', b'"false"')
BOOLEAN_BYTES = len(TRUE)


@dataclass(frozen=True, slots=True)
class Dataset:
    """The default graphs (merged as a set) and the named graphs that a query asks for, by IRI."""

    default: tuple[str, ...]
    named: tuple[str, ...]


def phrase(remote: Remote, query: str, dataset: Dataset | None, base_iri: str = "") -> tuple[str, Form]:
    """Return the query's text and the parameters to send it with; None asks for the merge and all graphs.

    A data set has at most one default graph here: more are merged before.
    """
    text = f"BASE <{base_iri}> {query}" if base_iri and _is_relative(query) else query
    if remote.engine != VIRTUOSO:
        return text, _parameters(dataset) if dataset else []
    if dataset is not None:
        told = Dataset(dataset.default or (NOWHERE,), dataset.named or (NOWHERE,))
        return without_from(text), _parameters(told)
    clauses = list(_graph_clauses(text))
    named = tuple(sorted({each.iri for each in clauses}))
    if all(named):
        return text, _parameters(Dataset((MERGE.value,), named or (NOWHERE,)))
    return _hide(text, clauses, remote.hidden), [("default-graph-uri", MERGE.value)]


def with_prefixes(query: str) -> str:
    """Declare the contract's prefixes that the query uses and does not declare."""
    found = list(tokens(query))
    used = {token.text.partition(":")[0] for token in found if token.kind == "name"}
    declared = {
        after.text.partition(":")[0]
        for token, after in pairwise(found)
        if token.kind == "word" and token.text.upper() == "PREFIX"
    }
    missing = [prefix for prefix in PREFIXES if prefix in used - declared]
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in missing) + query


def without_from(query: str) -> str:
    """Put blanks in the place of FROM and FROM NAMED, so that everything else stays where it was.

    >>> without_from("ASK FROM <http://e/g> { }")
    'ASK                   { }'
    """
    found = list(tokens(query))
    for start, end in _clauses(found):
        query = query[:start] + " " * (end - start) + query[end:]
    return query


def refuse_engine_ways(query: str) -> None:
    """Refuse names of an engine's own functions, and escapes that engines may read before or after the marks.

    By the standard an escaped quote ends a string, since escapes are read first (SPARQL 1.1, section 19.2);
    engines differ, and so could what the guard saw and what the engine runs.

    Raises: QueryError with the place.
    """
    if found := ESCAPED_MARK.search(query):
        reason = f"{found.group()} is an escape of a plain character ({place(query, found.start())})"
        raise QueryError(query, f"{reason}: write the character itself", "refused")
    for token in tokens(query):
        name = token.text.lstrip("<").casefold()
        if token.kind in ("iri", "name") and name.startswith(ENGINE_FUNCTIONS):
            reason = f"{token.text[:60]} is a name of the engine's own ({place(query, token.start)})"
            raise QueryError(query, reason, "refused")


def true_booleans(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Write the booleans of Virtuoso's JSON as every other engine does: true and false.

    >>> b"".join(true_booleans(iter([b'XMLSchema#boolean", "va', b'lue": "1"'])))
    b'XMLSchema#boolean", "value": "true"'
    """
    kept = b""
    for piece in pieces:
        kept = (kept + piece).replace(TRUE, TRUE_WRITTEN).replace(FALSE, FALSE_WRITTEN)
        yield kept[:-BOOLEAN_BYTES]
        kept = kept[-BOOLEAN_BYTES:]
    yield kept


@dataclass(frozen=True, slots=True)
class _GraphClause:
    """GRAPH and what stands after it: from where to where, the variable or "", the IRI or ""."""

    start: int
    end: int
    variable: str
    iri: str


def _graph_clauses(query: str) -> Iterator[_GraphClause]:
    prologue = inspect(query, Limits(length=len(query))).prologue
    for token, after in pairwise(tokens(query)):
        if token.kind == "word" and token.text.upper() == "GRAPH":
            variable = after.text if after.kind == "variable" else ""
            iri = "" if variable else prologue.expand(after.text, "")
            yield _GraphClause(token.start, after.start + len(after.text), variable, iri)


def _hide(query: str, clauses: list[_GraphClause], hidden: tuple[str, ...]) -> str:
    """Keep the variables after GRAPH from the hidden graphs; put a variable in the place of an IRI there.

    Where no named graphs are told, Virtuoso looks for a variable in all and for an IRI in none.
    """
    names = ", ".join(f"<{graph}>" for graph in hidden)
    for number, each in reversed(list(enumerate(clauses))):
        if each.variable:
            written = f"FILTER({each.variable} NOT IN ({names})) GRAPH {each.variable}"
        else:
            written = f"VALUES ?graph_{number}_ {{ <{each.iri}> }} GRAPH ?graph_{number}_ "
        query = query[: each.start] + written + query[each.end :]
    return query


def _clauses(found: list[Token]) -> Iterator[tuple[int, int]]:
    for index, token in enumerate(found):
        if token.text == "{":
            return
        if token.kind == "word" and token.text.upper() == "FROM" and index + 1 < len(found):
            after = found[index + 1]
            is_named = after.kind == "word" and after.text.upper() == "NAMED"
            last = found[min(index + 1 + is_named, len(found) - 1)]
            yield token.start, last.start + len(last.text)


def _parameters(dataset: Dataset) -> Form:
    default = [("default-graph-uri", graph) for graph in dataset.default]
    return default + [("named-graph-uri", graph) for graph in dataset.named]


def _is_relative(query: str) -> bool:
    found = list(tokens(query))
    if any(token.kind == "word" and token.text.upper() == "BASE" for token in found):
        return True  # it may itself be relative
    return any(token.kind == "iri" and not SCHEME.match(token.text) for token in found)
