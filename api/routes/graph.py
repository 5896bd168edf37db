"""Parts of the network for drawing: around things, between two of them, or the most connected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

from api.rest.graph_schemas import (
    GraphEdge,
    GraphNode,
    GraphParameters,
    GraphPart,
    GraphPaths,
    PathParameters,
)
from api.rest.search_schemas import Evidence
from api.sparql.request import ProtocolError
from graph.lookup import folded
from graph.network import TYPES
from graph.pictures.subgraph import Node, Selection, Subgraph, around, between, overview
from graph.pictures.ties import Tie, Ties, read_ties
from graph.traces.dossier import last_part

router = APIRouter(prefix="/api", tags=["graph"])
CLASSES = {name.casefold(): name for name in TYPES}


@router.get("/graph")
def part(request: Request, parameters: Annotated[GraphParameters, Query()]) -> GraphPart:
    """Return what lies around the things in focus; without a focus, the most connected things.

    Nothing is reached through departments, units, places, budget years and bodies but from the focus itself.
    Places are computed by the service and are the same for the same answer.
    """
    with request.app.state.current.open() as snapshot:
        known: Ties = request.app.state.kept.of(snapshot, read_ties)
    selection = _selection(known, parameters)
    if parameters.focus:
        found = around(known, parameters.focus, parameters.depth, selection, parameters.limit)
    else:
        found = overview(known, selection, parameters.limit)
    return GraphPart(**_shown(known, found))


@router.get("/graph/path")
def path(request: Request, parameters: Annotated[PathParameters, Query()]) -> GraphPaths:
    """Return the shortest paths between two things; through departments and places only if need be."""
    with request.app.state.current.open() as snapshot:
        known: Ties = request.app.state.kept.of(snapshot, read_ties)
    found = between(known, parameters.start, parameters.end, parameters.limit)
    return GraphPaths(**_shown(known, found), paths=[list(each) for each in found.paths])


def _selection(known: Ties, parameters: GraphParameters) -> Selection:
    since, until = parameters.since, parameters.until
    if since and until and since > until:
        raise ProtocolError(400, "`from` is later than `to`")
    return Selection(
        types=frozenset(_class(name) for name in parameters.types),
        relations=frozenset(_relation(known, name) for name in parameters.relations),
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
        units=_units(known, parameters.department) if parameters.department else None,
    )


def _class(name: str) -> str:
    if name.casefold() not in CLASSES:
        raise ProtocolError(400, f"there is no type {name[:40]!r}; there are: {', '.join(TYPES)}")
    return CLASSES[name.casefold()]


def _relation(known: Ties, name: str) -> str:
    there_are = sorted({last_part(relation) for relation in known.words})
    if name not in there_are:
        raise ProtocolError(400, f"there is no relation {name[:40]!r}; there are: {', '.join(there_are)}")
    return name


def _units(known: Ties, department: str) -> frozenset[str]:
    """Return the organizations that are meant: by IRI, else by any of their names."""
    if department in known.things:
        return frozenset({department})
    key = folded(department)
    return frozenset(
        thing.iri
        for thing in known.things.values()
        if "Organization" in thing.classes and any(folded(text) == key for _, text in thing.names)
    )


def _shown(known: Ties, found: Subgraph) -> dict[str, Any]:
    return {
        "nodes": [_node(node) for node in found.nodes],
        "edges": _edges(known, found.ties),
        "omitted": found.omitted,
        "complete": found.complete,
    }


def _node(node: Node) -> GraphNode:
    thing = node.thing
    return GraphNode(
        iri=thing.iri,
        label=thing.label,
        type=thing.type,
        kind=thing.kind,
        degree=node.degree,
        x=node.x,
        y=node.y,
        first=thing.first,
        last=thing.last,
    )


def _edges(known: Ties, ties: Iterable[Tie]) -> list[GraphEdge]:
    return [_edge(known, tie, *known.words[tie.relation]) for tie in ties]


def _edge(known: Ties, tie: Tie, label: str, label_en: str) -> GraphEdge:
    return GraphEdge(
        id=tie.id,
        start=tie.start,
        end=tie.end,
        relation=last_part(tie.relation),
        label=label,
        label_en=label_en,
        date=tie.date,
        evidence=_evidence(known, tie),
    )


def _evidence(known: Ties, tie: Tie) -> Evidence | None:
    if tie.sentence is None:
        return None
    return Evidence(
        quote=tie.sentence.quote,
        source=known.files.get(tie.source) or last_part(tie.source),
        source_iri=tie.source,
        page=tie.sentence.page,
        start=tie.sentence.start,
        end=tie.sentence.end,
    )
