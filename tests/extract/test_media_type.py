import pytest

from extract.errors import ReadError
from extract.media_type import DOCX, HTML, PDF, TEXT, ZIP, media_type
from tests.extract.documents import archive, pdf, word

KINDS = [
    (pdf(["Et"]), PDF),
    (b"\r\n junk \n%PDF-1.7\n", PDF),
    (word(["Et"]), DOCX),
    (b"<!doctype HTML><p>Et", HTML),
    (b"\xef\xbb\xbf  <html lang='da'>", HTML),
    (b"<!-- en side --><html>", HTML),
    (b'<?xml version="1.0"?>\n<html>', HTML),
    ("\ufeff<html>".encode("utf-16-le"), HTML),
    (b"<div class='referat'>Et</div>", HTML),
    (b"Punkt 1: <html> er et sprog", TEXT),
    (b"<mette@fjordby.example> skrev", TEXT),
    ("Møde".encode("utf-16"), TEXT),
    (archive({"a.txt": b"et"}), ZIP),
    (archive({}), ZIP),
]


@pytest.mark.parametrize(("data", "kind"), KINDS, ids=range(len(KINDS)))
def test_the_content_tells_the_kind_whatever_the_name(data: bytes, kind: str) -> None:
    assert {media_type(data, name) for name in ("a.pdf", "a.docx", "a.exe")} == {kind}


REFUSED = [
    (b"", "empty"),
    (b"\x89PNG\r\n\x1a\n", "unsupported"),
    (b"{\\rtf1 Et}", "unsupported"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "unsupported"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    (archive({"xl/workbook.xml": b"<x/>"}), "unsupported"),
    (archive({"ppt/presentation.xml": b"<x/>"}), "unsupported"),
    (archive({"mimetype": b"odt", "content.xml": b"<x/>"}), "unsupported"),
    (archive({"a.txt": b"et" * 100})[:60], "truncated"),
]


@pytest.mark.parametrize(("data", "status"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, status: str) -> None:
    with pytest.raises(ReadError) as caught:
        media_type(data, "mappe/a.pdf")
    assert (caught.value.path, caught.value.status) == ("mappe/a.pdf", status)
    assert caught.value.reason
