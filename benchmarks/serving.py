"""How fast the service answers, against its nearest relatives over the same data in the same run.

    python -m benchmarks.serving [--statements 1000000] [--rounds 7] [--seconds 10]

Twelve bundled queries are asked of the service, of `oxigraph serve` over the very same files, and, on a graph
as small as it needs to be for them to finish, of rdflib-endpoint and of rdflib in memory. "fresh" is a query
in a text that the service has not seen, so that no cache helps; "again" is the same text once more. Rates are
those of 16 clients (wrk, a process of its own).
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import rdflib

from benchmarks.multiplied import multiply
from benchmarks.serving_load import Asker, FailedError, Latency, Rate, never_asked, requests_per_second
from benchmarks.serving_peers import our_service, oxigraph_server, rdflib_server
from graph.ingest import Build, ingest
from graph.ingesting.intake import Intake
from graph.ingesting.recognisers import Recognisers
from graph.query import fill_in, named_queries
from graph.snapshots import newest, reading
from graph.vocabulary import PREFIXES
from scripts.make_samples import BUNDLE

TWELVE = """
amounts-by-department caseworkers decisions figures initiatives initiatives-by-budget-year
meetings open-commitments people-and-roles places-of-initiatives returning-initiatives timeline
""".split()
DECLARED = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
BASE_IRI = "http://localhost:8000/"
LIMIT_S = 2.0
SETTINGS = {"SAGSGRAF_RATE_LIMIT_LOOPBACK": "none", "SAGSGRAF_SERVICE_TIMEOUT_S": str(LIMIT_S)}
PATIENT = {"SAGSGRAF_RATE_LIMIT_LOOPBACK": "none", "SAGSGRAF_SERVICE_TIMEOUT_S": "60"}
BOMB = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
NAMES = "SELECT ?l { ?i a sg:Initiative ; skos:prefLabel ?l } LIMIT 100"
ABOUT = "SELECT ?i { ?i a sg:Initiative } LIMIT 100"


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph to ask, with queries that fit it: twelve typical ones, and a hundred look-ups of one thing."""

    data: Path
    store: Path
    statements: int
    typical: dict[str, str]
    lookups: tuple[str, ...]


def graph_of(samples: Path, folder: Path, statements: int) -> Graph:
    """Make a graph of about so many statements, unless it lies in the folder from a run before."""
    if newest(folder) is None:
        multiply(samples, folder, statements)
    with reading(folder) as snapshot:
        rows = snapshot.store.query(NAMES)
        assert isinstance(rows, ox.QuerySolutions)
        names = [str(row["l"].value) for row in rows]
        rows = snapshot.store.query(ABOUT)
        assert isinstance(rows, ox.QuerySolutions)
        about = [str(row["i"]) for row in rows]
        store, counted = snapshot.directory / "store", len(snapshot.store)
    bundled = named_queries()
    typical = {
        name: DECLARED + fill_in(bundled[name].sparql, dict.fromkeys(bundled[name].needs, names[0]))
        for name in TWELVE
    }
    return Graph(folder, store, counted, typical, tuple(f"SELECT ?p ?o {{ {iri} ?p ?o }}" for iri in about))


def against_oxigraph(graph: Graph, rounds: int, seconds: int) -> Iterator[str]:
    """Yield the lines of the comparison with Oxigraph's own server."""
    with our_service(graph.data, PATIENT) as ours, oxigraph_server(graph.store) as theirs:
        yield f"{graph.statements:,} statements; p50/p95 in ms, one client, {rounds} rounds"
        yield f"{'query':28}{'ours, fresh':>16}{'oxigraph serve':>16}{'ratio':>7}{'ours, again':>16}"
        yield from _latencies(Asker(ours), Asker(theirs), graph, rounds)
        yield f"requests a second, 16 clients, {seconds} s: ours fresh, oxigraph, ratio; ours again, ratio"
        for name, queries in (("typical", tuple(graph.typical.values())), ("look-ups", graph.lookups)):
            fresh = requests_per_second(ours, queries, seconds, fresh=1)
            peer = requests_per_second(theirs, queries, seconds, fresh=1)
            again = requests_per_second(ours, queries, seconds, fresh=0)
            yield f"{name:12}" + _rates(fresh, peer, again)


def _latencies(ours: Asker, theirs: Asker, graph: Graph, rounds: int) -> Iterator[str]:
    ratios: list[float] = []
    for name, query in {**graph.typical, "look-up": DECLARED + graph.lookups[0]}.items():
        times = [(ours.time(never_asked(query)), theirs.time(query), ours.time(query)) for _ in range(rounds)]
        fresh, peer, again = (Latency(tuple(each)) for each in zip(*times, strict=True))
        ratios.append(fresh.p50 / peer.p50)
        again = Latency(again.times_s[1:])  # the first was asked for the first time
        yield f"{name:28}{_ms(fresh)}{_ms(peer)}{ratios[-1]:7.2f}{_ms(again)}"
    yield f"median of the twelve ratios of p50: {statistics.median(ratios[:-1]):.2f}"


def _ms(latency: Latency) -> str:
    return f"{latency.p50 * 1e3:9.1f}/{latency.p95 * 1e3:<6.1f}"


