import pytest

from extract.errors import ReadError
from extract.read_text import decode, read_text, text_pages

ENCODED = [
    ("Møde".encode(), ()),
    ("\ufeffMøde".encode(), ()),
    ("Møde".encode("utf-16"), ()),
    ("\ufeffMøde".encode("utf-32"), ()),
    ("Møde".encode("cp1252"), ("decoded as windows-1252: not valid UTF-8",)),
]


@pytest.mark.parametrize(("data", "warnings"), ENCODED)
def test_the_encoding_is_decided(data: bytes, warnings: tuple[str, ...]) -> None:
    decoded = decode(data, "a.txt")
    assert (decoded.text.lstrip("\ufeff"), decoded.warnings) == ("Møde", warnings)


@pytest.mark.parametrize(
    "data", [b"a\x00b", b"\x01\x02\x03", b"\x81\x8d\xff", b"\xff\xfea", b"\x7fELF\x02\x01"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "a.txt")
    assert caught.value.status == "unsupported"


def test_line_ends_stay_as_they_are() -> None:
    assert read_text(b"et\r\nto\rtre\n", "a.txt").text == "et\r\nto\rtre\n"


def starts(text: str) -> list[str]:
    return [page.span.of(text).strip()[:6] for page in text_pages(text)]


PAGES = [
    ("Side et\fSide to\f", ["Side e", "Side t"]),
    ("et\n Punkt 3: to\n Punkt 4: tre", ["et", "Punkt ", "Punkt "]),
    ("et\n  side 1 af 3\n", ["et", "side 1"]),
    ("et\n\nPunkt 7, Bilag 2: Status\nhavn\n\n\n\nSide to", ["et\n\nPu", "Side t"]),
    ("et \n to", ["et", "to"]),
    ("et\r\n to", ["et", "to"]),
    ("et\n \n to", ["et\n \n "]),  # indented below an empty line
    ("et\n   to", ["et\n   "]),  # indented by more
    ("\n".join(f" linje {n}" for n in range(9)), ["linje "]),  # all of it is indented
    ("et\f to\n tre", ["et", "to\n tr"]),  # there are form feeds, so a blank is a blank
    ("", [""]),
]


@pytest.mark.parametrize(("text", "expected"), PAGES)
def test_pages_of_plain_text(text: str, expected: list[str]) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize("text", [text for text, _ in PAGES])
def test_pages_cover_the_text(text: str) -> None:
    assert "".join(page.span.of(text) for page in text_pages(text)) == text
