"""What can be asked of the network, and what it answers: nodes with places, and ties with sentences."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from api.rest.search_schemas import Evidence

MOST_NODES = 10_000
LONGEST_IRI = 2_000
KITCHEN = "http://localhost:8000/initiative/havnens-koekken"


class GraphParameters(BaseModel):
    """What to start from, how far to go, and what to leave out."""

    model_config = ConfigDict(extra="forbid")

    focus: list[str] = Field(
        [], max_length=50, description="IRIs to start from; none: the most connected", examples=[[KITCHEN]]
    )
    depth: int = Field(1, ge=0, le=6, description="ties from the focus")
    types: list[str] = Field(
        [], max_length=20, description="classes of nodes; repeatable", examples=[["Initiative", "Place"]]
    )
    relations: list[str] = Field(
        [], max_length=40, description="relations by name; repeatable", examples=[["department", "started"]]
    )
    since: date | None = Field(None, alias="from", description="ties of meetings on this day or later")
    until: date | None = Field(None, alias="to", description="ties of meetings on this day or earlier")
    department: str | None = Field(
        None,
        min_length=1,
        max_length=LONGEST_IRI,
        description="a department or unit: IRI, name or acronym",
    )
    limit: int = Field(200, ge=1, le=MOST_NODES, description="nodes")


class PathParameters(BaseModel):
    """From where to where."""

    model_config = ConfigDict(extra="forbid")

    start: str = Field(min_length=1, max_length=LONGEST_IRI, examples=[KITCHEN])
    end: str = Field(
        min_length=1, max_length=LONGEST_IRI, examples=["http://localhost:8000/person/mette-ravn"]
    )
    limit: int = Field(5, ge=1, le=50, description="paths")


class GraphNode(BaseModel):
    """A thing and its place. `degree` counts the things it is tied to in the whole graph, drawn or not."""

    iri: str = Field(examples=[KITCHEN])
    label: str = Field(examples=["Havnens Køkken"])
    type: str = Field(examples=["Initiative"])
    kind: str | None = Field(examples=["project"])
    degree: int = Field(examples=[7])
    x: float = Field(examples=[1.25])
    y: float = Field(examples=[-0.5])
    first: str | None = Field(examples=["2022-11-21"])
    last: str | None = Field(examples=["2025-05-12"])


class GraphEdge(BaseModel):
    """What one source says of two things; `label` and `label_en` are what the relation is called."""

    id: str = Field(examples=["9f2c11d04be07a35"])
    start: str
    end: str
    relation: str = Field(examples=["department"])
    label: str = Field(examples=["afdeling"])
    label_en: str = Field(examples=["department"])
    date: str | None = Field(description="of the meeting that tells of it", examples=["2024-05-13"])
    evidence: Evidence | None


class GraphPart(BaseModel):
    """A part of the graph. `omitted` things within reach are left out; if not `complete`, ties as well."""

    nodes: list[GraphNode]
    edges: list[GraphEdge]
    omitted: int
    complete: bool


class GraphPaths(GraphPart):
    """The shortest paths, each as the IRIs along it; none if nothing leads from one to the other."""

    paths: list[list[str]]
