"""Work that ends when nobody waits for it any more."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from starlette.requests import ClientDisconnect, Request

Result = TypeVar("Result")
PATIENCE_S = 0.2  # work shorter than this is not worth looking round for


async def while_waited_for(request: Request, work: Coroutine[Any, Any, Result]) -> Result:
    """Return what `work` comes to; cancel it where the client leaves first.

    Raises: ClientDisconnect then; else what the work raises.
    """
    task = asyncio.create_task(work)
    task.add_done_callback(seen)
    leaving: asyncio.Task[None] | None = None
    try:
        await asyncio.wait({task}, timeout=PATIENCE_S)
        if not task.done():
            leaving = asyncio.create_task(_left(request))
            await asyncio.wait({task, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        raise ClientDisconnect
    finally:
        for each in (task, leaving):
            if each is not None and not each.done():
                each.cancel()


def seen(task: asyncio.Task[Any]) -> None:
    """Take note of a task's error, also where nobody is left to be told of it."""
    if not task.cancelled():
        task.exception()


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
