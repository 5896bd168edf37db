"""An agenda item as others point to it: its number and title, when and where it was on the agenda."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Reader
from graph.views.columns import column, first

POINTED = "{ SELECT DISTINCT ?iri { ?from a sg:%s ; sg:agendaItem|sg:followedUpIn ?iri } } ?iri %s ?value"


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item: its number and title as one label, its meeting's ISO date and body as far as known."""

    iri: str
    label: str
    date: str | None
    body: str | None = None


def item_of(
    iri: str, number: str | None, title: str | None, moment: str | None, body: str | None = None
) -> Item:
    """Return the item; one without number and title is called by the end of its IRI.

    >>> item_of("http://e/meeting/x/2024-05-13/4", "4", "Ny indgang", "2024-05-13T09:00:00")
    Item(iri='http://e/meeting/x/2024-05-13/4', label='4. Ny indgang', date='2024-05-13', body=None)
    """
    label = ". ".join(part for part in (number, title) if part) or iri.rpartition("/")[2]
    return Item(iri, label, moment[:10] if moment else None, body)


class Items:
    """The items that things of a class were said at or are taken up again at, read at once."""

    def __init__(self, store: Reader, of_class: str, most: int) -> None:
        paths = (
            *("sg:number", "dcterms:title", "sg:meeting/schema:startDate"),
            "sg:meeting/sg:body/skos:prefLabel",
        )
        self._columns = tuple(column(store, POINTED % (of_class, path), most) for path in paths)

    def of(self, iri: str) -> Item:
        """Return an item; of one that nothing is known of, its IRI alone."""
        number, title, moment, body = (first(each, iri) for each in self._columns)
        return item_of(iri, number, title, moment, body)
