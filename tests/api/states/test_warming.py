"""What pages need is read before it is asked for, and a newer state is shown when that is done."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.states.state import CurrentState
from api.states.warming import Readings, Warming, for_lists, for_pages
from graph.errors import NoGraphError
from graph.snapshots import Snapshot, commit, drafting, newest, reading
from graph.store import Reader
from graph.views.listed_kinds import KINDS
from tests.api.serving import SETTINGS, serving, write_graph

LONG_S = 600.0


@pytest.fixture
def current(own_sample_data: Path) -> Iterator[CurrentState]:
    state = CurrentState(own_sample_data, LONG_S)
    yield state
    state.close()


def build(data: Path) -> str:
    with drafting(data) as draft:
        commit(draft)
    return newest(data) or ""


def served(state: CurrentState) -> str:
    with state.open() as snapshot:
        return snapshot.name


def refuse(_: Reader) -> None:
    message = "it was read again"
    raise AssertionError(message)


def test_all_that_is_costly_is_read_before_it_is_asked_for(
    current: CurrentState, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = Readings()
    Warming(current, readings).look()
    monkeypatch.setattr("api.rest.listings.read_listing", refuse)
    monkeypatch.setattr("api.states.search_indexes.open_index", refuse)
    monkeypatch.setattr("api.states.kept.status", refuse)
    with current.open() as snapshot:
        for read in (*for_pages(readings), *for_lists(readings)):
            read(replaced(snapshot))
        assert {readings.listings.of(snapshot, kind).kind.name for kind in KINDS.values()} == set(KINDS)


def replaced(snapshot: Snapshot) -> Snapshot:
    """Return the snapshot with a store that answers nothing."""
    return Snapshot(snapshot.name, snapshot.directory, None)  # type: ignore[arg-type]


def test_a_newer_state_is_shown_when_it_is_ready(current: CurrentState, own_sample_data: Path) -> None:
    readings = Readings()
    warming = Warming(current, readings)
    warming.look()
    before = served(current)
    after = build(own_sample_data)
    assert (served(current), served(current)) == (before, before)
    warming.look()
    assert served(current) == after != before


def test_what_was_read_of_the_state_before_is_let_go(current: CurrentState, own_sample_data: Path) -> None:
    readings = Readings()
    warming = Warming(current, readings)
    warming.look()
    with current.open() as before:
        kept = readings.kept.shelves.of(before)
        build(own_sample_data)
        warming.look()
        assert readings.kept.shelves.of(before) is not kept
        assert (before.directory / "store").is_dir()  # as long as somebody reads it
    build(own_sample_data)
    assert not before.directory.exists()


def test_nobody_waits_for_longer_than_patience_lasts(own_sample_data: Path) -> None:
    state = CurrentState(own_sample_data, patience_s=1e-9)
    before = served(state)
    after = build(own_sample_data)
    assert served(state) == after != before
    state.close()


def test_builds_that_follow_one_another_do_not_put_it_off(
    current: CurrentState, own_sample_data: Path
) -> None:
    before = served(current)
    build(own_sample_data)
    assert served(current) == before
    last = build(own_sample_data)
    with current.ahead() as snapshot:
        assert snapshot.name == last
        current.hand_out(snapshot)
    assert served(current) == last


def test_before_the_first_build_there_is_nothing_to_make_ready(tmp_path: Path) -> None:
    with pytest.raises(NoGraphError):
        Warming(CurrentState(tmp_path, LONG_S), Readings()).look()


def test_the_first_state_is_shown_at_once(tmp_path: Path) -> None:
    state = CurrentState(tmp_path, LONG_S)
    write_graph(tmp_path)
    assert served(state) == newest(tmp_path)
    state.close()


def test_what_cannot_be_read_keeps_nothing_else_from_being_ready(
    current: CurrentState, own_sample_data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with reading(own_sample_data) as snapshot:
        index = snapshot.directory / "search"
        shutil.rmtree(index / "quotes")
        (index / "quotes").mkdir()
    readings = Readings()
    Warming(current, readings).look()
    assert "not made ready" in caplog.text
    with current.open() as snapshot:
        assert readings.kept.of(snapshot, len) > 0


def test_it_stops_when_it_is_told_to(current: CurrentState) -> None:
    warming = Warming(current, Readings())
    warming.start()
    warming.stop()
    assert "warming" not in {thread.name for thread in threading.enumerate()}


def test_the_service_shows_the_newest_state_in_the_end(own_sample_data: Path) -> None:
    with serving(own_sample_data, SETTINGS, patience_s=LONG_S) as address:
        before = httpx.get(f"{address}/api/status", timeout=30).json()["statements"]
        write_graph(own_sample_data, extra=5)
        pause = threading.Event()
        for _ in range(300):
            after = httpx.get(f"{address}/api/status", timeout=30).json()["statements"]
            if after != before:
                break
            pause.wait(0.1)
    assert after > before
