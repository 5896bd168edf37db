"""What can be listed: how things of a kind are found, their fields, and which of these filter and sort."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NAMES = "?iri skos:prefLabel|skos:altLabel|skos:notation|dcterms:identifier ?value"
LABEL = "?iri skos:prefLabel ?value"
SOURCES = "GRAPH ?source { ?mention sg:refersTo ?iri } ?source sg:fileName ?value"
ITEM_DATE = "sg:agendaItem/sg:meeting/schema:startDate"
ABOUT = "(sg:subjectOf|sg:mentionedIn)/sg:meeting/schema:startDate"
# Fields that filters look into; what they say is in other fields.
HIDDEN = frozenset(
    f"{name}_names"
    for name in ("department", "person", "initiative", "caseworker", "place", "body", "entity")
) | {"names", "years"}
NUMBERS = frozenset({"value", "score", "pages", "characters", "minutes", "year", "count"})
BOOLEANS = frozenset({"followed_up", "is_public"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A list: `pattern` finds ?iri, each of `fields` its ?value; all patterns are trusted SPARQL.

    `filters`, `bounds` and `facets` say which field each looks into; `orders` are fields. A list is in the
    first of its orders unless another is asked for.
    """

    name: str
    pattern: str
    fields: Mapping[str, str]
    filters: Mapping[str, str]
    orders: tuple[str, ...]
    facets: Mapping[str, str] = field(default_factory=dict)
    bounds: Mapping[str, str] = field(default_factory=dict)


def _last(path: str) -> str:
    return f'?iri {path} ?concept BIND(REPLACE(STR(?concept), "^.*/", "") AS ?value)'


def _date(path: str) -> str:
    return f"?iri {path} ?moment BIND(SUBSTR(STR(?moment), 1, 10) AS ?value)"


def _year(path: str) -> str:
    return f"?iri {path} ?moment BIND(SUBSTR(STR(?moment), 1, 4) AS ?value)"


def _label(path: str) -> str:
    return f"?iri {path}/skos:prefLabel ?value"


def _iri(path: str) -> str:
    return f"?iri {path} ?thing BIND(STR(?thing) AS ?value)"


def _called(name: str, path: str) -> str:
    """Find the names and the IRIs of what the path leads to from things of a class.

    What it leads to is found first: the other way round every name in the graph would be tried.
    """
    found = f"{{ SELECT DISTINCT ?iri ?thing {{ ?iri a sg:{name} ; {path} ?thing }} }}"
    names = "?thing skos:prefLabel|skos:altLabel|skos:notation ?value"
    return f"{{ {found} {names} }} UNION {{ {found} BIND(STR(?thing) AS ?value) }}"


