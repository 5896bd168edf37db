"""The front page: what the graph holds and how fresh it is, what moved lately, what was decided last."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.pages.page import render
from api.states.kept import Kept
from graph.errors import NoGraphError
from graph.views.news import read_news

router = APIRouter(include_in_schema=False)
# What is counted on the front page: its class, and what one and several are called.
COUNTED = (
    ("Initiative", "initiativ", "initiativer"),
    ("Meeting", "møde", "møder"),
    ("AgendaItem", "punkt", "punkter"),
    ("Document", "dokument", "dokumenter"),
    ("Person", "person", "personer"),
    ("Organization", "organisation", "organisationer"),
    ("Commitment", "løfte", "løfter"),
    ("Amount", "beløb", "beløb"),
    ("Passage", "sætning", "sætninger"),
)


@router.api_route("/", methods=["GET", "HEAD"])
def start(request: Request) -> Response:
    """Show a search field and the news; before the first build what to do."""
    kept: Kept = request.app.state.kept
    try:
        with request.app.state.current.open() as snapshot:
            news = kept.of(snapshot, read_news)
    except NoGraphError:
        return render(request, "empty.html", data=str(request.app.state.settings.data))
    return render(request, "start.html", news=news, counted=COUNTED)
