import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extract.read_docx import BETWEEN, read_docx
from extract.read_docx_lists import shown_number
from tests.extract.documents import saved

ABSTRACT = """<w:abstractNum {ns} w:abstractNumId="90">
<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1)"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>"""
NUM = '<w:num {ns} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'
PLACE = '<w:numPr {ns}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'


def listed(levels: list[int], form: str = "decimal", start: int = 1) -> list[str]:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(ABSTRACT.format(ns=nsdecls("w"), form=form, start=start)))
    numbering.append(parse_xml(NUM.format(ns=nsdecls("w"))))
    for level in levels:
        paragraph = document.add_paragraph("x")
        paragraph._p.get_or_add_pPr().append(parse_xml(PLACE.format(ns=nsdecls("w"), level=level)))
    return [text.removesuffix(" x") for text in read_docx(saved(document), "a.docx").text.split(BETWEEN)]


def test_levels_count_on_their_own() -> None:
    assert listed([0, 1, 1, 0, 1]) == ["1)", "1.1", "1.2", "2)", "2.1"]


def test_letters_are_written() -> None:
    assert listed([0, 0], form="lowerLetter") == ["a)", "b)"]


def test_a_list_may_start_elsewhere() -> None:
    assert listed([0, 0], start=3) == ["3)", "4)"]


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (1, "decimal", "1"),
        (27, "lowerLetter", "a"),
        (2, "upperLetter", "B"),
        (9, "lowerRoman", "ix"),
        (49, "upperRoman", "XLIX"),
    ],
)
def test_numbers_are_shown_in_their_form(number: int, form: str, expected: str) -> None:
    assert shown_number(number, form) == expected
