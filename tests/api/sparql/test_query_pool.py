"""Real workers on a real snapshot, with real bombs."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pyoxigraph as ox
import pytest

from api.sparql.query_pool import PoolError, PoolLimits, QueryPool
from api.sparql.query_worker import Job

CHEAP = "SELECT ?o { <http://e/5> <http://e/p> ?o }"
CROSS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
BOMBS = [f"SELECT (COUNT(*) AS ?n) {CROSS}", f"SELECT * {CROSS}", f"SELECT DISTINCT * {CROSS} ORDER BY ?a"]
LIMITS = PoolLimits(timeout_s=1.0, demote_after_s=0.1, fast_lane=2, slow_lane=4)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("store")
    store = ox.Store(str(folder / "live"))
    predicate, graphs = ox.NamedNode("http://e/p"), [ox.NamedNode(f"http://g/{n}") for n in (1, 2)]
    for number in range(2_000):
        subject, value = ox.NamedNode(f"http://e/{number}"), ox.Literal(str(number))
        store.add(ox.Quad(subject, predicate, value))
        for graph in graphs:
            store.add(ox.Quad(subject, predicate, value, graph))
    store.flush()
    store.backup(str(folder / "snapshot"))
    return str(folder / "snapshot")


@asynccontextmanager
async def running(limits: PoolLimits) -> AsyncIterator[QueryPool]:
    pool = QueryPool(limits)
    await pool.start()
    try:
        yield pool
    finally:
        await pool.stop()


def with_pool(work: Callable[[QueryPool], Awaitable[None]], limits: PoolLimits = LIMITS) -> None:
    async def main() -> None:
        async with running(limits) as pool:
            await work(pool)

    asyncio.run(main())


def job(
    snapshot: str,
    query: str,
    default_graphs: tuple[str, ...] | None = None,
    named_graphs: tuple[str, ...] | None = None,
) -> Job:
    media_types = "text/csv", "application/n-triples"
    return Job(snapshot, query, "http://e/", *media_types, default_graphs, named_graphs)


async def ask(pool: QueryPool, wanted: Job) -> str:
    answer = await pool.run(wanted)
    with answer.body as body:
        return body.read().decode()


async def failure(pool: QueryPool, wanted: Job) -> str:
    with pytest.raises(PoolError) as caught:
        await pool.run(wanted)
    return caught.value.code


def test_a_query_is_answered(snapshot: str) -> None:
    async def work(pool: QueryPool) -> None:
        assert await ask(pool, job(snapshot, CHEAP)) == "o\r\n5\r\n"

    with_pool(work)


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_query_over_its_time_is_stopped_in_time(snapshot: str, bomb: str) -> None:
    async def work(pool: QueryPool) -> None:
        start = time.perf_counter()
        assert await failure(pool, job(snapshot, bomb)) in {"timeout", "too_large", "died"}
        assert time.perf_counter() - start < LIMITS.timeout_s + 2
        assert await ask(pool, job(snapshot, CHEAP)) == "o\r\n5\r\n"

    with_pool(work)


def test_a_stack_overflow_takes_nobody_else_down(snapshot: str) -> None:
    deep = "SELECT * { FILTER(" + "(" * 400_000 + "1" + ")" * 400_000 + ") }"

    async def work(pool: QueryPool) -> None:
        assert await failure(pool, job(snapshot, deep)) in {"died", "syntax", "timeout", "memory"}
        assert await ask(pool, job(snapshot, CHEAP)) == "o\r\n5\r\n"

    with_pool(work)


def test_memory_is_bounded(snapshot: str) -> None:
    hungry = f"SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?x) {CROSS}"

    async def work(pool: QueryPool) -> None:
        assert await failure(pool, job(snapshot, hungry)) in {"died", "memory"}

    with_pool(work, PoolLimits(timeout_s=30.0, memory_bytes=192 * 1024**2))


def test_a_syntax_error_says_where(snapshot: str) -> None:
    async def work(pool: QueryPool) -> None:
        with pytest.raises(PoolError, match=r"1:\d+"):
            await pool.run(job(snapshot, "SELECT * { ?s ?p }"))

    with_pool(work)


def test_light_queries_go_on_while_bombs_run(snapshot: str) -> None:
    async def work(pool: QueryPool) -> None:
        bombs = [asyncio.create_task(failure(pool, job(snapshot, BOMBS[0]))) for _ in range(4)]
        await asyncio.sleep(0.4)
        for _ in range(20):
            assert await ask(pool, job(snapshot, CHEAP)) == "o\r\n5\r\n"
        assert not any(task.done() for task in bombs)
        assert await asyncio.gather(*bombs) == ["timeout"] * 4

    with_pool(work, PoolLimits(timeout_s=4.0, demote_after_s=0.05, fast_lane=2, slow_lane=4))


def test_too_many_long_queries_are_turned_away(snapshot: str) -> None:
    async def work(pool: QueryPool) -> None:
        codes = await asyncio.gather(*(failure(pool, job(snapshot, BOMBS[0])) for _ in range(4)))
        assert sorted(set(codes)) == ["busy", "timeout"]

    with_pool(work, PoolLimits(timeout_s=2.0, demote_after_s=0.1, patience_s=0.2, fast_lane=2, slow_lane=1))


def test_two_default_graphs_count_a_shared_triple_once(snapshot: str) -> None:
    graphs = ("http://g/1", "http://g/2")

    async def work(pool: QueryPool) -> None:
        wanted = job(snapshot, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", default_graphs=graphs, named_graphs=())
        assert await ask(pool, wanted) == "n\r\n2000\r\n"

    with_pool(work)


def test_an_answer_larger_than_allowed_is_an_error(snapshot: str) -> None:
    async def work(pool: QueryPool) -> None:
        assert await failure(pool, job(snapshot, "SELECT * { ?s ?p ?o }")) == "too_large"

    with_pool(work, PoolLimits(answer_bytes=10_000))


def test_no_worker_outlives_the_pool(snapshot: str) -> None:
    pids: list[int] = []

    async def work(pool: QueryPool) -> None:
        await ask(pool, job(snapshot, CHEAP))
        pids.extend(worker.process.pid or 0 for worker in pool._idle)

    with_pool(work)
    assert pids
    assert not any(Path(f"/proc/{pid}").exists() for pid in pids if os.name == "posix")
