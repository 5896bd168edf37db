"""The IRIs of a file's meetings, agenda items and documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.records import AgendaItem, Meeting, Package
from graph.iri import Iris
from graph.names import fold
from graph.resolving.resolution import Held


@dataclass(frozen=True, slots=True)
class PackageIris:
    """IRIs by the ids that the records use among themselves."""

    meetings: Mapping[str, str]
    items: Mapping[str, str]
    documents: Mapping[str, str]

    def of(self, id_: str | None) -> str | None:
        """Return the IRI of an agenda item or document, None if there is none by this id."""
        return None if id_ is None else self.items.get(id_) or self.documents.get(id_)


def package_iris(package: Package, sha256: str, held: Mapping[str, Held], iris: Iris) -> PackageIris:
    """Return the IRIs of all parts of a file's package.

    A meeting's IRI is its body's and its date's: the same in every file. Without a date it is the file's own.
    """
    source = iris.source(sha256)
    meetings = {
        meeting.id: _meeting(meeting, held.get(meeting.id), source, iris) for meeting in package.meetings
    }
    items = dict(_items(package, meetings, source, iris))
    numbered = enumerate(package.documents, start=1)
    documents = {document.id: iris.part(source, "document", n) for n, document in numbered}
    return PackageIris(meetings, items, documents)


def _meeting(meeting: Meeting, held: Held | None, source: str, iris: Iris) -> str:
    name = held.body.rpartition("/")[2] if held else "unknown"
    if meeting.date:
        return iris.meeting(name, meeting.date)
    return iris.undated_meeting(name, source, meeting.id)


def _items(
    package: Package, meetings: Mapping[str, str], source: str, iris: Iris
) -> Iterator[tuple[str, str]]:
    """Yield each item's id and IRI; of two items with one number, the second has its own, by its place."""
    titles: dict[str, str] = {}
    for n, item in enumerate(package.agenda_items, start=1):
        iri = _item(item, meetings.get(item.meeting_id), iris) or iris.part(source, "item", n)
        if titles.setdefault(iri, fold(item.title)) != fold(item.title):
            iri = f"{iri}-{n}"
        yield item.id, iri


def _item(item: AgendaItem, meeting: str | None, iris: Iris) -> str | None:
    return iris.agenda_item(meeting, item.number) if meeting and item.number.strip() else None
