"""How much was found in each package, and how sure it is."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request
from pydantic import BaseModel, ConfigDict, Field

from api.rest import examples
from api.rest.examples import answered
from api.rest.snapshot_route import SnapshotRouter
from graph.views.quality import Confidence, PackageQuality, quality

router = SnapshotRouter(prefix="/api", tags=["status"])


class QualityParameters(BaseModel):
    """Which packages."""

    model_config = ConfigDict(extra="forbid")

    offset: int = Field(0, ge=0, le=1_000_000, description="how many packages to pass over")
    limit: int = Field(200, ge=1, le=1_000)


class QualityPage(BaseModel):
    """What was found in all packages together and in some of them, and how sure it is."""

    totals: dict[str, int]
    packages: list[PackageQuality]
    total: int = Field(description="how many packages there are")
    next: int | None = Field(description="the offset of the next page; null on the last")
    confidences: list[Confidence]


@router.get("/quality", responses=answered(examples.QUALITY))
def counted(request: Request, parameters: Annotated[QualityParameters, Query()]) -> QualityPage:
    """Count what each package gave, and how many things of each class are how sure; nothing is estimated."""
    with request.app.state.current.open() as snapshot:
        found = request.app.state.kept.of(snapshot, quality)
    end = parameters.offset + parameters.limit
    return QualityPage(
        totals=dict(found.totals),
        packages=list(found.packages[parameters.offset : end]),
        total=len(found.packages),
        next=end if end < len(found.packages) else None,
        confidences=list(found.confidences),
    )
