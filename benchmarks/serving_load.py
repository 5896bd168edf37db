"""Ask a SPARQL endpoint: one query at a time for latencies, with 16 clients (wrk) for requests a second."""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, RemoteDisconnected
from itertools import count
from pathlib import Path
from urllib.parse import quote, urlsplit

ACCEPT = "application/sparql-results+json"
CLIENTS = 16
# Each thread of wrk goes round the paths; %NONCE% becomes a number that no request had before.
SCRIPT = """
local paths, threads = {}, 0
for line in io.lines("PATHS") do paths[#paths + 1] = line end
function setup(thread) thread:set("id", threads); threads = threads + 1 end
function init() n = 0 end
function request()
  n = n + 1
  local path = paths[(n + id) % #paths + 1]
  return wrk.format("GET", (path:gsub("%%NONCE%%", id .. "x" .. n)))
end
function done(summary)
  local e = summary.errors
  io.write(string.format("FOUND %d %d %d\\n", summary.requests, summary.duration,
    e.connect + e.read + e.write + e.status + e.timeout))
end
"""
FOUND = re.compile(r"FOUND (\d+) (\d+) (\d+)")
NONCE = "%NONCE%"
_nonces = count()


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds one query took, over and over, from sending it to the last byte of its answer."""

    times_s: tuple[float, ...]

    @property
    def p50(self) -> float:
        """The median."""
        return statistics.median(self.times_s)

    @property
    def p95(self) -> float:
        """What 95 of 100 stay under."""
        return statistics.quantiles(self.times_s, n=20, method="inclusive")[-1]


@dataclass(frozen=True, slots=True)
class Rate:
    """Requests answered with success a second, and how many were not."""

    per_second: float
    failed: int


class FailedError(Exception):
    """A query was not answered with 200."""


class Asker:
    """One client with one connection."""

    def __init__(self, endpoint: str, timeout_s: float = 120.0) -> None:
        parts = urlsplit(endpoint)
        self.path = parts.path
        self.connection = HTTPConnection(parts.hostname or "", parts.port, timeout=timeout_s)

    def ask(self, query: str) -> tuple[int, bytes]:
        """Return the status and the body of the answer."""
        try:
            return self._ask(query)
        except RemoteDisconnected:  # the server closed a connection that was idle for long
            self.connection.close()
            return self._ask(query)

    def _ask(self, query: str) -> tuple[int, bytes]:
        self.connection.request("GET", f"{self.path}?query={quote(query)}", headers={"Accept": ACCEPT})
        answer = self.connection.getresponse()
        return answer.status, answer.read()

    def status_and_time(self, query: str) -> tuple[int, float]:
        """Return the status of an answer and the seconds it takes."""
        start = time.perf_counter()
        status, _ = self.ask(query)
        return status, time.perf_counter() - start

    def time(self, query: str) -> float:
        """Return the seconds an answer takes. Raises: FailedError if it is no success."""
        start = time.perf_counter()
        status, body = self.ask(query)
        took = time.perf_counter() - start
        if status != 200:
            raise FailedError(f"{status} {body[:200]!r}")
        return took

    def close(self) -> None:
        """Let go of the connection."""
        self.connection.close()


def never_asked(query: str) -> str:
    """Return the same query in a text that no cache has seen.

    >>> never_asked("ASK {}") != never_asked("ASK {}")
    True
    """
    return f"{query}\n# {next(_nonces)}"


def requests_per_second(endpoint: str, queries: Sequence[str], seconds: int, *, fresh: int) -> Rate | None:
    """Let 16 clients ask the queries in turn; `fresh` 1 gives every request a text of its own, 0 repeats.

    None where wrk is not installed (Debian package `wrk`).
    """
    wrk = shutil.which("wrk")
    if wrk is None:
        return None
    parts = urlsplit(endpoint)
    tail = f"%0A%23{NONCE}" * fresh
    with tempfile.TemporaryDirectory() as folder:
        paths, script = Path(folder) / "paths", Path(folder) / "script.lua"
        paths.write_text("".join(f"{parts.path}?query={quote(query)}{tail}\n" for query in queries))
        script.write_text(SCRIPT.replace("PATHS", str(paths)))
        command = [wrk, "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "--timeout", "60s", "-s", str(script)]
        command += ["-H", f"Accept: {ACCEPT}", f"{parts.scheme}://{parts.netloc}"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - fixed command
    found = FOUND.search(done.stdout)
    if found is None:
        raise FailedError(done.stdout[-500:])
    requests, microseconds, failed = map(int, found.groups())
    return Rate((requests - failed) / microseconds * 1e6, failed)
