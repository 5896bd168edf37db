"""The page on quality: how well the program reads, what each file gave, what is missing."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.pages.accuracy import accuracy
from api.pages.entity_pages import only_language
from api.pages.page import render
from api.states.kept import Kept
from graph.views.quality import quality

router = APIRouter(include_in_schema=False)
SHOWN = 200  # files of the table
COUNTED = {
    "meetings": "Møder",
    "items": "Punkter",
    "items_with_minutes": "Punkter med beslutning",
    "documents": "Dokumenter",
    "amounts": "Beløb",
    "figures": "Tal",
    "events": "Skridt",
    "commitments": "Løfter",
    "mentions": "Nævnelser",
}
# The kinds of statements that accuracy is measured of.
KINDS = {
    "meetings": "Møder",
    "agenda_items": "Punkter",
    "outcomes": "Beslutninger",
    "documents": "Dokumenter",
    "caseworkers": "Sagsbehandlere",
    "persons": "Personer",
    "organizations": "Organisationer",
    "places": "Steder",
    "budget_years": "Budgetår",
    "case_numbers": "Sagsnumre",
    "amounts": "Beløb",
    "initiatives": "Initiativer",
    "initiative_budget_year": "Initiativ og budgetår",
    "initiative_place": "Initiativ og sted",
    "initiative_department": "Initiativ og afdeling",
    "initiative_subject_of": "Initiativ og punkt",
    "initiative_stage": "Initiativ og skridt",
    "initiative_figure": "Initiativ og tal",
    "initiative_amount": "Initiativ og beløb",
    "commitments": "Løfter",
    "resolution": "Samme ting i flere filer",
}


@router.api_route("/kvalitet", methods=["GET", "HEAD"])
def page(request: Request) -> Response:
    """Show accuracy as it was measured, confidence, completeness by file, and what is missing."""
    only_language(request)
    kept: Kept = request.app.state.kept
    with request.app.state.current.open() as snapshot:
        state = kept.status(request.app.state.settings.data, snapshot)
        found = kept.of(snapshot, quality)
    reasons = {each.iri: each.reason for each in state.files.failed}
    return render(
        request,
        "quality.html",
        state=state,
        found=found,
        reasons=reasons,
        shown=SHOWN,
        counted=COUNTED,
        kinds=KINDS,
        accuracy=accuracy(),
    )
