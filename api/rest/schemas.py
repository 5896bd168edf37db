"""What the REST answers look like: the models that the OpenAPI description shows."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

LARGEST = Decimal(10) ** 15
# The name of a thing, another of its names, its acronym or its IRI.
Name = Annotated[str, StringConstraints(min_length=1, max_length=400)]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]


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

    q: str | None = Field(
        None, min_length=1, max_length=200, description="words that stand in one of its names"
    )
    year: str | None = Field(None, pattern=r"^\d{4}$", examples=["2024"])
    kind: str | None = Field(None, min_length=1, max_length=80, description="its kind", examples=["project"])
    department: Name | None = Field(None, description="a department or unit", examples=["MTA"])
    person: Name | None = Field(None, description="who is responsible, or the caseworker")
    caseworker: Name | None = Field(None, description="the caseworker of a document")
    initiative: Name | None = Field(None, description="the initiative it is about")
    place: Name | None = Field(None, description="a place it is tied to")
    body: Name | None = Field(None, description="the body that meets", examples=["Rådmandsmøde"])
    outcome: str | None = Field(None, max_length=40, description="what was decided", examples=["approved"])
    status: str | None = Field(None, max_length=40, description="what became of reading it", examples=["ok"])
    verdict: Literal["same", "different", "unsure"] | None = Field(None, description="what was judged")
    by: str | None = Field(None, max_length=80, description="the rule or analyst that judged")
    entity: Name | None = Field(None, description="the entity that is judged about")
    followed_up: bool | None = Field(None, description="whether a later item takes it up again")
    due_after: Day | None = Field(None, description="the first day it may be due", examples=["2024-01-01"])
    due_before: Day | None = Field(None, description="the last day it may be due", examples=["2024-12-31"])
    min: Decimal | None = Field(None, ge=-LARGEST, le=LARGEST, description="kroner, or a score, at least")
    max: Decimal | None = Field(None, ge=-LARGEST, le=LARGEST, description="kroner, or a score, at most")
    facets: str | None = Field(
        None, max_length=200, description="facets to count, separated by commas", examples=["kind,year"]
    )
    sort: str | None = Field(None, max_length=40, description="a field; with - before it downwards")
    limit: int = Field(50, ge=1, le=200)
    cursor: str | None = Field(None, max_length=4_000, description="`next` of the page before")


FILTERS = (
    *("q", "year", "kind", "department", "person", "caseworker", "initiative", "place", "body"),
    *("outcome", "status", "followed_up", "verdict", "by", "entity"),
)


class Listed(BaseModel):
    """One thing of a list. A field that nothing is known of is absent; several values stand in order."""

    iri: str = Field(examples=["http://localhost:8000/initiative/havnens-koekken"])
    label: str | None = Field(examples=["Havnens Køkken"])
    fields: dict[str, list[bool | int | float | str]] = Field(
        examples=[{"kind": ["project"], "dates": ["2024-05-13"]}]
    )


class ListPage(BaseModel):
    """A page of a list."""

    items: list[Listed]
    total: int = Field(description="how many fit, on all pages")
    next: str | None = Field(description="the cursor of the next page; null on the last")
    facets: dict[str, dict[str, int]] = Field(
        description="of each facet asked for, how many of all that fit have each value",
        examples=[{"kind": {"project": 7, "plan": 2}}],
    )
    complete: bool = Field(description="false if the graph holds more than the service reads of one field")
