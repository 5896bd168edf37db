"""The graph as a folder of CSV tables, one for each kind of thing: for spreadsheets and data frames."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

from graph.store import Reader

# Table: class and, by column, the property path that leads from the thing to the value.
TABLES: dict[str, tuple[str, dict[str, str]]] = {
    "sources": (
        "sg:Source",
        {
            "file": "sg:fileName",
            "sha256": "sg:sha256",
            "format": "dcterms:format",
            "status": "sg:status",
            "reason": "sg:reason",
        },
    ),
    "meetings": (
        "sg:Meeting",
        {"date": "schema:startDate", "date_basis": "sg:dateBasis", "body": "sg:body/skos:prefLabel"},
    ),
    "agenda_items": (
        "sg:AgendaItem",
        {
            "meeting": "sg:meeting",
            "number": "sg:number",
            "title": "dcterms:title",
            "outcome": "sg:outcome",
            "decision": "sg:decisionText",
        },
    ),
    "documents": (
        "sg:Document",
        {
            "title": "dcterms:title",
            "type": "dcterms:type",
            "issued": "dcterms:issued",
            "agenda_item": "sg:agendaItem",
            "case": "sg:case/dcterms:identifier",
            "caseworker": "sg:caseworker/skos:prefLabel",
            "department": "sg:department/skos:prefLabel",
            "unit": "sg:unit/skos:prefLabel",
        },
    ),
    "initiatives": ("sg:Initiative", {"name": "skos:prefLabel", "kind": "sg:initiativeKind"}),
    "people": ("sg:Person", {"name": "skos:prefLabel"}),
    "organizations": (
        "sg:Organization",
        {
            "name": "skos:prefLabel",
            "acronym": "skos:notation",
            "part_of": "org:subOrganizationOf/skos:prefLabel",
        },
    ),
    "places": ("sg:Place", {"name": "skos:prefLabel"}),
    "events": (
        "sg:InitiativeEvent",
        {
            "initiative": "sg:initiative",
            "name": "sg:initiative/skos:prefLabel",
            "stage": "sg:stage",
            "when": "sg:when",
            "place": "sg:place/skos:prefLabel",
            "agenda_item": "sg:agendaItem",
            "quote": "sg:evidence/oa:exact",
        },
    ),
    "figures": (
        "sg:Figure",
        {
            "initiative": "sg:initiative",
            "name": "sg:initiative/skos:prefLabel",
            "counted": "skos:prefLabel",
            "value": "sg:value",
            "unit": "sg:unit",
            "place": "sg:place/skos:prefLabel",
            "when": "sg:when",
            "quote": "sg:evidence/oa:exact",
        },
    ),
    "amounts": (
        "sg:Amount",
        {
            "initiative": "sg:initiative",
            "name": "sg:initiative/skos:prefLabel",
            "amount_dkk": "sg:value",
            "purpose": "sg:purpose",
            "when": "sg:when",
            "quote": "sg:evidence/oa:exact",
        },
    ),
    "commitments": (
        "sg:Commitment",
        {
            "agenda_item": "sg:agendaItem",
            "responsible": "sg:responsible/skos:prefLabel",
            "text": "schema:text",
            "due": "sg:due",
            "quote": "sg:evidence/oa:exact",
        },
    ),
    "mentions": (
        "sg:Mention",
        {
            "entity": "sg:refersTo",
            "quote": "oa:exact",
            "start": "oa:start",
            "end": "oa:end",
            "page": "sg:page",
            "confidence": "sg:confidence",
        },
    ),
}
FORMULA = re.compile(r"[=+\-@\t\r]")
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def write_tables(store: Reader, folder: Path) -> None:
    """Write one table a kind of thing into `folder`, rows in order of all their columns.

    A thing with two values of one column (a document with two caseworkers) has a row for each. A text that a
    spreadsheet would run as a formula is preceded by an apostrophe: that is all that is changed.
    """
    folder.mkdir()
    for name, (kind, columns) in TABLES.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["iri", *columns])
            writer.writerows(_rows(store, kind, columns))


def _rows(store: Reader, kind: str, columns: dict[str, str]) -> list[tuple[str, ...]]:
    variables = " ".join(f"?{column}" for column in ("iri", *columns))
    values = " ".join(f"OPTIONAL {{ ?iri {path} ?{column} }}" for column, path in columns.items())
    solutions = store.query(f"SELECT DISTINCT {variables} {{ ?iri a {kind} . {values} }}")
    if not isinstance(solutions, QuerySolutions):
        raise TypeError(solutions)
    return sorted(tuple(_cell(term) for term in solution) for solution in solutions)


def _cell(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    if term is None:
        return ""
    if isinstance(term, Literal):
        text = term.value
        return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text
    return term.value if isinstance(term, NamedNode) else str(term)
