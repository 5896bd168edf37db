"""The page of one thing of any kind: what it is, what it is connected to, what was said of it over time."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse

from api.pages.entity_sections import sections
from api.pages.page import render
from graph.store import Reader
from graph.views.agenda import agenda
from graph.views.records import EntityView


def entity_page(request: Request, store: Reader, view: EntityView) -> HTMLResponse:
    """Return the page; of a meeting it has the agenda with what came of each item."""
    items = agenda(store, view.iri) if "Meeting" in view.types else ()
    return render(request, "entity.html", view=view, shown=sections(view), agenda=items)
