"""A package says the same in every format of file."""

from __future__ import annotations

import re

import pytest

from benchmarks.rewriting.formats import WRITERS, as_format, written
from benchmarks.rewriting.package import Package
from extract.read import read_bytes
from tests.benchmarks.rewriting.tiny import GOLD, TEXT, rewritten

SUFFIXES = ("pdf", "docx", "html")
STRANGE = " <b>Ç & Ş</b> ”Ɵ”\nJimcaale Çağlar Nguyễn\n"


def read_again(package: Package) -> str:
    """Return the words that the project's own reader finds in a package's file."""
    return " ".join(re.sub(r"[\x02-]\s*", "-", read_bytes(written(package), package.name).text).split())


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("text", [TEXT, STRANGE], ids=["package", "strange"])
def test_every_word_can_be_read_again(suffix: str, text: str) -> None:
    package = rewritten(as_format(suffix), text)
    assert read_again(package) == " ".join(re.sub(r"-\s*", "-", text).split())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_gold_names_the_file_and_says_the_same(suffix: str) -> None:
    package = rewritten(as_format(suffix))
    assert package.name == package.gold["source"] == f"2031-05-06-pakke.{suffix}"
    assert package.text == TEXT
    assert package.gold | {"source": ""} == GOLD | {"source": ""}


@pytest.mark.parametrize(("suffix", "count"), [("pdf", 4), ("txt", 4)])
def test_a_page_stays_a_page(suffix: str, count: int) -> None:
    package = rewritten(as_format(suffix))
    assert len(read_bytes(written(package), package.name).pages) == count


def test_every_page_but_the_first_begins_anew_in_html() -> None:
    page = written(rewritten(as_format("html"))).decode()
    assert page.count("page-break-before: always") == 3
    assert "&lt;b&gt;" in written(rewritten(as_format("html"), STRANGE)).decode()


def test_plain_text_is_written_as_it_stands() -> None:
    assert WRITERS["txt"](TEXT) == TEXT.encode()


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(KeyError):
        written(rewritten(as_format("xlsx")))
