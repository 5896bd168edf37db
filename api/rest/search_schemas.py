"""What can be asked of the search, and what it answers."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

LONGEST = 200  # characters of what is looked for


class SuggestParameters(BaseModel):
    """What somebody has typed so far."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(min_length=1, max_length=LONGEST, examples=["havnens k"])
    limit: int = Field(8, ge=1, le=20)


class SearchParameters(BaseModel):
    """What is looked for, and what narrows it."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(
        min_length=1,
        max_length=LONGEST,
        description="words; the last may be the beginning of one, and misprints are forgiven",
        examples=["havnens køk"],
    )
    type: list[str] = Field(
        [], max_length=20, description="a class such as Initiative; repeatable", examples=[["Initiative"]]
    )
    since: date | None = Field(None, alias="from", description="what reaches to this day or later")
    until: date | None = Field(None, alias="to", description="what reaches to this day or earlier")
    department: str | None = Field(
        None, min_length=1, max_length=LONGEST, description="a department's or unit's name, acronym or IRI"
    )
    kind: str | None = Field(None, min_length=1, max_length=80, examples=["project"])
    within: Literal["names", "quotes", "all"] = Field("all", alias="in")
    limit: int = Field(20, ge=1, le=100)
    cursor: str | None = Field(None, max_length=200, description="`next` of the page before")


class TextPiece(BaseModel):
    """A part of a text; `is_hit` marks a word that was looked for."""

    text: str
    is_hit: bool


class Evidence(BaseModel):
    """A sentence and where it stands: characters `start` to `end` of the source's text."""

    quote: str = Field(examples=["Havnens Køkken åbnede i marts."])
    source: str = Field(description="the file's name", examples=["2024-05-13.pdf"])
    source_iri: str = Field(examples=["http://localhost:8000/source/3f2a"])
    page: int | None = Field(examples=[2])
    start: int | None = Field(examples=[1301])
    end: int | None = Field(examples=[1341])


class SearchHit(BaseModel):
    """A thing that is called so, or that a sentence tells of.

    `first` and `last` are the dates of the meetings that tell of the thing, or of the sentence; `sources`
    counts the files that name the thing. `highlights` is the name or sentence that fits, in pieces; a long
    sentence is cut around the first hit, and stands whole in `evidence`.
    """

    iri: str = Field(examples=["http://localhost:8000/initiative/havnens-koekken"])
    label: str = Field(examples=["Havnens Køkken"])
    type: str = Field(examples=["Initiative"])
    kind: str | None = Field(examples=["project"])
    matched: Literal["label", "alias", "acronym", "title", "quote"]
    highlights: list[TextPiece] = Field(
        examples=[[{"text": "Havnens", "is_hit": True}, {"text": " ", "is_hit": False}]]
    )
    evidence: Evidence | None = Field(description="the sentence, where it is a sentence that fits")
    first: str | None = Field(examples=["2022-11-21"])
    last: str | None = Field(examples=["2025-05-12"])
    sources: int = Field(examples=[4])


class SearchFacets(BaseModel):
    """How many hits there are of each type, department (by its name) and year; a hit can count in several."""

    type: dict[str, int] = Field(examples=[{"Initiative": 3, "AgendaItem": 7}])
    department: dict[str, int]
    year: dict[str, int] = Field(examples=[{"2023": 4, "2024": 6}])


class SearchPage(BaseModel):
    """A page of hits, the best first: names, then sentences."""

    items: list[SearchHit]
    total: int = Field(description="how many fit, on all pages")
    facets: SearchFacets
    next: str | None = Field(description="the cursor of the next page; null on the last")


class Suggestions(BaseModel):
    """The names that fit best."""

    items: list[SearchHit]
