"""What the REST answers look like: the models that the OpenAPI description shows."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


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


class ListParameters(BaseModel):
    """What can be asked of a list; not each list has each filter."""

    model_config = ConfigDict(extra="forbid")

    q: str | None = Field(None, min_length=1, max_length=200, description="words that stand in its names")
    year: str | None = Field(None, pattern=r"^\d{4}$", examples=["2024"])
    department: str | None = Field(
        None, min_length=1, max_length=200, description="a department's or unit's name or acronym"
    )
    kind: str | None = Field(None, min_length=1, max_length=80, description="its kind", examples=["project"])
    sort: str | None = Field(None, max_length=40, description="a field; with - before it downwards")
    limit: int = Field(50, ge=1, le=200)
    cursor: str | None = Field(None, max_length=4_000, description="`next` of the page before")


class Listed(BaseModel):
    """One thing of a list. A field that nothing is known of is absent; several values stand in order."""

    iri: str = Field(examples=["http://localhost:8000/initiative/havnens-koekken"])
    label: str | None = Field(examples=["Havnens Køkken"])
    fields: dict[str, list[str]] = Field(examples=[{"kind": ["project"], "dates": ["2024-05-13"]}])


class ListPage(BaseModel):
    """A page of a list."""

    items: list[Listed]
    total: int = Field(description="how many fit, on all pages")
    next: str | None = Field(description="the cursor of the next page; null on the last")
    complete: bool = Field(description="false if the graph holds more than the service reads of one field")
