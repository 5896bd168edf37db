"""Ask the graph what its sources say, and keep who says it.

The questions are the files in `queries/trace`: each is a whole SPARQL query in which `UNDEF` (anything) gives
way to the things that are asked about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, QuerySolution

from graph.store import Reader, Term
from graph.views.rows import rows
from graph.vocabulary import TYPE

BATCH = 500  # things asked about in one query


@dataclass(frozen=True, slots=True)
class Fact:
    """A node as one source describes it. `source` is the named graph's IRI, "" for the merge."""

    iri: str
    source: str
    values: Mapping[NamedNode, tuple[Term, ...]]

    def has_class(self, name: NamedNode) -> bool:
        """Tell whether the node is asserted to be of the class."""
        return name in self.values.get(TYPE, ())

    def iris(self, predicate: NamedNode) -> tuple[str, ...]:
        """Return the IRIs that the predicate leads to, in alphabetical order."""
        found = self.values.get(predicate, ())
        return tuple(sorted(term.value for term in found if isinstance(term, NamedNode)))

    def iri_at(self, predicate: NamedNode) -> str | None:
        """Return the first IRI that the predicate leads to, or None."""
        return next(iter(self.iris(predicate)), None)

    def texts(self, predicate: NamedNode) -> tuple[str, ...]:
        """Return the predicate's literals as text: Danish before others, then in alphabetical order."""
        found = [term for term in self.values.get(predicate, ()) if isinstance(term, Literal)]
        return tuple(term.value for term in sorted(found, key=_by_language))

    def text(self, predicate: NamedNode) -> str | None:
        """Return the predicate's first literal as text, or None."""
        return next(iter(self.texts(predicate)), None)

    def integer(self, predicate: NamedNode) -> int | None:
        """Return the predicate's value as a whole number, or None."""
        text = self.text(predicate)
        return int(text) if text is not None and text.lstrip("-").isdecimal() else None

    def number(self, predicate: NamedNode) -> Decimal | None:
        """Return the predicate's value as a finite number, or None."""
        try:
            value = Decimal(self.text(predicate) or "NaN")
        except InvalidOperation:
            return None
        return value if value.is_finite() else None


def _by_language(term: Literal) -> tuple[bool, str]:
    return term.language not in ("da", None), term.value


def ask(store: Reader, question: str, things: Iterable[str]) -> list[Fact]:
    """Return what `queries/trace/QUESTION.rq` answers about `things` (IRIs), one fact a node and source.

    Facts stand in alphabetical order of source and node.
    """
    found: dict[tuple[str, str], dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for solution in solutions(store, question, things):
        graph, node, predicate = solution["g"], solution["node"], solution["p"]
        if not isinstance(node, NamedNode) or not isinstance(predicate, NamedNode):
            continue
        values = found[graph.value if isinstance(graph, NamedNode) else "", node.value][predicate]
        if solution["o"] not in values:
            values.append(solution["o"])
    return [
        Fact(node, source, {predicate: tuple(terms) for predicate, terms in values.items()})
        for (source, node), values in sorted(found.items())
    ]


def solutions(store: Reader, question: str, things: Iterable[str] | None = None) -> Iterator[QuerySolution]:
    """Yield what `queries/trace/QUESTION.rq` answers about `things` (IRIs); about everything where None."""
    text = _question(question)
    if things is None:
        yield from rows(store, text)
        return
    nodes = [str(NamedNode(thing)) for thing in sorted(set(things))]
    for start in range(0, len(nodes), BATCH):
        yield from rows(store, text.replace("UNDEF", " ".join(nodes[start : start + BATCH])))


@cache
def _question(name: str) -> str:
    return (files("graph") / "queries" / "trace" / f"{name}.rq").read_text("utf-8")
