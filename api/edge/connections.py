"""Connections that cannot be held against the service.

uvicorn waits as long as a client likes for the head of a first request, for its body, and for a reader to
read. Here each of these has an end, and neither one client nor all of them hold more than so many
connections.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Any, ClassVar

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from api.edge.headers import SECURITY
from api.errors import Problem, document_of

STATUS = {400: "Bad Request", 408: "Request Timeout", 431: "Request Header Fields Too Large"}
BUSY = "Service Unavailable"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a connection may take.

    Seconds for a request to arrive, for an answer to be made and read, for a reader to read anything at all;
    bytes of a request's head; connections, in all and for one peer. Peers in `exempt` (proxies: all clients
    come by them) may hold as many as there are.
    """

    request_s: float = 20.0
    answer_s: float = 900.0
    stall_s: float = 30.0
    head_bytes: int = 128 * 1024
    connections: int = 512
    per_peer: int = 128
    exempt: tuple[IPv4Network | IPv6Network, ...] = ()

    def exempts(self, peer: str) -> bool:
        """Tell whether a peer is one of the proxies."""
        if not self.exempt or not peer:
            return False
        address = ip_address(peer.partition("%")[0])
        return any(address in network for network in self.exempt)


class GuardedProtocol(HttpToolsProtocol):
    """uvicorn's HTTP protocol with deadlines. `bounds` and `peers` belong to the class that a server uses."""

    bounds = Bounds()
    peers: ClassVar[Counter[str]] = Counter()

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._deadline: asyncio.TimerHandle | None = None
        self._stall: asyncio.TimerHandle | None = None
        self._peer = ""
        self._head_size = 0
        self._is_in_head = True

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        """Count the connection, or refuse it; the first request must arrive in time."""
        super().connection_made(transport)
        self._peer = self.client[0] if self.client else ""
        self.peers[self._peer] += 1
        crowded = self.peers[self._peer] > self.bounds.per_peer and not self.bounds.exempts(self._peer)
        if crowded or len(self.connections) > self.bounds.connections:
            self.refuse(Problem(503, "busy", "too many connections are open"))
        else:
            self._within(self.bounds.request_s)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._stop_clocks()
        self.peers[self._peer] -= 1
        if not self.peers[self._peer]:
            del self.peers[self._peer]
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on, unless the head of the request has grown too large."""
        if self.transport.is_closing():
            return
        super().data_received(data)
        if self._is_in_head:
            self._head_size += len(data)
            if self._head_size > self.bounds.head_bytes:
                reason = f"the head of the request is larger than {self.bounds.head_bytes} bytes"
                self.refuse(Problem(431, "head", reason))

    def on_message_begin(self) -> None:
        """Start the clock of a request that follows another."""
        super().on_message_begin()
        self._is_in_head, self._head_size = True, 0
        self._within(self.bounds.request_s)

    def on_headers_complete(self) -> None:
        """Note that the head is over."""
        self._is_in_head = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Let the answer take its own time."""
        super().on_message_complete()
        self._within(self.bounds.answer_s)

    def on_response_complete(self) -> None:
        """Stop the clock; from here uvicorn's own keep-alive limit counts."""
        self._stop_clocks()
        super().on_response_complete()
        if self.transport.is_closing():
            self._stall = self.loop.call_later(self.bounds.stall_s, self.transport.abort)

    def pause_writing(self) -> None:
        """Give a reader who has stopped some time to go on."""
        super().pause_writing()
        self._stall = self.loop.call_later(self.bounds.stall_s, self.transport.abort)

    def resume_writing(self) -> None:
        """Note that the reader reads."""
        if self._stall is not None:
            self._stall.cancel()
            self._stall = None
        super().resume_writing()

    def timeout_keep_alive_handler(self) -> None:
        """Close an idle connection, also when its last answer was never read."""
        super().timeout_keep_alive_handler()
        self._stall = self.loop.call_later(self.bounds.stall_s, self.transport.abort)

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP as a problem."""
        self.refuse(Problem(400, "http", msg))

    def refuse(self, problem: Problem) -> None:
        """Answer without the application, and close."""
        _, body = document_of(problem)
        head = [f"HTTP/1.1 {problem.status} {STATUS.get(problem.status, BUSY)}"]
        head += [f"{name}: {value}" for name, value in SECURITY.items()]
        head += ["Content-Type: application/problem+json", "Cache-Control: no-store", "Connection: close"]
        head += [f"Content-Length: {len(body)}", "", ""]
        self._stop_clocks()
        self.transport.write("\r\n".join(head).encode("ascii") + body)
        self.transport.close()
        self._stall = self.loop.call_later(self.bounds.stall_s, self.transport.abort)

    def _within(self, seconds: float) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = self.loop.call_later(seconds, self._overrun)

    def _overrun(self) -> None:
        if self.cycle is None or self.cycle.response_complete:
            self.refuse(Problem(408, "slow", f"the request did not arrive in {self.bounds.request_s:g} s"))
        else:
            self.transport.abort()

    def _stop_clocks(self) -> None:
        for clock in (self._deadline, self._stall):
            if clock is not None:
                clock.cancel()
        self._deadline = self._stall = None


def guarded(bounds: Bounds) -> type[GuardedProtocol]:
    """Return the protocol of one server, with counts of its own."""
    return type("Guarded", (GuardedProtocol,), {"bounds": bounds, "peers": Counter()})
