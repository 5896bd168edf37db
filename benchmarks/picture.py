"""How quickly the picture of the network is drawn: `python -m benchmarks.picture`.

A browser without a graphics card draws invented networks that the service's answer is exchanged for, while
the picture is dragged and zoomed. What is counted is the time of all the browser's processes for each frame,
so that other work on the machine tells little; the floor is the smallest network in the same run.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.api.serving import serving, write_graph
from tests.web.browser import Site, chromium

SIZES = (500, 1_500, 5_000, 10_000)
TYPES = ("Initiative", "Person", "Department", "Place", "Document", "AgendaItem", "Meeting", "Case")
STEPS, STEP_MS = 40, 25
TICK_MS = 1_000 / os.sysconf("SC_CLK_TCK")
COUNT_FRAMES = """() => {
  window.frames_seen = 0; window.is_counting = true;
  const next = () => { window.frames_seen += 1; if (window.is_counting) requestAnimationFrame(next); };
  requestAnimationFrame(next);
}"""
STOP = "() => { window.is_counting = false; return window.frames_seen; }"


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a movement took: the processor's milliseconds for a frame, and frames a second of the clock."""

    ms_a_frame: float
    frames_a_second: float


def network(size: int, seed: int = 1) -> dict[str, Any]:
    """Return an answer of `/api/graph`: `size` things on a grid and half as many statements again."""
    draw = random.Random(seed)  # noqa: S311 - the same network each time
    side = int(size**0.5)
    base = "http://localhost:8000/thing/"
    nodes = [
        {"iri": f"{base}{n}", "label": f"Thing number {n}", "type": TYPES[n % len(TYPES)], "kind": None}
        | {"degree": 1 + n % 7, "x": n % side + draw.random(), "y": n // side + draw.random()}
        | {"first": None, "last": None}
        for n in range(size)
    ]
    said = {"relation": "place", "label": "sted", "label_en": "place", "date": "2024-05-13", "evidence": None}
    starts = [draw.randrange(size) for _ in range(size * 3 // 2)]
    ends = [(start, min(start + draw.choice((1, 2, side)), size - 1)) for start in starts]
    edges = [
        said | {"id": str(n), "start": f"{base}{one}", "end": f"{base}{other}"}
        for n, (one, other) in enumerate(ends)
        if one != other
    ]
    return {"nodes": nodes, "edges": edges, "omitted": 0, "complete": True}


def browser_ms() -> float:
    """Return the processor's milliseconds that all processes below this one have taken so far."""
    parents, taken = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue  # it has ended meanwhile
        parents[int(folder.name)] = int(fields[1])
        taken[int(folder.name)] = (int(fields[11]) + int(fields[12])) * TICK_MS
    return sum(ms for process, ms in taken.items() if _is_below(process, parents))


def _is_below(process: int, parents: dict[int, int]) -> bool:
    above = parents.get(process)
    while above is not None and above != os.getpid():
        above = parents.get(above)
    return above is not None


def measure(page: Page, move: Callable[[], None]) -> Drawn:
    """Return what a movement takes."""
    page.evaluate(COUNT_FRAMES)
    spent, begun = browser_ms(), time.perf_counter()
    move()
    frames = max(int(page.evaluate(STOP)), 1)
    return Drawn((browser_ms() - spent) / frames, frames / (time.perf_counter() - begun))


def movements(page: Page) -> dict[str, Callable[[], None]]:
    """Return the movements: the picture is dragged from its corner, and zoomed in and out."""
    box = page.get_by_role("application").bounding_box()
    assert box is not None
    x, y = box["x"] + 8, box["y"] + 8

    def drag() -> None:
        page.mouse.move(x, y)
        page.mouse.down()
        for step in range(STEPS):
            page.mouse.move(x + 3 * step, y + 2 * step)
            page.wait_for_timeout(STEP_MS)
        page.mouse.up()

    def zoom() -> None:
        for step in range(STEPS):
            page.mouse.wheel(0, -60 if step < STEPS // 2 else 60)
            page.wait_for_timeout(STEP_MS)

    return {"dragged": drag, "zoomed": zoom}


def _answer(answer: dict[str, Any], route: Route) -> None:
    route.fulfill(json=answer)


def report(site: Site, sizes: tuple[int, ...]) -> Iterator[str]:
    """Yield a table: for each size and movement the time for a frame, and that in floors."""
    yield "| things | | ms a frame | frames a second | ms in floors |\n|--:|---|--:|--:|--:|"
    floors: dict[str, float] = {}
    for size in sizes:
        answer = network(size)
        with site.page("about:blank", viewport={"width": 1440, "height": 900}) as page:
            page.route("**/api/graph?*", partial(_answer, answer))
            page.goto("/graf")
            expect(page.locator("#happened")).to_contain_text("i billedet", timeout=60_000)
            page.wait_for_timeout(1_000)
            for name, move in movements(page).items():
                drawn = measure(page, move)
                floor = floors.setdefault(name, drawn.ms_a_frame)
                ms, ratio = drawn.ms_a_frame, drawn.ms_a_frame / floor
                yield f"| {size} | {name} | {ms:.0f} | {drawn.frames_a_second:.0f} | {ratio:.1f} |"


def main() -> None:
    """Serve an empty picture, draw networks of several sizes in it, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_graph(Path(folder))
        with serving(Path(folder)) as address, chromium() as browser:
            for line in report(Site(address, browser), tuple(wanted.sizes)):
                print(line, flush=True)


if __name__ == "__main__":
    main()
