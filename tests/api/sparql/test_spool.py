"""Answers that wait to be read have so much room and no more."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from api.sparql.query_pool import PoolError, PoolLimits, QueryPool
from api.sparql.query_worker import Job
from api.sparql.spool import IN_MEMORY, Spool, SpoolFullError
from api.states.state import store_path
from graph.snapshots import reading
from tests.api.serving import write_graph


@pytest.mark.parametrize("size", [0, 10, IN_MEMORY, IN_MEMORY + 1])
def test_what_is_written_is_read_and_its_room_given_back(size: int) -> None:
    spool = Spool(2 * IN_MEMORY)
    with spool.open() as file:
        file.write(b"x" * size)
        assert spool.used == size
        file.seek(0)
        assert len(file.read()) == size
    file.close()
    assert spool.used == 0


def test_one_too_many_is_refused_and_the_others_stay() -> None:
    spool = Spool(100)
    first, second = spool.open(), spool.open()
    first.write(b"x" * 80)
    with pytest.raises(SpoolFullError):
        second.write(b"x" * 21)
    assert second.write(b"x" * 20) == 20
    first.close()
    second.close()
    assert spool.used == 0


def test_answers_that_nobody_reads_hold_up_further_ones_only_until_they_go(tmp_path: Path) -> None:
    write_graph(tmp_path, extra=2_000)

    async def ask(pool: QueryPool, job: Job) -> None:
        first = await pool.run(job)
        with pytest.raises(PoolError, match="wait to be read") as caught:
            await pool.run(job)
        assert caught.value.code == "busy"
        first.body.close()
        (await pool.run(job)).body.close()
        small = await pool.run(replace(job, query="ASK {}"))
        small.body.close()
        assert small.size < 20

    async def main(job: Job) -> None:
        pool = QueryPool(PoolLimits(spool_bytes=100_000))
        await pool.start()
        try:
            await ask(pool, job)
        finally:
            await pool.stop()

    with reading(tmp_path) as snapshot:
        store = str(store_path(snapshot))
        asyncio.run(main(Job(store, "SELECT * { ?s ?p ?o }", "http://e/", "text/csv", "text/turtle")))
