import io
import os
import pickle
import zipfile
from pathlib import Path

import pytest

from extract import load
from extract.discover import Found, discover
from extract.errors import ReadError
from tests.extract.documents import archive, word

Seen = list[str | tuple[str, str]]


def seen(*paths: Path) -> Seen:
    """Return names of what was found, and the place and status of what was refused."""
    root = paths[0] if paths[0].is_dir() else paths[0].parent
    return [
        (each.path.removeprefix(f"{root}/"), each.status) if isinstance(each, ReadError) else each.name
        for each in discover(paths)
    ]


def put(folder: Path, **files: bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def test_files_stand_in_order_of_their_paths(tmp_path: Path) -> None:
    put(tmp_path, b_txt=b"", a__c_txt=b"", a__b_txt=b"", c_txt=b"")
    assert seen(tmp_path) == ["b.txt", "c.txt", "b.txt", "c.txt"]
    assert [each.location for each in discover([tmp_path]) if isinstance(each, Found)] == [
        str(tmp_path / name) for name in ("a/b.txt", "a/c.txt", "b.txt", "c.txt")
    ]


@pytest.mark.parametrize(
    "name", [".DS_Store", "~$Referat.docx", "Thumbs.db", ".git/a.txt", "a.txt.part", "a.lock", "a~"]
)
def test_what_programs_leave_behind_is_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"et")
    assert seen(tmp_path) == []


def test_a_file_named_twice_is_found_once(tmp_path: Path) -> None:
    put(tmp_path, a_txt=b"et")
    assert seen(tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_what_is_not_there_is_told_and_the_rest_found(tmp_path: Path) -> None:
    put(tmp_path, a_txt=b"et")
    assert seen(tmp_path / "b.txt", tmp_path / "a.txt") == [("b.txt", "vanished"), "a.txt"]


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    put(tmp_path, in__a_txt=b"et", out_txt=b"to")
    (tmp_path / "in/b.txt").symlink_to(tmp_path / "out.txt")
    (tmp_path / "in/c").symlink_to(tmp_path)
    assert seen(tmp_path / "in") == ["a.txt", ("b.txt", "link_outside"), ("c", "link_outside")]


def test_links_within_the_folder_end(tmp_path: Path) -> None:
    put(tmp_path, a__a_txt=b"et")
    (tmp_path / "a/b").symlink_to(tmp_path / "a")
    (tmp_path / "a/c.txt").symlink_to(tmp_path / "a/nowhere.txt")
    (tmp_path / "a/d.txt").symlink_to(tmp_path / "a/d.txt")
    assert seen(tmp_path) == ["a.txt", ("a/c.txt", "vanished"), ("a/d.txt", "vanished")]


def test_a_link_given_by_name_is_followed(tmp_path: Path) -> None:
    put(tmp_path, in__a_txt=b"et")
    (tmp_path / "b").symlink_to(tmp_path / "in")
    assert seen(tmp_path / "b") == ["a.txt"]


def test_a_pipe_and_a_giant_are_refused_and_the_rest_found(tmp_path: Path) -> None:
    put(tmp_path, c_txt=b"et")
    os.mkfifo(tmp_path / "a.txt")
    with (tmp_path / "b.zip").open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(2 << 30)
    assert seen(tmp_path) == [("a.txt", "unsupported"), ("b.zip", "too_large"), "c.txt"]


def test_a_folder_that_may_not_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, a__a_txt=b"et", b_txt=b"to")
    scandir = os.scandir

    def guarded(folder: Path) -> "os._ScandirIterator[str]":
        if folder.name == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(str(folder))

    monkeypatch.setattr("extract.discover.os.scandir", guarded)
    assert seen(tmp_path) == [("a", "unreadable"), "b.txt"]


def test_members_of_an_archive_are_found_and_loaded(tmp_path: Path) -> None:
    put(tmp_path, p_zip=archive({"b/ref.txt": b"et", "a.txt": b"to", "__MACOSX/a.txt": b"x", "b/.x": b"x"}))
    found = [each for each in discover([tmp_path]) if isinstance(each, Found)]
    assert [(each.name, each.load()) for each in found] == [
        ("p.zip/a.txt", b"to"),
        ("p.zip/b/ref.txt", b"et"),
    ]
    assert found[1].location == str(tmp_path / "p.zip/b/ref.txt")


