import io
from collections.abc import Callable, Sequence

import pytest
from docx import Document

from extract.clean import clean
from extract.clean_paragraphs import paragraphs, single_spaced
from extract.pages import PagedText
from extract.read_docx import read_docx
from extract.read_html import read_html
from extract.records import RawText
from tests.extract.texts import cleaned, pages_of

DOUBLE = (
    "Havnen har flere gange\n\ninviteret udvalget ind i det\n\nfaglige netværk, senest i en\n\n"
    "henvendelse.\n\n \n\nNæste afsnit"
)


def test_double_spacing_is_seen_page_by_page() -> None:
    assert [line.gap for line in single_spaced(pages_of(DOUBLE)[0])] == [0, 0, 0, 0, 1]


def test_a_page_of_headings_is_not_double_spaced() -> None:
    page = pages_of("Punkt 1: Dagsorden\n\nGodkendt.\n\nPunkt 2: Referat")[0]
    assert single_spaced(page) == page


A_LINE = (
    "Havnen har flere gange",
    "inviteret udvalget ind i det",
    "faglige netværk, senest i en",
    "henvendelse.",
    "Baggrund",
    "Netværket mødes hver",
    "anden måned.",
)
NO_SENTENCES = [
    "Budget 2031\n\n\nalle beløb i kroner\n\n\nBro\n\n\nSti\n\n\nHal\n\n\nKlub",  # few run on
    "Målgruppen er unge, der:\n\n\nbor i byen;\n\n\ngår i skole;\n\n\ner under tredive.",
    "Havnen har fokus på\n\n\nsprog\n\n\nfritid\n\n\nbolig\n\n\njob",
    "Havnen inviterer:\n\n\n• unge\n\n\n• gamle\n\n\n- børn\n\n\n- hunde",
    "Havnen har et\nnetværk, som\nmødes ofte i\nhallen.\n\n\nNæste møde",  # lines of one paragraph
    "Et helt afsnit.\n\n\nog et til.\n\n\nog et tredje.\n\n\nog et fjerde.",
]


def test_a_page_of_a_paragraph_a_line_is_read_as_printed() -> None:
    page = pages_of("\n\n\n".join(A_LINE))[0]
    assert [line.gap for line in single_spaced(page)] == [0, 0, 0, 0, 1, 0, 0]
    assert cleaned("\n\n\n".join(A_LINE)).split("\n") == [
        "Havnen har flere gange inviteret udvalget ind i det faglige netværk, senest i en henvendelse.",
        "Baggrund",
        "Netværket mødes hver anden måned.",
    ]


def _as_docx(lines: Sequence[str]) -> PagedText:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    content = io.BytesIO()
    document.save(content)
    return read_docx(content.getvalue(), "side.docx")


def _as_html(lines: Sequence[str]) -> PagedText:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return read_html(f"<html><body>{body}</body></html>".encode(), "side.html")


@pytest.mark.parametrize("read", [_as_docx, _as_html])
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (A_LINE, [" ".join(A_LINE[:4]), "Baggrund", "Netværket mødes hver anden måned."]),
        (("Unge, der", "bor i byen", "går i skole"), ["Unge, der bor i byen", "går i skole"]),
        (("Havnen åbner igen.", "Baggrund", "Den var lukket."), None),
    ],
)
def test_lines_that_are_paragraphs_of_a_file_are_joined(
    read: Callable[[Sequence[str]], PagedText], lines: tuple[str, ...], expected: list[str] | None
) -> None:
    found = read(lines)
    text = clean(RawText("side", "", found.media_type, found.text, found.pages)).text
    assert text.split("\n") == (list(lines) if expected is None else expected)


@pytest.mark.parametrize("text", NO_SENTENCES)
def test_paragraphs_that_are_no_lines_of_a_sentence_stay_apart(text: str) -> None:
    page = pages_of(text)[0]
    assert single_spaced(page) == page


def test_a_double_spaced_paragraph_is_one() -> None:
    assert cleaned(DOUBLE).split("\n") == [
        "Havnen har flere gange inviteret udvalget ind i det faglige netværk, senest i en henvendelse.",
        "Næste afsnit",
    ]


def test_a_paragraph_runs_on_over_a_page() -> None:
    found = paragraphs(pages_of("et langt afsnit om havnen, der\fslutter her\n\nNæste"))
    assert [paragraph.text for paragraph in found] == ["et langt afsnit om havnen, der slutter her", "Næste"]


def test_an_agenda_keeps_its_items_apart() -> None:
    text = "Dagsorden kort:\n\n1. Budget\n2. Byrådshenvist sag: Status på det \n\nsociale område\n3. Evt.\n"
    assert cleaned(text).split("\n") == [
        "Dagsorden kort:",
        "1. Budget",
        "2. Byrådshenvist sag: Status på det sociale område",
        "3. Evt.",
    ]


def test_an_address_keeps_its_lines_apart() -> None:
    text = "Fagligt Sekretariat\nFjordby Kommune\n\nHavnegade 4\n8000 Fjordby C\n\nTelefon: 55 00 01 22"
    assert cleaned(text).split("\n") == [line for line in text.split("\n") if line]


def test_a_hyphen_that_fell_to_the_next_line_is_brought_back() -> None:
    text = "vejledning i de mange spørgsmål om barnets bus\n-  og  cykelvaner."
    assert cleaned(text) == "vejledning i de mange spørgsmål om barnets bus- og cykelvaner."
