"""What can be asked of the change log and of feeds, and how changes are answered."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.rest.schemas import Day
from graph.ingesting.change_log import LogEntry


class ChangesParameters(BaseModel):
    """Which changes: in the order of time after a cursor, or the newest first before one."""

    model_config = ConfigDict(extra="forbid")

    cursor: int | None = Field(None, ge=0, le=2**53, description="`next` of the page before", examples=[120])
    limit: int = Field(100, ge=1, le=1_000)
    order: Literal["oldest", "newest"] = Field("oldest", description="which come first")
    type: str | None = Field(None, max_length=40, description="a class", examples=["Initiative"])
    change: Literal["added", "changed", "removed", "unlisted"] | None = None


class SinceParameters(BaseModel):
    """From when on."""

    model_config = ConfigDict(extra="forbid")

    since: Day | None = Field(None, description="an ISO date", examples=["2024-01-01"])


class FeedParameters(BaseModel):
    """In which language a feed is written."""

    model_config = ConfigDict(extra="forbid")

    lang: Literal["da", "en"] = "da"


class ThingChange(BaseModel):
    """What one meeting changed in what is said of an initiative; a part that is empty did not change."""

    iri: str
    date: str | None
    meeting: str | None
    body: str | None
    number: str | None
    title: str | None
    changes: dict[str, Any]
    evidence: list[dict[str, Any]]


class InitiativeChanges(BaseModel):
    """What changed in an initiative, meeting by meeting, and what builds changed of what is known of it."""

    iri: str = Field(examples=["http://localhost:8000/initiative/laerlingedagen"])
    label: str = Field(examples=["Lærlingedagen"])
    changes: list[ThingChange]
    log: list[LogEntry] = Field(description="what builds did to it, the newest first")
