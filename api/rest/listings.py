"""The lists of the snapshot that is served, each read once; and where a page ends, as a cursor."""

from __future__ import annotations

import base64
import binascii

import msgspec

from api.sparql.request import ProtocolError
from api.states.kept import PerSnapshot, Shelf
from graph.snapshots import Snapshot
from graph.views.listed_kinds import Kind
from graph.views.listing import Listing, Place, read_listing


class Listings:
    """Keeps the lists that were read of a snapshot."""

    def __init__(self) -> None:
        self.shelves = PerSnapshot(Shelf)

    def of(self, snapshot: Snapshot, kind: Kind) -> Listing:
        """Return the list of a kind; who asks first waits for it to be read, but for no other list."""
        return self.shelves.of(snapshot).of(kind.name, lambda: read_listing(snapshot.store, kind))


def cursor_of(place: Place) -> str:
    """Return a place as an opaque text for addresses."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode("ascii")


def place_of(cursor: str, order: str) -> Place:
    """Return the place that a cursor stands for.

    Raises: ProtocolError 400 if it is none of ours or belongs to another order.
    """
    try:
        place = msgspec.json.decode(base64.urlsafe_b64decode(cursor.encode("utf-8")), type=Place)
    except (binascii.Error, ValueError, msgspec.DecodeError) as error:
        raise ProtocolError(400, "the cursor cannot be read: begin without one") from error
    if place.order != order:
        raise ProtocolError(400, "the cursor belongs to another order: begin without one")
    return place
