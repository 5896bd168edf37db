"""The promises of all meetings: who will do what, by when, where it was said and where followed up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.entity_view_rows import rows, value
from graph.items import Item, item_of
from graph.store import Reader

MOST = 50_000  # rows that are read
PROMISES = """SELECT ?iri ?text ?passage ?responsible ?who ?name ?due ?item ?number ?title ?date ?body ?later
  ?laterNumber ?laterTitle ?laterDate {
  ?iri a sg:Commitment ; schema:text ?text .
  OPTIONAL { ?iri sg:evidence ?passage }
  OPTIONAL { ?iri sg:responsible ?responsible . ?responsible skos:prefLabel ?who }
  OPTIONAL { ?iri sg:responsibleName ?name }
  OPTIONAL { ?iri sg:due ?due }
  OPTIONAL {
    ?iri sg:agendaItem ?item
    OPTIONAL { ?item sg:number ?number }
    OPTIONAL { ?item dcterms:title ?title }
    OPTIONAL { ?item sg:meeting/schema:startDate ?date }
    OPTIONAL { ?item sg:meeting/sg:body/skos:prefLabel ?body }
  }
  OPTIONAL {
    ?iri sg:followedUpIn ?later
    OPTIONAL { ?later sg:number ?laterNumber }
    OPTIONAL { ?later dcterms:title ?laterTitle }
    OPTIONAL { ?later sg:meeting/schema:startDate ?laterDate }
  }
} LIMIT %d"""


@dataclass(frozen=True, slots=True)
class Promise:
    """Someone will do something. `who` is a name; `responsible` the IRI where it is known who that is.

    `due` is YYYY, YYYY-MM or YYYY-MM-DD. `passages` are the IRIs of the sentences.
    """

    iri: str
    text: str
    who: str | None
    responsible: str | None
    due: str | None
    item: Item | None
    follow_ups: tuple[Item, ...] = ()
    passages: tuple[str, ...] = ()

    @property
    def year(self) -> str | None:
        """The year it was made in."""
        return self.item.date[:4] if self.item and self.item.date else None


@dataclass(frozen=True, slots=True)
class Promises:
    """All promises, the newest first; `newest` is the date of the last meeting that made or answered one."""

    promises: tuple[Promise, ...]
    newest: str | None
    complete: bool

    def is_overdue(self, promise: Promise) -> bool:
        """Tell whether its time had run out by the newest meeting, and no later item answers it.

        >>> late = Promise("i", "Send notatet", None, None, "2024-05", None)
        >>> Promises((late,), "2024-06-03", True).is_overdue(late)
        True
        """
        if promise.due is None or self.newest is None or promise.follow_ups:
            return False
        return promise.due < self.newest[: len(promise.due)]


@dataclass(slots=True)
class _Growing:
    row: Mapping[str, str | None]
    follow_ups: dict[str, Item] = field(default_factory=dict)
    passages: set[str] = field(default_factory=set)


def read_promises(store: Reader) -> Promises:
    """Read all promises; `complete` is false if there are more than MOST rows."""
    found: dict[str, _Growing] = {}
    count = 0
    for row in rows(store, PROMISES % MOST):
        count += 1
        values = {name: value(row, name) for name in _NAMES}
        growing = found.setdefault(values["iri"] or "", _Growing(values))
        if passage := values["passage"]:
            growing.passages.add(passage)
        if later := values["later"]:
            told = values["laterNumber"], values["laterTitle"], values["laterDate"]
            growing.follow_ups[later] = item_of(later, *told)
    promises = sorted((_promise(iri, growing) for iri, growing in found.items()), key=lambda each: each.iri)
    promises.sort(key=lambda each: (each.item.date if each.item else None) or "", reverse=True)
    dates = {item.date for each in promises for item in (each.item, *each.follow_ups) if item and item.date}
    return Promises(tuple(promises), max(dates, default=None), count < MOST)


_NAMES = (
    *(
        "iri",
        "text",
        "passage",
        "responsible",
        "who",
        "name",
        "due",
        "item",
        "number",
        "title",
        "date",
        "body",
    ),
    *("later", "laterNumber", "laterTitle", "laterDate"),
)


def _promise(iri: str, growing: _Growing) -> Promise:
    row = growing.row
    item = row["item"]
    return Promise(
        iri=iri,
        text=row["text"] or "",
        who=row["who"] or row["name"],
        responsible=row["responsible"],
        due=row["due"],
        item=item_of(item, row["number"], row["title"], row["date"], row["body"]) if item else None,
        follow_ups=tuple(growing.follow_ups[key] for key in sorted(growing.follow_ups)),
        passages=tuple(sorted(growing.passages)),
    )