def test_an_archive_is_known_by_its_content(tmp_path: Path) -> None:
    put(tmp_path, a_pdf=archive({"a.txt": b"et"}), b_zip=word(["Et"]))
    assert seen(tmp_path) == ["a.pdf/a.txt", "b.zip"]


def test_an_archive_in_an_archive_is_opened_but_no_deeper_one(tmp_path: Path) -> None:
    inner = archive({"a.txt": b"et"})
    put(tmp_path, p_zip=archive({"1.zip": inner, "2.zip": archive({"3.zip": inner, "b.txt": b"to"})}))
    assert seen(tmp_path) == ["p.zip/1.zip/a.txt", ("p.zip/2.zip/3.zip", "zip_bomb"), "p.zip/2.zip/b.txt"]
    found = [each for each in discover([tmp_path]) if isinstance(each, Found)]
    assert [each.load() for each in found] == [b"et", b"to"]


def test_one_bad_member_does_not_stop_the_others(tmp_path: Path) -> None:
    members = {
        "a.txt": b"et",
        "b.txt": b"\x00" * 5_000_000,
        "c.xlsx": archive({"xl/x": b""}),
        "../d.txt": b"",
        "e.txt": b"to",
    }
    put(tmp_path, p_zip=archive(members))
    assert seen(tmp_path) == [
        ("p.zip/../d.txt", "link_outside"),
        "p.zip/a.txt",
        ("p.zip/b.txt", "zip_bomb"),
        ("p.zip/c.xlsx", "unsupported"),
        "p.zip/e.txt",
    ]


def test_a_cut_off_archive_is_told(tmp_path: Path) -> None:
    put(tmp_path, p_zip=archive({"a.txt": b"et" * 500})[:90])
    assert seen(tmp_path) == [("p.zip", "truncated")]


def test_a_member_that_is_gone_when_it_is_loaded_is_told(tmp_path: Path) -> None:
    put(tmp_path, p_zip=archive({"a.txt": b"et"}))
    found = next(each for each in discover([tmp_path]) if isinstance(each, Found))
    put(tmp_path, p_zip=archive({"b.txt": b"et"}))
    with pytest.raises(ReadError) as caught:
        found.load()
    assert caught.value.status == "vanished"


def test_a_file_that_vanishes_between_is_told(tmp_path: Path) -> None:
    put(tmp_path, a_txt=b"et")
    found = next(each for each in discover([tmp_path]) if isinstance(each, Found))
    (tmp_path / "a.txt").unlink()
    with pytest.raises(ReadError) as caught:
        found.load()
    assert caught.value.status == "vanished"


def test_what_was_found_can_be_handed_to_another_process(tmp_path: Path) -> None:
    found = Found(tmp_path / "p.zip", ("a.txt",))
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301


def test_a_cpr_number_in_a_file_name_is_masked() -> None:
    assert Found(Path("sag 010180-1234.pdf")).name == "sag ██████-████.pdf"


def test_deep_folders_are_walked(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(300):
        folder = folder / "m"
        folder.mkdir()
    (folder / "a.txt").write_bytes(b"et")
    assert seen(tmp_path) == ["a.txt"]


def test_an_archive_with_two_members_of_one_name_is_no_trap(tmp_path: Path) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        file.writestr("a.txt", b"et")
        with pytest.warns(UserWarning, match="Duplicate name"):
            file.writestr("a.txt", b"to")
    put(tmp_path, p_zip=written.getvalue())
    found = [each for each in discover([tmp_path]) if isinstance(each, Found)]
    assert {each.load() for each in found} == {b"to"}


def test_the_size_is_looked_at_before_the_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "MOST_BYTES", 3)
    put(tmp_path, a_txt=b"abcd", b_txt=b"abc")
    assert seen(tmp_path) == [("a.txt", "too_large"), "b.txt"]
