"""What the REST answers look like: the models that the OpenAPI description shows."""

from __future__ import annotations

from pydantic import BaseModel, Field


class BundledQuery(BaseModel):
    """A question that the project brings along."""

    name: str = Field(examples=["timeline"])
    description: str = Field(examples=["What happened to one initiative, in order of time?"])
    needs: list[str] = Field(description="the parameters it must be given", examples=[["name"]])
    address: str = Field(examples=["/api/queries/timeline"])
    sparql: str


class BundledQueries(BaseModel):
    """All bundled questions, by name."""

    queries: list[BundledQuery]
