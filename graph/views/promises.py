"""The promises of all meetings: who will do what, by when, where it was said and where followed up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.lookup import folded
from graph.store import Reader
from graph.views.columns import Column, column, first, size
from graph.views.items import Item, Items

MOST = 50_000  # values that are read of each field
COMMITMENT = "?iri a sg:Commitment ; %s ?value"
WHO = "{ SELECT DISTINCT ?iri { ?promise a sg:Commitment ; sg:responsible ?iri } } ?iri skos:prefLabel ?value"
FIELDS = {
    "text": "schema:text",
    "responsible": "sg:responsible",
    "name": "sg:responsibleName",
    "due": "sg:due",
    "item": "sg:agendaItem",
    "later": "sg:followedUpIn",
    "passages": "sg:evidence",
}


@dataclass(frozen=True, slots=True)
class Promise:
    """Someone will do something. `who` is a name; `responsible` the IRI where it is known who that is.

    `due` is YYYY, YYYY-MM or YYYY-MM-DD. `passages` are the IRIs of the sentences; `words` is what it is
    found by, folded.
    """

    iri: str
    text: str
    who: str | None
    responsible: str | None
    due: str | None
    item: Item | None
    follow_ups: tuple[Item, ...] = ()
    passages: tuple[str, ...] = ()
    words: str = ""

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


def read_promises(store: Reader) -> Promises:
    """Read all promises; `complete` is false if a field has more than MOST values."""
    columns = {name: column(store, COMMITMENT % path, MOST) for name, path in FIELDS.items()}
    called = column(store, WHO, MOST)
    items = Items(store, "Commitment", MOST)
    promises = [_promise(iri, columns, called, items) for iri in sorted(columns["text"])]
    promises.sort(key=lambda each: (each.item.date if each.item else None) or "", reverse=True)
    dates = {item.date for each in promises for item in (each.item, *each.follow_ups) if item and item.date}
    complete = all(size(each) < MOST for each in columns.values())
    return Promises(tuple(promises), max(dates, default=None), complete)


def _promise(iri: str, columns: Mapping[str, Column], called: Column, items: Items) -> Promise:
    known = {name: first(values, iri) for name, values in columns.items()}
    responsible = next((each for each in columns["responsible"].get(iri, ()) if each in called), None)
    who, item = first(called, responsible) or known["name"], known["item"]
    said_at = items.of(item) if item else None
    return Promise(
        iri=iri,
        text=known["text"] or "",
        who=who,
        responsible=responsible,
        due=known["due"],
        item=said_at,
        follow_ups=tuple(items.of(later) for later in columns["later"].get(iri, ())),
        passages=columns["passages"].get(iri, ()),
        words=folded(" ".join((known["text"] or "", who or "", said_at.label if said_at else ""))),
    )
