"""Count the requests of each client, and turn away who asks too often.

A client is the address a request comes from (api.edge.server says when a proxy is believed about it); a
whole /64 of IPv6 is one client, as one machine has that many addresses.

Source: the fields are those of draft-ietf-httpapi-ratelimit-headers-07; 429 is RFC 6585, section 4.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from limits import RateLimitItem, parse
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import Problem, respond

MOST_CLIENTS = 50_000  # who was counted longest ago is forgotten first
NONE = "none"


class ClientCounts(Storage):
    """Counts in this process's memory, which no number of clients can fill."""

    STORAGE_SCHEME = None

    def __init__(self, most: int = MOST_CLIENTS) -> None:
        super().__init__()
        self.most = most
        self._counts: OrderedDict[str, tuple[int, float]] = OrderedDict()

    @property
    def base_exceptions(self) -> type[Exception]:
        """What a storage may raise of itself; this one raises nothing."""
        return ValueError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count `amount` more for a client; return its count in the window, which lasts `expiry` seconds."""
        now = time.time()
        count, end = self._counts.get(key, (0, 0.0))
        if end <= now:
            count, end = 0, now + expiry
        self._counts[key] = (count + amount, end)
        self._counts.move_to_end(key)
        if len(self._counts) > self.most:
            self._counts.popitem(last=False)
        return count + amount

    def get(self, key: str) -> int:
        """Return a client's count in its window."""
        count, end = self._counts.get(key, (0, 0.0))
        return count if end > time.time() else 0

    def get_expiry(self, key: str) -> float:
        """Return when a client's window ends, in seconds since 1970."""
        return max(self._counts.get(key, (0, 0.0))[1], time.time())

    def check(self) -> bool:
        """Memory is always there."""
        return True

    def reset(self) -> int:
        """Forget all; return how many clients were forgotten."""
        forgotten = len(self._counts)
        self._counts.clear()
        return forgotten

    def clear(self, key: str) -> None:
        """Forget one client."""
        self._counts.pop(key, None)


class RateLimits:
    """Adds the RateLimit fields to every answer, and answers 429 where a client's window is used up.

    `remote` and `loopback` are rates such as "600/minute", or "none": what a client elsewhere may ask, and
    what one on this machine may.
    """

    def __init__(self, app: ASGIApp, remote: str, loopback: str) -> None:
        self.app = app
        self.rates = {False: read_rate(remote), True: read_rate(loopback)}
        self.counts = ClientCounts()
        self.limiter = FixedWindowRateLimiter(self.counts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a request and pass it on, or turn it away."""
        host = (scope.get("client") or ("", 0))[0] if scope["type"] == "http" else ""
        name, is_here = client_of(host)
        rate = self.rates[is_here]
        if rate is None or scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        fits = self.limiter.hit(rate, name)
        window = self.limiter.get_window_stats(rate, name)
        wait = str(max(math.ceil(window.reset_time - time.time()), 0))
        fields = {
            "RateLimit-Limit": str(rate.amount),
            "RateLimit-Remaining": str(window.remaining),
            "RateLimit-Reset": wait,
        }

        async def send_with_fields(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(fields)
            await send(message)

        if fits:
            await self.app(scope, receive, send_with_fields)
            return
        await _turned_away(rate, wait, Request(scope))(scope, receive, send_with_fields)


def _turned_away(rate: RateLimitItem, wait: str, request: Request) -> Any:
    reason = f"more than {rate.amount} requests in {rate.get_expiry()} s: ask again in {wait} s"
    return respond(Problem(429, "rate_limit", reason, (("Retry-After", wait),)), request)


def read_rate(rate: str) -> RateLimitItem | None:
    """Read a rate; None if there is no limit.

    Raises: ValueError if it is no rate.

    >>> read_rate("600/minute")
    600 per 1 minute
    >>> read_rate("none") is None
    True
    """
    return None if rate.casefold() == NONE else parse(rate)


@lru_cache(maxsize=10_000)
def client_of(host: str) -> tuple[str, bool]:
    """Return the name a client is counted under, and whether it is on this machine.

    >>> client_of("2001:db8::7"), client_of("::ffff:192.0.2.1")
    (('2001:db8::/64', False), ('192.0.2.1', False))
    >>> client_of("127.0.0.1")
    ('127.0.0.1', True)
    """
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host[:64], False
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped), address.ipv4_mapped.is_loopback
        if not address.is_loopback:
            return str(ip_network((address, 64), strict=False)), False
    return str(address), address.is_loopback
