"""The page of a thing: some classes of things have a page of their own kind, the others the plain one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fastapi import Request
from starlette.responses import Response

from api.pages.entity_page import entity_page
from api.pages.life_page import life_page
from api.pages.source_page import source_page
from api.sparql.request import ProtocolError
from graph.snapshots import Snapshot
from graph.views.entity_view import describe

Maker = Callable[[Request, Snapshot, str], Response]


def html_page(request: Request, snapshot: Snapshot, iri: str, class_name: str) -> Response:
    """Return the page of the thing that has this IRI and is of this class ("Person")."""
    return MAKERS.get(class_name, plain_page)(request, snapshot, iri)


def plain_page(request: Request, snapshot: Snapshot, iri: str) -> Response:
    """Return the page of a thing that has no page of its own kind; its only parameter is the language.

    Raises: ProtocolError 400 if something else is asked for.
    """
    only_language(request)
    return entity_page(request, snapshot.store, describe(snapshot.store, iri))


MAKERS: Mapping[str, Maker] = {"Initiative": life_page, "Source": source_page}


def only_language(request: Request) -> None:
    """Refuse every parameter but `lang`.

    Raises: ProtocolError 400.
    """
    if unknown := sorted(set(request.query_params) - {"lang"}):
        raise ProtocolError(400, f"unknown parameter {unknown[0][:80]!r}; there is lang")
