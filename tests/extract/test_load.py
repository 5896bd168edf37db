import os
from pathlib import Path

import pytest

from extract import load
from extract.errors import ReadError
from extract.load import load_file


def refused(path: Path) -> str:
    with pytest.raises(ReadError) as caught:
        load_file(path)
    assert caught.value.path == str(path)
    return caught.value.status


def test_a_file_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"et")
    assert load_file(tmp_path / "a.txt") == b"et"


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.txt") == "vanished"


def test_two_gigabytes_are_refused_before_a_byte_is_read(tmp_path: Path) -> None:
    with (tmp_path / "a.pdf").open("wb") as file:
        file.truncate(2 << 30)
    assert refused(tmp_path / "a.pdf") == "too_large"


def test_a_file_that_grows_while_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "MOST_BYTES", 3)
    (tmp_path / "a.txt").write_bytes(b"abc")
    with load.open_file(tmp_path / "a.txt") as file:
        (tmp_path / "a.txt").write_bytes(b"abcd")
        assert len(file.read()) == 4
    assert refused(tmp_path / "a.txt") == "too_large"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path) in ("unreadable", "unsupported")


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert refused(tmp_path / "a.txt") == "unsupported"


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(path: str, flags: int) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(load, "_without_waiting", forbid)
    assert refused(tmp_path / "a.txt") == "unreadable"
