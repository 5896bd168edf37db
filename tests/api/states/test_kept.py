"""A reading is made once a snapshot, and does not keep others waiting."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

from api.states.kept import Kept
from graph.snapshots import commit, drafting, reading
from graph.store import Reader
from tests.api.serving import write_graph


def test_a_reading_is_made_once_until_there_is_a_newer_snapshot(tmp_path: Path) -> None:
    counted = []

    def count(store: Reader) -> int:
        counted.append(len(store))
        return len(counted)

    write_graph(tmp_path)
    kept = Kept()
    with reading(tmp_path) as snapshot:
        assert (kept.of(snapshot, count), kept.of(snapshot, count)) == (1, 1)
    with drafting(tmp_path) as draft:
        commit(draft)
    with reading(tmp_path) as snapshot:
        assert kept.of(snapshot, count) == 2


def test_who_asks_for_something_else_does_not_wait(tmp_path: Path) -> None:
    write_graph(tmp_path)
    kept, begun, may_end = Kept(), Event(), Event()

    def slow(_: Reader) -> str:
        begun.set()
        assert may_end.wait(20)
        return "slow"

    def quick(_: Reader) -> str:
        return "quick"

    with reading(tmp_path) as snapshot:
        thread = Thread(target=kept.of, args=(snapshot, slow))
        thread.start()
        assert begun.wait(20)
        assert kept.of(snapshot, quick) == "quick"
        may_end.set()
        thread.join(20)
        assert kept.of(snapshot, slow) == "slow"
