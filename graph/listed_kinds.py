"""What can be listed: how things of a kind are found, their fields, and which of these filter and sort."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NAMES = "?iri skos:prefLabel|skos:altLabel|skos:notation|dcterms:identifier ?value"
LABEL = "?iri skos:prefLabel ?value"
SOURCES = "GRAPH ?source { ?mention sg:refersTo ?iri } ?source sg:fileName ?value"
ITEM_DATE = "sg:agendaItem/sg:meeting/schema:startDate"


@dataclass(frozen=True, slots=True)
class Kind:
    """A list: `pattern` finds ?iri, each of `fields` its ?value. `filters` and `orders` name fields.

    A list is in the first of its orders unless another is asked for. All patterns are trusted SPARQL.
    """

    name: str
    pattern: str
    fields: Mapping[str, str]
    filters: Mapping[str, str]
    orders: tuple[str, ...]


def _last(path: str) -> str:
    return f'?iri {path} ?concept BIND(REPLACE(STR(?concept), "^.*/", "") AS ?value)'


def _date(path: str) -> str:
    return f"?iri {path} ?moment BIND(SUBSTR(STR(?moment), 1, 10) AS ?value)"


def _year(path: str) -> str:
    return f"?iri {path} ?moment BIND(SUBSTR(STR(?moment), 1, 4) AS ?value)"


def _label(path: str) -> str:
    return f"?iri {path}/skos:prefLabel ?value"


def _department(path: str) -> str:
    return f"?iri {path} ?unit . ?unit skos:prefLabel|skos:altLabel|skos:notation ?value"


ABOUT = "(sg:subjectOf|sg:mentionedIn)/sg:meeting/schema:startDate"
KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "initiatives",
            "?iri a sg:Initiative .",
            {
                "label": LABEL,
                "names": NAMES,
                "kind": _last("sg:initiativeKind"),
                "dates": _date(ABOUT),
                "years": _year(ABOUT),
                "departments": _label("sg:department"),
                "departmentNames": _department("sg:department"),
                "sources": SOURCES,
            },
            {"q": "names", "kind": "kind", "year": "years", "department": "departmentNames"},
            ("label", "dates", "kind"),
        ),
        Kind(
            "people",
            "?iri a sg:Person .",
            {
                "label": LABEL,
                "names": NAMES,
                "roles": "?iri sg:role/sg:roleName ?value",
                "organizations": _label("sg:role/sg:organization"),
                "departmentNames": _department("sg:role/sg:organization"),
                "sources": SOURCES,
            },
            {"q": "names", "department": "departmentNames"},
            ("label",),
        ),
        Kind(
            "organizations",
            "?iri a sg:Organization .",
            {
                "label": LABEL,
                "names": NAMES,
                "kind": "?iri a ?class FILTER(STRSTARTS(STR(?class), STR(sg:)))"
                ' BIND(LCASE(STRAFTER(STR(?class), "#")) AS ?value)',
                "partOf": _label("org:subOrganizationOf"),
                "departmentNames": _department("org:subOrganizationOf+"),
                "sources": SOURCES,
            },
            {"q": "names", "kind": "kind", "department": "departmentNames"},
            ("label",),
        ),
        Kind(
            "meetings",
            "?iri a sg:Meeting .",
            {
                "date": _date("schema:startDate"),
                "years": _year("schema:startDate"),
                "dateBasis": "?iri sg:dateBasis ?value",
                "body": _label("sg:body"),
                "names": "?iri sg:body/(skos:prefLabel|skos:altLabel) ?value",
                "items": "?item sg:meeting ?iri BIND(STR(?item) AS ?value)",
            },
            {"q": "names", "year": "years"},
            ("date", "body"),
        ),
        Kind(
            "documents",
            "?iri a sg:Document .",
            {
                "label": "?iri dcterms:title ?value",
                "names": "?iri dcterms:title ?value",
                "kind": _last("dcterms:type"),
                "date": _date("dcterms:issued"),
                "years": _year("dcterms:issued"),
                "departments": _label("sg:department"),
                "departmentNames": _department("sg:department"),
                "caseworkers": _label("sg:caseworker"),
                "cases": "?iri sg:case/dcterms:identifier ?value",
            },
            {"q": "names", "kind": "kind", "year": "years", "department": "departmentNames"},
            ("label", "date", "kind"),
        ),
        Kind(
            "cases",
            "?iri a sg:Case .",
            {
                "label": LABEL,
                "names": NAMES,
                "titles": "?filed sg:case ?iri ; dcterms:title ?value",
                "years": "?filed sg:case ?iri ; dcterms:issued|sg:meeting/schema:startDate ?moment"
                " BIND(SUBSTR(STR(?moment), 1, 4) AS ?value)",
            },
            {"q": "names", "year": "years"},
            ("label",),
        ),
        Kind(
            "commitments",
            "?iri a sg:Commitment .",
            {
                "label": "?iri schema:text ?value",
                "names": "?iri schema:text ?value",
                "responsible": _label("sg:responsible"),
                "departmentNames": _department("sg:responsible"),
                "due": "?iri sg:due ?value",
                "date": _date(ITEM_DATE),
                "years": _year(ITEM_DATE),
                "followedUpIn": "?iri sg:followedUpIn ?item BIND(STR(?item) AS ?value)",
            },
            {"q": "names", "year": "years", "department": "departmentNames"},
            ("date", "due", "label"),
        ),
        Kind(
            "amounts",
            "?iri a sg:Amount .",
            {
                "value": "?iri sg:value ?value",
                "label": "?iri sg:evidence/oa:exact ?value",
                "purpose": "?iri sg:purpose ?value",
                "names": "?iri sg:purpose|sg:initiative/skos:prefLabel ?value",
                "initiative": _label("sg:initiative"),
                "departmentNames": _department("sg:initiative/sg:department"),
                "when": "?iri sg:when ?value",
                "date": _date(ITEM_DATE),
                "years": _year(ITEM_DATE),
            },
            {"q": "names", "year": "years", "department": "departmentNames"},
            ("value", "date", "initiative"),
        ),
    )
}
HIDDEN = frozenset({"names", "departmentNames", "years"})  # for filters; what they say is in other fields
