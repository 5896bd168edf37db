"""A large graph of the shape of the real thing: the sample packages' graph, many times over.

Each copy has sources, meetings, people and initiatives of its own (their IRIs and labels end in the number of
the copy); the ontology and the concepts are common to all. So a query finds in a million statements what it
would find in the archives of so many municipalities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from graph.snapshots import commit, drafting, reading
from graph.store import Resource, Term

OWN = re.compile(r"http://[^/]+/(?:source|meeting|initiative|person|organization|place|case|judgement)/")
LABELS = frozenset(
    f"http://www.w3.org/2004/02/skos/core#{name}" for name in ("prefLabel", "altLabel", "notation")
)


def multiply(data: Path, target: Path, statements: int) -> int:
    """Write into `target` a graph of at least `statements` statements made of copies of the one in `data`.

    Returns the number of statements (triples of the merge).
    """
    with reading(data) as snapshot:
        quads = list(snapshot.store.quads())
    own = [quad for quad in quads if _is_own(quad.subject)]
    shared = [quad for quad in quads if not _is_own(quad.subject)]
    copies = -(-(statements - len(shared)) // len({quad.triple for quad in own}))
    with drafting(target) as draft:
        draft.store.load(shared)
        draft.store.load(_copies(own, copies))
        commit(draft)
        return len(draft.store)


def _copies(quads: list[Quad], copies: int) -> Iterator[Quad]:
    for copy in range(copies):
        for quad in quads:
            graph = quad.graph_name
            if not isinstance(graph, NamedNode):
                continue
            yield Quad(
                _subject(quad.subject, copy),
                quad.predicate,
                _object(quad, copy),
                NamedNode(_iri(graph.value, copy)),
            )


def _subject(subject: Resource, copy: int) -> Resource:
    return NamedNode(_iri(subject.value, copy)) if isinstance(subject, NamedNode) else subject


def _object(quad: Quad, copy: int) -> Term:
    value = quad.object
    if isinstance(value, NamedNode):
        return NamedNode(_iri(value.value, copy))
    if isinstance(value, Literal) and quad.predicate.value in LABELS:
        text = f"{value.value} {copy}"
        return Literal(text, language=value.language) if value.language else Literal(text)
    return value


def _iri(iri: str, copy: int) -> str:
    """Return the IRI of the copy; what is shared keeps its own.

    >>> _iri("http://e.example/source/1a/passage/3-9", 7)
    'http://e.example/source/1a-7/passage/3-9'
    >>> _iri("http://e.example/outcome/noted", 7)
    'http://e.example/outcome/noted'
    """
    match = OWN.match(iri)
    if match is None:
        return iri
    slug, slash, rest = iri[match.end() :].partition("/")
    return f"{match.group()}{slug}-{copy}{slash}{rest}"


def _is_own(subject: Resource) -> bool:
    return isinstance(subject, NamedNode) and OWN.match(subject.value) is not None
