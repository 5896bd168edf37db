import hashlib
from pathlib import Path

import pytest

from extract.clean import clean
from extract.errors import ReadError
from extract.read import read_bytes, read_file
from tests.extract.documents import archive, pdf, word

TEXT = "Punkt 1: Dagsorden\n\nGodkendt."
FORMS = {
    "a.txt": TEXT.encode(),
    "a.pdf": pdf([TEXT]),
    "a.docx": word(TEXT.split("\n\n")),
    "a.html": b"<!DOCTYPE html><h2>Punkt 1: Dagsorden</h2><p>Godkendt.</p>",
}


@pytest.mark.parametrize("name", FORMS)
def test_the_same_text_comes_of_every_kind_of_file(name: str) -> None:
    assert clean(read_bytes(FORMS[name], name)).text == "Punkt 1: Dagsorden\nGodkendt."


@pytest.mark.parametrize("name", FORMS)
def test_a_renamed_file_is_read_all_the_same(name: str) -> None:
    assert read_bytes(FORMS[name], "a.bin").text == read_bytes(FORMS[name], name).text


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(FORMS["a.txt"])
    raw = read_file(tmp_path / "a.txt")
    assert (raw.name, raw.media_type) == ("a.txt", "text/plain")
    assert raw.sha256 == hashlib.sha256(FORMS["a.txt"]).hexdigest()


def test_a_file_may_go_by_another_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(FORMS["a.txt"])
    assert read_file(tmp_path / "a.txt", "p.zip/a.txt").name == "p.zip/a.txt"


CPR = {
    "a.txt": b"CPR 010180-\n1234",
    "a.pdf": pdf(["CPR 010180-\n1234"]),
    "a.docx": word(["CPR 010180-1234"]),
    "a.html": b"<html><p>CPR 010180-<b>1234</b></p>",
}


@pytest.mark.parametrize("name", CPR)
def test_no_cpr_number_leaves_the_reader(name: str) -> None:
    text = read_bytes(CPR[name], name).text
    assert text.count("█") == 10
    assert not any(letter.isdigit() for letter in text)


def test_no_cpr_number_in_a_name_leaves_the_reader() -> None:
    assert read_bytes(b"Et", "sag 010180-1234.txt").name == "sag ██████-████.txt"


ENGLISH = b"The committee took note of the report and the budget. " * 10
REFUSED = [
    (b"", "empty"),
    (b" \n\t ", "empty"),
    (ENGLISH, "wrong_language"),
    (archive({"a.txt": b"et"}), "unsupported"),
]


@pytest.mark.parametrize(("data", "status"), REFUSED)
def test_what_holds_no_danish_text_is_refused(data: bytes, status: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "a.txt")
    assert caught.value.status == status


def test_a_text_that_is_not_utf_8_is_read_with_a_warning() -> None:
    assert read_bytes("Møde".encode("cp1252"), "a.txt").warnings
