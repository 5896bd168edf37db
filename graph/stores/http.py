"""Talk to a SPARQL 1.1 server over HTTP: queries, updates, whole graphs.

Adapter: what the client raises and what a server refuses becomes a `RemoteStoreError` here, once. Nothing is
asked of any other address: redirects are not followed, proxies of the environment are not used.
"""

from __future__ import annotations

import io
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

import httpx

from graph.errors import RemoteStoreError, StoreError
from graph.stores.address import Address
from graph.stores.login import find_login

PATIENCE = httpx.Timeout(600.0, connect=10.0)  # seconds; a server may be long about a large update
SOLUTIONS, TRIPLES = "application/sparql-results+json", "application/n-triples"
CUT_SHORT = "S1TAT"  # Virtuoso's X-SQL-State of an answer that its time limit has cut short
OVER_TIME = "Virtuoso S1T00"  # how it begins to say that its own limit was reached

Form = list[tuple[str, str]]


class Server:
    """A SPARQL 1.1 server."""

    def __init__(self, address: Address, patience: httpx.Timeout = PATIENCE) -> None:
        self.address = address
        self.name = ""  # what the server calls itself, once it has answered
        login = find_login(address.query)
        headers = {"User-Agent": "sagsgraf"}
        context = ssl.create_default_context()
        self._client = httpx.Client(
            auth=login, verify=context, timeout=patience, trust_env=False, headers=headers
        )

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    @contextmanager
    def answer(self, query: str, accept: str, form: Form) -> Iterator[Body]:
        """Yield the answer to a query as a file that is read while it comes. `form` are more parameters.

        Raises: RemoteStoreError if there is none, or not a whole one.
        """
        sent = {"query": query, **_grouped(form)}
        request = self._client.build_request(
            "POST", self.address.query, data=sent, headers={"Accept": accept}
        )
        with self._sent(request) as response:
            if response.headers.get("x-sql-state") == CUT_SHORT:
                raise RemoteStoreError(self.address.query, "the query took too long there", "timeout")
            if rows := response.headers.get("x-sparql-maxrows"):
                reason = f"it cuts answers at {rows} rows without saying so: unset ResultSetMaxRows there"
                raise RemoteStoreError(self.address.query, reason)
            yield Body(response.iter_bytes(), self.address.query)

    def update(self, text: str) -> None:
        """Change what is stored.

        Raises: RemoteStoreError if the server refuses.
        """
        headers = {"Content-Type": "application/sparql-update"}
        content = text.encode("utf-8", "surrogatepass")
        request = self._client.build_request("POST", self.address.update, content=content, headers=headers)
        with self._sent(request):
            pass

    def add(self, graph: str | None, triples: bytes) -> None:
        """Add triples (N-Triples) to a graph; None is the default graph.

        Raises: RemoteStoreError if the server refuses.
        """
        parameters = {"default": ""} if graph is None else {"graph": graph}
        headers = {"Content-Type": TRIPLES}
        request = self._client.build_request(
            "POST", self.address.graphs, params=parameters, content=triples, headers=headers
        )
        with self._sent(request):
            pass

    @contextmanager
    def _sent(self, request: httpx.Request) -> Iterator[httpx.Response]:
        url = str(request.url.copy_with(query=None))
        try:
            response = self._client.send(request, stream=True)
        except httpx.TimeoutException as error:
            raise RemoteStoreError(url, "the store does not answer in time", "timeout") from error
        except httpx.HTTPError as error:
            raise RemoteStoreError(url, f"the store cannot be reached: {error}", "unreachable") from error
        try:
            self.name = response.headers.get("server", "")
            if not response.is_success:
                raise _refusal(url, response)
            yield response
        finally:
            response.close()


class Body(io.RawIOBase):
    """The body of a response as a binary file that is read once, from the start."""

    def __init__(self, pieces: Iterator[bytes], url: str) -> None:
        self._pieces = pieces
        self._rest = b""
        self._url = url

    def file(self) -> IO[bytes]:
        """Return what is read here as a buffered file."""
        return io.BufferedReader(self)

    def whole(self) -> Body:
        """Return a body that has come whole, and can be read when the connection is closed."""
        return Body(iter([self.read()]), self._url)

    def mend(self, transform: Callable[[Iterator[bytes]], Iterator[bytes]]) -> None:
        """Let what comes go through a transformation."""
        self._pieces = transform(self._pieces)

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # a narrower buffer
        """Read up to as many bytes as the buffer holds; 0 is the end."""
        try:
            while not self._rest:
                self._rest = next(self._pieces)
        except StopIteration:
            return 0
        except httpx.HTTPError as error:
            raise OSError(f"{self._url}: the answer broke off: {error}") from error
        taken = self._rest[: len(buffer)]
        buffer[: len(taken)] = taken
        self._rest = self._rest[len(taken) :]
        return len(taken)


def _grouped(form: Form) -> dict[str, list[str]]:
    names = dict.fromkeys(name for name, _ in form)
    return {name: [value for each, value in form if each == name] for name in names}


def _refusal(url: str, response: httpx.Response) -> StoreError:
    """Return what the server says against a request, without the query that it may repeat."""
    if response.status_code in (401, 403):
        return RemoteStoreError(url, f"the store asks for a login it accepts ({response.status_code})")
    try:
        said = response.read().decode("utf-8", "replace")
    except httpx.HTTPError:
        said = ""
    if OVER_TIME in said:
        return RemoteStoreError(url, "the query took too long there", "timeout")
    line = " ".join(said.partition("SPARQL query:")[0].split())[:300]
    return RemoteStoreError(url, f"the store answers {response.status_code}: {line or 'no reason given'}")
