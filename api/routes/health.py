"""Whether the service is alive, and which state of the graph it serves."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

router = APIRouter()


@router.get("/healthz", tags=["state"])
def health(request: Request) -> dict[str, Any]:
    """Answer with the snapshot's name, or with 503 before the first build."""
    with request.app.state.current.open() as snapshot:
        return {"status": "ok", "snapshot": snapshot.name}
