import pytest

from extract import read_pdf as module
from extract.errors import ReadError
from extract.read_pdf import read_pdf
from tests.extract.documents import pdf, scanned_pdf

PAGE = "Punkt 1: Dagsorden\n\nGodkendt, og der er job- og\nuddannelsestal for Nord-\nhavn i bilaget."


def test_a_page_reads_as_printed() -> None:
    assert read_pdf(pdf([PAGE]), "a.pdf").text == PAGE


def test_pages_are_numbered_and_cover_the_text() -> None:
    read = read_pdf(pdf(["Et", "To"]), "a.pdf")
    assert [(page.number, page.span.of(read.text)) for page in read.pages] == [(1, "Et\f"), (2, "To")]


def test_double_spacing_leaves_empty_lines() -> None:
    assert read_pdf(pdf(["Et\n\nTo\n\n\nTre"]), "a.pdf").text == "Et\n\nTo\n\n\nTre"


def test_an_empty_page_is_told() -> None:
    assert read_pdf(pdf(["Et", ""]), "a.pdf").warnings == ("page 2 holds no text",)


def test_a_pdf_that_only_forbids_changes_is_read() -> None:
    document = pdf(["Et"], password="")
    assert read_pdf(document, "a.pdf").text == "Et"


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_pdf(data, "a.pdf")
    assert caught.value.path == "a.pdf"
    return caught.value.status


def test_an_encrypted_pdf_is_refused() -> None:
    assert refused(pdf(["Et"], password="hemmeligt")) == "encrypted"  # noqa: S106


def test_a_scanned_pdf_is_refused() -> None:
    assert refused(scanned_pdf()) == "scanned"


def test_half_a_pdf_is_refused_or_told() -> None:
    whole = pdf([PAGE])
    assert refused(whole[:300]) == "truncated"


def test_a_pdf_whose_end_is_missing_is_read_with_a_warning() -> None:
    whole = pdf([PAGE])
    read = read_pdf(whole[: whole.rindex(b"%%EOF")], "a.pdf")
    assert read.warnings == ("the PDF is cut off: some of it may be missing",)


def test_a_damaged_pdf_is_refused() -> None:
    assert refused(b"%PDF-1.4\n" + b"\x00" * 3000 + b"%%EOF") == "unreadable"


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PAGES", 1)
    assert refused(pdf(["Et", "To"])) == "too_large"


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_CHARACTERS", 3)
    assert refused(pdf(["Et", "To"])) == "too_large"


def test_too_long_a_time_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_SECONDS", -1.0)
    assert refused(pdf(["Et"])) == "timed_out"
