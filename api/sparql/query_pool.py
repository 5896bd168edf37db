"""A pool of query workers with two lanes, so that heavy queries never stand in the way of light ones.

A query starts in the fast lane. If it is not done after a moment it is demoted: its worker drops to the
lowest scheduling priority and leaves the fast lane to a fresh worker. At the time limit the worker is
killed. An answer is handed out only when it is whole: a query that overruns is an error, never half a body.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from threading import Thread
from typing import IO

import msgspec

from api.edge.waiting import seen
from api.sparql import query_worker
from api.sparql.query_worker import HEAD, Failure, Job
from api.sparql.spool import Spool, Spooled, SpoolFullError

LOG = logging.getLogger("sagsgraf.service")
SPARE_S = 5.0  # how long the end of the service waits for a worker that is just starting


@dataclass(frozen=True, slots=True)
class PoolLimits:
    """How much the pool may use. Times in seconds, sizes in bytes."""

    timeout_s: float = 10.0
    demote_after_s: float = 0.2
    patience_s: float = 1.0  # how long a query may stay in the fast lane when the slow one is full
    fast_lane: int = 4
    slow_lane: int = 10
    queue: int = 64
    queue_wait_s: float = 5.0
    memory_bytes: int = 1024**3
    answer_bytes: int = 256 * 1024**2
    spool_bytes: int = 4 * 1024**3  # of all answers that wait to be read


class PoolError(Exception):
    """A query got no answer.

    `code` is syntax, refused, memory, engine, store, timeout, busy, died or too_large.
    """

    def __init__(self, code: str, reason: str, retry_after_s: int | None = None) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.retry_after_s = retry_after_s


@dataclass(slots=True)
class Answer:
    """A whole answer: its media type, its size in bytes and a file to read it from (closed by the reader)."""

    media_type: str
    size: int
    body: IO[bytes]


class Worker:
    """A worker process and the channel to it."""

    def __init__(self, process: multiprocessing.process.BaseProcess, channel: socket.socket) -> None:
        self.process = process
        self.channel = channel
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None
        self.is_demoted = False
        self.is_killed = False
        self._burial: Thread | None = None

    async def connect(self) -> None:
        """Open the channel on the running loop and wait until the worker is ready."""
        self.reader, self.writer = await asyncio.open_connection(sock=self.channel)
        await self.frame()

    async def send(self, job: Job) -> None:
        """Hand the worker a job."""
        assert self.writer is not None  # noqa: S101 - connect comes first
        payload = msgspec.json.encode(job)
        self.writer.write(HEAD.pack(len(payload), ord("Q")) + payload)
        await self.writer.drain()

    async def frame(self) -> tuple[str, bytes]:
        """Return the worker's next frame.

        Raises: PoolError("died") if the worker has gone.
        """
        assert self.reader is not None  # noqa: S101 - connect comes first
        try:
            length, kind = HEAD.unpack(await self.reader.readexactly(HEAD.size))
            return chr(kind), await self.reader.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise PoolError("died", "the query brought its worker down; nobody else was affected") from error

    def demote(self) -> None:
        """Let every other process go first from now on."""
        self.is_demoted = True
        if self.process.pid is not None and self.process.is_alive():
            os.setpriority(os.PRIO_PROCESS, self.process.pid, 19)
            if hasattr(os, "SCHED_IDLE"):
                os.sched_setscheduler(self.process.pid, os.SCHED_IDLE, os.sched_param(0))

    def kill(self) -> None:
        """End the process and let go of its channel; twice is as good as once.

        A process of the lowest priority may take its time to die on a busy machine: nobody waits for it here.
        """
        if self.is_killed:
            return
        self.is_killed = True
        if self.writer is not None:
            self.writer.transport.abort()
        else:
            self.channel.close()
        self.process.kill()
        self._burial = Thread(target=self._bury, daemon=True)
        self._burial.start()

    @property
    def is_dying(self) -> bool:
        """Tell whether the process was killed and is not gone yet."""
        return self._burial is not None and self._burial.is_alive()

    def wait(self) -> None:
        """Return when the killed process is gone."""
        if self._burial is not None:
            self._burial.join()

    def _bury(self) -> None:
        self.process.join()
        self.process.close()


class QueryPool:
    """Workers kept ready; `start` and `stop` belong to the life of the service."""

    def __init__(self, limits: PoolLimits) -> None:
        self.limits = limits
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["api.sparql.query_worker"])
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._fast = asyncio.Semaphore(limits.fast_lane)
        self._spool = Spool(limits.spool_bytes)
        self._slow = 0
        self._waiting = 0
        self._spare: asyncio.Task[None] | None = None
        self._dying: list[Worker] = []

    async def start(self) -> None:
        """Start one worker, so that the first query finds one ready."""
        self._idle.append(await self._spawn())

    async def stop(self) -> None:
        """End all workers."""
        if self._spare is not None:
            await asyncio.wait({self._spare}, timeout=SPARE_S)
        ending = [*self._idle, *self._busy]
        for worker in ending:
            worker.kill()
        for worker in [*ending, *self._dying]:
            await asyncio.to_thread(worker.wait)
        self._idle.clear()
        self._busy.clear()

    async def run(self, job: Job) -> Answer:
        """Answer one job.

        Raises: PoolError if there is no whole answer within the limits.
        """
        job = replace(job, timeout_s=self.limits.timeout_s)
        deadline = asyncio.get_running_loop().time() + self.limits.timeout_s
        async with self._lane() as lane:
            worker = self._idle.pop() if self._idle else await self._spawn()
            self._busy.add(worker)
            self._prepare(job)
            is_free = False
            try:
                answer = await self._converse(worker, job, lane, deadline)
                is_free = not worker.is_demoted and len(self._idle) < self.limits.fast_lane
                return answer
            finally:  # also when the client has gone: the worker may be in the middle of an answer
                self._busy.discard(worker)
                if is_free:
                    self._idle.append(worker)
                else:
                    self._end(worker)

    def _prepare(self, job: Job) -> None:
        """Start a spare worker where none is idle, so that the next query need not wait for one."""
        if not self._idle and self._spare is None:
            self._spare = asyncio.create_task(self._start_spare(job))

    async def _start_spare(self, job: Job) -> None:
        """Start a worker and let it open the graph; one that cannot is left to the query that comes next."""
        worker = None
        try:
            worker = await self._spawn()
            opening = replace(job, query="ASK {}", default_graphs=None, named_graphs=None)
            (await self._collect(worker, opening)).body.close()
            self._idle.append(worker)
        except PoolError as error:
            LOG.warning("a spare worker did not start: %s", error.reason)
        finally:
            self._spare = None
            if worker is not None and worker not in self._idle:
                self._end(worker)

    def _end(self, worker: Worker) -> None:
        worker.kill()
        self._dying = [each for each in (*self._dying, worker) if each.is_dying]

    async def _spawn(self) -> Worker:
        ours, theirs = socket.socketpair()
        process = self._context.Process(
            target=query_worker.run, args=(theirs, self.limits.memory_bytes), daemon=True
        )
        await asyncio.to_thread(process.start)
        theirs.close()
        worker = Worker(process, ours)
        await worker.connect()
        return worker

    @asynccontextmanager
    async def _lane(self) -> AsyncIterator[Lane]:
        if self._fast.locked() and self._waiting >= self.limits.queue:
            raise PoolError("busy", "too many queries are waiting", 1)
        self._waiting += 1
        try:
            await asyncio.wait_for(self._fast.acquire(), self.limits.queue_wait_s)
        except TimeoutError as error:
            raise PoolError("busy", "no worker became free in time", 1) from error
        finally:
            self._waiting -= 1
        lane = Lane(self)
        try:
            yield lane
        finally:
            lane.leave()

    async def _converse(self, worker: Worker, job: Job, lane: Lane, deadline: float) -> Answer:
        limits, loop = self.limits, asyncio.get_running_loop()
        work = asyncio.create_task(self._collect(worker, job))
        work.add_done_callback(seen)
        try:
            done, _ = await asyncio.wait({work}, timeout=limits.demote_after_s)
            if not done and not lane.demote():
                done, _ = await asyncio.wait({work}, timeout=limits.patience_s)
                if not done and not lane.demote():
                    raise PoolError("busy", "too many long queries are running", 10)
            if not done:
                worker.demote()
                done, _ = await asyncio.wait({work}, timeout=deadline - loop.time())
            if not done:
                raise PoolError(
                    "timeout", f"the query took more than {limits.timeout_s:g} s and was stopped", 10
                )
            return work.result()
        finally:
            if not work.done():
                work.cancel()

    async def _collect(self, worker: Worker, job: Job) -> Answer:
        body, media_type, is_whole = self._spool.open(), "", False
        try:
            await worker.send(job)
            while True:
                kind, payload = await worker.frame()
                if kind == "H":
                    media_type = payload.decode()
                elif kind == "D":
                    self._keep(body, payload)
                elif kind == "X":
                    failure = msgspec.json.decode(payload, type=Failure)
                    raise PoolError(failure.code, failure.reason)
                elif kind == "E":
                    size = body.tell()
                    body.seek(0)
                    is_whole = True
                    return Answer(media_type, size, body)
        finally:
            if not is_whole:
                body.close()

    def _keep(self, body: Spooled, payload: bytes) -> None:
        limit = self.limits.answer_bytes
        if body.tell() + len(payload) > limit:
            raise PoolError("too_large", f"the answer is larger than {limit} bytes: ask for less with LIMIT")
        try:
            body.write(payload)
        except SpoolFullError as error:
            raise PoolError("busy", "too many large answers wait to be read", 10) from error


class Lane:
    """Where one query stands: in the fast lane, in the slow one, or gone."""

    def __init__(self, pool: QueryPool) -> None:
        self._pool = pool
        self._where = "fast"

    def demote(self) -> bool:
        """Move to the slow lane; tell whether there was room."""
        if self._pool._slow >= self._pool.limits.slow_lane:
            return False
        self._pool._slow += 1
        self._pool._fast.release()
        self._where = "slow"
        return True

    def leave(self) -> None:
        """Give the place back."""
        if self._where == "fast":
            self._pool._fast.release()
        elif self._where == "slow":
            self._pool._slow -= 1
        self._where = "gone"
