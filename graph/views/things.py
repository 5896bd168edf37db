"""What things are called and when they were, whatever they are: fetched for many at once.

What has no name of its own is called by what it says ("påbegyndt 2024-03", "1.400.000 kr.") or by what it
belongs to (a meeting by its body and date), so those are fetched as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal

from graph.store import Reader
from graph.traces.dossier import last_part
from graph.views.records import Thing
from graph.views.rows import rows_about, value
from graph.views.terms import class_labels, short
from graph.vocabulary import PREFIXES

# The class a thing is shown as: the first of its classes here.
TYPES = (
    *("Initiative", "Person", "Department", "Unit", "Committee", "ExternalOrganization", "Organization"),
    *("MeetingBody", "Meeting", "AgendaItem", "Document", "Recommendation", "Case", "Place", "BudgetYear"),
    *("Commitment", "InitiativeEvent", "Figure", "Amount", "Role", "Source", "Mention", "UnresolvedMention"),
    *("Passage", "Statement", "Judgement", "Concept", "ConceptScheme", "Dataset", "Activity"),
)
OURS = (*(PREFIXES[prefix] for prefix in ("sg", "skos", "prov")), "http://rdfs.org/ns/void#")
# Two lists of VALUES would be multiplied with each other, and the graph read through for each pair.
WANTED = """SELECT ?node ?p ?o {
  VALUES ?node { UNDEF }
  ?node ?p ?o
  FILTER(?p IN (
    rdf:type, skos:prefLabel, dcterms:identifier, dcterms:title, dcterms:issued, schema:startDate,
    schema:text, sg:number, sg:fileName, sg:value, sg:unit, sg:purpose, sg:when, sg:roleName, oa:exact,
    sg:verdict, sg:left, sg:right, sg:body, sg:meeting, sg:agendaItem, sg:document, sg:stage,
    sg:organization, sg:initiative
  ))
}"""
FOLLOWED = tuple(
    f"sg:{name}"
    for name in ("body", "meeting", "agendaItem", "document", "stage", "organization", "initiative")
)
DEEPEST = 4  # a statement's document, its item, the item's meeting, its body
LONGEST = 160  # characters of a wording that stands for a name
Values = dict[str, list[tuple[str, str | None]]]  # by predicate: texts with their languages


class Things:
    """Describes things from what was fetched of them and of what they belong to."""

    def __init__(self, store: Reader) -> None:
        self._store = store
        self._known: dict[str, Values] = {}

    def fetch(self, iris: Iterable[str]) -> None:
        """Get to know these things, and what they belong to."""
        wanted = set(iris) - self._known.keys()
        for _ in range(DEEPEST):
            if not wanted:
                return
            self._read(wanted)
            reached = (self._all(iri, followed) for iri in wanted for followed in FOLLOWED)
            wanted = {iri for found in reached for iri in found} - self._known.keys()

    def of(self, iri: str) -> Thing:
        """Return a thing; one that was not fetched, or is not there, is called by the end of its IRI."""
        kind = self.type(iri)
        label, label_en = self._labels(iri, kind)
        return Thing(iri, label or last_part(iri), label_en or label or last_part(iri), kind, self.date(iri))

    def type(self, iri: str) -> str:
        """Return the class that a thing is shown as, "Thing" where it has none of ours."""
        names = {last_part(each) for each in self._all(iri, "rdf:type") if _is_ours(each)}
        return next((each for each in TYPES if each in names), "Thing")

    def date(self, iri: str) -> str | None:
        """Return when a thing was held or issued; of what is said, when that was said."""
        for predicate in ("schema:startDate", "dcterms:issued"):
            if found := self._first(iri, predicate):
                return found[:10]
        for predicate in ("sg:meeting", "sg:agendaItem", "sg:document"):
            holder = self._first(iri, predicate)
            if holder and holder != iri and (found := self._date_of_holder(holder, predicate)):
                return found
        return None

    def meeting(self, iri: str) -> str | None:
        """Return the meeting of an item, or of the item that a document belongs to."""
        item = iri if self._first(iri, "sg:meeting") else self._first(iri, "sg:agendaItem")
        return self._first(item, "sg:meeting") if item else None

    def _date_of_holder(self, iri: str, predicate: str) -> str | None:
        deeper = {"sg:agendaItem": ("sg:meeting",), "sg:document": ("sg:agendaItem",)}.get(predicate, ())
        for own in ("schema:startDate", "dcterms:issued"):
            if found := self._first(iri, own):
                return found[:10]
        holders = ((self._first(iri, each), each) for each in deeper)
        return next((self._date_of_holder(holder, each) for holder, each in holders if holder), None)

    def _labels(self, iri: str, kind: str) -> tuple[str, str]:
        match kind:
            case "Meeting":
                body, date = self._name(self._first(iri, "sg:body")), self._first(iri, "schema:startDate")
                return _both(_joined(body, date[:10] if date else None))
            case "AgendaItem":
                return _both(_joined(self._first(iri, "sg:number"), self._first(iri, "dcterms:title")))
            case "InitiativeEvent":
                return self._event(iri)
            case "Figure":
                return _both(self._figure(iri))
            case "Amount":
                return self._amount(iri)
            case "Recommendation":
                return _both(_joined(self._first(iri, "sg:number"), self._first(iri, "schema:text")))
            case "Role":
                role, where = self._first(iri, "sg:roleName"), self._name(self._first(iri, "sg:organization"))
                return _both(", ".join(filter(None, (role, where))))
            case "Judgement":
                return _both(_joined(*(self._first(iri, f"sg:{n}") for n in ("left", "verdict", "right"))))
            case "Statement":
                return class_labels("Statement")
            case _:
                return self._named(iri)

    def _named(self, iri: str) -> tuple[str, str]:
        for predicate in ("skos:prefLabel", "dcterms:identifier", "dcterms:title", "schema:text"):
            if found := self._known.get(iri, {}).get(predicate):
                danish = min(found, key=lambda each: (each[1] not in ("da", None), each))
                english = min(found, key=lambda each: (each[1] != "en", each[1] is not None, each))
                return _cut(danish[0]), _cut(english[0])
        return _both(self._first(iri, "sg:fileName") or self._first(iri, "oa:exact") or "")

    def _name(self, iri: str | None) -> str | None:
        return self._named(iri)[0] or last_part(iri) if iri else None

    def _event(self, iri: str) -> tuple[str, str]:
        stage, when = self._first(iri, "sg:stage"), self._first(iri, "sg:when")
        about = self._name(self._first(iri, "sg:initiative"))
        danish, english = self._named(stage) if stage else ("", "")
        prefix = f"{about}: " if about else ""
        return prefix + _joined(danish, when), prefix + _joined(english, when)

    def _figure(self, iri: str) -> str:
        number = _number(self._first(iri, "sg:value"))
        return _joined(number, self._first(iri, "sg:unit"), self._first(iri, "skos:prefLabel"))

    def _amount(self, iri: str) -> tuple[str, str]:
        number, purpose = _number(self._first(iri, "sg:value")), self._first(iri, "sg:purpose")
        english = number.replace(".", " ").replace(",", ".").replace(" ", ",")
        tail = f", {_cut(purpose)}" if purpose else ""
        return f"{number} kr.{tail}", f"DKK {english}{tail}"

    def _read(self, iris: Iterable[str]) -> None:
        found: dict[str, Values] = {iri: defaultdict(list) for iri in iris}
        for row in rows_about(self._store, WANTED, found):
            term, text = row["o"], value(row, "o")
            if text is not None:
                language = term.language if isinstance(term, Literal) else None
                found[row["node"].value][short(row["p"].value)].append((text, language))
        self._known |= found

    def _all(self, iri: str, predicate: str) -> list[str]:
        return sorted(text for text, _ in self._known.get(iri, {}).get(predicate, ()))

    def _first(self, iri: str, predicate: str) -> str | None:
        return next(iter(self._all(iri, predicate)), None)


def described(store: Reader, iris: Iterable[str]) -> Mapping[str, Thing]:
    """Return things by their IRIs."""
    wanted = set(iris)
    things = Things(store)
    things.fetch(wanted)
    return {iri: things.of(iri) for iri in wanted}


def _is_ours(class_iri: str) -> bool:
    return class_iri.startswith(OURS)


def _joined(*parts: str | None) -> str:
    return _cut(" ".join(part for part in parts if part))


def _both(label: str) -> tuple[str, str]:
    return label, label


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _number(text: str | None) -> str:
    """Return a number as it is written in Danish: 1.400.000,5."""
    try:
        value = Decimal(text or "")
    except InvalidOperation:
        return text or ""
    return f"{value:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")
