"""One writer at a time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import LockedError, StoreError
from graph.ingesting.lock import NAME, Holder, holder, writing

HOLD = """import sys, pathlib
from graph.ingesting.lock import writing
with writing(pathlib.Path(sys.argv[1])):
    print('held', flush=True)
    sys.stdin.read()"""


def hold(directory: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(directory)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    with hold(tmp_path) as other:
        with pytest.raises(LockedError, match=f"process {other.pid} on ") as caught, writing(tmp_path):
            pass
        other.kill()
    assert "since 20" in caught.value.holder


def test_a_killed_writer_leaves_the_lock_free_and_its_name(tmp_path: Path) -> None:
    with hold(tmp_path) as other:
        other.kill()
    with writing(tmp_path) as killed:
        assert killed is not None
        assert killed.pid == other.pid


def test_a_writer_that_ended_well_leaves_no_name(tmp_path: Path) -> None:
    with writing(tmp_path):
        assert holder(tmp_path) is not None
    with writing(tmp_path) as killed:
        assert killed is None


def test_the_lock_is_free_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), writing(tmp_path):
        raise KeyError
    with writing(tmp_path) as killed:
        assert killed is None


def test_the_holder_is_this_process(tmp_path: Path) -> None:
    with writing(tmp_path):
        found = holder(tmp_path)
    assert isinstance(found, Holder)
    assert found.pid == os.getpid()


@pytest.mark.parametrize("text", ["", "{", "[]", json.dumps({"pid": 1}), "null"])
def test_a_damaged_lock_file_does_not_stop_a_build(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text)
    with writing(tmp_path) as killed:
        assert killed is None


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"), writing(tmp_path / "file" / "data"):
        pass
