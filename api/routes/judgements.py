"""The judgements as a file in the form that an analyst's own judgements have."""

from __future__ import annotations

import csv
import io
from typing import Annotated

from fastapi import Query, Request
from starlette.responses import Response

from api.rest.examples import TSV, written_as
from api.rest.listings import Listings
from api.rest.schemas import ListParameters
from api.rest.snapshot_route import SnapshotRouter
from api.routes.lists import wanted
from graph.judgements import COLUMNS
from graph.views.listed_kinds import JUDGEMENTS
from graph.views.listing import Row, page

router = SnapshotRouter(prefix="/api", tags=["judgements"])
MEDIA_TYPE = "text/tab-separated-values"
MOST = 200_000  # lines of the file
FORMULA = ("=", "+", "-", "@")  # what a spreadsheet takes a cell for a formula by


@router.get("/judgements.tsv", responses=written_as(MEDIA_TYPE, TSV), response_class=Response)
def judgements(request: Request, parameters: Annotated[ListParameters, Query()]) -> Response:
    """Return the judgements that fit as tab-separated lines, to look through, correct and give to a build."""
    listings: Listings = request.app.state.listings
    asked = wanted(JUDGEMENTS, parameters.model_copy(update={"limit": MOST}))
    with request.app.state.current.open() as snapshot:
        listing = listings.of(snapshot, JUDGEMENTS)
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_cells(row) for row in page(listing, asked).rows)
    headers = {"Content-Disposition": 'attachment; filename="judgements.tsv"'}
    return Response(text.getvalue(), media_type=f"{MEDIA_TYPE}; charset=utf-8", headers=headers)


def _cells(row: Row) -> list[str]:
    cells = (" ".join((row.first(name) or "").split()) for name in COLUMNS)
    return [f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells]
