import io
import zipfile

import pytest

from extract import archives
from extract.archives import open_archive
from extract.errors import ReadError
from tests.extract.documents import archive


def read_all(data: bytes) -> list[bytes]:
    opened = open_archive(io.BytesIO(data), "a.zip")
    return [opened.read(info) for info in opened.members()]


def refused(data: bytes) -> tuple[str, str]:
    with pytest.raises(ReadError) as caught:
        read_all(data)
    return caught.value.path, caught.value.status


def test_members_are_read_in_order_of_name() -> None:
    opened = open_archive(io.BytesIO(archive({"b.txt": b"to", "a/a.txt": b"et"})), "a.zip")
    assert [(info.filename, opened.read(info)) for info in opened.members()] == [
        ("a/a.txt", b"et"),
        ("b.txt", b"to"),
    ]


def test_a_member_that_grows_beyond_measure_is_refused() -> None:
    assert refused(archive({"a.txt": b"\x00" * (archives.SMALL * 4)})) == ("a.zip/a.txt", "zip_bomb")


def test_a_small_member_may_grow_as_it_likes() -> None:
    opened = open_archive(io.BytesIO(archive({"a.txt": b" " * 900_000})), "a.zip")
    assert len(opened.read(opened.members()[0])) == 900_000


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 2)
    assert refused(archive({f"{n}.txt": b"" for n in range(3)})) == ("a.zip", "zip_bomb")


def test_too_large_a_whole_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_TOTAL_BYTES", 5)
    assert refused(archive({"a.txt": b"abc", "b.txt": b"abc"})) == ("a.zip", "zip_bomb")


def test_too_large_a_member_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES", 2)
    assert refused(archive({"a.txt": b"abc"})) == ("a.zip/a.txt", "too_large")


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "a/../../b.txt"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    assert refused(archive({name: b"et"})) == (f"a.zip/{name}", "link_outside")


def test_a_link_is_refused() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = 0o120777 << 16
        file.writestr(info, "/etc/hostname")
    assert refused(written.getvalue()) == ("a.zip/a.txt", "link_outside")


def test_an_encrypted_member_is_refused() -> None:
    data = bytearray(archive({"a.txt": b"et"}))
    data[6] |= 1  # the flag in the header of the member …
    data[data.index(b"PK\x01\x02") + 8] |= 1  # … and in the directory
    assert refused(bytes(data)) == ("a.zip/a.txt", "encrypted")


def test_a_damaged_member_is_refused() -> None:
    data = bytearray(archive({"a.txt": b"et to tre fire fem"}))
    data[40] ^= 0xFF
    assert refused(bytes(data)) == ("a.zip/a.txt", "truncated")
