"""What pages and lists cost, as ratios to a cheap answer of the same server in the same run.

    python -m benchmarks.pages [--warm] [--browser] DATA ...

Each data directory is served by a process of its own whose CPU time is read from the system, so that what
else the machine does counts little. Each address is asked several times: the first may be cold. With --warm
the service first reads what pages need, as `sagsgraf serve` does. With --browser chromium tells how long a
page takes until it can be used. `benchmarks.multiplied` makes large graphs.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from pyoxigraph import NamedNode

from api.commands.serve import listen
from graph.snapshots import reading
from graph.store import Reader
from graph.vocabulary import SG, TYPE

FLOOR = "/healthz"
FLOOR_TIMES = 200
AGAIN = 5
VISITS = 3
FLAGS = ("--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader")
PAGES = (
    "/",
    "/graf",
    "/loefter",
    "/penge",
    "/kvalitet",
    "/identitet",
    "/find",
    "/find?q=budget",
    "/find?q=bugdet",
)
LISTS = (
    *("initiatives", "people", "organizations", "meetings", "agenda-items", "documents", "cases"),
    *("commitments", "amounts", "places", "budget-years", "sources", "judgements"),
)
REST = (
    *(f"/api/{name}" for name in LISTS),
    "/api/status",
    "/api/quality",
    "/api/graph",
    "/api/suggest?q=bud",
)
OPENED = ("Initiative", "Meeting", "Person", "Department", "Source")
BROWSED = ("/", "/graf", "/loefter", "/penge", "/kvalitet", "/find?q=budget")
USABLE = "() => performance.getEntriesByType('navigation')[0].domInteractive"
TICK = os.sysconf("SC_CLK_TCK")
WARM_S = 600.0
BOOT = "from api.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Cost:
    """The CPU seconds of an answer, its status and its size in bytes."""

    cpu_s: float
    status: int
    size: int


@dataclass(frozen=True, slots=True)
class Server:
    """A served graph: its process and port."""

    process: int
    port: int

    def cpu_s(self) -> float:
        """Return the CPU seconds the process has used, without those of its query workers."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory_mb(self) -> int:
        """Return the memory it holds."""
        pages = int(Path(f"/proc/{self.process}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") // 1024**2

    def ask(self, path: str) -> tuple[int, int]:
        """Return the status and the size of an answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=600)
        with closing(connection):
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, len(answer.read())

    def cost(self, path: str, times: int = 1) -> Cost:
        """Return what one of so many answers costs."""
        before = self.cpu_s()
        status, size = [self.ask(path) for _ in range(times)][-1]
        return Cost((self.cpu_s() - before) / times, status, size)


@contextmanager
def served(data: Path, environment: dict[str, str]) -> Iterator[Server]:
    """Serve the graph in a process of its own."""
    with closing(listen("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", BOOT, "serve", "--data", str(data), "--port", str(port), "--quiet"]
    process = subprocess.Popen(command, env={**os.environ, **environment})  # noqa: S603 - our own program
    server = Server(process.pid, port)
    try:
        _wait(server)
        yield server
    finally:
        process.terminate()
        process.wait(60)


def _wait(server: Server) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            server.ask(FLOOR)
        except OSError:
            time.sleep(0.2)
        else:
            return


def settle(server: Server) -> tuple[float, int]:
    """Wait until the service does nothing any more; return the CPU seconds and the memory it then holds."""
    deadline, quiet, last = time.monotonic() + WARM_S, 0, server.cpu_s()
    while quiet < 3 and time.monotonic() < deadline:
        time.sleep(1.0)
        now = server.cpu_s()
        quiet = quiet + 1 if now - last <= 2 / TICK else 0
        last = now
    return last, server.memory_mb()


def opened(data: Path) -> list[str]:
    """Return the addresses of one thing of each class whose pages are opened."""
    with reading(data) as snapshot:
        found = (_first(snapshot.store, SG(name)) for name in OPENED)
        return [f"/{iri.split('/', 3)[3]}" for iri in found if iri]


def _first(store: Reader, of_class: NamedNode) -> str:
    subjects = (triple.subject for triple in store.triples(None, TYPE, of_class))
    return min((each.value for each in subjects if isinstance(each, NamedNode)), default="")


def measure(server: Server, paths: Sequence[str]) -> Iterator[str]:
    """Yield a table of what each address costs, line by line."""
    floor = max(server.cost(FLOOR, FLOOR_TIMES).cpu_s, 1e-6)
    yield f"floor: {1000 * floor:.2f} ms of CPU ({FLOOR}); then how often that, and the seconds"
    yield f"{'address':44} {'first':>7} {'again':>7} {'first s':>8} {'again s':>8} {'kB':>7}"
    for path in paths:
        first, again = server.cost(path), server.cost(path, AGAIN)
        shown = path if first.status == 200 else f"{path} ({first.status})"
        yield (
            f"{shown:44.44} {first.cpu_s / floor:7.0f} {again.cpu_s / floor:7.0f}"
            f" {first.cpu_s:8.2f} {again.cpu_s:8.3f} {first.size / 1000:7.1f}"
        )
    yield f"{server.memory_mb()} MB at the end"


def browse(server: Server, paths: Sequence[str]) -> Iterator[str]:
    """Yield a table of how long pages take in chromium until they can be used, the median of three visits."""
    yield f"{'address':44} {'usable ms':>9} {'loaded ms':>9}   in chromium, wall time"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for path in paths:
            times = sorted(_visit(browser, f"http://127.0.0.1:{server.port}{path}") for _ in range(VISITS))
            usable, loaded = times[VISITS // 2]
            yield f"{path:44.44} {usable:9.0f} {loaded:9.0f}"
        browser.close()


def _visit(browser: Browser, address: str) -> tuple[float, float]:
    page = browser.new_page()
    page.goto(address, wait_until="load")
    usable, loaded = (float(page.evaluate(each)) for each in (USABLE, "() => performance.now()"))
    page.close()
    return usable, loaded


def main() -> None:
    """Measure each data directory that is named."""
    parser = argparse.ArgumentParser(description="Measure what pages cost.")
    parser.add_argument("--warm", action="store_const", const="yes", default="no")
    parser.add_argument("--browser", action="store_const", const=BROWSED, default=())
    parser.add_argument("data", type=Path, nargs="+")
    asked = parser.parse_args()
    for data in asked.data:
        things = opened(data)
        with served(data, {"SAGSGRAF_WARM": asked.warm}) as server:
            used, memory = settle(server)
            print(f"\n{data}: at rest after {used:.1f} CPU s with {memory} MB")
            for line in measure(server, (*PAGES, *things, *REST)):
                print(line, flush=True)
            for line in browse(server, (*asked.browser, *things[:1])) if asked.browser else ():
                print(line, flush=True)


if __name__ == "__main__":
    main()
