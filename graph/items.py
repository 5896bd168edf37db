"""An agenda item as others point to it: its number and title, when and where it was on the agenda."""

from __future__ import annotations

from dataclasses import dataclass


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
