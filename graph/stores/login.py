"""Who we are to a SPARQL server: from the environment or .netrc, at the moment of connecting.

A login stands in no record, file, address or message of ours, so that nothing can print it.
"""

from __future__ import annotations

import netrc
import os
from collections.abc import Generator, Mapping
from urllib.parse import urlsplit

import httpx

from graph.errors import StoreError

USER, PASSWORD = "SAGSGRAF_STORE_USER", "SAGSGRAF_STORE_PASSWORD"


class Login(httpx.Auth):
    """Says who we are when a server asks, in the way it asks for: Basic or Digest (RFC 7617, RFC 7616)."""

    def __init__(self, user: str, password: str) -> None:
        self._basic = httpx.BasicAuth(user, password)
        self._digest = httpx.DigestAuth(user, password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send the request as it is, and again with the login if the server asks for one."""
        if self._chosen is None:
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            asked = response.headers.get("www-authenticate", "").casefold()
            self._chosen = self._digest if asked.startswith("digest") else self._basic
        yield from self._chosen.auth_flow(request)


def find_login(url: str, environ: Mapping[str, str] = os.environ) -> Login | None:
    """Return the login for a server: from the environment, else from .netrc (or `$NETRC`); None without one.

    Raises: StoreError if .netrc cannot be read.
    """
    if environ.get(USER):
        return Login(environ[USER], environ.get(PASSWORD, ""))
    path = environ.get("NETRC") or os.path.expanduser("~/.netrc")
    try:
        found = netrc.netrc(path).authenticators(urlsplit(url).hostname or "")
    except FileNotFoundError:
        return None
    except (OSError, netrc.NetrcParseError) as error:
        raise StoreError(path, f"it cannot be read: {type(error).__name__}") from error
    return Login(found[0], found[2]) if found else None
