"""A trace in each of its forms: complete, and harmless whatever the texts hold."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json

import pytest
from lxml import html
from rich.console import Console

from api.console.csv import COLUMNS, harmless
from api.console.markdown import escaped
from api.console.render import WRITERS
from api.console.table import print_table
from graph.trace import trace
from graph.traces.as_json import as_object
from graph.traces.records import Trace
from tests.graph.traced import BASE, KITCHEN, fjordby

HOSTILE = "<script>alert(1)</script>"
PAYLOAD = """<source/h8> { <source/h8> a sg:Source ; sg:fileName "=x[1](javascript:y)\\u001b[31m.txt" .
  <initiative/script> sg:subjectOf <meeting/h/1> .
  <meeting/h/1> a sg:AgendaItem ; sg:number "1" ; dcterms:title "</title><img src=x onerror=alert(1)>" .
  <source/h8/mention/1> a sg:Mention , sg:Passage ; sg:refersTo <initiative/script> ;
    sg:agendaItem <meeting/h/1> ; oa:exact "=HYPERLINK(\\"http://x\\") \\u001b]0;x\\u0007 <b>" ;
    oa:start 0 ; oa:end 9 . }"""


@pytest.fixture(scope="module")
def life() -> Trace:
    return trace(fjordby(), KITCHEN)


@pytest.fixture(scope="module")
def hostile() -> Trace:
    return trace(fjordby(PAYLOAD), f"{BASE}initiative/script")


def printed(life: Trace, is_terminal: bool) -> str:
    console = Console(file=io.StringIO(), force_terminal=is_terminal, width=80, no_color=True)
    print_table(life, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def found(page: html.HtmlElement, path: str) -> list[str]:
    result = page.xpath(path)
    assert isinstance(result, list)
    return [str(each) for each in result]


def test_json_is_the_object_of_the_contract(life: Trace) -> None:
    assert json.loads(WRITERS["json"](life)) == as_object(life)


@pytest.mark.parametrize("form", ["md", "html", "csv"])
def test_every_form_quotes_with_file_and_page(life: Trace, form: str) -> None:
    text = WRITERS[form](life).replace("\\", "")
    for each in life.appearances:
        for evidence in each.evidence:
            assert evidence.quote in text
            assert evidence.source in text


def test_the_plain_table_has_a_line_a_claim_and_no_control_characters(life: Trace) -> None:
    lines = printed(life, is_terminal=False).splitlines()
    assert "  Tal: 35 familier, Nordbyen — »Nu er det 35 familier.« (2025-03-10.docx, s. 2)" in lines
    assert not any(ord(character) < 32 for line in lines for character in line)


def test_a_terminal_shows_the_appearances_under_their_headings(life: Trace) -> None:
    text = printed(life, is_terminal=True)
    assert "8. maj 2023 · Rådmandsmøde · punkt 4 · Start på Gadens Køkken" in text


@pytest.mark.parametrize("is_terminal", [True, False])
def test_no_text_commands_the_terminal(hostile: Trace, is_terminal: bool) -> None:
    text = printed(hostile, is_terminal)
    assert "\x1b]0" not in text
    assert "\x07" not in text


def test_csv_has_a_row_a_quote_with_its_place(life: Trace) -> None:
    rows = list(csv.DictReader(io.StringIO(WRITERS["csv"](life))))
    figure = next(row for row in rows if row["claim"] == "figure" and row["date"] == "2025-03-10")
    wanted = {
        "value": "35",
        "place": "Nordbyen",
        "quote": "Nu er det 35 familier.",
        "page": "2",
        "start": "100",
    }
    assert {key: figure[key] for key in wanted} == wanted
    assert tuple(rows[0]) == COLUMNS


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("=1+1", "'=1+1"), ("@x", "'@x"), ("-3", "-3"), ("+45", "+45"), ("-x", "'-x"), ("a=1", "a=1"), ("", "")],
)
def test_no_cell_is_run_as_a_formula(cell: str, expected: str) -> None:
    assert harmless(cell) == expected


def test_no_hostile_cell_begins_a_formula(hostile: Trace) -> None:
    rows = list(csv.reader(io.StringIO(WRITERS["csv"](hostile))))
    assert len(rows) == 2
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a_b *c*", "a\\_b \\*c\\*"),
        ("1. maj", "1\\. maj"),
        ("- x", "\\- x"),
        ("[a](b)", "\\[a\\](b)"),
        ("<b>", "\\<b\\>"),
        ("2022-november.txt", "2022-november.txt"),
        ("1,4 mio. kr.", "1,4 mio. kr."),
        ("a\nb", "a b"),
    ],
)
def test_markdown_shows_text_as_it_is(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_the_page_is_valid_and_says_its_language(life: Trace) -> None:
    page = html.document_fromstring(WRITERS["html"](life))
    assert page.get("lang") == "da"
    assert found(page, "//h1/text()") == ["Gadens Køkken"]
    assert len(page.findall(".//article")) == len(life.appearances)
    assert {each.get("aria-labelledby") for each in page.findall(".//article")} == {
        each.get("id") for each in page.findall(".//h2")
    }


def test_the_page_needs_nothing_from_elsewhere(life: Trace) -> None:
    text = WRITERS["html"](life)
    page = html.document_fromstring(text)
    assert not found(page, "//@src | //link | //script | //iframe")
    assert "@import" not in text
    assert "url(" not in text


def test_the_page_allows_its_own_style_alone(life: Trace) -> None:
    page = html.document_fromstring(WRITERS["html"](life))
    (sheet,) = found(page, "//style/text()")
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    (policy,) = found(page, "//meta[@http-equiv='Content-Security-Policy']/@content")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


def test_hostile_texts_are_text_in_the_page(hostile: Trace) -> None:
    page = html.document_fromstring(WRITERS["html"](hostile))
    assert not found(page, "//script | //img | //b")
    assert found(page, "//h1/text()") == [HOSTILE]
    assert not any(ord(character) in (7, 27) for character in WRITERS["html"](hostile))