def _rates(fresh: Rate | None, peer: Rate | None, again: Rate | None) -> str:
    if fresh is None or peer is None or again is None:
        return "not measured: wrk is not installed"
    failed = f"; not answered {fresh.failed}, {peer.failed}, {again.failed}"
    return (
        f"{fresh.per_second:9.1f}{peer.per_second:9.1f}{fresh.per_second / peer.per_second:7.2f};"
        f"{again.per_second:9.1f}{again.per_second / peer.per_second:7.2f}{failed}"
    )


def against_rdflib(graph: Graph, rounds: int, quads: Path) -> Iterator[str]:
    """Yield the lines of the comparison with rdflib, served and in memory."""
    named = (quad for quad in ox.Store.read_only(str(graph.store)) if quad.graph_name != ox.DefaultGraph())
    ox.serialize(named, str(quads), ox.RdfFormat.N_QUADS)
    memory = rdflib.Dataset(default_union=True)
    memory.parse(quads, format="nquads")
    with our_service(graph.data, PATIENT) as address, rdflib_server(quads) as peer:
        ours, theirs = Asker(address), Asker(peer)
        yield f"{graph.statements:,} statements; p50 in ms: ours, rdflib-endpoint, rdflib in memory; ratios"
        ratios: list[float] = []
        for name, query in graph.typical.items():
            fresh = Latency(tuple(ours.time(never_asked(query)) for _ in range(rounds))).p50
            served = _each(partial(theirs.time, query))
            inside = _each(partial(_in_memory, memory, query))
            ratios += [] if served is None else [served / fresh]
            yield f"{name:28}{fresh * 1e3:9.1f}{_against(served, fresh)}{_against(inside, fresh)}"
        yield f"median of {len(ratios)} ratios to rdflib-endpoint: {statistics.median(ratios):.1f}"


def _each(ask: Callable[[], float]) -> float | None:
    """Return the median of two times; None where rdflib has no answer (it cannot sort what is not bound)."""
    try:
        return statistics.median((ask(), ask()))
    except (FailedError, TypeError):
        return None


def _against(peer: float | None, ours: float) -> str:
    return f"{'fails':>12}{'-':>8}" if peer is None else f"{peer * 1e3:12.1f}{peer / ours:8.1f}"


def _in_memory(memory: rdflib.Dataset, query: str) -> float:
    start = time.perf_counter()
    list(memory.query(query))
    return time.perf_counter() - start


def under_bombs(graph: Graph, rounds: int) -> Iterator[str]:
    """Yield how late a bomb is stopped, and what four of them do to a cheap query."""
    with our_service(graph.data, SETTINGS) as address:
        cheap = graph.lookups[1]
        late = [Asker(address).status_and_time(never_asked(BOMB)) for _ in range(3)]
        over = max(took for _, took in late) - LIMIT_S
        statuses = sorted({status for status, _ in late})
        yield f"a query over its time: statuses {statuses}, at most {over:+.3f} s after its limit"
        quiet, burning = [], []
        for _ in range(rounds):
            quiet += _while(address, cheap, LIMIT_S)
            bombs = [threading.Thread(target=Asker(address).ask, args=(never_asked(BOMB),)) for _ in range(4)]
            for bomb in bombs:
                bomb.start()
            burning += _while(address, cheap, LIMIT_S)
            for bomb in bombs:
                bomb.join()
        before, during = Latency(tuple(quiet)), Latency(tuple(burning))
        yield (
            f"a cheap query, p50/p95 in ms: quiet {_ms(before)}, beside four bombs {_ms(during)};"
            f" p95 is {during.p95 / before.p95:.1f} times its quiet value"
        )


def _while(address: str, query: str, seconds: float) -> list[float]:
    asker, end, times = Asker(address), time.monotonic() + seconds, []
    while time.monotonic() < end:
        times.append(asker.time(never_asked(query)))
        time.sleep(0.005)
    return times


def main() -> None:
    """Make the graphs, measure, and print."""
    parser = argparse.ArgumentParser(description="Measure how fast the service answers.")
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument(
        "--small", type=int, default=50_000, help="statements of the graph rdflib is asked of"
    )
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--only", choices=("oxigraph", "rdflib", "bombs"))
    parser.add_argument("--folder", type=Path, help="where the graphs are kept for a next run")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.folder or Path(scratch)
        samples = folder / "samples"
        if newest(samples) is None:
            ingest(Build(Intake((BUNDLE,), samples, Recognisers()), BASE_IRI), lambda *_: None)
        for line in _chosen(samples, folder, asked):
            print(line, flush=True)


def _chosen(samples: Path, folder: Path, asked: argparse.Namespace) -> Iterator[str]:
    if asked.only in (None, "rdflib"):
        small = graph_of(samples, folder / "small", asked.small)
        yield from against_rdflib(small, asked.rounds, folder / "small.nq")
    if asked.only in (None, "oxigraph", "bombs"):
        large = graph_of(samples, folder / "large", asked.statements)
        if asked.only != "bombs":
            yield from against_oxigraph(large, asked.rounds, asked.seconds)
        if asked.only != "oxigraph":
            yield from under_bombs(large, rounds=3)


if __name__ == "__main__":
    main()
