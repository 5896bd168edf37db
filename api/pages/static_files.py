"""The explorer's built scripts and styles: by which name a page asks for them, and how they are served.

Their names carry a digest of what they hold, so a browser may keep them for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = "static"
FOR_EVER = "public, max-age=31536000, immutable"


class Asset(msgspec.Struct, frozen=True):
    """A built entry: its file, the style sheet its script imports, the scripts to fetch early."""

    file: str
    style: str | None = None
    early: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assets:
    """All built entries by name; none where the explorer was not built: the pages then work as text."""

    entries: dict[str, Asset]

    def of(self, name: str) -> Asset | None:
        """Return what was built of `src/pages/<name>.ts` or `src/style/<name>.css`."""
        return self.entries.get(name)


@cache
def assets() -> Assets:
    """Read what was built, once."""
    manifest = files("api") / FOLDER / "manifest.json"
    if not manifest.is_file():
        return Assets({})
    return Assets(msgspec.json.decode(manifest.read_bytes(), type=dict[str, Asset]))


class KeptFiles(StaticFiles):
    """Static files that never change under their name."""

    def __init__(self) -> None:
        super().__init__(directory=str(files("api") / FOLDER), check_dir=False)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer with the file and let the browser keep it.

        Raises: HTTPException 404 if there is no such file.
        """
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = FOR_EVER
        return response
