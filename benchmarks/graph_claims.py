"""What a built graph says of a package: the named graph of its source as claims, in the contract's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import QuerySolutions, Store

from benchmarks.claims import UNKNOWN, Claim, Part
from benchmarks.gold_claims import meeting_kind

PREFIXES = """
PREFIX sg: <https://w3id.org/sagsgraf/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What to ask of a source's graph; `across` is asked of any graph.

    What the variables bind, in order, are the parts of a claim. A variable whose name begins with "e" is an
    entity, all of whose labels are forms; "c" a concept, of which the last word counts; "y" a year.
    """

    variables: str
    inside: str
    across: str = ""


ITEM = "?i a sg:AgendaItem ; sg:number ?n ; dcterms:title ?t . OPTIONAL { ?i sg:meeting/schema:startDate ?d }"
INITIATIVE = "GRAPH ?any { ?e a sg:Initiative }"
PATTERNS = {
    "agenda_items": Pattern("?d ?n ?t", ITEM),
    "outcomes": Pattern("?d ?n ?t ?c", ITEM + " ?i sg:outcome ?c"),
    "documents": Pattern("?t", "?x a sg:Document ; dcterms:title ?t"),
    "caseworkers": Pattern("?t ?e", "?x a sg:Document ; dcterms:title ?t ; sg:caseworker ?e"),
    "amounts": Pattern("?v", "?x a sg:Amount ; sg:value ?v"),
    "initiative_budget_year": Pattern("?e ?y", "?e sg:budgetYear ?b", "GRAPH ?any { ?b sg:year ?y }"),
    "initiative_place": Pattern("?e ?e2", "?e sg:place ?e2", INITIATIVE),
    "initiative_department": Pattern("?e ?e2", "?e sg:department ?e2", INITIATIVE),
    "initiative_subject_of": Pattern("?e ?d ?n ?t", "?e sg:subjectOf ?i . " + ITEM),
    "initiative_stage": Pattern("?e ?c", "?x a sg:InitiativeEvent ; sg:initiative ?e ; sg:stage ?c"),
    "initiative_figure": Pattern("?e ?v", "?x a sg:Figure ; sg:initiative ?e ; sg:value ?v"),
    "initiative_amount": Pattern("?e ?v", "?x a sg:Amount ; sg:initiative ?e ; sg:value ?v"),
    "commitments": Pattern("?q", "?x a sg:Commitment ; sg:evidence/oa:exact ?q"),
}
CLASSES = {
    "persons": "Person",
    "organizations": "Organization",
    "initiatives": "Initiative",
    "places": "Place",
}


class Built:
    """A built graph, asked for what it says of a source."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def rows(self, query: str) -> Iterator[tuple[str, ...]]:
        """Yield the solutions of a query as strings, unbound variables as unknown."""
        solutions = self.store.query(PREFIXES + query)
        if not isinstance(solutions, QuerySolutions):
            raise TypeError(f"not a SELECT query: {query}")
        for solution in solutions:
            yield tuple(getattr(value, "value", UNKNOWN) for value in solution)

    @cached_property
    def sources(self) -> dict[str, str]:
        """The graph of each file, by the file's name."""
        pattern = "GRAPH ?g { ?g a sg:Source ; sg:fileName ?name }"
        rows = self.rows(f"SELECT ?name ?g {{ {pattern} }}")
        return {name: graph for name, graph, *_ in rows}

    @cached_property
    def labels(self) -> dict[str, Part]:
        """Every label of each entity, the preferred one first."""
        labels: dict[str, dict[str, None]] = defaultdict(dict)
        for term in ("skos:prefLabel", "skos:altLabel", "skos:notation"):
            for entity, label in self.rows(f"SELECT DISTINCT ?e ?l {{ GRAPH ?g {{ ?e {term} ?l }} }}"):
                labels[entity][label] = None
        return {entity: tuple(found) for entity, found in labels.items()}

    def entities(self, graph: str, name: str) -> list[str]:
        """Return the entities of a class that a source's mentions refer to."""
        pattern = f"GRAPH <{graph}> {{ ?m sg:refersTo ?e }} GRAPH ?any {{ ?e a sg:{name} }}"
        return sorted(entity for (entity,) in self.rows(f"SELECT DISTINCT ?e {{ {pattern} }}"))

    def claims(self, file_name: str) -> dict[str, list[Claim]]:
        """Return what the graph says of one file, by kind. Raises KeyError if it does not hold the file."""
        graph = self.sources[file_name]
        return {
            "meetings": self._meetings(graph),
            **{kind: self._named(graph, name) for kind, name in CLASSES.items()},
            "budget_years": self._years(graph),
            "case_numbers": self._values(graph, "Case", "dcterms:identifier"),
            **{kind: self._matching(graph, pattern) for kind, pattern in PATTERNS.items()},
        }

    def rated(self, graph: str, pattern: Pattern) -> list[tuple[Claim, float]]:
        """Return for each node ?x that a pattern finds the claim it makes, and how sure the graph is."""
        inside = Pattern(
            f"{pattern.variables} ?k ?x", f"{pattern.inside} . ?x sg:confidence ?k", pattern.across
        )
        found = self._matching(graph, inside)
        return [(Claim(claim.parts[:-2]), float(claim.parts[-2][0])) for claim in found]

    def _named(self, graph: str, name: str) -> list[Claim]:
        return [Claim((self.labels.get(entity, ()),)) for entity in self.entities(graph, name)]

    def _values(self, graph: str, name: str, term: str) -> list[Claim]:
        pattern = f"GRAPH <{graph}> {{ ?m sg:refersTo ?e }} GRAPH ?any {{ ?e a sg:{name} ; {term} ?v }}"
        return [Claim(((v,),)) for (v,) in self.rows(f"SELECT DISTINCT ?v {{ {pattern} }}")]

    def _years(self, graph: str) -> list[Claim]:
        claims = self._values(graph, "BudgetYear", "sg:year")
        return [Claim(((claim.parts[0][0][:4],),)) for claim in claims]

    def _meetings(self, graph: str) -> list[Claim]:
        pattern = (
            f"GRAPH <{graph}> {{ ?i sg:meeting ?m . ?m a sg:Meeting ; schema:startDate ?d ; sg:body ?b }}"
            " GRAPH ?any { ?b skos:prefLabel ?l }"
        )
        rows = self.rows(f"SELECT DISTINCT ?l ?d {{ {pattern} }}")
        return [
            Claim(((kind,), (date,)))
            for kind, date in sorted({(meeting_kind(body), date[:10]) for body, date in rows})
        ]

    def _matching(self, graph: str, pattern: Pattern) -> list[Claim]:
        where = f"GRAPH <{graph}> {{ {pattern.inside} }} {pattern.across}"
        names = [name[1:] for name in pattern.variables.split()]
        rows = self.rows(f"SELECT DISTINCT {pattern.variables} {{ {where} }}")
        return [Claim(tuple(self._part(*pair) for pair in zip(names, row, strict=True))) for row in rows]

    def _part(self, variable: str, value: str) -> Part:
        if variable.startswith("e"):
            return self.labels.get(value, ())
        if variable == "c":
            return (value.rsplit("/", 1)[-1].replace("-", "_"),)
        return (value[:4],) if variable == "y" else (value,)
