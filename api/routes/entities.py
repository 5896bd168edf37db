"""One entity at a time: all that is known of it, its links and its mentions a page at a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Path, Query, Request

from api.rest import examples
from api.rest.examples import answered
from api.rest.schemas_entities import EntityParameters, LinkParameters, PartParameters, ViewParameters
from api.rest.snapshot_route import SnapshotRouter, base_of
from graph.errors import UnknownEntityError
from graph.iri import SEGMENT, Iris
from graph.snapshots import Snapshot
from graph.views.edges import LinkPage
from graph.views.entity_view import Window, describe, links_of, mentions_of
from graph.views.records import EntityView, Mentions

router = SnapshotRouter(prefix="/api", tags=["entities"])
MOST_SEGMENTS = 4
SOURCE_PART = re.compile(r"(?P<source>[0-9a-f]{16})/(?P<number>[0-9A-Za-z.-]+)")


@dataclass(frozen=True, slots=True)
class Address:
    """Where the entities of a list have their own address: `/api/NAME/KEY` is BASE + `folder` + KEY.

    Of what is a part of a source the key is `SOURCE/NUMBER`, and `part` its folder there. What is found must
    be of the `class_name`.
    """

    name: str
    class_name: str
    folder: str = ""
    part: str = ""
    example: str = ""

    def iri(self, base: str, key: str) -> str:
        """Return the IRI that a key stands for.

        Raises: UnknownEntityError if it can stand for none.
        """
        segments = key.split("/")
        if len(segments) > MOST_SEGMENTS or not all(SEGMENT.fullmatch(each) for each in segments):
            raise UnknownEntityError(f"{base}{self.folder}{key}")
        if self.part and (found := SOURCE_PART.fullmatch(key)):
            return f"{base}source/{found['source']}/{self.part}/{found['number']}"
        if not self.folder:
            raise UnknownEntityError(f"{base}{key}")
        return f"{base}{self.folder}{key}"


ADDRESSES = (
    Address("initiatives", "Initiative", "initiative/", example="laerlingedagen"),
    Address("people", "Person", "person/", example="birgit-thorhauge"),
    Address("organizations", "Organization", "organization/", example="mta"),
    Address("meetings", "Meeting", "meeting/", example="raadmandsmoede-mta/2023-02-27"),
    Address("agenda-items", "AgendaItem", "meeting/", "item", "raadmandsmoede-mta/2023-02-27/3"),
    Address("documents", "Document", part="document", example="6246069ca5827972/2"),
    Address("cases", "Case", "case/", example="EMN-2024-003310"),
    Address("commitments", "Commitment", part="commitment", example="53c01a163fafaa4b/1"),
    Address("amounts", "Amount", part="amount", example="6246069ca5827972/1"),
    Address("places", "Place", "place/", example="havnehoej"),
    Address("budget-years", "BudgetYear", "budget/", example="2024"),
)


@router.get("/entities", responses=answered(examples.ENTITY))
def entity(request: Request, parameters: Annotated[EntityParameters, Query()]) -> EntityView:
    """Tell all that is known of the thing with an IRI: names, facts, neighbours, mentions, history."""
    with request.app.state.current.open() as snapshot:
        return describe(snapshot.store, _iri(request, snapshot, parameters.iri), _window(parameters))


@router.get(
    "/entities/links",
    responses=answered({"links": [examples.LINK], "total": 2, "next": 1, "complete": True}),
)
def links(request: Request, parameters: Annotated[LinkParameters, Query()]) -> LinkPage:
    """Return one page of the neighbours that a relation leads to, the newest first."""
    with request.app.state.current.open() as snapshot:
        iri = _iri(request, snapshot, parameters.iri)
        relation = _iris(request, snapshot).expand(parameters.relation)
        is_outgoing = parameters.direction == "out"
        return links_of(snapshot.store, iri, relation, is_outgoing, parameters.offset, parameters.limit)


@router.get("/entities/mentions", responses=answered(examples.MENTIONS))
def mentions(request: Request, parameters: Annotated[PartParameters, Query()]) -> Mentions:
    """Return one page of the places where an entity is named, the newest first."""
    with request.app.state.current.open() as snapshot:
        iri = _iri(request, snapshot, parameters.iri)
        return mentions_of(snapshot.store, iri, parameters.offset, parameters.limit)


def one_of(address: Address) -> Callable[..., EntityView]:
    """Return the route's function for one entity of a kind."""
    Key = Annotated[str, Path(max_length=300, examples=[address.example])]  # noqa: N806  # it is a type

    def found(request: Request, key: Key, parameters: Annotated[ViewParameters, Query()]) -> EntityView:
        with request.app.state.current.open() as snapshot:
            iri = address.iri(_iris(request, snapshot).base, key)
            view = describe(snapshot.store, iri, _window(parameters))
        if address.class_name not in view.types:
            raise UnknownEntityError(iri)
        return view

    found.__annotations__["key"] = Key
    return found


for _address in ADDRESSES:
    router.add_api_route(
        f"/{_address.name}/{{key:path}}",
        one_of(_address),
        name=f"one of {_address.name}",
        operation_id=f"get_{_address.name.replace('-', '_')}",
        summary=f"Describe one of {_address.name}",
        description=f"All that is known of it: the key is what its IRI ends in, such as {_address.example}.",
        responses=answered(examples.ENTITY),
    )


def _window(parameters: ViewParameters) -> Window:
    return Window(parameters.links, parameters.mentions, parameters.mentions_from, parameters.meetings)


def _iris(request: Request, snapshot: Snapshot) -> Iris:
    return Iris(base_of(snapshot, request.app.state.settings))


def _iri(request: Request, snapshot: Snapshot, given: str) -> str:
    return _iris(request, snapshot).expand(given)
