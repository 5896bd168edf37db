"""The OpenAPI description: what FastAPI reads off the routes, and what holds for all of them."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

ABOUT = """What municipal meetings said and decided, as a graph in which every statement has its evidence.

Read-only. Labels are given in Danish (`label`) and English (`label_en`) where the vocabulary has both. Lists
come in pages: `next` is the `cursor` of the page after. Answers carry an `ETag`. Errors are problem documents
(RFC 9457) with a stable `code` and an `id` that stands in the log. An unknown parameter is a 400."""
PROBLEMS = {
    "400": "A parameter, the query or the body is wrong; `detail` says where.",
    "404": "There is no such thing.",
    "406": "None of the media types asked for is offered.",
    "413": "The query or the body is too large.",
    "414": "The address is too long.",
    "415": "The body is of a media type that is not read here.",
    "429": "The client asks too often; `Retry-After` says when to come back.",
    "431": "The head of the request is too large.",
    "500": "The service failed.",
    "503": "Not now: over its time or memory, too busy, or nothing built yet.",
}
PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "RFC 9457",
    "required": ["type", "title", "status", "detail", "code", "id"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string", "examples": ["The request cannot be answered as it is"]},
        "status": {"type": "integer", "examples": [400]},
        "detail": {"type": "string"},
        "code": {"type": "string", "description": "A stable word for machines.", "examples": ["syntax"]},
        "id": {"type": "string", "description": "Stands in the log.", "examples": ["5ccd9154fe2b"]},
    },
}
LEFT_OUT = ("HTTPValidationError", "ValidationError")


def install(app: FastAPI) -> None:
    """Let the app describe itself so."""

    def describe() -> dict[str, Any]:
        if app.openapi_schema is None:
            found = get_openapi(
                title="sagsgraf", version=app.version, description=ABOUT, routes=app.routes, tags=None
            )
            app.openapi_schema = _completed(found)
        return app.openapi_schema

    app.openapi = describe  # type: ignore[method-assign]  # FastAPI's own way to do this


def _completed(document: dict[str, Any]) -> dict[str, Any]:
    parts = document.setdefault("components", {})
    schemas = parts.setdefault("schemas", {})
    for name in LEFT_OUT:  # what is wrong with a request is told as a problem instead
        schemas.pop(name, None)
    schemas["Problem"] = PROBLEM
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    parts["responses"] = {
        status: {"description": text, "content": content} for status, text in PROBLEMS.items()
    }
    told = {status: {"$ref": f"#/components/responses/{status}"} for status in PROBLEMS}
    for operations in document["paths"].values():
        for operation in operations.values():
            own = operation["responses"]
            own.pop("422", None)
            own.setdefault("304", {"description": "The client has the answer already (`If-None-Match`)."})
            operation["responses"] = own | {s: each for s, each in told.items() if s not in own}
    return document