INITIATIVES = Kind(
    "initiatives",
    "?iri a sg:Initiative .",
    {
        "label": LABEL,
        "names": NAMES,
        "kind": _last("sg:initiativeKind"),
        "dates": _date(ABOUT),
        "years": _year(ABOUT),
        "departments": _label("sg:department"),
        "department_names": _called("Initiative", "sg:department"),
        "places": _label("sg:place"),
        "place_names": _called("Initiative", "sg:place"),
        "sources": SOURCES,
    },
    {"q": "names", "kind": "kind", "year": "years", "department": "department_names", "place": "place_names"},
    ("label", "dates", "kind"),
    {"kind": "kind", "year": "years", "department": "departments", "place": "places"},
)
PEOPLE = Kind(
    "people",
    "?iri a sg:Person .",
    {
        "label": LABEL,
        "names": NAMES,
        "roles": "?iri sg:role/sg:roleName ?value",
        "organizations": _label("sg:role/sg:organization"),
        "department_names": _called("Person", "sg:role/sg:organization"),
        "sources": SOURCES,
    },
    {"q": "names", "department": "department_names"},
    ("label",),
    {"department": "organizations", "role": "roles"},
)
ORGANIZATIONS = Kind(
    "organizations",
    "?iri a sg:Organization .",
    {
        "label": LABEL,
        "names": NAMES,
        "acronym": "?iri skos:notation ?value",
        "kind": "?iri a ?class FILTER(STRSTARTS(STR(?class), STR(sg:)))"
        ' BIND(LCASE(STRAFTER(STR(?class), "#")) AS ?value)',
        "part_of": _label("org:subOrganizationOf"),
        "department_names": _called("Organization", "org:subOrganizationOf+"),
        "sources": SOURCES,
    },
    {"q": "names", "kind": "kind", "department": "department_names"},
    ("label",),
    {"kind": "kind", "department": "part_of"},
)
MEETINGS = Kind(
    "meetings",
    "?iri a sg:Meeting .",
    {
        "label": _label("sg:body"),
        "date": _date("schema:startDate"),
        "years": _year("schema:startDate"),
        "date_basis": "?iri sg:dateBasis ?value",
        "location": "?iri schema:location ?value",
        "body": _label("sg:body"),
        "body_names": _called("Meeting", "sg:body"),
        "department_names": _called("Meeting", "sg:body/org:subOrganizationOf"),
        "names": "?iri sg:body/(skos:prefLabel|skos:altLabel) ?value",
        "items": "?item sg:meeting ?iri BIND(STR(?item) AS ?value)",
    },
    {"q": "names", "year": "years", "body": "body_names", "department": "department_names"},
    ("date", "body"),
    {"year": "years", "body": "body"},
)
AGENDA_ITEMS = Kind(
    "agenda-items",
    "?iri a sg:AgendaItem .",
    {
        "label": "?iri dcterms:title ?value",
        "names": "?iri dcterms:title ?value",
        "number": "?iri sg:number ?value",
        "date": _date("sg:meeting/schema:startDate"),
        "years": _year("sg:meeting/schema:startDate"),
        "meeting": _iri("sg:meeting"),
        "body": _label("sg:meeting/sg:body"),
        "body_names": _called("AgendaItem", "sg:meeting/sg:body"),
        "outcome": _last("sg:outcome"),
        "minutes": "?iri sg:minutes ?value",
        "is_public": "?iri sg:isPublic ?value",
        "cases": "?iri sg:case/dcterms:identifier ?value",
        "initiatives": _label("^sg:subjectOf"),
        "initiative_names": _called("AgendaItem", "^sg:subjectOf|^sg:mentionedIn"),
        "department_names": _called("AgendaItem", "sg:meeting/sg:body/org:subOrganizationOf"),
    },
    {
        "q": "names",
        "year": "years",
        "body": "body_names",
        "outcome": "outcome",
        "initiative": "initiative_names",
        "department": "department_names",
    },
    ("date", "label", "outcome"),
    {"year": "years", "body": "body", "outcome": "outcome", "initiative": "initiatives"},
)
DOCUMENTS = Kind(
    "documents",
    "?iri a sg:Document .",
    {
        "label": "?iri dcterms:title ?value",
        "names": "?iri dcterms:title ?value",
        "kind": _last("dcterms:type"),
        "date": _date("dcterms:issued"),
        "years": _year("dcterms:issued"),
        "departments": _label("sg:department"),
        "department_names": _called("Document", "sg:department|sg:unit"),
        "units": _label("sg:unit"),
        "caseworkers": _label("sg:caseworker"),
        "caseworker_names": _called("Document", "sg:caseworker"),
        "initiative_names": _called("Document", "^sg:subjectOf|^sg:mentionedIn"),
        "cases": "?iri sg:case/dcterms:identifier ?value",
    },
    {
        "q": "names",
        "kind": "kind",
        "year": "years",
        "department": "department_names",
        "caseworker": "caseworker_names",
        "person": "caseworker_names",
        "initiative": "initiative_names",
    },
    ("label", "date", "kind"),
    {"kind": "kind", "year": "years", "department": "departments", "caseworker": "caseworkers"},
)
CASES = Kind(
    "cases",
    "?iri a sg:Case .",
    {
        "label": LABEL,
        "names": NAMES,
        "titles": "?filed sg:case ?iri ; dcterms:title ?value",
        "years": "?filed sg:case ?iri ; dcterms:issued|sg:meeting/schema:startDate ?moment"
        " BIND(SUBSTR(STR(?moment), 1, 4) AS ?value)",
        "initiative_names": _called("Case", "^sg:case/(^sg:subjectOf|^sg:mentionedIn)"),
    },
    {"q": "names", "year": "years", "initiative": "initiative_names"},
    ("label",),
    {"year": "years"},
)
COMMITMENTS = Kind(
    "commitments",
    "?iri a sg:Commitment .",
    {
        "label": "?iri schema:text ?value",
        "names": "?iri schema:text ?value",
        "responsible": _label("sg:responsible"),
        "responsible_name": "?iri sg:responsibleName ?value",
        "person_names": _called("Commitment", "sg:responsible"),
        "department_names": _called("Commitment", "sg:responsible|sg:responsible/sg:role/sg:organization"),
        "due": "?iri sg:due ?value",
        "date": _date(ITEM_DATE),
        "years": _year(ITEM_DATE),
        "item": _iri("sg:agendaItem"),
        "initiatives": _label("sg:agendaItem/^sg:subjectOf"),
        "initiative_names": _called("Commitment", "sg:agendaItem/^sg:subjectOf"),
        "followed_up_in": _iri("sg:followedUpIn"),
        "followed_up": "BIND(STR(EXISTS { ?iri sg:followedUpIn ?later }) AS ?value)",
    },
    {
        "q": "names",
        "year": "years",
        "department": "department_names",
        "person": "person_names",
        "initiative": "initiative_names",
        "followed_up": "followed_up",
    },
    ("date", "due", "label"),
    {"year": "years", "person": "responsible", "initiative": "initiatives", "followed_up": "followed_up"},
    {"due_after": "due", "due_before": "due"},
)
AMOUNTS = Kind(
    "amounts",
    "?iri a sg:Amount .",
    {
        "value": "?iri sg:value ?value",
        "label": "?iri sg:evidence/oa:exact ?value",
        "purpose": "?iri sg:purpose ?value",
        "names": "?iri sg:purpose|sg:initiative/skos:prefLabel ?value",
        "initiative": _label("sg:initiative"),
        "initiative_names": _called("Amount", "sg:initiative"),
        "departments": _label("sg:initiative/sg:department"),
        "department_names": _called("Amount", "sg:initiative/sg:department"),
        "when": "?iri sg:when ?value",
        "per": "?iri sg:per ?value",
        "item": _iri("sg:agendaItem"),
        "date": _date(ITEM_DATE),
        "years": _year(ITEM_DATE),
    },
    {"q": "names", "year": "years", "department": "department_names", "initiative": "initiative_names"},
    ("value", "date", "initiative"),
    {"year": "years", "department": "departments", "initiative": "initiative", "when": "when"},
    {"min": "value", "max": "value"},
)
PLACES = Kind(
    "places",
    "?iri a sg:Place .",
    {
        "label": LABEL,
        "names": NAMES,
        "initiatives": _label("^sg:place"),
        "initiative_names": _called("Place", "^sg:place"),
        "sources": SOURCES,
    },
    {"q": "names", "initiative": "initiative_names"},
    ("label",),
)
BUDGET_YEARS = Kind(
    "budget-years",
    "?iri a sg:BudgetYear .",
    {
        "label": LABEL,
        "names": NAMES,
        "year": "?iri sg:year ?value",
        "initiatives": _label("^sg:budgetYear"),
        "initiative_names": _called("BudgetYear", "^sg:budgetYear"),
        "sources": SOURCES,
    },
    {"q": "names", "year": "year", "initiative": "initiative_names"},
    ("year", "label"),
)
FILES = Kind(
    "sources",
    "?iri a sg:Source .",
    {
        "label": "?iri sg:fileName ?value",
        "names": "?iri sg:fileName|sg:path ?value",
        "kind": "?iri dcterms:format ?value",
        "status": "?iri sg:status ?value",
        "reason": "?iri sg:reason ?value",
        "warnings": "?iri sg:warning ?value",
        "pages": "?iri sg:pages ?value",
        "characters": "?iri sg:characters ?value",
        "dates": "GRAPH ?iri { ?meeting a sg:Meeting ; schema:startDate ?moment }"
        " BIND(SUBSTR(STR(?moment), 1, 10) AS ?value)",
        "years": "GRAPH ?iri { ?meeting a sg:Meeting ; schema:startDate ?moment }"
        " BIND(SUBSTR(STR(?moment), 1, 4) AS ?value)",
    },
    {"q": "names", "status": "status", "year": "years", "kind": "kind"},
    ("label", "dates", "pages", "characters", "status"),
    {"status": "status", "year": "years", "kind": "kind"},
)
JUDGEMENTS = Kind(
    "judgements",
    "?iri a sg:Judgement .",
    {
        "label": "?iri sg:left ?value",
        "names": "?iri sg:left|sg:right ?value",
        "left": "?iri sg:left ?value",
        "right": "?iri sg:right ?value",
        "verdict": "?iri sg:verdict ?value",
        "score": "?iri sg:score ?value",
        "reason": "?iri sg:reason ?value",
        "by": "?iri sg:by ?value",
        "kind": '?iri sg:left ?left BIND(LCASE(STRBEFORE(?left, ":")) AS ?value)',
        "entities": _iri("sg:concerns"),
        "entity_names": _called("Judgement", "sg:concerns"),
    },
    {"q": "names", "verdict": "verdict", "by": "by", "kind": "kind", "entity": "entity_names"},
    ("score", "left", "by"),
    {"verdict": "verdict", "by": "by", "kind": "kind"},
    {"min": "score", "max": "score"},
)
KINDS = {
    kind.name: kind
    for kind in (
        *(INITIATIVES, PEOPLE, ORGANIZATIONS, MEETINGS, AGENDA_ITEMS, DOCUMENTS, CASES, COMMITMENTS),
        *(AMOUNTS, PLACES, BUDGET_YEARS, FILES, JUDGEMENTS),
    )
}
