"""One process that answers queries on read-only snapshots, one at a time, until it is told to stop or killed.

Where a snapshot's graph is in a SPARQL server, the process asks that server, and no other address. The
embedded engine cannot be interrupted, can run out of stack and can eat memory; here it takes nobody with it.
The process may write no file, holds a bounded amount of memory, and runs the engine on a large stack.

Wire: each frame is four bytes of length (big-endian), one byte of kind, the payload. To the worker: Q (a
`Job` as JSON). From it: H (the media type), D (a piece of the answer), E (done), X (a `Failure` as JSON).
"""

from __future__ import annotations

import resource
import socket
import struct
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pyoxigraph as ox

from extract.errors import SagsgrafError
from graph.errors import QueryError, RemoteStoreError, StoreError
from graph.stores.dialect import Dataset
from graph.stores.forward import Answer, Forwarded, forward
from graph.stores.http import Server
from graph.stores.remote import Remote, load_remote

HEAD = struct.Struct(">IB")
PIECE = 65_536
STACK = 512 * 1024 * 1024

RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}


@dataclass(frozen=True, slots=True)
class Job:
    """A query to answer: on which snapshot, on which graphs, in which media types.

    `default_graphs` and `named_graphs` are IRIs, or None to leave the data set as it is; several default
    graphs are merged as a set. `timeout_s` is told to a server elsewhere, which may go on after this process
    is killed; 0 tells it nothing.
    """

    snapshot: str
    query: str
    base_iri: str
    results_type: str
    graph_type: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    timeout_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no answer: `code` is syntax, refused, memory, timeout, store or engine."""

    code: str
    reason: str


class FrameWriter:
    """A binary file that sends what is written to it as D frames of up to PIECE bytes."""

    def __init__(self, channel: socket.socket) -> None:
        self.channel = channel
        self.buffer = bytearray()

    def write(self, data: bytes) -> int:
        """Keep or send `data`."""
        self.buffer += data
        if len(self.buffer) >= PIECE:
            self.flush()
        return len(data)

    def flush(self) -> None:
        """Send what is kept."""
        if self.buffer:
            send(self.channel, "D", bytes(self.buffer))
            self.buffer.clear()


def send(channel: socket.socket, kind: str, payload: bytes) -> None:
    """Send one frame."""
    channel.sendall(HEAD.pack(len(payload), ord(kind)) + payload)


def receive(channel: socket.socket) -> tuple[str, bytes] | None:
    """Return the next frame, or None when the other side has gone."""
    head = _exactly(channel, HEAD.size)
    if head is None:
        return None
    length, kind = HEAD.unpack(head)
    payload = _exactly(channel, length)
    return None if payload is None else (chr(kind), payload)


def _exactly(channel: socket.socket, length: int) -> bytes | None:
    data = bytearray()
    while len(data) < length:
        piece = channel.recv(min(length - len(data), 1 << 20))
        if not piece:
            return None
        data += piece
    return bytes(data)


def run(channel: socket.socket, memory_bytes: int) -> None:
    """Answer jobs from `channel` until it closes."""
    _confine(memory_bytes)
    threading.stack_size(STACK)
    thread = threading.Thread(target=_loop, args=(channel,))
    thread.start()
    thread.join()


def _confine(memory_bytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes + STACK, memory_bytes + STACK))


def _loop(channel: socket.socket) -> None:
    stores: dict[str, Engine] = {}
    send(channel, "R", b"")
    while (frame := receive(channel)) is not None:
        job = msgspec.json.decode(frame[1], type=Job)
        try:
            if job.snapshot not in stores:
                stores.clear()
                stores[job.snapshot] = _open(Path(job.snapshot))
            answer(stores[job.snapshot], job, channel)
        except MemoryError:
            _fail(channel, "memory", "the query needs more memory than a query may have")
            return
        except (SyntaxError, SagsgrafError, OSError, RuntimeError, ValueError) as error:
            _fail(channel, *_told(error))


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A server that holds the graph."""

    server: Server
    remote: Remote


Engine = ox.Store | Elsewhere


def _open(path: Path) -> Engine:
    if path.is_file():
        remote = load_remote(path)
        return Elsewhere(Server(remote.address), remote)
    return ox.Store.read_only(str(path))


def _told(error: Exception) -> tuple[str, str]:
    """Return what a client is told of an error: a word, and a reason without any address of ours."""
    match error:
        case SyntaxError():
            return "syntax", str(error)
        case QueryError():
            return "refused", error.reason
        case RemoteStoreError():
            return ("timeout" if error.status == "timeout" else "store"), error.reason
        case StoreError():
            return "store", error.reason
        case RuntimeError() if "is not supported" in str(error):  # a function that the engine does not know
            return "refused", str(error)
        case _:
            return "engine", str(error)


def _fail(channel: socket.socket, code: str, reason: str) -> None:
    send(channel, "X", msgspec.json.encode(Failure(code, reason)))


def answer(engine: Engine, job: Job, channel: socket.socket) -> None:
    """Evaluate the job, here or elsewhere, and send its answer as frames.

    Raises: SyntaxError with the engine's message; OSError if the store cannot be read; RemoteStoreError if
    a server elsewhere does not answer; QueryError if it is asked for what no query may do.
    """
    if isinstance(engine, Elsewhere):
        dataset = None
        if job.default_graphs is not None or job.named_graphs is not None:
            dataset = Dataset(job.default_graphs or (), job.named_graphs or ())
        asked = Forwarded(job.query, job.base_iri, dataset, job.timeout_s)
        with forward(engine.server, engine.remote, asked) as found:
            _write(found, job, channel)
        return
    source, default, named = _dataset(engine, job)
    _write(
        source.query(job.query, base_iri=job.base_iri, default_graph=default, named_graphs=named),
        job,
        channel,
    )


def _write(results: Answer, job: Job, channel: socket.socket) -> None:
    output = FrameWriter(channel)
    if isinstance(results, ox.QuerySolutions | ox.QueryBoolean):
        send(channel, "H", job.results_type.encode())
        results.serialize(output, RESULTS[job.results_type])  # type: ignore[arg-type]  # only write is called
    else:
        send(channel, "H", job.graph_type.encode())
        if isinstance(results, ox.QueryTriples):
            results.serialize(output, GRAPHS[job.graph_type])  # type: ignore[arg-type]  # as above
        else:
            ox.serialize(results, output, GRAPHS[job.graph_type])  # type: ignore[arg-type]  # as above
    output.flush()
    send(channel, "E", b"")


GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


def _dataset(
    store: ox.Store, job: Job
) -> tuple[ox.Store, list[GraphName] | None, list[ox.NamedNode | ox.BlankNode] | None]:
    """Return the store to ask and the graphs of the query's data set.

    The engine counts a triple once for each default graph that holds it, where the standard asks for the
    merge: more than one default graph is merged in memory first. (SPARQL 1.1 Query, section 13.2.1)
    """
    if job.default_graphs is None and job.named_graphs is None:
        return store, None, None
    default = [ox.NamedNode(g) for g in job.default_graphs or ()]
    named: list[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(g) for g in job.named_graphs or ()]
    if len(default) < 2:
        return store, [*default], named
    merged = ox.Store()
    for graph in default:
        merged.extend(
            ox.Quad(q.subject, q.predicate, q.object)
            for q in store.quads_for_pattern(None, None, None, graph)
        )
    for name in named:
        merged.extend(store.quads_for_pattern(None, None, None, name))
    return merged, [ox.DefaultGraph()], named
