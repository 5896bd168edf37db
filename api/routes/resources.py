"""Every IRI of the graph answers: a page for people, RDF and JSON for machines.

The IRI is told by its path, so that a service that is reached at another host answers as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Annotated

from fastapi import Path, Request
from fastapi.encoders import jsonable_encoder
from pyoxigraph import Triple
from starlette.concurrency import run_in_threadpool
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.responses import JSONResponse, RedirectResponse, Response

from api.pages.entity_pages import html_page, only_language
from api.pages.page import place_of
from api.rest.representations import HTML, JSON, RDF, Asked, alternates, negotiated, readings
from api.rest.snapshot_route import SnapshotRouter, base_of
from api.routes.sparql import answer
from api.sparql.request import SparqlRequest
from graph.errors import UnknownEntityError
from graph.snapshots import Snapshot
from graph.views.entity_view import current_iri, describe
from graph.views.resource import resource_triples, written
from graph.views.things import Things
from graph.vocabulary import SCHEMES

router = SnapshotRouter(tags=["resources"], include_in_schema=False)
FOLDERS = (
    *("initiative", "person", "organization", "body", "place", "case", "budget", "meeting"),
    *("source", "judgement", "run", "dataset", *SCHEMES),
)
SUFFIXED = r"(?:\.[a-z]+)?"
GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <%s> { ?s ?p ?o } }"
WHOLE = ("entities", "vocabulary", "dataset")  # graphs that are no file's
GRAPH_PATH = re.compile(rf"{'|'.join(WHOLE)}|source/[^/]+")


class FolderConvertor(StringConvertor):
    """The folders that IRIs lie in."""

    regex = "|".join(FOLDERS)


class SchemeConvertor(StringConvertor):
    """What stands in no folder: concept schemes and graphs, with a format's suffix or without."""

    regex = rf"(?:{'|'.join((*SCHEMES, *WHOLE))}){SUFFIXED}"


register_url_convertor("folder", FolderConvertor())
register_url_convertor("scheme", SchemeConvertor())
Key = Annotated[str, Path(max_length=400)]


@router.get("/{folder:folder}/{key:path}")
async def thing(request: Request, folder: str, key: Key) -> Response:
    """Describe a thing, in the format that the suffix or the client asks for."""
    return await _described(request, f"{folder}/{key}")


@router.get("/.well-known/void")
async def void(request: Request) -> Response:
    """Describe the data set, where VoID says that its description is found."""
    return await _described(request, "dataset")


@router.get("/{scheme:scheme}")
async def scheme(request: Request, scheme: str) -> Response:
    """Describe a concept scheme, or give all that a graph holds."""
    return await _described(request, scheme)


async def _described(request: Request, path: str) -> Response:
    with request.app.state.current.open() as snapshot:
        base = base_of(snapshot, request.app.state.settings)
        asked, iri = await run_in_threadpool(_found, snapshot, base, path)
        media_type = asked.media_type or negotiated(request.headers.get("accept"))
        if iri != base + asked.path:
            return _moved(request, iri.removeprefix(base), path.removeprefix(asked.path))
        if media_type in RDF and GRAPH_PATH.fullmatch(asked.path):
            only_language(request)
            response = await answer(request, SparqlRequest(GRAPH % iri, (), ()), media_type)
        else:
            response = await run_in_threadpool(_represented, request, snapshot, iri, media_type)
    response.headers["Vary"] = "Accept"
    response.headers["Link"] = alternates(f"{place_of(request).prefix}/{asked.path}", iri)
    return response


def _found(snapshot: Snapshot, base: str, path: str) -> tuple[Asked, str]:
    """Return which reading of a path is there, and the IRI that it has today."""
    for asked in readings(path):
        if asked.path in WHOLE:
            return asked, base + asked.path
        with suppress(UnknownEntityError):
            return asked, current_iri(snapshot.store, base + asked.path)
    raise UnknownEntityError(base + path)


def _moved(request: Request, path: str, suffix: str) -> Response:
    """Lead from an IRI that something had before to the one it has, in the same format."""
    query = f"?{request.url.query}" if request.url.query else ""
    location = f"{place_of(request).prefix}/{path}{suffix}{query}"
    return RedirectResponse(location, 303, {"Vary": "Accept"})


def _represented(request: Request, snapshot: Snapshot, iri: str, media_type: str) -> Response:
    if media_type == HTML:
        things = Things(snapshot.store)
        things.fetch([iri])
        return html_page(request, snapshot, iri, things.type(iri))
    only_language(request)
    if media_type == JSON:
        return JSONResponse(jsonable_encoder(describe(snapshot.store, iri)))
    return rdf(resource_triples(snapshot.store, iri), media_type, iri)


def rdf(triples: Iterable[Triple], media_type: str, base: str) -> Response:
    """Return triples in a media type of RDF."""
    charset = "" if "json" in media_type else "; charset=utf-8"
    return Response(written(triples, RDF[media_type], base), media_type=media_type + charset)
