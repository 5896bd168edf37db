"""What can be asked about one entity and about places in sources; the answers are the graph's records."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

FAMILIES = "http://localhost:8000/initiative/fodfaeste-for-familier"


class NoParameters(BaseModel):
    """Nothing can be asked for beyond the address."""

    model_config = ConfigDict(extra="forbid")


class ViewParameters(BaseModel):
    """How much of an entity to show."""

    model_config = ConfigDict(extra="forbid")

    links: int = Field(50, ge=0, le=500, description="neighbours of each relation, the newest first")
    mentions: int = Field(20, ge=0, le=500, description="places where it is named, the newest first")
    mentions_from: int = Field(0, ge=0, le=100_000, description="how many of these to pass over")
    meetings: int = Field(200, ge=0, le=1_000, description="meetings of its history, the newest")


class EntityParameters(ViewParameters):
    """Which entity, and how much of it to show."""

    iri: str = Field(min_length=1, max_length=2_000, description="its IRI", examples=[FAMILIES])


class PartParameters(BaseModel):
    """Which entity, and which page of a part of it."""

    model_config = ConfigDict(extra="forbid")

    iri: str = Field(min_length=1, max_length=2_000, description="its IRI", examples=[FAMILIES])
    offset: int = Field(0, ge=0, le=100_000, description="how many to pass over", examples=[0])
    limit: int = Field(50, ge=1, le=500, examples=[50])


class LinkParameters(PartParameters):
    """Which relation of which entity, read from which end."""

    relation: str = Field(
        min_length=1, max_length=200, description="as links give it, or its IRI", examples=["sg:subjectOf"]
    )
    direction: Literal["out", "in"] = Field("out", description="out of the entity, or into it")


class PassageParameters(BaseModel):
    """Which characters of a source's text, and how much around them."""

    model_config = ConfigDict(extra="forbid")

    start: int = Field(ge=0, description="the first character", examples=[152])
    end: int = Field(ge=1, description="after the last character", examples=[241])
    around: int = Field(300, ge=0, le=5_000, description="characters on either side", examples=[300])


class PageParameters(BaseModel):
    """Which part of a very long page."""

    model_config = ConfigDict(extra="forbid")

    at: int | None = Field(None, ge=0, description="an offset to show the page around", examples=[152])
