"""The page of a life: of an initiative at its own address, of anything that can be traced at /trace."""

from __future__ import annotations

from fastapi import Request
from pydantic import ValidationError
from starlette.responses import Response

from api.pages.concept_words import kind_named, kind_word
from api.pages.life import life
from api.pages.life_choice import LifeParameters
from api.pages.page import place_of, render
from api.pages.story import Story
from api.sparql.request import ProtocolError
from api.states.lives import Lives
from graph.snapshots import Snapshot
from graph.trace import KINDS
from graph.traces.records import Trace

# The class of a subject by its kind, for its mark: an initiative's own kinds are none of these.
CLASSES = {name.casefold(): name for name in KINDS}
UNKNOWN_KIND = "other"


def life_page(request: Request, snapshot: Snapshot, iri: str) -> Response:
    """Return the page of an entity's life at its own address, narrowed as the address says.

    Raises: UnknownEntityError if the graph has nothing by this IRI; ProtocolError 400 for what the address
    says and no page understands.
    """
    try:
        wanted = LifeParameters.model_validate(_parameters(request))
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])[:80]
        raise ProtocolError(400, f"the parameter {name!r} cannot be used so: {first['msg']}") from error
    return shown(request, traced(request, snapshot, iri), wanted, {})


def traced(request: Request, snapshot: Snapshot, iri: str) -> Trace:
    """Return the trace of an entity, kept for whoever asks next."""
    lives: Lives = request.app.state.lives
    return lives.of(snapshot, iri)


def shown(request: Request, found: Trace, wanted: LifeParameters, kept: dict[str, str]) -> Response:
    """Return the page; `kept` are the parameters that its links must keep beside the filters."""
    place = place_of(request)
    return render(
        request,
        "initiative.html",
        life=life(found, wanted, Story(place.language), place),
        kind=_kind(found, place.language),
        type=CLASSES.get(found.subject.kind.word, "Initiative"),
        kept_parameters=kept,
        address=str(request.url),
    )


def _kind(found: Trace, language: str) -> str:
    kind = found.subject.kind
    word = kind_named("initiative", language) if kind.word == UNKNOWN_KIND else kind_word(kind, language)
    return word[:1].upper() + word[1:]


def _parameters(request: Request) -> dict[str, object]:
    given: dict[str, object] = dict(request.query_params)
    if "kind" in given:
        given["kind"] = request.query_params.getlist("kind")
    return given
